"""Topics, approaches and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from movingcities.approaches.actions import ApproachEntry, TopicEntry, record_approach, record_topic
from movingcities.approaches.models import Approach, Topic
from movingcities.contributions.starter.dataset import ApproachRow, DecisionRow, TopicRow
from movingcities.contributions.starter.known import Known, ids_of_sources, pick
from movingcities.contributions.starter.memory import WHY, Kind
from movingcities.decisions.actions import DecisionEntry, record_decision
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Source
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.networks.models import Network
from movingcities.places.models import Place

Words = TypeVar("Words")


@dataclass(frozen=True, slots=True)
class ApproachState:
    """An approach; numbers are primary keys."""

    entry: ApproachEntry
    place_ids: tuple[int, ...]
    topic_ids: tuple[int, ...]
    source_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DecisionState:
    """A decision; numbers are primary keys."""

    entry: DecisionEntry
    place_id: int
    network_id: int | None
    source_ids: tuple[int, ...]


class TopicKind(Kind[TopicRow, TopicEntry, Topic]):
    """A topic with its English words; the key is its slug."""

    name = "topic"
    label = "topics"

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Topic.objects.filter(slug__in=list(keys)).values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Topic]:
        return Topic.objects.in_bulk(list(ids))

    def wanted(self, row: TopicRow) -> TopicEntry:
        return TopicEntry(
            slug=row.slug,
            position=row.position,
            labels={"en": row.label},
            label_origins={"en": "original"},
            synonyms={"en": row.synonyms} if row.synonyms else {},
        )

    def state(self, thing: Topic) -> TopicEntry:
        return TopicEntry(
            slug=thing.slug,
            position=thing.position,
            labels=_english(thing.labels),
            label_origins=_english(thing.label_origins),
            synonyms=_english(thing.synonyms),
        )

    def write(self, state: TopicEntry, existing: Topic | None) -> Topic:
        if existing is not None:
            state = replace(
                state,
                labels={**existing.labels, **state.labels},
                label_origins={**existing.label_origins, **state.label_origins},
                synonyms={**existing.synonyms, **state.synonyms},
            )
        return record_topic(entry=state, existing=existing, by=None, at=self.at, why=WHY)


def _english(by_language: Mapping[str, Words]) -> dict[str, Words]:
    """The part of a language map that this kind brings in; the rest belongs to the translations."""
    return {code: words for code, words in by_language.items() if code == FALLBACK_LANGUAGE}


class ApproachKind(Kind[ApproachRow, ApproachState, Approach]):
    """An approach without its words; the key is its slug."""

    name = "approach"
    label = "approaches"

    def __init__(self, known: Known) -> None:
        super().__init__(at=known.at)
        self.known = known

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Approach.objects.filter(slug__in=list(keys)).values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Approach]:
        return Approach.objects.prefetch_related("places", "topics", "sources").in_bulk(list(ids))

    def concern(self, row: ApproachRow) -> object:
        return replace(row, words={})

    def wanted(self, row: ApproachRow) -> ApproachState:
        return ApproachState(
            ApproachEntry(
                slug=row.slug,
                status=row.status,
                started=row.started,
                ended=row.ended,
                lead=row.lead,
                partners=row.partners,
            ),
            place_ids=(pick(self.known.places, row.place_id, "place").pk,),
            topic_ids=tuple(sorted(pick(self.known.topics, slug, "topic").pk for slug in set(row.topics))),
            source_ids=self.known.source_ids(row.source_urls),
        )

    def state(self, thing: Approach) -> ApproachState:
        return ApproachState(
            ApproachEntry(
                slug=thing.slug,
                status=thing.status,
                started=thing.started,
                ended=thing.ended,
                lead=thing.lead,
                partners=thing.partners,
            ),
            place_ids=tuple(sorted(place.pk for place in thing.places.all())),
            topic_ids=tuple(sorted(topic.pk for topic in thing.topics.all())),
            source_ids=ids_of_sources(thing.sources.all()),
        )

    def write(self, state: ApproachState, existing: Approach | None) -> Approach:
        return record_approach(
            entry=state.entry,
            places=list(Place.objects.filter(pk__in=state.place_ids)),
            topics=list(Topic.objects.filter(pk__in=state.topic_ids)),
            sources=Source.objects.filter(pk__in=state.source_ids),
            existing=existing,
            by=None,
            at=self.at,
            why=WHY,
        )


class DecisionKind(Kind[DecisionRow, DecisionState, Decision]):
    """A decision without its words; the key is its slug."""

    name = "decision"
    label = "decisions"

    def __init__(self, known: Known) -> None:
        super().__init__(at=known.at)
        self.known = known

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Decision.objects.filter(slug__in=list(keys)).values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Decision]:
        return Decision.objects.prefetch_related("sources").in_bulk(list(ids))

    def concern(self, row: DecisionRow) -> object:
        return replace(row, title="", what_was_decided="")

    def wanted(self, row: DecisionRow) -> DecisionState:
        network = pick(self.known.networks, row.network_slug, "network") if row.network_slug else None
        return DecisionState(
            DecisionEntry(slug=row.slug, kind=row.kind, decided=row.date, vote=row.vote),
            place_id=pick(self.known.places, row.place_id, "place").pk,
            network_id=network.pk if network else None,
            source_ids=self.known.source_ids([row.source_url]),
        )

    def state(self, thing: Decision) -> DecisionState:
        return DecisionState(
            DecisionEntry(slug=thing.slug, kind=thing.kind, decided=thing.decided, vote=thing.vote),
            place_id=thing.place_id,
            network_id=thing.network_id,
            source_ids=ids_of_sources(thing.sources.all()),
        )

    def write(self, state: DecisionState, existing: Decision | None) -> Decision:
        return record_decision(
            entry=state.entry,
            place=Place.objects.get(pk=state.place_id),
            network=Network.objects.get(pk=state.network_id) if state.network_id else None,
            sources=Source.objects.filter(pk__in=state.source_ids),
            existing=existing,
            by=None,
            at=self.at,
            why=WHY,
        )
