"""A hundred thousand places on one map: squares of the country, each as a pale dot by how many lie in it.

They are summed up before they are drawn, by `sum_up` or by a database that groups by `easting / size` and
`northing / size`, with the size that `cell_size` gives; each square at the mean position of its places,
because the middles of squares would draw a grid.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from movingcities.map.frames import Frame
from movingcities.map.geometry import point_data
from movingcities.map.projection import EUROPE as EUROPE_PROJECTION

DOT_PIXELS = 5.0
"""Side of a square in the picture; finer would be neither seen nor sent."""

STEPS = (1, 4, 16)
"""How many places a square holds at least, for a small, a middling and a large dot."""


class Cell(NamedTuple):
    """Places summed up: their mean position in metres of EPSG:3035, how many and in which country.

    A tuple, because eight thousand of them are compared for every page of the list of all places.
    """

    easting: int
    northing: int
    place_count: int
    country: str = ""


@dataclass(frozen=True)
class Glow:
    """All dots of one size as one path; `size` is 1, 2 or 3."""

    size: int
    dots: str


def cell_size(frame: Frame) -> int:
    """Return the side of a square, in metres, for the map of a frame."""
    return round(frame.metres_per_unit * 2 * DOT_PIXELS)


def sum_up(positions: Iterable[tuple[float, float]], size: int) -> list[Cell]:
    """Sum up positions in metres of EPSG:3035 by squares of a size, each cell at the mean of its places."""
    sums: dict[tuple[int, int], list[float]] = {}
    for easting, northing in positions:
        total = sums.setdefault((int(easting // size), int(northing // size)), [0.0, 0.0, 0])
        total[0] += easting
        total[1] += northing
        total[2] += 1
    return [
        Cell(round(easting / count), round(northing / count), int(count))
        for easting, northing, count in sums.values()
    ]


@lru_cache(maxsize=16)
def glows(cells: tuple[Cell, ...], frame: Frame) -> tuple[tuple[Glow, ...], int, int]:
    """Return the dots, how many places they stand for, and how many places lie outside the frame.

    Kept, because the same hundred thousand places are drawn for every page of their list.
    """
    paths: list[list[tuple[int, int]]] = [[] for _ in STEPS]
    drawn = beyond = 0
    for cell in cells:
        spot = _spot(cell, frame)
        if spot is None:
            beyond += cell.place_count
            continue
        drawn += cell.place_count
        step = sum(cell.place_count >= least for least in STEPS) - 1
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


@lru_cache(maxsize=16)
def beyond_by_country(cells: tuple[Cell, ...], frame: Frame) -> Counter[str]:
    """Return how many places of each country lie outside the frame: together the number of `glows`."""
    beyond: Counter[str] = Counter()
    for cell in cells:
        if _spot(cell, frame) is None:
            beyond[cell.country] += cell.place_count
    return beyond


def _spot(cell: Cell, frame: Frame) -> tuple[float, float] | None:
    if frame.sheet is None and frame.contains(cell.easting, cell.northing):
        return frame.to_view(cell.easting, cell.northing)
    if frame.insets or frame.sheet:
        return frame.place(*EUROPE_PROJECTION.inverse(cell.easting, cell.northing))
    return None
