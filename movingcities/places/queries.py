"""Reads of places by where they lie."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from movingcities.kit.distance import direction_to, kilometres_between
from movingcities.places.models import Place


@dataclass(frozen=True, slots=True)
class Nearby:
    """An active place, how far it is from another in kilometres, and in which of eight directions."""

    place: Place
    kilometres: float
    direction: str


def active_places_near(place: Place, *, limit: int) -> list[Nearby]:
    """The active places nearest to a place, itself left out; empty for one without a position; one query.

    Chosen by the distance on the map of Europe, sorted by that on the globe.
    """
    if place.latitude is None or place.longitude is None or place.easting is None or place.northing is None:
        return []
    # Floats: the square of a million metres does not fit into an integer of PostgreSQL.
    east, north = F("easting") - float(place.easting), F("northing") - float(place.northing)
    nearest = (
        Place.objects.active()
        .for_lights()
        .exclude(pk=place.pk)
        .annotate(squared_metres=east * east + north * north)
        .order_by("squared_metres", "pk")[:limit]
    )
    found = [
        Nearby(
            other,
            kilometres_between(place.latitude, place.longitude, other.latitude, other.longitude),
            direction_to(place.latitude, place.longitude, other.latitude, other.longitude),
        )
        for other in nearest
        if other.latitude is not None and other.longitude is not None
    ]
    return sorted(found, key=lambda nearby: nearby.kilometres)
