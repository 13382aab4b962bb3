"""Reads across decisions, and between them and what they led to."""

from __future__ import annotations

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network


def decisions_that_led_to(network: Network) -> list[Decision]:
    """Councils’ decisions to join or found the network, newest first; one query."""
    return list(Decision.objects.filter(network=network).for_listing())


def decisions_behind(approach: Approach) -> list[Decision]:
    """Decisions of the approach's own places that one of its sources tells of, newest first; one query.

    A shared source is the only link between the two that the data holds; a shared place is none.
    """
    return list(
        Decision.objects.filter(place__in=approach.places.all(), sources__in=approach.sources.all())
        .for_listing()
        .distinct()
    )


def decisions_in_country(country: str) -> list[Decision]:
    """Decisions of the country's councils (ISO code), newest first; one query."""
    return list(Decision.objects.filter(place__country_id=country).for_listing())


def decisions_of_kind(decision: Decision, *, limit: int) -> list[Decision]:
    """Other councils' decisions of the same kind, newest first; one query."""
    return list(
        Decision.objects.filter(kind=decision.kind)
        .exclude(pk=decision.pk)
        .exclude(place=decision.place_id)
        .for_listing()[:limit]
    )


def other_decisions_of_place(decision: Decision) -> list[Decision]:
    """What else the same council decided, newest first; one query."""
    return list(Decision.objects.filter(place=decision.place_id).exclude(pk=decision.pk).for_listing())
