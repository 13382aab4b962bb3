"""Writes to topics and approaches; they keep the counts of the places true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from movingcities.accounts.models import User
from movingcities.approaches.models import Approach, Topic
from movingcities.evidence.actions import log_change, remember_slug, require_sources
from movingcities.evidence.models import PreviousSlug, Source
from movingcities.places.actions import Activity, set_activity
from movingcities.places.models import Place


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic with its labels, the origin of each label, and synonyms, by language."""

    slug: str
    position: int
    labels: Mapping[str, str]
    label_origins: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApproachEntry:
    """What somebody states about an approach; `started` and `ended` are partial dates."""

    slug: str
    status: str
    started: str = ""
    ended: str = ""
    lead: str = ""
    partners: Sequence[str] = ()


def record_topic(
    *,
    entry: TopicEntry,
    existing: Topic | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Topic:
    """Add a topic or correct one."""
    topic = existing or Topic()
    topic.slug = entry.slug
    topic.position = entry.position
    topic.labels = dict(entry.labels)
    topic.label_origins = dict(entry.label_origins)
    topic.synonyms = {language: list(words) for language, words in entry.synonyms.items()}
    with transaction.atomic():
        topic.full_clean()
        topic.save()
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="topic", object_id=topic.pk, by=by, at=at, why=why)
    return topic


def label_topic(
    *,
    topic: Topic,
    language: str,
    label: str,
    synonyms: Sequence[str],
    origin: str,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Topic:
    """Say what a topic is called in a language, by which other words it is found, and who translated that."""
    topic.labels = {**topic.labels, language: label}
    topic.label_origins = {**topic.label_origins, language: origin}
    topic.synonyms = {**topic.synonyms, language: list(synonyms)}
    with transaction.atomic():
        topic.full_clean()
        topic.save()
        log_change(verb="labelled", kind="topic", object_id=topic.pk, by=by, at=at, why=why)
    return topic


def record_approach(
    *,
    entry: ApproachEntry,
    places: Sequence[Place],
    topics: Sequence[Topic],
    sources: Iterable[Source],
    existing: Approach | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Approach:
    """Add an approach or correct one; a changed slug keeps its former address. Raises MissingSource."""
    cited = require_sources(sources, f"The approach “{entry.slug}”")
    approach = existing or Approach(created_at=at)
    former = approach.slug if existing else ""
    approach.slug = entry.slug
    approach.status = entry.status
    approach.started = entry.started
    approach.ended = entry.ended
    approach.lead = entry.lead
    approach.partners = list(entry.partners)
    approach.changed_at = at
    with transaction.atomic():
        before = set(approach.places.values_list("pk", flat=True)) if existing else set()
        approach.full_clean()
        approach.save()
        approach.places.set(places)
        approach.topics.set(topics)
        approach.sources.set(cited)
        if former and former != approach.slug:
            remember_slug(
                kind=PreviousSlug.Kind.APPROACH,
                within="",
                slug=former,
                object_id=approach.pk,
            )
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="approach", object_id=approach.pk, by=by, at=at, why=why)
        recount_approaches(place_ids=before | {place.pk for place in places})
    return approach


def recount_approaches(*, place_ids: Iterable[int]) -> None:
    """Count again the approaches of these places (primary keys)."""
    counts = dict.fromkeys(place_ids, 0)
    counts.update(
        Place.objects.filter(pk__in=counts).annotate(count=Count("approaches")).values_list("pk", "count")
    )
    set_activity(activity=Activity.APPROACHES, counts=counts)
