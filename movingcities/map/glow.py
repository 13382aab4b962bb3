"""A hundred thousand places on one map: squares of the country, each as a pale dot by how many lie in it.

A database sums them up before they are drawn: grouped by `easting / size` and `northing / size` with
the size that `cell_size` gives, each group at its mean position (middles of squares would draw a grid).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from movingcities.map.frames import EUROPE, Frame, country_frame
from movingcities.map.geometry import point_data
from movingcities.map.projection import EUROPE as EUROPE_PROJECTION

DOT_PIXELS = 5.0
"""Side of a square in the picture; finer would be neither seen nor sent."""

STEPS = (1, 4, 16)
"""How many places a square holds at least, for a small, a middling and a large dot."""


@dataclass(frozen=True)
class Cell:
    """Places summed up: their mean position in metres of EPSG:3035, and how many there are."""

    easting: int
    northing: int
    count: int


@dataclass(frozen=True)
class Glow:
    """All dots of one size as one path; `size` is 1, 2 or 3."""

    size: int
    dots: str


def cell_size(code: str | None = None) -> int:
    """Return the side of a square, in metres, for the map of a country or (None) of Europe."""
    frame = (country_frame(code) if code else None) or EUROPE
    return round(frame.metres_per_unit * 2 * DOT_PIXELS)


def glows(cells: Iterable[Cell], frame: Frame) -> tuple[tuple[Glow, ...], int, int]:
    """Return the dots, how many places they stand for, and how many places lie outside the frame."""
    paths: list[list[tuple[int, int]]] = [[] for _ in STEPS]
    drawn = beyond = 0
    for cell in cells:
        spot = _spot(cell, frame)
        if spot is None:
            beyond += cell.count
            continue
        drawn += cell.count
        step = sum(cell.count >= least for least in STEPS) - 1
        paths[step].append((round(spot[0]), round(spot[1])))
    return (
        tuple(
            Glow(size, point_data(sorted(path, key=lambda point: point[::-1])))
            for size, path in enumerate(paths, start=1)
            if path
        ),
        drawn,
        beyond,
    )


def _spot(cell: Cell, frame: Frame) -> tuple[float, float] | None:
    if frame.sheet is None and frame.contains(cell.easting, cell.northing):
        return frame.to_view(cell.easting, cell.northing)
    if frame.insets or frame.sheet:
        return frame.place(*EUROPE_PROJECTION.inverse(cell.easting, cell.northing))
    return None
