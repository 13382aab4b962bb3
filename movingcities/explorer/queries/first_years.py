"""Since when something is known of each place: the year of its earliest dated fact."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Min, QuerySet

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Membership


def first_years(networks: Collection[str] = ()) -> dict[int, int]:
    """The year of the earliest dated membership, decision or approach, by primary key of the place.

    With the slugs of networks, the year in which a place joined the first of them. Places of which no source
    gives a date are missing; one query.
    """
    years: dict[int, int] = {}
    for place_id, day in _first_days(networks):
        years[place_id] = min(day.year, years.get(place_id, day.year))
    return years


def _first_days(networks: Collection[str]) -> QuerySet:
    """The first day of each of the three kinds, as place and day: a partial date lies in one year."""
    joined = Membership.objects.all()
    if networks:
        joined = joined.filter(network__slug__in=networks)
    memberships, decisions, approaches = (
        table.filter(**{f"{day}__isnull": False})
        .order_by()
        .values(place_id)
        .annotate(day=Min(day))
        .values_list(place_id, "day")
        for table, place_id, day in (
            (joined, "place_id", "since_earliest"),
            (Decision.objects, "place_id", "decided_earliest"),
            (Approach.places.through.objects, "place_id", "approach__started_earliest"),
        )
    )
    return memberships if networks else memberships.union(decisions, approaches)
