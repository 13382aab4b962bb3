"""Where a place stands on our map.

Europe is drawn in the Lambert azimuthal equal-area projection of EPSG:3035, so that densities
are honest from Sicily to Lapland. The Canary Islands, Madeira and the Azores lie too far out for
it and have a sheet of their own each, in the same projection with its centre on the islands.
"""

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, log, radians, sin, sqrt

SEMI_MAJOR_AXIS = 6378137.0
FLATTENING = 1 / 298.257222101
ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
ECCENTRICITY = sqrt(ECCENTRICITY_SQUARED)


def _authalic(sine_of_latitude: float) -> float:
    """Return the q of Snyder's formula 3-12, from which the authalic latitude follows."""
    scaled = ECCENTRICITY * sine_of_latitude
    return (1 - ECCENTRICITY_SQUARED) * (
        sine_of_latitude / (1 - scaled * scaled) - log((1 - scaled) / (1 + scaled)) / (2 * ECCENTRICITY)
    )


_Q_POLE = _authalic(1.0)
_AUTHALIC_RADIUS = SEMI_MAJOR_AXIS * sqrt(_Q_POLE / 2)


class EqualArea:
    """Lambert azimuthal equal-area projection on the GRS 80 ellipsoid.

    Formulas 24-17 to 24-20 of Snyder, Map Projections: A Working Manual (USGS 1395, 1987).
    """

    def __init__(
        self, longitude: float, latitude: float, false_easting: float = 0.0, false_northing: float = 0.0
    ) -> None:
        """Centre the projection; degrees for the centre, metres for the false origin."""
        self._longitude = radians(longitude)
        self._false_easting = false_easting
        self._false_northing = false_northing
        sine = sin(radians(latitude))
        beta = asin(_authalic(sine) / _Q_POLE)
        self._sine, self._cosine = sin(beta), cos(beta)
        self._stretch = (
            SEMI_MAJOR_AXIS
            * cos(radians(latitude))
            / sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
            / (_AUTHALIC_RADIUS * self._cosine)
        )

    def forward(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return easting and northing in metres of a point in degrees (WGS 84)."""
        beta = asin(_authalic(sin(radians(latitude))) / _Q_POLE)
        turn = radians(longitude) - self._longitude
        sine, cosine, cosine_of_turn = sin(beta), cos(beta), cos(turn)
        distance = _AUTHALIC_RADIUS * sqrt(
            2 / (1 + self._sine * sine + self._cosine * cosine * cosine_of_turn)
        )
        easting = self._false_easting + distance * self._stretch * cosine * sin(turn)
        northing = self._false_northing + (distance / self._stretch) * (
            self._cosine * sine - self._sine * cosine * cosine_of_turn
        )
        return easting, northing

    def inverse(self, easting: float, northing: float) -> tuple[float, float]:
        """Return longitude and latitude in degrees of a point in metres, right to a centimetre in Europe.

        Formulas 24-26 to 24-29 and the series 3-18 of the same book.
        """
        x = (easting - self._false_easting) / self._stretch
        y = (northing - self._false_northing) * self._stretch
        distance = hypot(x, y)
        if distance == 0:
            return degrees(self._longitude), degrees(self._from_authalic(asin(self._sine)))
        turn = 2 * asin(distance / (2 * _AUTHALIC_RADIUS))
        beta = asin(cos(turn) * self._sine + y * sin(turn) * self._cosine / distance)
        longitude = self._longitude + atan2(
            x * sin(turn), distance * self._cosine * cos(turn) - y * self._sine * sin(turn)
        )
        return degrees(longitude), degrees(self._from_authalic(beta))

    @staticmethod
    def _from_authalic(beta: float) -> float:
        second, fourth, sixth = ECCENTRICITY_SQUARED, ECCENTRICITY_SQUARED**2, ECCENTRICITY_SQUARED**3
        return (
            beta
            + (second / 3 + 31 * fourth / 180 + 517 * sixth / 5040) * sin(2 * beta)
            + (23 * fourth / 360 + 251 * sixth / 3780) * sin(4 * beta)
            + 761 * sixth / 45360 * sin(6 * beta)
        )


EUROPE = EqualArea(10.0, 52.0, 4321000.0, 3210000.0)


def to_laea(longitude: float, latitude: float) -> tuple[float, float]:
    """Return easting and northing in metres of EPSG:3035 for a point in degrees."""
    return EUROPE.forward(longitude, latitude)


@dataclass(frozen=True)
class Sheet:
    """Islands outside the map of Europe, with a projection of their own."""

    name: str
    country: str
    longitude: float
    latitude: float
    reach: tuple[float, float, float, float]
    """West, south, east, north in degrees: what belongs on this sheet."""

    def holds(self, longitude: float, latitude: float) -> bool:
        """Say whether a point in degrees belongs on this sheet."""
        west, south, east, north = self.reach
        return west <= longitude <= east and south <= latitude <= north

    def forward(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return easting and northing in metres from the centre of the sheet."""
        return _SHEET_PROJECTIONS[self.name].forward(longitude, latitude)

    def inverse(self, easting: float, northing: float) -> tuple[float, float]:
        """Return longitude and latitude in degrees of a point in metres from the centre of the sheet."""
        return _SHEET_PROJECTIONS[self.name].inverse(easting, northing)


SHEETS = (
    Sheet("canaries", "ES", -15.9, 28.5, (-19.0, 27.0, -13.0, 30.0)),
    Sheet("madeira", "PT", -16.8, 32.8, (-18.0, 32.0, -15.5, 33.8)),
    Sheet("azores", "PT", -28.2, 38.4, (-32.0, 36.5, -24.5, 40.2)),
)
_SHEET_PROJECTIONS = {sheet.name: EqualArea(sheet.longitude, sheet.latitude) for sheet in SHEETS}


def sheet_of(longitude: float, latitude: float) -> Sheet | None:
    """Return the island sheet a point in degrees belongs on, or None if Europe's map holds it."""
    for sheet in SHEETS:
        if sheet.holds(longitude, latitude):
            return sheet
    return None
