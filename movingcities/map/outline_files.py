"""Building the static SVG files of all Europe and of the far islands from the committed TopoJSON."""

from movingcities.map.frames import EUROPE, EUROPE_BASE, FINE_BASE, Base, Inset, sheet_frame
from movingcities.map.geometry import Box, Point, box_of, clip_line, path_data, simplify, snap
from movingcities.map.outline_parts import (
    EDGE,
    LAND,
    OFF,
    document,
    drawn_path,
    islands,
    lake_shapes,
    river_lines,
    sheet_land,
    water_lines,
)
from movingcities.map.outlines import CLIP_EAST, CLIP_SOUTH, read_outlines
from movingcities.map.projection import SHEETS
from movingcities.map.sketch import Detail, Sketch, without_cut

SCOPE = frozenset(
    (
        *("AD", "AL", "AM", "AT", "AX", "AZ", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE"),
        *("ES", "FI", "FO", "FR", "GB", "GE", "GG", "GI", "GR", "HR", "HU", "IE", "IM", "IS", "IT"),
        *("JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO"),
        *("RS", "SE", "SI", "SK", "SM", "TR", "UA", "VA", "XK"),
    )
)
"""Countries with places in the gazetteer: the 46 members of the Council of Europe and Kosovo, with the
islands among them that have a code of their own. Land where the others are pale."""


ARCTIC_NORTHING = 5_340_000
"""Coasts wholly north of this (Greenland, Jan Mayen) lie at the edge of every map: no water lines."""


def build_europe() -> str:
    """Return the SVG of all Europe: countries of the scope as land, the others pale."""
    base = EUROPE_BASE
    box = _whole(base)
    sketch = Sketch(read_outlines("laea_ov"), base, box, Detail(near=5, far=14, coast=0, island=14), SCOPE)
    return _europe(sketch, _coarse_coast(base, box), lake_shapes(base, box, 6, 40))


def build_fine_europe() -> str:
    """Return the same as fine as it can be had, with rivers: what the script loads when it zooms in."""
    base = FINE_BASE
    box = _whole(base)
    sketch = Sketch(read_outlines("laea_hi"), base, box, Detail(near=1.5, far=40, coast=60, island=14), SCOPE)
    water = lake_shapes(base, box, 4, 60) + river_lines(base, box, 4)
    return _europe(sketch, sketch.coast(), water)


def _whole(base: Base) -> Box:
    return (
        0.0,
        0.0,
        (CLIP_EAST - base.west) / base.metres_per_unit,
        (base.north - CLIP_SOUTH) / base.metres_per_unit,
    )


def _europe(sketch: Sketch, coast: str, water: str) -> str:
    # Of Greenland only a splinter would stand at the edge.
    codes = sorted(set(sketch.outlines.countries) - {"GL"})
    body = "".join(
        (
            '<g id="map" stroke-linejoin="round">',
            water_lines(coast),
            drawn_path(
                sketch.land(code for code in codes if code not in SCOPE),
                fill=OFF,
            ),
            drawn_path(
                sketch.land(code for code in codes if code in SCOPE),
                fill=LAND,
                stroke=EDGE,
                stroke_width="1.1",
                vector_effect="non-scaling-stroke",
            ),
            water,
            "</g>",
            islands(EUROPE.insets, sketch.base),
        )
    )
    return document(sketch.box[2], sketch.box[3], body)


def _coarse_coast(base: Base, box: Box) -> str:
    coast = read_outlines("laea_coast")
    pieces: list[list[Point]] = []
    for ring in coast.rings("coast"):
        if box_of(ring)[1] > ARCTIC_NORTHING:
            continue
        for line in without_cut(ring):
            snapped = snap(line, (base.west, base.north), base.metres_per_unit)
            pieces.extend(clip_line(simplify(snapped, 20), box))
    return path_data(pieces, closed=False)


def build_sheet(name: str) -> str:
    """Return the SVG of one island sheet on its own."""
    sheet = next(sheet for sheet in SHEETS if sheet.name == name)
    frame = sheet_frame(sheet)
    window = frame.base.extent
    whole = Inset(sheet, window, window[0], window[3], 1.0)
    land = sheet_land(whole, frame.base)
    body = (
        '<g id="map" stroke-linejoin="round">'
        + water_lines(land)
        + drawn_path(land, fill=LAND, stroke=EDGE, stroke_width="1.1", vector_effect="non-scaling-stroke")
        + "</g>"
    )
    return document(2000, 2000 * (window[3] - window[1]) / (window[2] - window[0]), body)
