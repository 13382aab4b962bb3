"""The words: portraits of places, texts of approaches, networks, decisions and countries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from movingcities.blocks.rich_text import rich_text
from movingcities.contributions.starter.dataset import READ_ON, Dataset, Translation
from movingcities.contributions.starter.known import Known, ids_of_sources, pick
from movingcities.contributions.starter.memory import WHY, Kind, Unwritable
from movingcities.evidence.models import Source
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.stories.actions import (
    StoryEntry,
    publish_new_stories,
    publish_story,
    section_values,
    takeaway_values,
)
from movingcities.stories.models import (
    ApproachStory,
    CountryStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.story import Story

BATCH = 100
_STREAMS = ("takeaways", "body")

# The sections of a file of translations.
SECTIONS: dict[str, type[Story]] = {
    "profiles": PlaceStory,
    "approaches": ApproachStory,
    "networks": NetworkStory,
    "decisions": DecisionStory,
    "countries": CountryStory,
}

# A text, or the sentences of a list, or the (heading, text) pairs of a body.
Words = Mapping[str, str | Sequence[str] | Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What a file says about a fact in words; `words` maps the fields of the story to texts."""

    words: Words
    source_urls: tuple[str, ...]
    fact: str


@dataclass(frozen=True, slots=True)
class StoryState:
    """A story as readers see it; a draft that waits beside it is an editor's work, too."""

    fact_id: Any
    words: Words
    source_ids: tuple[int, ...]
    origin: str = Story.Origin.ORIGINAL
    written: str = READ_ON
    live: bool = True
    has_draft: bool = False


def translated_rows(
    originals: Mapping[type[Story], Mapping[str, StoryRow]], translation: Translation
) -> dict[type[Story], dict[str, StoryRow]]:
    """The stories of a translation; they rest on the sources of what they translate."""
    return {
        model: {
            key: StoryRow(words, originals[model][key].source_urls, key)
            for key, words in translation.words.get(section, {}).items()
        }
        for section, model in SECTIONS.items()
    }


def story_rows(dataset: Dataset) -> dict[type[Story], dict[str, StoryRow]]:
    """The stories of the dataset by their model and the identifier of their fact."""
    return {
        PlaceStory: {
            key: StoryRow(
                {
                    "subtitle": row.subtitle,
                    "introduction": row.context,
                    "takeaways": row.takeaways,
                    "body": row.sections,
                },
                row.source_urls,
                key,
            )
            for key, row in dataset.profiles.items()
        },
        ApproachStory: {
            key: StoryRow(row.words, row.source_urls, key) for key, row in dataset.approaches.items()
        },
        NetworkStory: {
            key: StoryRow({"description": row.what_it_does}, (row.source_url,), key)
            for key, row in dataset.networks.items()
        },
        DecisionStory: {
            key: StoryRow(
                {"title": row.title, "what_was_decided": row.what_was_decided}, (row.source_url,), key
            )
            for key, row in dataset.decisions.items()
        },
        CountryStory: {
            key: StoryRow({"context": row.context}, row.source_urls, key)
            for key, row in dataset.countries.items()
        },
    }


