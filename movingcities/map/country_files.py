"""Building each country's own SVG file of outlines, and the frames that belong to them."""

from functools import cache

from movingcities.map.frames import VIEW_WIDTH, Base, country_insets, slide
from movingcities.map.free_corners import free_corners
from movingcities.map.geometry import Box
from movingcities.map.outline_files import SCOPE
from movingcities.map.outline_parts import (
    EDGE,
    GROUND,
    LAND,
    NEAR,
    NEAR_EDGE,
    OFF,
    admin1_lines,
    document,
    drawn_path,
    islands,
    lake_shapes,
    river_lines,
    water_lines,
)
from movingcities.map.outlines import CLIP_EAST, CLIP_NORTH, CLIP_SOUTH, read_outlines
from movingcities.map.sketch import Detail, Sketch

FILE_WIDTH = 2000
"""Width of a country's frame in units of its file."""

SMALLEST_FRAME, CITY_STATE_FRAME = 84_000.0, 32_000.0
"""Metres; closer in, the outlines (made for 1:10 million) look hewn, which only a city state has to bear."""

CITY_STATE = 12_000.0
"""Metres across, at most."""

WIDEST, TALLEST = 1.5, 0.7
"""Bounds of a frame's width over height."""

SMALLEST_SQUARE = 36
"""Side, in units of the file, of what stands for the Vatican, whose outline is a grain of sand."""

SURROUNDINGS = 190_000.0
"""Metres drawn beyond the frame, so that a border town's own map can look over the border."""

OWN_BOUNDS: dict[str, Box] = {
    # Without Jan Mayen, 900 km out at sea.
    "NO": (4_044_000, 3_881_000, 5_131_000, 5_424_000),
    # With room for the Canary Islands in the south-west.
    "ES": (2_640_000, 1_262_000, 3_834_000, 2_467_000),
    # With room for Madeira and the Azores in the west.
    "PT": (2_262_000, 1_731_000, 2_976_000, 2_299_000),
}

BYTE_BUDGET = 96_000
"""Characters of one file before compression; a crowded coast is drawn a little coarser until it fits."""


@cache
def country_measures(code: str) -> tuple[Box, Base]:
    """Return the frame of a country in metres (west, south, east, north) and its base file."""
    bounds = OWN_BOUNDS.get(code) or read_outlines("laea_hi").box(code)
    west, south, east, north = bounds
    margin = 0.04 * max(east - west, north - south)
    is_city_state = max(east - west, north - south) <= CITY_STATE
    width = max(east - west + 2 * margin, CITY_STATE_FRAME if is_city_state else SMALLEST_FRAME)
    height = max(north - south + 2 * margin, width / WIDEST)
    width = max(width, height * TALLEST)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    around = (middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
    # West of the cut there is only sea.
    drawn = (0.0, float(CLIP_SOUTH), float(CLIP_EAST), float(CLIP_NORTH))
    left, bottom, right, top = (float(round(edge)) for edge in slide(around, drawn))
    frame = (left, bottom, right, top)
    extent = (
        left - SURROUNDINGS,
        max(bottom - SURROUNDINGS, drawn[1]),
        min(right + SURROUNDINGS, drawn[2]),
        min(top + SURROUNDINGS, drawn[3]),
    )
    metres_per_unit = (frame[2] - frame[0]) / FILE_WIDTH
    return frame, Base(f"map/country-{code.lower()}.svg", frame[0], frame[3], metres_per_unit, extent)


def all_measures() -> dict[str, dict[str, list[float]]]:
    """Return the frames of all countries as they are kept in country_frames.json."""
    measures = {}
    for code in sorted(SCOPE):
        frame, base = country_measures(code)
        measures[code] = {
            "frame": list(frame),
            "extent": list(base.extent),
            "metres_per_unit": [base.metres_per_unit],
            "free": [
                round(edge, 1)
                for corner in free_corners(
                    list(read_outlines("laea_mid").rings(code)),
                    frame,
                    [inset.box for inset in country_insets(code)],
                    VIEW_WIDTH,
                )
                for edge in corner
            ],
        }
    return measures


def build_country(code: str) -> str:
    """Return the SVG of one country, as fine as fits the byte budget."""
    for coarseness in (1.5, 2.5, 4, 6, 9, 13, 19, 28):
        written = _draw_country(code, coarseness)
        if len(written) <= BYTE_BUDGET:
            break
    return written


def _draw_country(code: str, coarseness: float) -> str:
    frame, base = country_measures(code)
    outlines = read_outlines("laea_hi")
    west, south, east, north = base.extent
    box = (
        (west - base.west) / base.metres_per_unit,
        (base.north - north) / base.metres_per_unit,
        (east - base.west) / base.metres_per_unit,
        (base.north - south) / base.metres_per_unit,
    )
    detail = Detail(near=coarseness, far=coarseness * 4, coast=60, island=coarseness * 4)
    sketch = Sketch(outlines, base, box, detail, [code])
    others = sorted(other for other in outlines.countries if other != code)
    body = "".join(
        (
            '<g id="map" stroke-linejoin="round">',
            water_lines(sketch.coast()),
            *(
                drawn_path(
                    sketch.land(other for other in others if (other in SCOPE) == in_scope),
                    fill=NEAR if in_scope else OFF,
                    stroke=NEAR_EDGE if in_scope else GROUND,
                    stroke_width="1",
                    vector_effect="non-scaling-stroke",
                )
                for in_scope in (False, True)
            ),
            drawn_path(
                sketch.land_or_square(code, SMALLEST_SQUARE),
                fill=LAND,
                stroke=EDGE,
                stroke_width="1.1",
                vector_effect="non-scaling-stroke",
            ),
            lake_shapes(base, box, coarseness, 20),
            river_lines(base, box, coarseness),
            admin1_lines(base, box, coarseness, list(outlines.rings(code))),
            "</g>",
            islands(country_insets(code), base),
        )
    )
    height = FILE_WIDTH * (frame[3] - frame[1]) / (frame[2] - frame[0])
    return document(FILE_WIDTH, height, body)
