"""Outlines in the whole units of one file, each border simplified once so that neighbours still meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from movingcities.map.frames import Base
from movingcities.map.geometry import (
    Box,
    Line,
    Point,
    box_of,
    boxes_meet,
    clip_line,
    clip_ring,
    path_data,
    signed_area,
    simplify,
    snap,
)
from movingcities.map.outlines import (
    CLIP_EAST,
    CLIP_NORTH,
    CLIP_SOUTH,
    CLIP_WEST,
    Outlines,
    join,
)


@dataclass(frozen=True)
class Detail:
    """How much of an outline stays: triangles and islands in square units of the file, at least."""

    near: float
    far: float
    coast: float
    island: float


class Sketch:
    """The outlines of one file while it is drawn."""

    def __init__(self, outlines: Outlines, base: Base, box: Box, detail: Detail, near: Iterable[str]) -> None:
        """Prepare the outlines for the box (in units of the file) that will be drawn."""
        self.outlines, self.base, self.box, self.detail = outlines, base, box, detail
        self._near = {
            number if number >= 0 else ~number
            for code in near
            for polygon in outlines.countries[code]
            for ring in polygon
            for number in ring
        }
        self._arcs: dict[int, list[tuple[int, int]]] = {}

    def _arc(self, number: int) -> list[tuple[int, int]]:
        forward = number if number >= 0 else ~number
        if forward not in self._arcs:
            snapped = snap(
                self.outlines.arcs[forward], (self.base.west, self.base.north), self.base.metres_per_unit
            )
            area = self.detail.near if forward in self._near else self.detail.far
            self._arcs[forward] = simplify(snapped, area)
        arc = self._arcs[forward]
        return arc if number >= 0 else arc[::-1]

    def land(self, codes: Iterable[str]) -> str:
        """Return path data of countries, without islands too small to see, unless a country has no other."""
        rings: list[list[Point]] = []
        for code in codes:
            whole = [
                join([self._arc(number) for number in ring])
                for polygon in self.outlines.countries[code]
                for ring in polygon
            ]
            largest = max(abs(signed_area(ring)) for ring in whole)
            for ring in whole:
                size = abs(signed_area(ring))
                if size < self.detail.island and size < largest:
                    continue
                if len(ring) > 2 and boxes_meet(box_of(ring), self.box):
                    rings.append(clip_ring(ring, self.box))
        return path_data(rings, closed=True)

    def land_or_square(self, code: str, side: int) -> str:
        """Return path data of a country, or of a square in its place if it is too small to see."""
        rings = [
            snap(ring, (self.base.west, self.base.north), self.base.metres_per_unit)
            for ring in self.outlines.rings(code)
        ]
        if max(abs(signed_area(ring)) for ring in rings) >= side * side:
            return self.land([code])
        left, top, right, bottom = box_of(point for ring in rings for point in ring)
        x, y = round((left + right - side) / 2), round((top + bottom - side) / 2)
        return path_data([[(x, y), (x + side, y), (x + side, y + side), (x, y + side)]], closed=True)

    def coast(self) -> str:
        """Return path data of the water's edge: every arc that bounds one country only, coarsely."""
        uses: dict[int, int] = {}
        for polygons in self.outlines.countries.values():
            for polygon in polygons:
                for ring in polygon:
                    for number in ring:
                        forward = number if number >= 0 else ~number
                        uses[forward] = uses.get(forward, 0) + 1
        pieces: list[list[Point]] = []
        for number in sorted(number for number, count in uses.items() if count == 1):
            for line in without_cut(self.outlines.arcs[number]):
                snapped = snap(line, (self.base.west, self.base.north), self.base.metres_per_unit)
                if len(snapped) < 2 or not boxes_meet(_grown(box_of(snapped), 1), self.box):
                    continue
                closed = snapped[0] == snapped[-1]
                if closed and abs(signed_area(snapped)) < self.detail.island:
                    continue
                pieces.extend(clip_line(simplify(snapped, self.detail.coast), self.box))
        return path_data(pieces, closed=False)


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def without_cut(line: Line) -> Iterator[list[Point]]:
    """Yield the pieces of a line that do not run along the edge where the outlines were cut."""

    def on_cut(one: Point, other: Point) -> bool:
        return any(
            abs(one[axis] - limit) < 200 and abs(other[axis] - limit) < 200
            for axis, limits in ((0, (CLIP_WEST, CLIP_EAST)), (1, (CLIP_SOUTH, CLIP_NORTH)))
            for limit in limits
        )

    piece: list[Point] = [line[0]]
    for start, end in pairwise(line):
        if on_cut(start, end):
            if len(piece) > 1:
                yield piece
            piece = [end]
        else:
            piece.append(end)
    if len(piece) > 1:
        yield piece
