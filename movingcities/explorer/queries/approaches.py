"""The list of approaches and its options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from movingcities.approaches.models import STATUS_ORDER, Approach, Topic
from movingcities.explorer.filters import ApproachFilter
from movingcities.explorer.queries.listing import Listing, page_of
from movingcities.explorer.queries.options import Option, choice_options, country_options, topic_options

PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class ApproachFacets:
    """The options of each parameter, counted among what fits everything else that was chosen."""

    topics: Sequence[Option]
    countries: Sequence[Option]
    statuses: Sequence[Option]


def list_approaches(view: ApproachFilter, per_page: int = PER_PAGE) -> Listing[Approach]:
    """One page of the approaches of a view, with places and topics; four queries."""
    rows = view.ordered().for_listing()
    return page_of(rows, page=view.page, per_page=per_page)


def approach_facets(view: ApproachFilter, *, language: str) -> ApproachFacets:
    """The options of a view with their counts; three queries."""
    countries = (
        view.queryset(leaving_out={"countries"})
        .order_by()
        .values_list("places__country")
        .annotate(count=Count("pk", distinct=True))
    )
    statuses = (
        view.queryset(leaving_out={"statuses"}).order_by().values_list("status").annotate(count=Count("pk"))
    )
    return ApproachFacets(
        topic_options(view, _counted_topics(view), language),
        country_options(view, {code: count for code, count in countries if code}, language),
        choice_options(view, "status", STATUS_ORDER, dict(statuses)),
    )


def _counted_topics(view: ApproachFilter) -> list[tuple[Topic, int]]:
    """Topics with how many of the approaches belong to them, in the editors' order."""
    approaches = view.queryset(leaving_out={"topics"})
    counted: Iterable[Any] = (
        Topic.objects.in_order()
        .annotate(shown_count=Count("approaches", filter=Q(approaches__in=approaches)))
        .filter(Q(shown_count__gt=0) | Q(slug__in=view.topics))
    )
    return [(topic, topic.shown_count) for topic in counted]
