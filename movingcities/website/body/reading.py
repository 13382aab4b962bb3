"""Reading the blocks of a text into what their templates print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from movingcities.approaches.models import Approach
from movingcities.blocks.addresses import player_address
from movingcities.design.components import Link
from movingcities.evidence.models import Source
from movingcities.kit.partial_date import PartialDate
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
                        level=3 if self.headings else 2,
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

    def _rich(self, text: RichText | str | None) -> Any:
        return rich(str(getattr(text, "source", text or "")), self.language, self.pages)

    def _section(self, value: Any, spoken: str) -> parts.Section:
        first = len(self.notes)
        for number, note in enumerate(value["footnotes"], start=first + 1):
            source = note["source"]
            line = source_line(self._cited(source), self.language) if source else None
            self.notes.append(parts.Note(number, note["note"], line))
        count = len(self.notes) - first

        def mark(number: int) -> tuple[int, str] | None:
            return (first + number, f"note-{first + number}") if 1 <= number <= count else None

        anchor = ""
        if value["heading"]:
            anchor = f"section-{len(self.headings) + 1}"
            self.headings.append(Link(value["heading"], f"#{anchor}", foreign(spoken, self.language)))
        text = rich(value["text"].source, self.language, self.pages, mark)
        return parts.Section(value["heading"], text, anchor)

    def _quote(self, value: Any, spoken: str) -> parts.Quote:
        source = value["source"]
        marks = _QUOTATION_MARKS.get(spoken, _QUOTATION_MARKS[FALLBACK_LANGUAGE])
        half = len(marks) // 2
        text = f"{marks[:half]}{value['quote'].strip()}{marks[half:]}"
        return parts.Quote(
            text, value["person"], value["role"], source_link(self._cited(source)) if source else None
        )

    def _figure(self, value: Any, spoken: str, slot: Slot = Slot.TEXT) -> parts.Shown | None:
        image = value["image"]
        if image is None:
            return None
        return parts.Shown(self.pictures[slot][image.pk], value["alt_text"], value["caption"])

    def _gallery(self, value: Any, spoken: str) -> parts.Gallery | None:
        figures = [
            shown for each in value["figures"] if (shown := self._figure(each, spoken, Slot.HALF)) is not None
        ]
        return parts.Gallery(figures) if figures else None

    def _downloads(self, value: Any, spoken: str) -> parts.Downloads | None:
        files = [self._download(each) for each in value["documents"] if each["document"]]
        return parts.Downloads(value["heading"], files) if files else None

    def _download(self, value: Any) -> parts.Download:
        document = value["document"]
        said = [
            document.file_extension.upper(),
            filesizeformat(document.file_size) if document.file_size else "",
            language_name(document.language, self.language) if document.language else "",
        ]
        title = value["title"] or document.title
        return parts.Download(title, document.url, ", ".join(word for word in said if word))

    def _accordion(self, value: Any, spoken: str) -> parts.Lines:
        return parts.Lines([parts.Line(each["heading"], self._rich(each["text"])) for each in value["items"]])

    def _steps(self, value: Any, spoken: str) -> parts.Lines:
        return parts.Lines([parts.Line(each["heading"], self._rich(each["text"])) for each in value["steps"]])

    def _live_number(self, value: Any, spoken: str) -> parts.LiveNumber:
        return self.asked.number(value["subject"], value["query"])

    def _mini_map(self, value: Any, spoken: str) -> parts.MiniMap:
        return self.asked.map(value["query"], value["caption"])

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
        ordered = sorted(value["events"], key=lambda event: PartialDate.parse(event["day"]).earliest)
        return parts.Timeline([self._event(event) for event in ordered])

    def _event(self, event: Any) -> parts.Event:
        source = event["source"]
        return parts.Event(
            day=say_partial_date(PartialDate.parse(event["day"]), self.language),
            iso_day=event["day"],
            heading=event["heading"],
            text=event["text"],
            source=source_link(self._cited(source)) if source else None,
        )

    def _table(self, value: Any, spoken: str) -> parts.Table | None:
        rows = [
            ["" if cell is None else str(cell) for cell in row] for row in (value or {}).get("data") or ()
        ]
        if not rows:
            return None
        has_head = bool(value.get("first_row_is_table_header"))
        return parts.Table(
            caption=value.get("table_caption") or "",
            head=rows[0] if has_head else (),
            rows=rows[1:] if has_head else rows,
            has_row_heads=bool(value.get("first_col_is_header")),
        )

    def _call_to_action(self, value: Any, spoken: str) -> parts.CallToAction | None:
        page = value["page"]
        address = (
            self.pages.get(page.pk, "") if page else in_readers_language(value["address"], self.language)
        )
        return parts.CallToAction(value["text"], Link(value["label"], address)) if address else None

    def _video(self, value: Any, spoken: str) -> parts.Video | None:
        player = player_address(value["address"])
        if not player:
            return None
        poster = value["poster"]
        return parts.Video(
            title=value["title"],
            address=value["address"],
            player=player,
            host=_HOSTS[player.split("/")[2]],
            poster=self.pictures[Slot.TEXT][poster.pk] if poster else None,
            transcript=self._rich(value["transcript"]),
        )

    def _people(self, value: Any, spoken: str) -> parts.People:
        return parts.People(
            value["heading"],
            [
                parts.Person(
                    each["name"],
                    each["role"],
                    self.pictures[Slot.SMALL][each["picture"].pk] if each["picture"] else None,
                    self._rich(each["text"]),
                )
                for each in value["people"]
            ],
        )

    def _partners(self, value: Any, spoken: str) -> parts.Partners:
        return parts.Partners(
            value["heading"],
            [
                parts.Partner(
                    each["name"],
                    each["address"],
                    self.pictures[Slot.SMALL][each["logo"].pk] if each["logo"] else None,
                )
                for each in value["partners"]
            ],
        )


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
