"""Distances and directions on the globe."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
COMPASS = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)


def kilometres_between(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Great-circle distance in kilometres (haversine formula); arguments in degrees."""
    half_latitude = radians(other_latitude - latitude) / 2
    half_longitude = radians(other_longitude - longitude) / 2
    chord = (
        sin(half_latitude) ** 2
        + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(half_longitude) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


def direction_to(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> str:
    """The one of eight compass words in which the other point lies (initial bearing)."""
    latitude, longitude = radians(latitude), radians(longitude)
    other_latitude, other_longitude = radians(other_latitude), radians(other_longitude)
    east = sin(other_longitude - longitude) * cos(other_latitude)
    north = cos(latitude) * sin(other_latitude) - sin(latitude) * cos(other_latitude) * cos(
        other_longitude - longitude
    )
    return COMPASS[round(degrees(atan2(east, north)) / 45) % 8]
