"""Reads that only the website's own pages need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Model, Q

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Source
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place
from movingcities.stories.models import CountryStory, PlaceStory

SOURCES_A_PAGE = 60


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page of the list of sources; `citations` counts what cites each, by its primary key and kind."""

    sources: list[Source]
    total: int
    number: int
    page_count: int
    citations: dict[int, Counter[str]]


@dataclass(frozen=True, slots=True)
class SourceTotals:
    """How many sources there are and how much is known about them."""

    sources: int
    checked: int
    without_title: int
    dated: int


# The tables between records and their sources, and what is counted: a text in seven languages is one.
_CITING: dict[str, tuple[type[Model], str]] = {
    "membership": (Membership.sources.through, "membership"),
    "network": (Network.sources.through, "network"),
    "approach": (Approach.sources.through, "approach"),
    "decision": (Decision.sources.through, "decision"),
    "place_story": (PlaceStory.sources.through, "placestory__place"),
    "country_story": (CountryStory.sources.through, "countrystory__country"),
}


def list_sources(*, text: str, page: int) -> SourcePage:
    """Sources whose title, publisher or address holds the text, by publisher; eight queries at most."""
    matching = Source.objects.for_listing()
    for word in text.split()[:8]:
        matching = matching.filter(
            Q(title__icontains=word) | Q(publisher__icontains=word) | Q(url__icontains=word)
        )
    total = matching.count()
    page_count = max(1, -(-total // SOURCES_A_PAGE))
    number = min(max(page, 1), page_count)
    start = (number - 1) * SOURCES_A_PAGE
    sources = list(matching[start : start + SOURCES_A_PAGE])
    return SourcePage(sources, total, number, page_count, _citations(source.pk for source in sources))


def source_totals() -> SourceTotals:
    """The figures above the list; one query."""
    counts = Source.objects.aggregate(
        sources=Count("pk"),
        checked=Count("last_checked_at"),
        without_title=Count("pk", filter=Q(title="")),
        dated=Count("pk", filter=~Q(published="")),
    )
    return SourceTotals(**counts)


def _citations(source_ids: Iterable[int]) -> dict[int, Counter[str]]:
    counted: dict[int, Counter[str]] = {source_id: Counter() for source_id in source_ids}
    for kind, (table, record) in _CITING.items():
        rows = (
            table._default_manager.filter(source__in=counted)
            .values("source")
            .annotate(count=Count(record, distinct=True))
            .values_list("source", "count")
        )
        for source_id, count in rows:
            counted[source_id][kind] = count
    return counted


@dataclass(frozen=True, slots=True)
class DataTotals:
    """How much the whole dataset holds, and how much of it is uncertain."""

    places: int
    active_places: int
    networks: int
    networks_without_members: int
    memberships: int
    undated_memberships: int
    approaches: int
    approaches_unknown: int
    decisions: int
    portraits: int
    sources: int
    changed_at: datetime | None


def data_totals() -> DataTotals:
    """The numbers of the page about the data; seven queries."""
    networks = Network.objects.aggregate(
        networks=Count("pk"),
        networks_without_members=Count("pk", filter=Q(member_count=0)),
        changed_at=Max("changed_at"),
    )
    memberships = Membership.objects.aggregate(
        memberships=Count("pk"), undated_memberships=Count("pk", filter=Q(since="", until=""))
    )
    approaches = Approach.objects.aggregate(
        approaches=Count("pk"),
        approaches_unknown=Count("pk", filter=Q(status=Approach.Status.UNKNOWN)),
    )
    return DataTotals(
        places=Place.objects.count(),
        active_places=Place.objects.active().count(),
        decisions=Decision.objects.count(),
        portraits=PlaceStory.objects.published().values("place").distinct().count(),
        sources=Source.objects.count(),
        **networks,
        **memberships,
        **approaches,
    )
