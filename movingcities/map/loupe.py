"""A crowded corner of a country, drawn larger where the picture has room.

Over a hundred members of one network stand in Calabria: on a map of Italy they are one heap. A loupe
repeats the heap, two to five times as large, over sea or neighbours; what it repeats is framed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from movingcities.map.constellation import Stretch, line_data
from movingcities.map.frames import Frame
from movingcities.map.geometry import Box, Point, box_of, boxes_meet
from movingcities.map.labelling import RADIUS, STYLES, DrawingKind, LabelSet, edges_of, label_sets
from movingcities.map.labels import light_box
from movingcities.map.lights import Crowd, LightLayer, PlacedLight, crowded, layers

HEAP_REACH = 22.0
"""Pixels from one light of a heap to the next."""

HEAP_SIZE, HEAP_CROWDED = 30, 15
"""Lights a heap needs, and how many of them must stand in a crowd, before a loupe is worth its room."""

LEAST, MOST = 2.0, 5.0
"""How much larger a loupe draws; below the least it would not help."""

STRETCH = 1.8
"""How far a lens may widen beyond its heap to fill the free corner: surroundings, and room for names."""

MARGIN = 14.0
"""View units around a heap, and between a loupe and the edge of the picture."""


@dataclass(frozen=True)
class Lens:
    """Where a loupe stands and what it repeats, both in view units, and its own frame."""

    box: Box
    source: Box
    frame: Frame

    def enlarge(self, point: Point) -> Point:
        """Return where a point of the picture lies in the loupe, from its corner."""
        growth = (self.box[2] - self.box[0]) / (self.source[2] - self.source[0])
        return (point[0] - self.source[0]) * growth, (point[1] - self.source[1]) * growth

    def repeats(self, x: float, y: float) -> bool:
        """Say whether the loupe repeats a point of the picture."""
        left, top, right, bottom = self.source
        return left <= x <= right and top <= y <= bottom

    @property
    def guides(self) -> list[Stretch]:
        """Two lines from what is repeated to the loupe, outside both."""
        left, top, right, bottom = self.source
        box_left, box_top, box_right, box_bottom = self.box
        if box_bottom < top:
            return [((left, top), (box_left, box_bottom)), ((right, top), (box_right, box_bottom))]
        if box_top > bottom:
            return [((left, bottom), (box_left, box_top)), ((right, bottom), (box_right, box_top))]
        if box_right < left:
            return [((left, top), (box_right, box_top)), ((left, bottom), (box_right, box_bottom))]
        return [((right, top), (box_left, box_top)), ((right, bottom), (box_left, box_bottom))]

    @property
    def reserved(self) -> list[Box]:
        """What no other name may cover."""
        return [self.box, *edges_of(self.source)]


@dataclass(frozen=True)
class Loupe:
    """A loupe with all it shows; coordinates of lights, lines and names count from its own corner."""

    lens: Lens
    layers: tuple[LightLayer, ...]
    lines: str
    second_lines: str
    labels: tuple[LabelSet, ...]

    @property
    def left(self) -> float:
        """View units from the left edge of the picture."""
        return self.lens.box[0]

    @property
    def top(self) -> float:
        """View units from the upper edge of the picture."""
        return self.lens.box[1]

    @property
    def width(self) -> float:
        """View units."""
        return self.lens.frame.width

    @property
    def height(self) -> float:
        """View units."""
        return self.lens.frame.height

    @property
    def source_outline(self) -> str:
        """Path data of the frame around what the loupe repeats."""
        left, top, right, bottom = (round(edge) for edge in self.lens.source)
        return f"M{left} {top}H{right}V{bottom}H{left}z"

    @property
    def guides(self) -> str:
        """Path data of the two lines that lead from there to the loupe."""
        return line_data(self.lens.guides)


def find_lens(lights: Sequence[PlacedLight], frame: Frame, unit: float) -> Lens | None:
    """Return a lens for the largest heap of lights if the frame has a free corner for it."""
    heap = _largest_heap(lights, unit) if frame.free else []
    if not heap:
        return None
    tight = box_of((placed.x, placed.y) for placed in heap)
    lenses = []
    for free in frame.free:
        room = (free[2] - free[0] - 2 * MARGIN, free[3] - free[1] - 2 * MARGIN)
        source = _clear_of_lights(_stretched(tight, room[0] / room[1]), lights, RADIUS["story"] * unit)
        width, height = source[2] - source[0], source[3] - source[1]
        growth = min(room[0] / width, room[1] / height, MOST)
        hides = boxes_meet(free, source) or any(boxes_meet(free, light_box(one, 1)) for one in lights)
        if growth >= LEAST and not hides:
            box = _in_corner(free, width * growth, height * growth, frame)
            west, north = _metres(frame, source[0], source[1])
            east, south = _metres(frame, source[2], source[3])
            inner = Frame(west, south, east, north, box[2] - box[0], box[3] - box[1], frame.base)
            lenses.append((growth, Lens(box, source, inner)))
    return max(lenses, key=lambda pair: pair[0])[1] if lenses else None


def _stretched(box: Box, ratio: float) -> Box:
    """Return a box with a margin, stretched a little towards a ratio of width to height."""
    left, top, right, bottom = box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN
    width, height = right - left, bottom - top
    more_width = max(0.0, min(height * ratio, width * STRETCH) - width)
    more_height = max(0.0, min(width / ratio, height * STRETCH) - height)
    return (
        left - more_width / 2,
        top - more_height / 2,
        right + more_width / 2,
        bottom + more_height / 2,
    )


def _clear_of_lights(box: Box, lights: Sequence[PlacedLight], radius: float) -> Box:
    """Move edges outwards until none cuts a light, as far as that is possible in a few steps."""
    left, top, right, bottom = box
    for _ in range(6):
        beside = [one for one in lights if top - radius < one.y < bottom + radius]
        above = [one for one in lights if left - radius < one.x < right + radius]
        left = min([left, *(one.x - radius for one in beside if abs(one.x - left) < radius)])
        right = max([right, *(one.x + radius for one in beside if abs(one.x - right) < radius)])
        top = min([top, *(one.y - radius for one in above if abs(one.y - top) < radius)])
        bottom = max([bottom, *(one.y + radius for one in above if abs(one.y - bottom) < radius)])
    return left, top, right, bottom


def draw_loupe(
    lens: Lens,
    kind: DrawingKind,
    lights: Sequence[PlacedLight],
    lines: Sequence[Stretch],
    second_lines: Sequence[Stretch] = (),
) -> Loupe:
    """Return the loupe with the lights and lines it repeats, and names of its own."""
    inside = [
        PlacedLight(*lens.enlarge((placed.x, placed.y)), placed.light)
        for placed in lights
        if lens.repeats(placed.x, placed.y)
    ]
    first, second = _repeated(lens, lines), _repeated(lens, second_lines)
    return Loupe(
        lens=lens,
        layers=layers(inside, STYLES[kind].unit),
        lines=line_data(first),
        second_lines=line_data(second),
        labels=label_sets(kind, lens.frame, inside, lines=[*first, *second]),
    )


def _repeated(lens: Lens, lines: Sequence[Stretch]) -> list[Stretch]:
    """Return the lines that cross the loupe, enlarged."""
    window = (0, 0, lens.frame.width, lens.frame.height)
    stretches = [(lens.enlarge(start), lens.enlarge(end)) for start, end in lines]
    return [stretch for stretch in stretches if boxes_meet(_around(stretch), window)]


def _around(stretch: Stretch) -> Box:
    left, top, right, bottom = box_of(stretch)
    return left - 1, top - 1, right + 1, bottom + 1


def _largest_heap(lights: Sequence[PlacedLight], unit: float) -> list[PlacedLight]:
    """Return the largest group of lights that hang together, empty if none is crowded enough."""
    small = {id(lights[index]) for index in crowded(lights, unit)}
    crowd = Crowd(lights, HEAP_REACH * unit)
    seen: set[int] = set()
    largest: list[PlacedLight] = []
    for first in lights:
        if id(first) in seen or id(first) not in small:
            continue
        heap, waiting = [], [first]
        seen.add(id(first))
        while waiting:
            placed = waiting.pop()
            heap.append(placed)
            for near in crowd.near(placed.x, placed.y):
                if id(near) not in seen:
                    seen.add(id(near))
                    waiting.append(near)
        if len(heap) > len(largest):
            largest = heap
    enough = len(largest) >= HEAP_SIZE and sum(id(placed) in small for placed in largest) >= HEAP_CROWDED
    return largest if enough else []


def _in_corner(free: Box, width: float, height: float, frame: Frame) -> Box:
    """Put a box of a size into the corner of the picture that a free box touches, in whole units."""
    left = MARGIN if free[0] <= 0 else frame.width - MARGIN - width
    top = MARGIN if free[1] <= 0 else frame.height - MARGIN - height
    return round(left), round(top), round(left + width), round(top + height)


def _metres(frame: Frame, x: float, y: float) -> tuple[float, float]:
    return frame.west + x * frame.metres_per_unit, frame.north - y * frame.metres_per_unit
