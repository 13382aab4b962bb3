"""What part of the world a map shows, and where in the picture a place falls."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache, reduce
from math import hypot
from pathlib import Path

from movingcities.map.geometry import Box, box_around, box_of
from movingcities.map.projection import SHEETS, Sheet, sheet_of, to_laea

COUNTRY_FRAMES = Path(__file__).resolve().parent / "country_frames.json"

VIEW_WIDTH = 1520.0
"""Of a country's picture in view units: two to a pixel at the usual size, so that whole units do."""

EUROPE_MINIMUM_WIDTH = 1_500_000.0
"""Narrowest frame, in metres, for which the outlines of all Europe are fine enough."""

NEARLY_EUROPE = 0.85
"""Share of Europe's width from which on several countries are drawn on all of it."""

LOCATOR_MINIMUM_WIDTH = 250_000.0
LOCATOR_MAXIMUM_WIDTH = 900_000.0
LOCATOR_NEIGHBOURS = 8


@dataclass(frozen=True)
class Inset:
    """A sheet of far islands, set into the sea of another map.

    `window` is west, south, east and north on the sheet in metres; its north-western corner
    stands at `west`, `north` of the host map, drawn `scale` times as large as the host.
    """

    sheet: Sheet
    window: Box
    west: float
    north: float
    scale: float

    def place(self, easting: float, northing: float) -> tuple[float, float]:
        """Return where a point of the sheet stands on the host map, both in metres."""
        return (
            self.west + (easting - self.window[0]) * self.scale,
            self.north - (self.window[3] - northing) * self.scale,
        )

    def lift(self, easting: float, northing: float) -> tuple[float, float]:
        """Return which point of the sheet stands at a point of the host map, both in metres."""
        return (
            self.window[0] + (easting - self.west) / self.scale,
            self.window[3] - (self.north - northing) / self.scale,
        )

    @property
    def box(self) -> Box:
        """West, south, east and north of the set-in rectangle on the host map, in metres."""
        east, south = self.place(self.window[2], self.window[1])
        return self.west, south, east, self.north


@dataclass(frozen=True)
class Base:
    """A static file of outlines: the corner its own units count from, and metres in a unit."""

    file: str
    west: float
    north: float
    metres_per_unit: float
    extent: Box
    """West, south, east, north of what the file draws, in metres."""

    def covers(self, box: Box) -> bool:
        """Say whether the file draws everything in a box of metres."""
        west, south, east, north = self.extent
        return west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north


@dataclass(frozen=True)
class Frame:
    """A rectangle of the world in metres and its picture in view units, y downwards."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float
    base: Base
    insets: tuple[Inset, ...] = ()
    sheet: Sheet | None = None
    """The island sheet whose projection this frame uses; None for Europe's."""
    free: tuple[Box, ...] = ()
    """Corners of the picture, in view units, where nothing of the country lies."""

    @property
    def metres_per_unit(self) -> float:
        """Metres of the world in one view unit."""
        return (self.east - self.west) / self.width

    @property
    def box(self) -> Box:
        """West, south, east and north in metres."""
        return self.west, self.south, self.east, self.north

    def to_view(self, easting: float, northing: float) -> tuple[float, float]:
        """Return the view units of a point in metres."""
        return (easting - self.west) / self.metres_per_unit, (self.north - northing) / self.metres_per_unit

    def place(self, longitude: float, latitude: float) -> tuple[float, float] | None:
        """Return the view units of a point in degrees, on an inset where it belongs; None if outside."""
        sheet = sheet_of(longitude, latitude)
        if self.sheet is not None:
            inside = sheet is self.sheet
            easting, northing = self.sheet.forward(longitude, latitude)
        elif sheet is None:
            inside = True
            easting, northing = to_laea(longitude, latitude)
        else:
            inset = next((inset for inset in self.insets if inset.sheet is sheet), None)
            if inset is None:
                return None
            easting, northing = inset.place(*sheet.forward(longitude, latitude))
            west, south, east, north = inset.box
            inside = west <= easting <= east and south <= northing <= north
        if not inside or not self.contains(easting, northing):
            return None
        return self.to_view(easting, northing)

    def contains(self, easting: float, northing: float) -> bool:
        """Say whether a point in metres lies in the frame."""
        return self.west <= easting <= self.east and self.south <= northing <= self.north

    @property
    def base_transform(self) -> str:
        """SVG transform from the units of the base file to those of the view."""
        scale = self.base.metres_per_unit / self.metres_per_unit
        left, top = self.to_view(self.base.west, self.base.north)
        return f"translate({left:.2f} {top:.2f}) scale({scale:.5f})"


