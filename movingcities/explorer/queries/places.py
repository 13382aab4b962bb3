"""The list of places, its options, its sentence and its map: all from one filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Avg, Count, F, Max, Q

from movingcities.approaches.models import Approach, Topic
from movingcities.explorer.filters import Has, PlaceFilter, PlaceSort, Size
from movingcities.explorer.queries.listing import Listing, page_of
from movingcities.explorer.queries.options import (
    Option,
    choice_options,
    country_options,
    network_options,
    topic_options,
)
from movingcities.explorer.queries.place_counts import (
    CountryShare,
    PlaceCounts,
    count_places,
    country_shares,
)
from movingcities.map.frames import countries_frame
from movingcities.map.glow import Cell, cell_size
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place, PlaceQuerySet

PER_PAGE = 48
KEPT_SECONDS = 24 * 60 * 60
_SETTLEMENTS = frozenset({Place.Kind.MUNICIPALITY.value, Place.Kind.POPULATED_PLACE.value})


@dataclass(frozen=True, slots=True)
class PlaceFacets:
    """The options of each parameter.

    A count says how many places of that value there are among those that fit everything else that was
    chosen; for `has`, how many are left if that is asked for as well.
    """

    countries: Sequence[Option]
    networks: Sequence[Option]
    topics: Sequence[Option]
    kinds: Sequence[Option]
    sizes: Sequence[Option]
    has: Sequence[Option]


@dataclass(frozen=True, slots=True)
class PlaceSummary:
    """The numbers of the sentence above a list of places.

    `network_count`, `approach_count` and `decision_count` count distinct records of the places listed;
    `not_municipalities` are counties, regions, metropolitan areas and boroughs; `largest_country` is the ISO
    code of the country with most of the places, empty where there is none.
    """

    total: int
    country_count: int
    network_count: int
    decision_count: int
    approach_count: int
    not_municipalities: int
    without_position: int
    largest_country: str
    largest_country_count: int


@dataclass(frozen=True, slots=True)
class PlaceLights:
    """The map of a list: `active` places as lights, all others summed up by squares in `pale`.

    Both totals count places with a position; the counts of the squares add up to `pale_total`.
    """

    active: PlaceQuerySet
    active_total: int
    pale: Sequence[Cell]
    pale_total: int


@dataclass(frozen=True, slots=True)
class PlaceExploration:
    """Everything a page about a view of places shows; all parts count the same places."""

    view: PlaceFilter
    listing: Listing[Place]
    facets: PlaceFacets
    summary: PlaceSummary
    countries: Sequence[CountryShare]
    lights: PlaceLights


def explore_places(view: PlaceFilter, *, language: str, per_page: int = PER_PAGE) -> PlaceExploration:
    """List, options, sentence and map of one view; six queries, and one more when the lights are read."""
    counts = count_places(view)
    return PlaceExploration(
        view,
        list_places(view, per_page, counts=counts),
        place_facets(view, language=language, counts=counts),
        place_summary(view, counts=counts),
        country_shares(counts),
        lights(view, counts=counts),
    )


def list_places(
    view: PlaceFilter, per_page: int = PER_PAGE, *, counts: PlaceCounts | None = None
) -> Listing[Place]:
    """One page of the places of a view."""
    total = None if counts is None else counts.total
    return page_of(view.ordered().for_listing(), page=view.page, per_page=per_page, total=total)


def place_facets(view: PlaceFilter, *, language: str, counts: PlaceCounts | None = None) -> PlaceFacets:
    """The options of a view with their counts; two queries, three without counts."""
    counts = counts or count_places(view)
    return PlaceFacets(
        country_options(view, counts.by(lambda cell: cell.country, leaving_out="countries"), language),
        network_options(view, _counted_networks(view), language),
        topic_options(view, _counted_topics(view), language),
        choice_options(view, "kind", Place.Kind, counts.by(lambda cell: cell.kind, leaving_out="kinds")),
        choice_options(view, "size", Size, counts.by(lambda cell: cell.size, leaving_out="sizes")),
        choice_options(view, "has", Has, counts.having()),
    )


def place_summary(view: PlaceFilter, *, counts: PlaceCounts | None = None) -> PlaceSummary:
    """The numbers of the sentence; two queries, three without counts."""
    counts = counts or count_places(view)
    cells = counts.selected()
    by_country = counts.by(lambda cell: cell.country).most_common()
    largest_country, largest_count = min(by_country, key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    acting = _acting(view)
    through = Approach.places.through.objects
    return PlaceSummary(
        total=counts.total,
        country_count=len(by_country),
        network_count=Membership.objects.filter(place__in=acting).aggregate(
            count=Count("network", distinct=True)
        )["count"],
        decision_count=sum(cell.decision_count for cell in cells),
        approach_count=through.filter(place__in=acting).aggregate(count=Count("approach", distinct=True))[
            "count"
        ],
        not_municipalities=sum(cell.count for cell in cells if cell.kind not in _SETTLEMENTS),
        without_position=sum(cell.without_position for cell in cells),
        largest_country=largest_country,
        largest_country_count=largest_count,
    )


def lights(view: PlaceFilter, *, counts: PlaceCounts | None = None) -> PlaceLights:
    """The map of a view: the same places as the list, as far as they have a position."""
    counts = counts or count_places(view)
    cells = counts.selected()
    active_total = sum(cell.on_the_map for cell in cells if cell.is_active)
    pale_total = sum(cell.on_the_map for cell in cells if not cell.is_active)
    pale = _pale_cells(view, active_total, pale_total) if pale_total else []
    return PlaceLights(view.queryset().active().for_lights(), active_total, pale, pale_total)


def _pale_cells(view: PlaceFilter, active_total: int, pale_total: int) -> list[Cell]:
    """Places of which nothing is known, summed up as finely as the map of the view can show.

    Summing up a hundred thousand takes longer than all the rest of the page: the sums are kept until a
    place changes, or comes to act.
    """
    size = cell_size(countries_frame(view.countries))
    last_change = Place.objects.aggregate(last_change=Max("changed_at"))["last_change"]
    same_places = view.query_string(page=1, sort=PlaceSort.NETWORKS)
    key = f"{same_places} {size} {active_total} {pale_total} {last_change}"
    name = f"pale-tuples-{sha256(key.encode()).hexdigest()}"
    # Kept as plain tuples: eight thousand objects of a class take thirty milliseconds out of a cache.
    kept = cache.get_or_set(name, partial(_summed_up, view, size), KEPT_SECONDS) or []
    return [Cell(*square) for square in kept]


def _summed_up(view: PlaceFilter, size: int) -> list[tuple[int, int, int, str]]:
    """Squares as the parts of a `Cell`."""
    squares = (
        view.queryset()
        .on_the_map()
        .filter(is_active=False)
        .annotate(column=F("easting") / size, row=F("northing") / size)
        .values("country_id", "column", "row")
        .annotate(mean_easting=Avg("easting"), mean_northing=Avg("northing"), count=Count("pk"))
        .order_by("column", "row", "country_id")
        .values_list("mean_easting", "mean_northing", "count", "country_id")
    )
    return [
        (round(easting), round(northing), count, country) for easting, northing, count, country in squares
    ]


def _acting(view: PlaceFilter, *, leaving_out: Sequence[str] = ()) -> PlaceQuerySet:
    """The active places of a view: whatever has a membership or an approach is among them."""
    return view.queryset(leaving_out=[*leaving_out, "scope"]).active()


def _counted_networks(view: PlaceFilter) -> list[tuple[Network, int]]:
    """Networks with how many of the places are in them, largest first."""
    places = _acting(view, leaving_out=["networks"])
    counted: Iterable[Any] = (
        Network.objects.only("slug", "name", "language", "names", "sort_name")
        .annotate(place_count=Count("memberships", filter=Q(memberships__place__in=places)))
        .filter(Q(place_count__gt=0) | Q(slug__in=view.networks))
        .order_by("-place_count", "sort_name", "pk")
    )
    return [(network, network.place_count) for network in counted]


def _counted_topics(view: PlaceFilter) -> list[tuple[Topic, int]]:
    """Topics with how many of the places have an approach to them, in the editors' order."""
    places = _acting(view, leaving_out=["topics"])
    counted: Iterable[Any] = (
        Topic.objects.in_order()
        .annotate(
            place_count=Count("approaches__places", filter=Q(approaches__places__in=places), distinct=True)
        )
        .filter(Q(place_count__gt=0) | Q(slug__in=view.topics))
    )
    return [(topic, topic.place_count) for topic in counted]
