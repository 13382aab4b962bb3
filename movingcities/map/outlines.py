"""Reading the outlines of Europe from the committed TopoJSON (data/geography).

How those files were made, and whose view of borders they follow, is told in docs/explanation/map-outlines.md.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from movingcities.map.geometry import Box, Point, box_of, dissolve, ring_contains

GEOGRAPHY = Path(__file__).resolve().parents[2] / "data" / "geography"

LEVELS = ("ov", "mid", "hi")
"""Detail of the country outlines, coarse to fine: about 3.2 km, 700 m and 150 m."""

CLIP_WEST, CLIP_SOUTH, CLIP_EAST, CLIP_NORTH = 2_350_000, 1_250_000, 7_450_000, 5_500_000
"""Where the outlines were cut, in metres of EPSG:3035; a line along this box is no coast."""


@dataclass(frozen=True)
class Outlines:
    """One TopoJSON file: arcs in metres, and each country as polygons of rings of arc numbers."""

    arcs: tuple[tuple[Point, ...], ...]
    countries: dict[str, tuple[tuple[tuple[int, ...], ...], ...]]
    lines: tuple[tuple[int, ...], ...]

    def ring(self, numbers: Sequence[int]) -> list[Point]:
        """Return one ring or line as points, its arcs joined; ~n is arc n run backwards."""
        return join([self.arcs[number] if number >= 0 else self.arcs[~number][::-1] for number in numbers])

    def rings(self, country: str) -> Iterator[list[Point]]:
        """Yield the outer ring of every polygon of a country, then its holes, in metres."""
        for polygon in self.countries[country]:
            for numbers in polygon:
                yield self.ring(numbers)

    def country_at(self, easting: float, northing: float) -> str | None:
        """Return the country code in whose outline a point lies, or None at sea."""
        for country in self.countries:
            if sum(ring_contains(ring, easting, northing) for ring in self.rings(country)) % 2:
                return country
        return None

    def box(self, country: str) -> Box:
        """Return west, south, east and north of a country in metres."""
        return box_of(point for ring in self.rings(country) for point in ring)


def join(pieces: Sequence[Sequence[Any]]) -> list[Any]:
    """Return pieces that meet end to start as one list of points."""
    points: list[Any] = []
    for piece in pieces:
        points.extend(piece[1:] if points else piece)
    return points


@cache
def read_outlines(name: str) -> Outlines:
    """Read `laea_<level>` or another file of data/geography by its name without ending."""
    topology = json.loads((GEOGRAPHY / f"{name}.json").read_text(encoding="utf-8"))
    arcs = tuple(_arc(steps, topology["transform"]) for steps in topology["arcs"])
    countries: dict[str, tuple[tuple[tuple[int, ...], ...], ...]] = {}
    lines: list[tuple[int, ...]] = []
    (collection,) = topology["objects"].values()
    for geometry in collection["geometries"]:
        kind, numbers = geometry["type"], geometry["arcs"]
        if kind in ("LineString", "MultiLineString"):
            lines.extend(tuple(line) for line in ([numbers] if kind == "LineString" else numbers))
            continue
        polygons = [numbers] if kind == "Polygon" else numbers
        code = geometry["properties"].get("iso", "")
        countries[code] = countries.get(code, ()) + tuple(
            tuple(tuple(ring) for ring in polygon) for polygon in polygons
        )
    outlines = Outlines(arcs, countries, tuple(lines))
    return _with_whole_cyprus(outlines) if {"CY", "GB"} <= set(countries) else outlines


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> tuple[Point, ...]:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return tuple(points)


def _with_whole_cyprus(outlines: Outlines) -> Outlines:
    """Draw the island of Cyprus as one: the British bases on it are no place for a border line here."""

    def on_cyprus(polygon: tuple[tuple[int, ...], ...]) -> bool:
        west, south, _, _ = box_of(outlines.ring(polygon[0]))
        return west > 6_300_000 and south < 1_800_000

    bases = [polygon for polygon in outlines.countries["GB"] if on_cyprus(polygon)]
    rings = [ring for polygon in (*outlines.countries["CY"], *bases) for ring in polygon]
    island = tuple((tuple(ring),) for ring in dissolve(rings, [(arc[0], arc[-1]) for arc in outlines.arcs]))
    rest = tuple(polygon for polygon in outlines.countries["GB"] if polygon not in bases)
    return Outlines(outlines.arcs, {**outlines.countries, "CY": island, "GB": rest}, outlines.lines)
