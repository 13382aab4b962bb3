"""Places by the year of their earliest dated fact, those of which no source gives a date beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from movingcities.explorer.filters import PlaceFilter, Scope
from movingcities.explorer.queries.first_years import first_years


@dataclass(frozen=True, slots=True)
class YearCounts:
    """How many things there are of each year, and of how many no source gives one."""

    counts: Mapping[int, int]
    undated: int

    @property
    def dated(self) -> int:
        """Of how many a source gives the year."""
        return sum(self.counts.values())

    def until(self, year: int) -> int:
        """How many there were by the end of a year."""
        return sum(count for each, count in self.counts.items() if each <= year)


def places_by_year(view: PlaceFilter) -> YearCounts:
    """The active places of a view, whatever year it asks for, by year; two queries.

    The same rule as `PlaceFilter.by`: with networks chosen, the year of joining them counts.
    """
    active = view.changed(by=None, scope=Scope.ACTIVE.value).queryset()
    return by_first_year(active.values_list("pk", flat=True), view.networks)


def by_first_year(place_ids: Iterable[int], networks: Collection[str] = ()) -> YearCounts:
    """Places (primary keys) by the year of their earliest dated fact, or of joining `networks`; one query."""
    years = first_years(networks)
    return count_years(years.get(place_id) for place_id in place_ids)


def count_years(years: Iterable[int | None]) -> YearCounts:
    """Count years; None where no source gives one."""
    counts = Counter(years)
    dated = sorted(year for year in counts if year is not None)
    return YearCounts({year: counts[year] for year in dated}, counts[None])
