"""The list of decisions and its options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import ExtractYear

from movingcities.decisions.models import Decision
from movingcities.explorer.filters import DecisionFilter
from movingcities.explorer.queries.listing import Listing, page_of
from movingcities.explorer.queries.options import Option, choice_options, country_options, option
from movingcities.languages.maps import Said

PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class DecisionFacets:
    """The options of each parameter, counted among what fits everything else that was chosen."""

    kinds: Sequence[Option]
    countries: Sequence[Option]
    years: Sequence[Option]


def list_decisions(view: DecisionFilter, per_page: int = PER_PAGE) -> Listing[Decision]:
    """One page of the decisions of a view, with place and network; two queries."""
    rows = view.ordered().select_related("place", "network").defer("place__other_names", "place__note")
    return page_of(rows, page=view.page, per_page=per_page)


def decision_facets(view: DecisionFilter, *, language: str) -> DecisionFacets:
    """The options of a view with their counts, latest year first; three queries."""
    kinds = view.queryset(leaving_out={"kinds"}).order_by().values_list("kind").annotate(count=Count("pk"))
    countries = (
        view.queryset(leaving_out={"countries"})
        .order_by()
        .values_list("place__country")
        .annotate(count=Count("pk"))
    )
    years = (
        view.queryset(leaving_out={"year"})
        .exclude(decided="")
        .order_by()
        .values_list(ExtractYear("decided_earliest"))
        .annotate(count=Count("pk"))
    )
    counted = {str(year): count for year, count in years} | dict.fromkeys(view.values_of("year"), 0)
    counted |= {str(year): count for year, count in years}
    return DecisionFacets(
        choice_options(view, "kind", Decision.Kind, dict(kinds)),
        country_options(view, dict(countries), language),
        [option(view, "year", year, Said(year, ""), counted[year]) for year in sorted(counted, reverse=True)],
    )