class StoryKind(Kind[StoryRow, StoryState, Any]):
    """The stories of one model in one language; the key is the identifier of the fact.

    `originals` are the keys of the stories a translation translates; without one it is not brought in.
    """

    model: type[Story]
    word_names: tuple[str, ...]

    def __init__(
        self,
        known: Known,
        facts: Mapping[str, Any],
        *,
        language: str = FALLBACK_LANGUAGE,
        originals: Collection[str] | None = None,
    ) -> None:
        super().__init__(at=known.at)
        self.known = known
        self.facts = facts
        self.language = language
        self.originals = originals
        self.origin = Story.Origin.ORIGINAL if originals is None else Story.Origin.MACHINE
        if originals is not None:
            self.name = f"{self.name} {language}"
        self._facts_by_id = {fact.pk: fact for fact in facts.values()}

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        fact_id = f"{self.model.fact_name}_id"
        here = dict(
            self.model._default_manager.filter(locale__language_code=self.language).values_list(fact_id, "pk")
        )
        facts = {key: self.facts[key] for key in keys if key in self.facts}
        return {key: here[fact.pk] for key, fact in facts.items() if fact.pk in here}

    def objects(self, ids: Iterable[int]) -> Mapping[int, Any]:
        return self.model._default_manager.in_bulk(list(ids))

    def wanted(self, row: StoryRow) -> StoryState:
        fact = pick(self.facts, row.fact, self.model.fact_name)
        if self.originals is not None and row.fact not in self.originals:
            raise Unwritable("the text it translates is not here any more")
        return StoryState(
            fact_id=fact.pk,
            words={name: _wanted(name, row.words.get(name, _nothing(name))) for name in self.word_names},
            source_ids=self.known.source_ids(row.source_urls),
            origin=self.origin,
        )

    def state(self, thing: Any) -> StoryState:
        return StoryState(
            fact_id=getattr(thing, f"{self.model.fact_name}_id"),
            words={name: self._read(thing, name) for name in self.word_names},
            source_ids=ids_of_sources(thing.sources.all()),
            origin=thing.origin,
            written=thing.written,
            live=thing.live,
            has_draft=thing.has_unpublished_changes,
        )

    def _read(self, story: Any, name: str) -> str | list[str] | list[tuple[str, str]]:
        value = getattr(story, name)
        if name == "takeaways":
            return [str(block.value) for block in value]
        if name == "body":
            return [(str(block.value["heading"]), block.value["text"].source) for block in value]
        return str(value)

    def add(
        self, states: Mapping[str, StoryState], advance: Callable[[int], object]
    ) -> Mapping[str, int | Unwritable]:
        added: dict[str, int | Unwritable] = {}
        sources = {source.pk: source for source in self.known.sources.values()}
        for keys in _batches(states):
            stories = publish_new_stories(
                model=self.model,
                entries=[
                    StoryEntry(
                        fact=self._facts_by_id[states[key].fact_id],
                        words=_values(states[key].words),
                        sources=[sources[pk] for pk in states[key].source_ids],
                        written=states[key].written,
                    )
                    for key in keys
                ],
                language=self.language,
                origin=self.origin,
                by=None,
                at=self.at,
                why=WHY,
            )
            added.update(zip(keys, (story.pk for story in stories), strict=True))
            advance(len(keys))
        return added

    def write(self, state: StoryState, existing: Any | None) -> Any:
        # Wagtail would leave a task for each of the four times a story is saved on its way.
        with disable_reference_index_auto_update():
            story = publish_story(
                model=self.model,
                fact=self._facts_by_id[state.fact_id],
                language=self.language,
                words=_values(state.words, existing),
                sources=Source.objects.filter(pk__in=state.source_ids),
                origin=state.origin,
                written=state.written,
                existing=existing,
                by=None,
                at=self.at,
                why=WHY,
            )
        ReferenceIndex.create_or_update_for_object(story)
        return story


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(keys)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _nothing(name: str) -> str | tuple[str, ...]:
    return () if name in _STREAMS else ""


def _wanted(name: str, value: Any) -> Any:
    """The words as a story keeps them: the text of a section is rich."""
    return [(heading, rich_text(text)) for heading, text in value] if name == "body" else value


def _values(words: Words, existing: Any = None) -> dict[str, Any]:
    """The words as the action takes them; blocks keep the ids they have in an existing story."""
    return {name: _stream(name, value, getattr(existing, name, ())) for name, value in words.items()}


def _stream(name: str, value: Any, present: Any) -> Any:
    """Stream data for a list, else the text; a block keeps the id it had, for translations hang on it."""
    if name not in _STREAMS:
        return value
    blocks = takeaway_values(value) if name == "takeaways" else section_values(value)
    for block, former in zip(blocks, present, strict=False):
        block["id"] = former.id
    return blocks


class PlaceStoryKind(StoryKind):
    """A portrait; the key is the place_id."""

    name, label, model = "place story", "portraits of places", PlaceStory
    word_names = ("subtitle", "introduction", "takeaways", "body")


class ApproachStoryKind(StoryKind):
    """The words of an approach; the key is its slug."""

    name, label, model = "approach story", "texts of approaches", ApproachStory
    word_names = (
        "title",
        "short_title",
        "summary",
        "how_it_works",
        "results",
        "transferability",
        "target_group",
        "funding",
        "legal_basis",
    )


class NetworkStoryKind(StoryKind):
    """What a network does; the key is its slug."""

    name, label, model = "network story", "texts of networks", NetworkStory
    word_names = ("description",)


class DecisionStoryKind(StoryKind):
    """The words of a decision; the key is its slug."""

    name, label, model = "decision story", "texts of decisions", DecisionStory
    word_names = ("title", "what_was_decided")


class CountryStoryKind(StoryKind):
    """What municipalities may decide in a country; the key is its code."""

    name, label, model = "country story", "contexts of countries", CountryStory
    word_names = ("context",)


STORY_KINDS: tuple[type[StoryKind], ...] = (
    PlaceStoryKind,
    ApproachStoryKind,
    NetworkStoryKind,
    DecisionStoryKind,
    CountryStoryKind,
)
