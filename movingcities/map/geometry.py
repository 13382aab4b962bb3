"""Plane geometry of outlines: dissolve, simplify, clip and write as SVG path data.

Points are pairs of numbers. From `snap` on they are whole numbers, so that a rebuild gives the same
bytes on every machine.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

Point = tuple[float, float]
Line = Sequence[Point]
Box = tuple[float, float, float, float]
"""West, south, east, north; in view units left, top, right, bottom."""


def box_of(points: Iterable[Point]) -> Box:
    """Return the smallest box around points; ValueError if there are none."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def box_around(one: Box, other: Box) -> Box:
    """Return the smallest box that holds two."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def boxes_meet(one: Box, other: Box) -> bool:
    """Say whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def signed_area(ring: Line) -> float:
    """Return the area of a ring in square units, negative if it runs the other way round."""
    total = 0.0
    for (x, y), (next_x, next_y) in pairwise([*ring, ring[0]]):
        total += x * next_y - next_x * y
    return total / 2


def ring_contains(ring: Line, x: float, y: float) -> bool:
    """Say whether a point lies in a ring (even-odd rule)."""
    inside = False
    last_x, last_y = ring[-1]
    for next_x, next_y in ring:
        if (next_y > y) != (last_y > y) and x < (last_x - next_x) * (y - next_y) / (last_y - next_y) + next_x:
            inside = not inside
        last_x, last_y = next_x, next_y
    return inside


def dissolve(rings: Iterable[Sequence[int]], ends: Sequence[tuple[Point, Point]]) -> list[list[int]]:
    """Join rings of arc numbers (~n runs backwards) where they share an arc, and drop that arc.

    `ends` gives the first and last point of every arc.
    """
    uses = Counter(arc for ring in rings for arc in ring)
    loose = [arc for arc in uses if uses[arc] == 1 and ~arc not in uses]
    starts: dict[Point, list[int]] = {}

    def end(arc: int, last: bool) -> Point:
        return ends[arc][1 if last else 0] if arc >= 0 else ends[~arc][0 if last else 1]

    for arc in loose:
        starts.setdefault(end(arc, False), []).append(arc)
    joined = []
    for first in loose:
        if first not in starts.get(end(first, False), []):
            continue
        ring, arc = [], first
        while True:
            starts[end(arc, False)].remove(arc)
            ring.append(arc)
            onward = starts.get(end(arc, True))
            if not onward:
                break
            arc = onward[0]
        joined.append(ring)
    return joined


def snap(line: Line, origin: Point, metres_per_unit: float) -> list[tuple[int, int]]:
    """Return a line of metres as whole view units, y downwards, without repeated points."""
    west, north = origin
    snapped: list[tuple[int, int]] = []
    for easting, northing in line:
        point = (round((easting - west) / metres_per_unit), round((north - northing) / metres_per_unit))
        if not snapped or snapped[-1] != point:
            snapped.append(point)
    return snapped


def simplify(line: Sequence[tuple[int, int]], area: float) -> list[tuple[int, int]]:
    """Drop points whose triangle with their neighbours is smaller than `area` (Visvalingam 1993).

    Both ends stay, so arcs that meet still meet.
    """
    if len(line) < 3 or area <= 0:
        return list(line)
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))

    def doubled_area(index: int) -> int:
        (ax, ay), (bx, by), (cx, cy) = line[before[index]], line[index], line[after[index]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))

    current = {index: doubled_area(index) for index in range(1, len(line) - 1)}
    heap = [(size, index) for index, size in current.items()]
    heapify(heap)
    while heap:
        size, index = heappop(heap)
        if current.get(index) != size:
            continue
        if size >= 2 * area:
            break
        del current[index]
        left, right = before[index], after[index]
        after[left], before[right] = right, left
        for neighbour in (left, right):
            if neighbour in current:
                current[neighbour] = max(size, doubled_area(neighbour))
                heappush(heap, (current[neighbour], neighbour))
    return [line[index] for index in sorted({0, len(line) - 1, *current})]


def clip_ring(ring: Line, box: Box) -> list[Point]:
    """Return the part of a ring inside a box (Sutherland and Hodgman 1974), empty if none."""
    points: list[Point] = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for index, point in enumerate(points):
            last = points[index - 1]
            inside, last_inside = sign * (point[axis] - limit) >= 0, sign * (last[axis] - limit) >= 0
            if inside != last_inside:
                share = (limit - last[axis]) / (point[axis] - last[axis])
                kept.append((last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])))
            if inside:
                kept.append(point)
        points = kept
    return points


def clip_line(line: Line, box: Box) -> list[list[Point]]:
    """Return the pieces of a line that run through a box; a segment with one end inside stays whole."""
    pieces: list[list[Point]] = []
    for start, end in pairwise(line):
        if not boxes_meet(_loose_box(start, end), box):
            continue
        if pieces and pieces[-1][-1] == start:
            pieces[-1].append(end)
        else:
            pieces.append([start, end])
    return pieces


def _loose_box(start: Point, end: Point) -> Box:
    left, top, right, bottom = box_of((start, end))
    return left - 1, top - 1, right + 1, bottom + 1


def path_data(lines: Iterable[Sequence[Point]], closed: bool) -> str:
    """Return lines as compact SVG path data in whole units, without points that lie on the way."""
    parts = []
    for line in lines:
        points = _without_middles([(round(x), round(y)) for x, y in line], closed)
        if len(points) < (3 if closed else 2):
            continue
        x, y = points[0]
        steps = []
        for next_x, next_y in points[1:]:
            steps.append(f"{next_x - x} {next_y - y}")
            x, y = next_x, next_y
        numbers = " ".join(steps).replace(" -", "-")
        parts.append(f"M{points[0][0]} {points[0][1]}l{numbers}{'z' if closed else ''}".replace(" -", "-"))
    return "".join(parts)


def point_data(points: Iterable[Point]) -> str:
    """Return points as path data of lines without length: round caps make them discs."""
    parts: list[str] = []
    x = y = 0
    for point in points:
        next_x, next_y = round(point[0]), round(point[1])
        parts.append(f"{'m' if parts else 'M'}{next_x - x} {next_y - y}h0".replace(" -", "-"))
        x, y = next_x, next_y
    return "".join(parts)


def _without_middles(points: list[tuple[int, int]], closed: bool) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1:
            (ax, ay), (bx, by) = kept[-2], kept[-1]
            across = (bx - ax) * (point[1] - by) - (by - ay) * (point[0] - bx)
            along = (bx - ax) * (point[0] - bx) + (by - ay) * (point[1] - by)
            if across == 0 and along > 0:
                kept.pop()
        kept.append(point)
    if closed and len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept
