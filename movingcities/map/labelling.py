"""Which names a map shows at which size of its picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from movingcities.map.frames import Frame
from movingcities.map.geometry import Box, Point
from movingcities.map.labels import Occupied, Pin, Slip, light_box, place_pins, place_slips
from movingcities.map.lights import Kind, PlacedLight

DrawingKind = Literal["europe", "wide", "country", "constellation", "locator"]


@dataclass(frozen=True)
class LabelPlan:
    """One set of names: for how large a picture, its type size in view units, how many slips and pins.

    `name` is large, middle or small; `light_scale` is how much larger the style sheet draws lights
    where this set is shown.
    """

    name: str
    size: float
    slips: int
    pins: int
    light_scale: float


@dataclass(frozen=True)
class Style:
    """What map.css assumes of one kind of map: view units in a pixel, and its sets of names."""

    unit: float
    plans: tuple[LabelPlan, ...]


STYLES: dict[DrawingKind, Style] = {
    "europe": Style(2.0, (LabelPlan("large", 34, 14, 8, 1.15), LabelPlan("small", 54, 7, 4, 1.25))),
    "wide": Style(1.25, (LabelPlan("large", 20, 12, 12, 1.0),)),
    "country": Style(2.0, (LabelPlan("large", 34, 18, 6, 1.15), LabelPlan("small", 54, 9, 3, 1.6))),
    "constellation": Style(
        1.2,
        (
            LabelPlan("large", 20, 22, 0, 1.0),
            LabelPlan("middle", 32, 14, 0, 1.5),
            LabelPlan("small", 50, 8, 0, 2.3),
        ),
    ),
    "locator": Style(2.0, (LabelPlan("large", 33, 9, 1, 1.15), LabelPlan("small", 44, 6, 1, 1.6))),
}

RADIUS: dict[Kind, float] = {"story": 7.7, "network": 4.8, "pale": 2.0, "second": 5.2, "both": 8.5}
"""Of a light with its edge, in pixels; map.css draws them."""

UNLIT_RADIUS = 11.5
"""Of the dashed ring, in pixels."""

CLEARANCE = 2.5
"""Pixels between a light and its slip."""

HERE = 1.08
"""How much larger the name of the place is that a map is about."""


@dataclass(frozen=True)
class LabelSet:
    """The names shown at one size of the picture: large, middle or small."""

    name: str
    pins: tuple[Pin, ...]
    slips: tuple[Slip, ...]


def label_sets(
    kind: DrawingKind,
    frame: Frame,
    lights: Sequence[PlacedLight],
    *,
    pinned: Sequence[PlacedLight] = (),
    here: PlacedLight | None = None,
    lines: Sequence[tuple[Point, Point]] = (),
    reserved: Sequence[Box] = (),
    margin: tuple[float, float] = (6, 6),
) -> tuple[LabelSet, ...]:
    """Place every set of names of a map: first what it is about, then pins, then lights by weight.

    No name lies on one of the `lines` or `reserved` boxes; `margin` keeps names off the left and right,
    and the upper and lower edge, in view units.
    """
    bounds = (margin[0], margin[1], frame.width - margin[0], frame.height - margin[1])
    style = STYLES[kind]
    boxes = [*reserved, *inset_edges(frame)]
    return tuple(
        _label_set(plan, style.unit * plan.light_scale, lights, pinned, here, lines, boxes, bounds)
        for plan in style.plans
    )


def _label_set(
    plan: LabelPlan,
    scale: float,
    lights: Sequence[PlacedLight],
    pinned: Sequence[PlacedLight],
    here: PlacedLight | None,
    lines: Sequence[tuple[Point, Point]],
    reserved: Sequence[Box],
    bounds: Box,
) -> LabelSet:
    radii = {kind: radius * scale for kind, radius in RADIUS.items()}
    clearance = CLEARANCE * scale
    boxes = {one: light_box(one, radii[one.light.kind]) for one in lights}
    shining = Occupied(box for one, box in boxes.items() if one.light.kind != "pale")
    taken = Occupied(reserved)
    planted = [here] if here is not None and here.light.hoist else list(pinned[: plan.pins])
    pins = place_pins(
        planted,
        taken=taken,
        shining=shining,
        bounds=bounds,
        size=plan.size * (HERE if here else 1),
        lift=radii["network"],
        here=here is not None,
    )
    for box in boxes.values():
        taken.add(box)
    slips: tuple[Slip, ...] = ()
    if here is not None and not pins:
        # The place a map is about always has its name, over a light if there is no other room.
        for room in (taken, Occupied(reserved)):
            slips = slips or place_slips(
                [here],
                taken=room,
                bounds=bounds,
                size=plan.size * HERE,
                limit=1,
                radii=dict.fromkeys(radii, UNLIT_RADIUS * scale),
                clearance=clearance,
                here=True,
            )
        for slip in slips:
            taken.add(slip.box)
    for start, end in lines:
        for box in _beads(start, end, plan.size * 0.4):
            taken.add(box)
    named = {(pin.x, pin.y) for pin in pins}
    if here is not None:
        named.add((here.x, here.y))
    waiting = [one for one in lights if one.light.kind != "pale" and (one.x, one.y) not in named]
    waiting.sort(key=lambda one: (-one.light.weight, one.light.name))
    slips += place_slips(
        waiting,
        taken=taken,
        bounds=bounds,
        size=plan.size,
        limit=plan.slips - len(pins),
        radii=radii,
        clearance=clearance,
    )
    return LabelSet(plan.name, pins, slips)


def _beads(start: Point, end: Point, size: float) -> Iterator[Box]:
    """Yield small boxes strung along a line."""
    count = max(1, round(hypot(end[0] - start[0], end[1] - start[1]) / size))
    for index in range(count + 1):
        x = start[0] + (end[0] - start[0]) * index / count
        y = start[1] + (end[1] - start[1]) * index / count
        yield x - size / 4, y - size / 4, x + size / 4, y + size / 4


def inset_edges(frame: Frame) -> list[Box]:
    """Return thin boxes along the frames of set-in islands, over which no name should lie."""
    edges = []
    for inset in frame.insets:
        west, south, east, north = inset.box
        edges += edges_of((*frame.to_view(west, north), *frame.to_view(east, south)))
    return edges


def edges_of(box: Box) -> list[Box]:
    """Return the four edges of a box as thin boxes."""
    left, top, right, bottom = box
    return [
        (left - 2, top - 2, right + 2, top + 2),
        (left - 2, bottom - 2, right + 2, bottom + 2),
        (left - 2, top - 2, left + 2, bottom + 2),
        (right - 2, top - 2, right + 2, bottom + 2),
    ]
