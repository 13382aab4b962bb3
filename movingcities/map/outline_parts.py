"""The parts a file of outlines is made of: land, water lines, lakes, rivers, borders, islands.

Pages show the files by `<use href="…/country-de.svg#map">`. Rules of a page's style sheet do not reach
into a used document, and a `<style>` in it would be refused by our content security policy: so all
colours are presentation attributes with custom properties, which are inherited, and fall back to
the light colours when the file is opened alone.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import dist

from movingcities.map.frames import Base, Inset
from movingcities.map.geometry import (
    Box,
    Point,
    box_of,
    boxes_meet,
    clip_line,
    clip_ring,
    path_data,
    ring_contains,
    signed_area,
    simplify,
    snap,
)
from movingcities.map.outlines import read_outlines

GROUND, LAND, EDGE = "var(--ground,#F7F4EC)", "var(--land,#0B1F33)", "var(--border,#F7F4EC66)"
OFF, WAVE, HAIR = "var(--off,#DDD7C8)", "var(--wave,#B4C2CC)", "var(--hair,#CBC6B8)"

# Neighbours that are in our scope themselves: pale beside a country, land around a place.
NEAR, NEAR_EDGE = "var(--near,var(--off,#DDD7C8))", "var(--near-edge,var(--ground,#F7F4EC))"

WATER_LINES = (36, 25, 14)
"""Widths in pixels of the strokes under the coast; half of each is seen."""


def water_lines(coast: str, name: str = "coast") -> str:
    """Return three contours along the coast, as on engraved charts: a line, then ground over its inside."""
    strokes = "".join(
        f'<use href="#{name}" stroke="{colour}" stroke-width="calc(var(--wave-reach,1)*{width}px)"/>'
        for reach in WATER_LINES
        for colour, width in ((WAVE, reach), (GROUND, reach - 2))
    )
    return (
        f'<defs><path id="{name}" d="{coast}" vector-effect="non-scaling-stroke"/></defs>'
        f'<g fill="none">{strokes}</g>'
    )


def drawn_path(data: str, **attributes: str) -> str:
    """Return a path element, nothing if it has no data; underscores in attribute names become hyphens."""
    if not data:
        return ""
    written = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<path d="{data}"{written}/>'


def drawn_line(data: str, colour: str, width: float, dashes: str = "") -> str:
    """Return a line whose width in pixels stays the same however large the picture is shown."""
    attributes = {"fill": "none", "stroke": colour, "stroke_width": f"{width}"}
    if dashes:
        attributes["stroke_dasharray"] = dashes
    return drawn_path(data, **attributes, vector_effect="non-scaling-stroke")


def lake_shapes(base: Base, box: Box, area: float, smallest: float) -> str:
    """Return lakes of at least `smallest` square units as holes in the land."""
    lakes = read_outlines("laea_lakes")
    rings = []
    for polygon in lakes.countries[""]:
        for numbers in polygon:
            ring = simplify(snap(lakes.ring(numbers), (base.west, base.north), base.metres_per_unit), area)
            if len(ring) > 3 and abs(signed_area(ring)) >= smallest and boxes_meet(box_of(ring), box):
                rings.append(clip_ring(ring, box))
    return drawn_path(path_data(rings, closed=True), fill=GROUND)


def river_lines(base: Base, box: Box, area: float) -> str:
    """Return the large rivers."""
    rivers = read_outlines("laea_rivers")
    pieces: list[list[Point]] = []
    for numbers in rivers.lines:
        line = simplify(snap(rivers.ring(numbers), (base.west, base.north), base.metres_per_unit), area)
        pieces.extend(clip_line(line, box))
    return drawn_line(path_data(pieces, closed=False), EDGE, 1.3)


CLOSEST_BORDERS = 40
"""Units between inner borders, on average; the councils of Malta lie closer and would blur."""


def admin1_lines(base: Base, box: Box, area: float, country: Iterable[list[Point]]) -> str:
    """Return the borders of states and regions inside a country, which the file holds without names."""
    borders = read_outlines("laea_admin1_lines")
    rings = list(country)
    pieces: list[list[Point]] = []
    length = 0.0
    for numbers in borders.lines:
        line = borders.ring(numbers)
        middle = line[len(line) // 2] if len(line) > 2 else _between(line[0], line[-1])
        if sum(ring_contains(ring, *middle) for ring in rings) % 2:
            snapped = snap(line, (base.west, base.north), base.metres_per_unit)
            pieces.extend(clip_line(simplify(snapped, area), box))
            length += sum(dist(one, other) for one, other in pairwise(snapped))
    land = sum(abs(signed_area(ring)) for ring in rings) / base.metres_per_unit**2
    if land < length * CLOSEST_BORDERS:
        return ""
    return drawn_line(path_data(pieces, closed=False), EDGE, 1, "2 3")


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def islands(insets: Iterable[Inset], base: Base) -> str:
    """Return the group of far islands set into a map, empty if there are none."""
    pictures = "".join(_set_in(inset, base) for inset in insets)
    return f'<g id="islands" stroke-linejoin="round">{pictures}</g>' if pictures else ""


def _set_in(inset: Inset, base: Base) -> str:
    """Return an island sheet as it is set into another map, with a line around it."""
    west, south, east, north = inset.box
    left, top = snap([(west, north)], (base.west, base.north), base.metres_per_unit)[0]
    right, bottom = snap([(east, south)], (base.west, base.north), base.metres_per_unit)[0]
    land = sheet_land(inset, base)
    return (
        f'<path d="M{left} {top}H{right}V{bottom}H{left}z" fill="{GROUND}" stroke="{HAIR}"'
        f' vector-effect="non-scaling-stroke"/>{drawn_path(land, fill=LAND)}'
    )


def sheet_land(inset: Inset, base: Base) -> str:
    """Return path data of the islands of a sheet."""
    outlines = read_outlines(f"inset_{inset.sheet.name}")
    rings = [
        snap([inset.place(*point) for point in ring], (base.west, base.north), base.metres_per_unit)
        for ring in outlines.rings(inset.sheet.country)
    ]
    return path_data([ring for ring in rings if len(ring) > 2], closed=True)


def document(width: float, height: float, body: str) -> str:
    """Return a whole SVG file; the ground is only for those who open it alone."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}">'
        f'<path fill="{GROUND}" d="M0 0h{width:.0f}v{height:.0f}H0z"/>'
        f"{body}</svg>\n"
    )
