"""What is known of each country: one row of numbers for the list of countries and whoever else counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.networks.models import Membership
from movingcities.places.models import Country, Place
from movingcities.stories.models import CountryStory


@dataclass(frozen=True, slots=True)
class CountryFigures:
    """How much the data holds about one country; `has_context`: its legal ground is told."""

    country: Country
    active_places: int = 0
    portraits: int = 0
    memberships: int = 0
    networks: int = 0
    approaches: int = 0
    decisions: int = 0
    has_context: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing at all is known of it yet."""
        return not (self.active_places or self.has_context)


def country_figures() -> list[CountryFigures]:
    """Every country of the scope with its numbers, by ISO code; six queries."""
    places = _pairs(
        Place.objects.active()
        .values("country")
        .annotate(active=Count("pk"), portraits=Count("pk", filter=Q(story_count__gt=0)))
        .values_list("country", "active", "portraits")
    )
    memberships = _pairs(
        Membership.objects.values("place__country")
        .annotate(memberships=Count("pk"), networks=Count("network", distinct=True))
        .values_list("place__country", "memberships", "networks")
    )
    approaches = dict(
        Approach.objects.values("places__country")
        .annotate(count=Count("pk", distinct=True))
        .values_list("places__country", "count")
    )
    decisions = dict(
        Decision.objects.values("place__country")
        .annotate(count=Count("pk"))
        .values_list("place__country", "count")
    )
    told = set(CountryStory.objects.filter(live=True).values_list("country", flat=True))
    return [
        CountryFigures(
            country=country,
            active_places=places.get(country.code, (0, 0))[0],
            portraits=places.get(country.code, (0, 0))[1],
            memberships=memberships.get(country.code, (0, 0))[0],
            networks=memberships.get(country.code, (0, 0))[1],
            approaches=approaches.get(country.code, 0),
            decisions=decisions.get(country.code, 0),
            has_context=country.code in told,
        )
        for country in Country.objects.order_by("code")
    ]


def _pairs(rows: Iterable[tuple[str, int, int]]) -> dict[str, tuple[int, int]]:
    return {country: (first, second) for country, first, second in rows}
