"""Numbers of the whole: the home page, the alphabet of flags, the countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Substr

from movingcities.approaches.models import STATUS_ORDER, Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Place


@dataclass(frozen=True, slots=True)
class EuropeTotals:
    """What the data holds; `approaches_by_status` has every status, in the order in which they are told."""

    active_places: int
    countries: int
    approaches: int
    approaches_by_status: Mapping[str, int]
    decisions: int
    networks: int


def europe_totals() -> EuropeTotals:
    """The numbers of the home page; four queries."""
    places = Place.objects.active().aggregate(places=Count("pk"), countries=Count("country", distinct=True))
    statuses = Counter(dict(Approach.objects.values_list("status").annotate(count=Count("pk")).order_by()))
    return EuropeTotals(
        active_places=places["places"],
        countries=places["countries"],
        approaches=statuses.total(),
        approaches_by_status={status.value: statuses[status.value] for status in STATUS_ORDER},
        decisions=Decision.objects.count(),
        networks=Network.objects.count(),
    )


def letters() -> dict[str, int]:
    """A to Z with how many active places fly that letter first, zeros included; one query."""
    counted = dict(
        Place.objects.active().order_by().values_list(Substr("hoist", 1, 1)).annotate(count=Count("pk"))
    )
    return {letter: counted.get(letter, 0) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
