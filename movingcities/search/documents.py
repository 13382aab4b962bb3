"""What the index says of each record: pure, from rows that are given."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.conf import settings
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from movingcities.approaches.models import Approach, Topic
from movingcities.blocks.rich_text import plain_text
from movingcities.decisions.models import Decision
from movingcities.languages.saying import country_name
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.rules import indexed_text, joined_names, joined_other_names
from movingcities.stories.models import (
    ApproachStory,
    CountryStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.story import Story

EXCERPT_LENGTH = 300
_STATUS_WEIGHT = {
    Approach.Status.ACTIVE: 20,
    Approach.Status.PLANNED: 15,
    Approach.Status.UNKNOWN: 10,
    Approach.Status.ENDED: 5,
    Approach.Status.REVERSED: 5,
}
# Fields of blocks that hold addresses.
_NOT_WORDS = {"query", "address"}
_SENTENCE_END = re.compile(r"(?<=[.!?;…])\s+")


def excerpt_of(text: str) -> str:
    """The first whole sentences that fit into 300 characters; a longer first sentence is cut at a word."""
    chosen = ""
    for sentence in _SENTENCE_END.split(" ".join(text.split())):
        longer = f"{chosen} {sentence}".strip()
        if len(longer) > EXCERPT_LENGTH:
            break
        chosen = longer
    if chosen or not text.strip():
        return chosen
    cut = " ".join(text.split())[: EXCERPT_LENGTH - 1]
    return cut.rsplit(" ", 1)[0] + "…"


def document_of_place(place: Place) -> SearchDocument:
    """Its local name and exonyms; what others call it is text."""
    return SearchDocument(
        kind=Kind.PLACE,
        object_id=place.pk,
        country=place.country_id,
        names=joined_names([place.name, *place.names.values()]),
        text=joined_other_names(place.other_names.split("|")),
        weight=_weight_of_place(place),
        population=place.population or 0,
    )


def document_of_network(network: Network) -> SearchDocument:
    """All its names; larger networks weigh more."""
    return SearchDocument(
        kind=Kind.NETWORK,
        object_id=network.pk,
        names=joined_names([network.name, *network.names.values(), network.slug.replace("-", " ")]),
        weight=network.member_count,
    )


def document_of_approach(approach: Approach, places: Iterable[Place]) -> SearchDocument:
    """It has no name of its own: the places, who leads and takes part."""
    listed = list(places)
    return SearchDocument(
        kind=Kind.APPROACH,
        object_id=approach.pk,
        country=listed[0].country_id if listed else "",
        text=indexed_text([*_place_names(listed), approach.lead, *approach.partners]),
        weight=_STATUS_WEIGHT[Approach.Status(approach.status)],
    )


def document_of_decision(decision: Decision, place: Place, network: Network | None) -> SearchDocument:
    """It has no name of its own: the place and the network it led to."""
    network_names = [network.name, *network.names.values()] if network else []
    return SearchDocument(
        kind=Kind.DECISION,
        object_id=decision.pk,
        country=place.country_id,
        text=indexed_text([*_place_names([place]), *network_names]),
        weight=_weight_of_decision(decision),
    )


def document_of_country(country: Country) -> SearchDocument:
    """Its names in all languages of the site."""
    names = [country_name(country.code, language) for language, _ in settings.LANGUAGES]
    return SearchDocument(kind=Kind.COUNTRY, country=country.code, names=joined_names(names))


def document_of_topic(topic: Topic) -> SearchDocument:
    """Labels and synonyms in all languages."""
    synonyms = [word for listed in topic.synonyms.values() for word in listed]
    return SearchDocument(
        kind=Kind.TOPIC,
        object_id=topic.pk,
        names=joined_names([*topic.labels.values(), *synonyms]),
    )


def document_of_story(story: Story) -> SearchDocument:
    """The words of a story in its language; `story` has its fact at hand."""
    if isinstance(story, CountryStory):
        return SearchDocument(
            kind=Kind.COUNTRY,
            country=story.country_id,
            language=story.language,
            text=indexed_text([story.context, _stream_text(story.body)]),
            excerpt=excerpt_of(story.context),
        )
    names, heading, lead, more = _parts(story)
    return SearchDocument(
        kind=story.fact_name,
        object_id=getattr(story, f"{story.fact_name}_id"),
        country=_country_of(story),
        language=story.language,
        names=joined_names(names),
        text=indexed_text([heading, lead, *more]),
        heading=heading,
        excerpt=excerpt_of(lead),
        weight=_weight_of(story),
    )


def _parts(story: Story) -> tuple[list[str], str, str, list[str]]:
    """Names, heading, first text and further texts of a story."""
    if isinstance(story, PlaceStory):
        more = [_stream_text(story.takeaways), _stream_text(story.body)]
        return [], story.subtitle, story.introduction, more
    if isinstance(story, ApproachStory):
        more = [
            story.how_it_works,
            story.results,
            story.transferability,
            story.target_group,
            story.funding,
            story.legal_basis,
            _stream_text(story.body),
        ]
        titles = [story.title, story.short_title]
        return titles, story.title, story.summary, more
    if isinstance(story, NetworkStory):
        return [], "", story.description, [_stream_text(story.body)]
    if isinstance(story, DecisionStory):
        return [story.title], story.title, story.what_was_decided, [_stream_text(story.body)]
    raise TypeError(f"The search does not know how to read a {type(story).__name__}.")


def _country_of(story: Story) -> str:
    if isinstance(story, PlaceStory):
        return story.place.country_id
    if isinstance(story, DecisionStory):
        return story.decision.place.country_id
    return ""


def _weight_of(story: Story) -> int:
    """The same as the document of the record has."""
    if isinstance(story, PlaceStory):
        return _weight_of_place(story.place)
    if isinstance(story, NetworkStory):
        return story.network.member_count
    if isinstance(story, ApproachStory):
        return _STATUS_WEIGHT[Approach.Status(story.approach.status)]
    if isinstance(story, DecisionStory):
        return _weight_of_decision(story.decision)
    return 0


def _weight_of_place(place: Place) -> int:
    """A city of a million weighs as much as a running approach."""
    return (place.population or 0) // 50_000


def _weight_of_decision(decision: Decision) -> int:
    """Newer ones weigh more."""
    return max(0, decision.decided_latest.year - 2000) // 2 if decision.decided_latest else 0


def _stream_text(stream: StreamValue) -> str:
    """All text in a stream field, whatever its blocks are called."""
    return " ".join(text for block in stream for text in _texts(block.value))


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, RichText):
        yield plain_text(value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _NOT_WORDS:
                yield from _texts(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts(part)


def _place_names(places: Iterable[Place]) -> list[str]:
    return [name for place in places for name in (place.name, *place.names.values())]