_SHEETS = {sheet.name: sheet for sheet in SHEETS}

EUROPE_BASE = Base(
    "map/europe.svg", 2_350_000, 5_500_000, 2_000, (2_000_000, 1_250_000, 7_450_000, 5_500_000)
)

FINE_BASE = Base("map/europe-fine.svg", 2_350_000, 5_500_000, 500, EUROPE_BASE.extent)
"""The same drawn as finely as our outlines allow, for the script that zooms in."""

EUROPE_INSETS = (
    Inset(_SHEETS["azores"], (-290_000, -175_000, 310_000, 170_000), 2_205_000, 1_885_000, 0.52),
    Inset(_SHEETS["madeira"], (-62_000, -50_000, 68_000, 55_000), 2_205_000, 1_680_000, 1.0),
    Inset(_SHEETS["canaries"], (-245_000, -112_000, 262_000, 108_000), 2_205_000, 1_550_000, 0.62),
)

EUROPE = Frame(2_180_000, 1_330_000, 6_650_000, 5_440_000, 1520, 1398, EUROPE_BASE, EUROPE_INSETS)
"""Iceland to Cyprus, the islands of the Atlantic set in; for a column or a phone."""

EUROPE_WIDE = Frame(-451_000, 1_345_000, 6_643_000, 5_385_000, 1800, 1025, EUROPE_BASE, EUROPE_INSETS)
"""The same with the Atlantic left free for a headline."""


@cache
def _country_frames() -> dict[str, dict[str, list[float]]]:
    frames: dict[str, dict[str, list[float]]] = json.loads(COUNTRY_FRAMES.read_text(encoding="utf-8"))
    return frames


def mapped_countries() -> tuple[str, ...]:
    """Return the codes of all countries that have a frame of their own, sorted."""
    return tuple(sorted(_country_frames()))


def country_insets(code: str) -> tuple[Inset, ...]:
    """Return the island sheets set into a country's own map."""
    if code == "ES":
        return (
            Inset(_SHEETS["canaries"], (-240_000, -108_000, 256_000, 104_000), 2_640_000, 1_482_000, 1.0),
        )
    if code == "PT":
        return (
            Inset(_SHEETS["azores"], (-285_000, -170_000, 305_000, 165_000), 2_262_000, 2_120_000, 0.55),
            Inset(_SHEETS["madeira"], (-60_000, -48_000, 66_000, 52_000), 2_262_000, 1_900_000, 1.0),
        )
    return ()


def country_frame(code: str) -> Frame | None:
    """Return the frame of a country by its code, None for lands outside the outlines (Réunion, Guyane)."""
    measures = _country_frames().get(code)
    if measures is None:
        return None
    west, south, east, north = measures["frame"]
    (metres_per_unit,) = measures["metres_per_unit"]
    left, bottom, right, top = measures["extent"]
    base = Base(f"map/country-{code.lower()}.svg", west, north, metres_per_unit, (left, bottom, right, top))
    height = float(round(VIEW_WIDTH * (north - south) / (east - west)))
    edges = measures["free"]
    free = tuple(
        (edges[start], edges[start + 1], edges[start + 2], edges[start + 3])
        for start in range(0, len(edges), 4)
    )
    return Frame(west, south, east, north, VIEW_WIDTH, height, base, country_insets(code), free=free)


def countries_frame(codes: Collection[str]) -> Frame:
    """Return the frame for places of these countries: one has its own map, several a part of Europe's.

    Europe stands in for none, for a country without outlines and where the part were nearly the whole.
    """
    frames = [country_frame(code) for code in codes]
    own = [frame for frame in frames if frame is not None]
    if not own or len(own) < len(frames):
        return EUROPE
    if len(own) == 1:
        return own[0]
    box = reduce(box_around, (frame.box for frame in own))
    insets = EUROPE_INSETS if any(frame.insets for frame in own) else ()
    part = _part_of_europe(box, insets, EUROPE.width, EUROPE.height)
    return part if part.east - part.west < NEARLY_EUROPE * (EUROPE.east - EUROPE.west) else EUROPE


