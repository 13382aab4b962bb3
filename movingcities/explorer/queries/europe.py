"""Numbers of the whole: the home page and its alphabet of flags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from django.db.models import Count, Value
from django.db.models.functions import Substr

from movingcities.approaches.models import STATUS_ORDER, Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Place


@dataclass(frozen=True, slots=True)
class EuropeTotals:
    """What the data holds.

    `approaches_by_status` has every status, in the order in which they are told; `letters` says for A to Z,
    zeros included, how many active places fly that letter first.
    """

    active_places: int
    countries: int
    approaches: int
    approaches_by_status: Mapping[str, int]
    decisions: int
    networks: int
    letters: Mapping[str, int]


def europe_totals() -> EuropeTotals:
    """The numbers of the home page; two queries."""
    places = list(
        Place.objects.active()
        .order_by()
        .values_list(Substr("hoist", 1, 1), "country")
        .annotate(count=Count("pk"))
    )
    letters: Counter[str] = Counter()
    for letter, _country, count in places:
        letters[letter] += count
    # One round to the database for three tables.
    records = Counter(
        {
            (table, status): count
            for table, status, count in Approach.objects.order_by()
            .values_list(Value("approaches"), "status")
            .annotate(count=Count("pk"))
            .union(
                Decision.objects.order_by()
                .values_list(Value("decisions"), Value(""))
                .annotate(count=Count("pk")),
                Network.objects.order_by()
                .values_list(Value("networks"), Value(""))
                .annotate(count=Count("pk")),
            )
        }
    )
    statuses = {status.value: records["approaches", status.value] for status in STATUS_ORDER}
    return EuropeTotals(
        active_places=letters.total(),
        countries=len({country for _letter, country, _count in places}),
        approaches=sum(statuses.values()),
        approaches_by_status=statuses,
        decisions=records["decisions", ""],
        networks=records["networks", ""],
        letters={letter: letters[letter] for letter in ascii_uppercase},
    )
