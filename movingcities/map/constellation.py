"""The line that joins the members of a network."""

from collections.abc import Sequence

from movingcities.map.geometry import Point

Stretch = tuple[Point, Point]
"""A straight piece of the line, from one member to another, in view units."""


def spanning_tree(points: Sequence[Point]) -> list[Stretch]:
    """Return the shortest set of lines that joins all points (Prim 1957), one line fewer than points."""
    if not points:
        return []
    lines = []
    nearest = {index: (_squared(points[0], points[index]), 0) for index in range(1, len(points))}
    while nearest:
        index = min(nearest, key=lambda waiting: nearest[waiting])
        _, joined = nearest.pop(index)
        lines.append((points[joined], points[index]))
        for waiting, (distance, _) in nearest.items():
            candidate = _squared(points[index], points[waiting])
            if candidate < distance:
                nearest[waiting] = (candidate, index)
    return lines


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def line_data(lines: Sequence[Stretch]) -> str:
    """Return lines as SVG path data in whole view units."""
    return "".join(
        f"M{round(start[0])} {round(start[1])}L{round(end[0])} {round(end[1])}" for start, end in lines
    )