def sheet_frame(sheet: Sheet) -> Frame:
    """Return the frame of an island sheet on its own."""
    inset = next(inset for inset in EUROPE_INSETS if inset.sheet is sheet)
    west, south, east, north = inset.window
    base = Base(f"map/islands-{sheet.name}.svg", west, north, (east - west) / 2000, inset.window)
    height = float(round(VIEW_WIDTH * (north - south) / (east - west)))
    return Frame(west, south, east, north, VIEW_WIDTH, height, base, (), sheet)


def _fit(box: Box, ratio: float, minimum_width: float) -> Box:
    """Return the smallest box of a width-to-height ratio around another, not narrower than asked."""
    west, south, east, north = box
    width = max(east - west, (north - south) * ratio, minimum_width)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    return (
        middle_x - width / 2,
        middle_y - width / ratio / 2,
        middle_x + width / 2,
        middle_y + width / ratio / 2,
    )


def slide(box: Box, extent: Box) -> Box:
    """Move a box as little as possible so that it lies in an extent; centre it where it is too large."""
    west, south, east, north = box
    moved_west, moved_east = _slide_span(west, east, extent[0], extent[2])
    moved_south, moved_north = _slide_span(south, north, extent[1], extent[3])
    return moved_west, moved_south, moved_east, moved_north


def _slide_span(start: float, end: float, low: float, high: float) -> tuple[float, float]:
    size = end - start
    if size >= high - low:
        return (low + high - size) / 2, (low + high + size) / 2
    start = min(max(start, low), high - size)
    return start, start + size


def _part_of_europe(box: Box, insets: tuple[Inset, ...], width: float, height: float) -> Frame:
    """Return the frame around a box and the islands set in, not narrower than Europe's outlines stand."""
    box = reduce(box_around, (inset.box for inset in insets), box)
    west, south, east, north = slide(_fit(box, width / height, EUROPE_MINIMUM_WIDTH), EUROPE_BASE.extent)
    return Frame(west, south, east, north, width, height, EUROPE_BASE, insets)


def network_frame(positions: Iterable[tuple[float, float]], countries: Iterable[str]) -> Frame:
    """Fit a frame to the members of a network, given in degrees, and to the countries they lie in.

    A network of one country gets that country's own map; the others a part of Europe's, its ratio
    4 to 3, never narrower than its outlines stand, with the far islands set in if members lie there.
    """
    members = list(positions)
    codes = set(countries)
    if len(codes) == 1:
        own = country_frame(codes.pop())
        if own is not None and all(own.place(*member) is not None for member in members):
            return own
    seen = [to_laea(*member) for member in members if sheet_of(*member) is None]
    seen = [point for point in seen if EUROPE_BASE.covers((*point, *point))]
    if not seen:
        return EUROPE
    west, south, east, north = box_of(seen)
    margin = 0.08 * max(east - west, north - south)
    box = (west - margin, south - margin, east + margin, north + margin)
    insets = EUROPE_INSETS if any(sheet_of(*member) for member in members) else ()
    return _part_of_europe(box, insets, 1400, 1050)


def locator_frame(
    longitude: float,
    latitude: float,
    country: str,
    neighbours: Iterable[tuple[float, float]],
    width: float = 1240,
    height: float = 1494,
) -> Frame | None:
    """Frame a place, in degrees, with its nearest neighbours; None where we have no outlines.

    The frame is wide enough for up to eight neighbours, between 250 and 900 km, and slides
    sideways rather than leave the outlines of the country's file.
    """
    sheet = sheet_of(longitude, latitude)
    if sheet is not None:
        own = sheet_frame(sheet)
        box = _fit(own.base.extent, width / height, 0)
        return replace(own, west=box[0], south=box[1], east=box[2], north=box[3], width=width, height=height)
    whole = country_frame(country)
    easting, northing = to_laea(longitude, latitude)
    if whole is None or not whole.base.covers((easting, northing, easting, northing)):
        return None
    points = [to_laea(*point) for point in neighbours if sheet_of(*point) is None]
    points.sort(key=lambda point: hypot(point[0] - easting, point[1] - northing))
    span = LOCATOR_MINIMUM_WIDTH
    for x, y in points[:LOCATOR_NEIGHBOURS]:
        needed = 2.3 * max(abs(x - easting), abs(y - northing) * width / height)
        if needed <= LOCATOR_MAXIMUM_WIDTH:
            span = max(span, needed)
    box = _fit((easting, northing, easting, northing), width / height, span)
    west, south, east, north = slide(box, whole.base.extent)
    return Frame(west, south, east, north, width, height, whole.base)
