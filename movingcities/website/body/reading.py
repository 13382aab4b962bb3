"""Reading the blocks of a text into what their templates print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from movingcities.approaches.models import Approach
from movingcities.blocks.addresses import is_address, is_web_address, player_address
from movingcities.blocks.facts import Subject
from movingcities.design.components import Link
from movingcities.evidence.models import Source
from movingcities.kit.partial_date import InvalidPartialDate, PartialDate
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import language_name, say_partial_date
from movingcities.media.renditions import Slot, pictures_for
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, Story
from movingcities.translation.models import Translated
from movingcities.website.body import parts
from movingcities.website.body.live import Asked
from movingcities.website.body.rich import in_readers_language, linked_pages, page_addresses, rich
from movingcities.website.phrases import counts_in_words, foreign
from movingcities.website.rows import (
    approach_line,
    network_line,
    place_row,
    source_line,
    source_link,
)

_QUOTATION_MARKS = {
    "en": "“”",
    "de": "„“",
    "fr": "«\xa0\xa0»",
    "es": "«»",
    "it": "«»",
    "pl": "„”",
    "el": "«»",
}
_HOSTS = {"www.youtube-nocookie.com": "YouTube", "player.vimeo.com": "Vimeo"}


def read_body(
    stream: StreamValue,
    language: str,
    *,
    field: str = "body",
    told_by: Translated | None = None,
    told_in: str = "",
    today: date | None = None,
) -> parts.Body:
    """The blocks of a stream as their page prints them; queries grow with its kinds of blocks only.

    `told_by` is the text the stream belongs to, where it may be a translation, `told_in` the language it is
    in (the page's own unless said): a block nobody has translated is in the fallback language, and marked.
    """
    return _Reader(stream, language, today or timezone.now().date()).read(field, told_by, told_in or language)


def body_of(story: Story | None, language: str) -> parts.Body:
    """The blocks of a story, told in the language it has them in; empty without a story."""
    if story is None:
        return parts.Body()
    teller = story.teller("body")
    return read_body(teller.body, language, told_by=teller, told_in=teller.language)


class _Reader:
    """Reads one text: numbers its footnotes, fetches what its blocks refer to in bulk."""

    def __init__(self, stream: StreamValue, language: str, today: date) -> None:
        self.blocks = list(stream)
        self.language = language
        self.asked = Asked(language, today)
        self.notes: list[parts.Note] = []
        self.sources: dict[int, Source] = {}
        self.headings: list[Link] = []
        values = [block.value for block in self.blocks]
        pages = set(linked_pages(_rich_sources(values)))
        pages |= {value["page"].pk for value in values if _has(value, "page")}
        self.pages = page_addresses(pages, language) if pages else {}
        self.pictures = {
            slot: pictures_for({image.pk: image for image in images}.values(), slot) if images else {}
            for slot, images in _images(self.blocks).items()
        }
        approaches = [value["approach"].pk for value in values if _has(value, "approach")]
        self.approaches = (
            {each.pk: each for each in Approach.objects.for_listing().filter(pk__in=approaches)}
            if approaches
            else {}
        )
        self.approach_stories = ApproachStory.objects.by_fact(approaches, language) if approaches else {}

    @property
    def level(self) -> int:
        """Of the headings inside a block: under a heading of the text, or under that of the page."""
        return 3 if self.headings else 2

    def read(self, field: str, told_by: Translated | None, told_in: str) -> parts.Body:
        read: list[parts.Part] = []
        for block in self.blocks:
            path = f"{field}.{block.id}"
            is_own = told_by is None or told_by.has_translated(path)
            spoken = told_in if is_own else FALLBACK_LANGUAGE
            content = getattr(self, f"_{block.block_type}")(block.value, spoken)
            if content is not None:
                read.append(
                    parts.Part(
                        kind=block.block_type,
                        content=content,
                        level=self.level,
                        language=foreign(spoken, self.language),
                        is_outdated=told_by is not None and told_by.is_outdated_in(path),
                    )
                )
        return parts.Body(
            parts=read,
            notes=self.notes,
            sources=list(self.sources.values()),
            headings=self.headings,
        )

    def _cited(self, source: Source) -> Source:
        """Remember a source that the text names."""
        return self.sources.setdefault(source.pk, source)

    def _rich(
        self, value: Any, name: str, level: int, mark: Callable[[int], int | None] = lambda number: None
    ) -> SafeString:
        text = value.get(name)
        source = str(getattr(text, "source", text) or "")
        return rich(source, self.language, self.pages, level=level, mark=mark)

    def _section(self, value: Any, spoken: str) -> parts.Section:
        footnotes = list(value["footnotes"])
        first = len(self.notes)
        marked: set[int] = set()

        def mark(number: int) -> int | None:
            if not 1 <= number <= len(footnotes):
                return None
            marked.add(number)
            return first + number

        anchor, heading = "", _said(value, "heading")
        if heading:
            anchor = f"section-{len(self.headings) + 1}"
            self.headings.append(Link(heading, f"#{anchor}", foreign(spoken, self.language)))
        text = self._rich(value, "text", self.level, mark)
        for number, note in enumerate(footnotes, start=1):
            source = note["source"]
            line = source_line(self._cited(source), self.language) if source else None
            self.notes.append(parts.Note(first + number, _said(note, "note"), line, number in marked))
        return parts.Section(heading, text, anchor)

    def _quote(self, value: Any, spoken: str) -> parts.Quote:
        source = value["source"]
        marks = _QUOTATION_MARKS.get(spoken, _QUOTATION_MARKS[FALLBACK_LANGUAGE])
        half = len(marks) // 2
        return parts.Quote(
            f"{marks[:half]}{_said(value, 'quote')}{marks[half:]}",
            _said(value, "person"),
            _said(value, "role"),
            source_link(self._cited(source)) if source else None,
        )

    def _figure(self, value: Any, spoken: str, slot: Slot = Slot.TEXT) -> parts.Shown | None:
        image = value["image"]
        if image is None:
            return None
        return parts.Shown(self.pictures[slot][image.pk], _said(value, "alt_text"), _said(value, "caption"))

    def _gallery(self, value: Any, spoken: str) -> parts.Gallery | None:
        figures = [
            shown for each in value["figures"] if (shown := self._figure(each, spoken, Slot.HALF)) is not None
        ]
        return parts.Gallery(figures) if figures else None

    def _downloads(self, value: Any, spoken: str) -> parts.Downloads | None:
        files = [self._download(each) for each in value["documents"] if each["document"]]
        return parts.Downloads(_said(value, "heading"), files) if files else None

    def _download(self, value: Any) -> parts.Download:
        document = value["document"]
        said = [
            document.file_extension.upper(),
            filesizeformat(document.file_size) if document.file_size else "",
            language_name(document.language, self.language) if document.language else "",
        ]
        title = _said(value, "title") or document.title
        return parts.Download(title, document.url, ", ".join(word for word in said if word))

    def _accordion(self, value: Any, spoken: str) -> parts.Lines:
        return self._lines(value["items"])

    def _steps(self, value: Any, spoken: str) -> parts.Lines:
        return self._lines(value["steps"])

    def _lines(self, lines: Iterable[Any]) -> parts.Lines:
        return parts.Lines(
            [parts.Line(_said(each, "heading"), self._rich(each, "text", self.level + 1)) for each in lines]
        )

    def _live_number(self, value: Any, spoken: str) -> parts.LiveNumber | None:
        subject = value["subject"]
        return self.asked.number(subject, _said(value, "query")) if subject in Subject.values else None

    def _mini_map(self, value: Any, spoken: str) -> parts.MiniMap:
        return self.asked.map(_said(value, "query"), _said(value, "caption"))

    def _place_card(self, value: Any, spoken: str) -> parts.PlaceCard | None:
        place: Place | None = value["place"]
        if place is None:
            return None
        counts = counts_in_words(place, self.language) if place.is_active else ""
        return parts.PlaceCard(place_row(place, self.language), counts)

    def _approach_card(self, value: Any, spoken: str) -> parts.ApproachCard | None:
        approach = self.approaches.get(value["approach"].pk) if value["approach"] else None
        if approach is None:
            return None
        story = self.approach_stories.get(approach.pk)
        places = list(approach.places.all())
        return parts.ApproachCard([approach_line(approach, story, self.language, places=places)])

    def _network_card(self, value: Any, spoken: str) -> parts.NetworkCard | None:
        network = value["network"]
        return parts.NetworkCard([network_line(network, self.language)]) if network else None

    def _timeline(self, value: Any, spoken: str) -> parts.Timeline:
        days = [(_day(event), event) for event in value["events"]]
        # What a draft has no day for yet stands at the end.
        days.sort(key=lambda pair: pair[0].earliest if pair[0] else date.max)
        return parts.Timeline([self._event(day, event) for day, event in days])

    def _event(self, day: PartialDate | None, event: Any) -> parts.Event:
        source = event["source"]
        return parts.Event(
            day=say_partial_date(day, self.language) if day else _said(event, "day"),
            iso_day=str(day or ""),
            heading=_said(event, "heading"),
            text=_said(event, "text"),
            source=source_link(self._cited(source)) if source else None,
        )

    def _table(self, value: Any, spoken: str) -> parts.Table | None:
        table = value or {}
        rows = [["" if cell is None else str(cell) for cell in row or ()] for row in table.get("data") or ()]
        if not rows:
            return None
        has_head = bool(table.get("first_row_is_table_header"))
        return parts.Table(
            caption=table.get("table_caption") or "",
            head=rows[0] if has_head else (),
            rows=rows[1:] if has_head else rows,
            has_row_heads=bool(table.get("first_col_is_header")),
        )

    def _call_to_action(self, value: Any, spoken: str) -> parts.CallToAction | None:
        page, address = value["page"], _said(value, "address")
        if page is not None:
            address = self.pages.get(page.pk, "")
        elif is_address(address):
            address = in_readers_language(address, self.language)
        else:
            address = ""
        # A page that was taken down takes its call with it.
        if page is not None and not address:
            return None
        return parts.CallToAction(_said(value, "text"), Link(_said(value, "label") or address, address))

    def _video(self, value: Any, spoken: str) -> parts.Video:
        address, poster = _said(value, "address"), value["poster"]
        player = player_address(address)
        return parts.Video(
            title=_said(value, "title"),
            address=address,
            player=player,
            host=_HOSTS[player.split("/")[2]] if player else "",
            poster=self.pictures[Slot.TEXT][poster.pk] if poster else None,
            transcript=self._rich(value, "transcript", self.level),
        )

    def _people(self, value: Any, spoken: str) -> parts.People:
        heading = _said(value, "heading")
        level = 4 if heading else self.level + 1
        return parts.People(
            heading,
            [
                parts.Person(
                    _said(each, "name"),
                    _said(each, "role"),
                    self.pictures[Slot.SMALL][each["picture"].pk] if each["picture"] else None,
                    self._rich(each, "text", level),
                )
                for each in value["people"]
            ],
        )

    def _partners(self, value: Any, spoken: str) -> parts.Partners:
        return parts.Partners(
            _said(value, "heading"),
            [
                parts.Partner(
                    _said(each, "name"),
                    address if is_web_address(address := _said(each, "address")) else "",
                    self.pictures[Slot.SMALL][each["logo"].pk] if each["logo"] else None,
                )
                for each in value["partners"]
            ],
        )


def _said(value: Any, name: str) -> str:
    """The words in a field of a block, of which a draft may hold none."""
    return str(value.get(name) or "").strip()


def _day(event: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(_said(event, "day"))
    except InvalidPartialDate:
        return None


def _has(value: Any, name: str) -> bool:
    return isinstance(value, dict) and bool(value.get(name))


def _rich_sources(value: Any) -> Iterator[str]:
    """All rich text in a list of blocks, however deep."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, dict):
        yield from _rich_sources(list(value.values()))
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for each in value:
            yield from _rich_sources(each)


def _images(blocks: Iterable[Any]) -> dict[Slot, list[Any]]:
    """The pictures of a text by the kind of place they stand in."""
    found: dict[Slot, list[Any]] = {slot: [] for slot in Slot}
    for block in blocks:
        match block.block_type:
            case "figure":
                found[Slot.TEXT].append(block.value["image"])
            case "video":
                found[Slot.TEXT].append(block.value["poster"])
            case "gallery":
                found[Slot.HALF] += [each["image"] for each in block.value["figures"]]
            case "people":
                found[Slot.SMALL] += [each["picture"] for each in block.value["people"]]
            case "partners":
                found[Slot.SMALL] += [each["logo"] for each in block.value["partners"]]
    return {slot: [image for image in images if image] for slot, images in found.items()}
