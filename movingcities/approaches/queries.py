"""Reads across approaches and topics."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, Count, Q, Value, When

from movingcities.approaches.models import STATUS_ORDER, Approach, Topic


def approaches_on_the_same_course(approach: Approach, *, limit: int) -> list[Approach]:
    """Other approaches of the same topics: most shared first, then the least scattered, then those running.

    Three queries, places and topics included; one more where the topics of the approach are not prefetched.
    """
    topic_ids = [topic.pk for topic in approach.topics.all()]
    return list(
        Approach.objects.for_listing()
        .exclude(pk=approach.pk)
        .annotate(
            shared=Count("topics", filter=Q(topics__in=topic_ids), distinct=True),
            scattered=Count("topics", distinct=True),
        )
        .filter(shared__gt=0)
        .order_by("-shared", "scattered", in_status_order(), "slug")[:limit]
    )


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """A topic with the number of its approaches, by status and in how many countries."""

    topic: Topic
    approach_count: int
    by_status: dict[str, int]
    country_count: int


def topic_figures() -> list[TopicFigures]:
    """Every topic with its numbers, most approaches first; three queries."""
    statuses: dict[int, dict[str, int]] = {}
    for topic_id, status, count in Approach.objects.values_list("topics", "status").annotate(
        count=Count("pk")
    ):
        statuses.setdefault(topic_id, {})[status] = count
    countries = dict(
        Approach.objects.values_list("topics").annotate(count=Count("places__country", distinct=True))
    )
    figures = [
        TopicFigures(
            topic,
            sum(statuses.get(topic.pk, {}).values()),
            statuses.get(topic.pk, {}),
            countries.get(topic.pk, 0),
        )
        for topic in Topic.objects.in_order()
    ]
    return sorted(figures, key=lambda each: -each.approach_count)


def approaches_in_country(country: str) -> list[Approach]:
    """Approaches of the country's places (ISO code), those running first; three queries."""
    return list(
        Approach.objects.filter(places__country=country)
        .distinct()
        .for_listing()
        .order_by(in_status_order(), "slug")
    )


def approaches_of_topic(topic: Topic) -> list[Approach]:
    """Approaches of the topic, those running first; three queries."""
    return list(Approach.objects.filter(topics=topic).for_listing().order_by(in_status_order(), "slug"))


def in_status_order() -> Case:
    """Something to order approaches by: those running first, those taken back last."""
    return Case(*(When(status=status, then=Value(position)) for position, status in enumerate(STATUS_ORDER)))
