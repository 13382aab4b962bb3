"""A drawn map as an SVG that stands alone, for pictures outside a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.template.loader import render_to_string

from movingcities.design.pictures import colours, written_out
from movingcities.map.drawing import Drawing
from movingcities.map.geometry import point_data
from movingcities.map.labelling import STYLES
from movingcities.map.lights import LightLayer

STATIC = Path(__file__).parent / "static"

# In pixels, as map.css draws them by day: the body of a light, and how much its edge adds.
SIZES = {"pale": (3.0, 0.0), "network": (7.0, 2.6), "story": (12.0, 3.0)}
SMALL_SIZES = {"network": (5.0, 2.0)}
EYE = 0.4
LINE, LINE_EDGE = 1.6, 3.6

NEIGHBOUR_LAND = {"near": "#2E435A", "near-edge": "#F7F4EC66"}
"""Around a place, neighbouring countries are land too, a tone lighter (map.css, `.map-locator`)."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, or points drawn as lines of no length; the width in view units, as SVG writes numbers."""

    path: str
    colour: str
    width: str


def map_picture(
    drawing: Drawing,
    *,
    box: tuple[int, int, int, int],
    fit: str,
    grow: float = 1,
    here: tuple[float, float] | None = None,
) -> str:
    """An `<svg>` element for a box (left, top, width, height; pixels) of a larger picture, without names.

    `fit` is its `preserveAspectRatio`; `grow` enlarges the lights, as a style sheet does on a phone;
    `here` (longitude and latitude, degrees) gets a ring around its light.
    """
    left, top, width, height = box
    unit = STYLES[drawing.kind].unit * grow
    context = {
        "drawing": drawing,
        "left": left,
        "top": top,
        "width": width,
        "height": height,
        "fit": fit,
        "base": _base(drawing.base_file, drawing.has_islands, drawing.kind == "locator"),
        "strokes": [
            *_lines(drawing, unit),
            *_lights(drawing.layers, unit),
            *(_ring(drawing.frame.place(*here), unit) if here else ()),
        ],
    }
    return render_to_string("map/picture.svg", context)


def _lines(drawing: Drawing, unit: float) -> Iterator[Stroke]:
    if drawing.lines:
        yield Stroke(drawing.lines, colours()["land-edge"], _written(LINE_EDGE * unit))
        yield Stroke(drawing.lines, colours()["yellow"], _written(LINE * unit))


def _lights(layers: tuple[LightLayer, ...], unit: float) -> Iterator[Stroke]:
    for layer in layers:
        light, rim = (SMALL_SIZES if layer.small else SIZES).get(layer.kind, SIZES[layer.kind])
        if rim:
            yield Stroke(layer.dots, colours()["land-edge"], _written((light + rim) * unit))
        yield Stroke(layer.dots, colours()["yellow" if rim else "dim"], _written(light * unit))
        if layer.kind == "story":
            yield Stroke(layer.dots, colours()["ink"], _written(light * EYE * unit))


def _ring(spot: tuple[float, float] | None, unit: float) -> Iterator[Stroke]:
    if spot is None:
        return
    light, _rim = SIZES["story"]
    path = point_data([spot])
    # Discs on discs: ground, ink, light, eye.
    for colour, size in (("ground", 3.6), ("ink", 3.1), ("yellow", 2.6), ("ink", 1.1)):
        yield Stroke(path, colours()[colour], _written(light * size * unit))


def _written(number: float) -> str:
    return f"{number:.3g}"


@lru_cache(maxsize=16)
def _base(file: str, has_islands: bool, is_locator: bool) -> str:
    """The outlines of a base file, colours written out; the file's own ground is left out."""
    svg = (STATIC / file).read_text(encoding="utf-8").rstrip().removesuffix("</svg>")
    # The groups stand one after the other at the top of the file.
    parts = re.split(r'(?=<g id="(?:map|islands)")', svg)
    shown = ('<g id="map"', '<g id="islands"') if has_islands else ('<g id="map"',)
    chosen = "".join(part for part in parts if part.startswith(shown))
    return written_out(chosen, NEIGHBOUR_LAND if is_locator else {})
