"""Who is near: active places around a place."""

from __future__ import annotations

from dataclasses import dataclass

from movingcities.kit.distance import direction_to, kilometres_between
from movingcities.places.models import Place, PlaceQuerySet

FIRST_RADIUS_KM = 60.0
GROWTH = 4.0
# From Iceland to the Caucasus.
LARGEST_RADIUS_KM = 6_000.0
# The projection stretches distances at the edge of Europe by less than this.
STRETCH = 1.1
_SIMILAR_AT_LEAST, _SIMILAR_AT_MOST = (2, 3), (5, 3)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place nearby; `direction` is the compass word in which it lies, as movingcities.kit.distance says."""

    place: Place
    kilometres: float
    direction: str


def neighbours(place: Place, limit: int = 8, *, active_only: bool = True) -> list[Neighbour]:
    """The nearest places, nearest first; none for a place without position.

    Looks into a square that grows until there are enough: two queries in most of Europe, five at most.
    """
    if place.easting is None or place.northing is None:
        return []
    others = Place.objects.on_the_map().exclude(pk=place.pk)
    if active_only:
        others = others.active()
    radius = FIRST_RADIUS_KM
    while True:
        near = _within(others, place, radius)
        if len(near) >= limit or radius >= LARGEST_RADIUS_KM:
            break
        radius *= GROWTH
    nearest = near[:limit]
    rows = Place.objects.for_listing().in_bulk([key for _, key in nearest])
    return [
        Neighbour(rows[key], kilometres, _direction(place, rows[key]))
        for kilometres, key in nearest
        if key in rows
    ]


def _within(others: PlaceQuerySet, place: Place, radius: float) -> list[tuple[float, int]]:
    """(kilometres, primary key) of the places within a radius, nearest first."""
    metres = round(radius * 1000 * STRETCH)
    easting, northing = place.easting or 0, place.northing or 0
    boxed = others.filter(
        northing__range=(northing - metres, northing + metres),
        easting__range=(easting - metres, easting + metres),
    ).values_list("latitude", "longitude", "pk")
    measured = (
        (kilometres_between(place.latitude or 0, place.longitude or 0, latitude or 0, longitude or 0), key)
        for latitude, longitude, key in boxed
    )
    return sorted(pair for pair in measured if pair[0] <= radius)


def _direction(place: Place, other: Place) -> str:
    return direction_to(place.latitude or 0, place.longitude or 0, other.latitude or 0, other.longitude or 0)


def similar_size_count(place: Place) -> int:
    """How many active places of its country have two thirds to five thirds of its residents; 0 if unknown."""
    bounds = similar_size_bounds(place)
    if bounds is None:
        return 0
    near = Place.objects.active().filter(country=place.country_id, population__range=bounds)
    return near.exclude(pk=place.pk).count()


def similar_size_bounds(place: Place) -> tuple[int, int] | None:
    """The smallest and largest number of residents that counts as similar to this place's."""
    if not place.population:
        return None
    (low, low_of), (high, high_of) = _SIMILAR_AT_LEAST, _SIMILAR_AT_MOST
    return -(-place.population * low // low_of), place.population * high // high_of
