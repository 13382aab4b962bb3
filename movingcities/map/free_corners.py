"""Finding the corners of a country's picture where nothing of the country lies, when outlines are built."""

from movingcities.map.geometry import Box, Point, ring_contains

COLUMNS = 38
"""Squares across a picture; the search is no finer."""

WIDEST = 0.5
"""A free corner reaches at most this far into the picture; more would not be a corner."""


def free_corners(rings: list[list[Point]], frame: Box, reserved: list[Box], width: float) -> list[Box]:
    """Return up to four corners free of land, as boxes of view units (left, top, right, bottom).

    `rings`, `frame` and `reserved` (set-in islands) are in metres; `width` is the picture's, in view units.
    """
    west, south, east, north = frame
    side = (east - west) / COLUMNS
    rows = round((north - south) / side)
    occupied = {
        (int((easting - west) // side), int((north - northing) // side))
        for ring in rings
        for easting, northing in ring
    }
    for column in range(COLUMNS):
        for row in range(rows):
            easting, northing = west + (column + 0.5) * side, north - (row + 0.5) * side
            on_land = sum(ring_contains(ring, easting, northing) for ring in rings) % 2
            on_inset = any(
                box[0] - side < easting < box[2] + side and box[1] - side < northing < box[3] + side
                for box in reserved
            )
            if on_land or on_inset:
                occupied.add((column, row))
    unit = width / COLUMNS
    corners = []
    for from_right in (False, True):
        for from_below in (False, True):
            across, down = _largest_corner(occupied, rows, from_right, from_below)
            if across and down:
                left = COLUMNS - across if from_right else 0
                top = rows - down if from_below else 0
                corners.append((left * unit, top * unit, (left + across) * unit, (top + down) * unit))
    return corners


def _largest_corner(
    occupied: set[tuple[int, int]], rows: int, from_right: bool, from_below: bool
) -> tuple[int, int]:
    """Return how many squares across and down the largest free rectangle in a corner reaches."""
    best = (0, 0)
    down = int(rows * WIDEST)
    for across in range(1, int(COLUMNS * WIDEST) + 1):
        column = COLUMNS - across if from_right else across - 1
        for step in range(down):
            row = rows - 1 - step if from_below else step
            if (column, row) in occupied:
                down = step
                break
        if across * down > best[0] * best[1]:
            best = (across, down)
    return best
