"""Places as lights: what a map is given, and how many of them become a few short paths."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from movingcities.map.geometry import point_data

Kind = Literal["story", "network", "pale", "second", "both"]

KINDS: tuple[Kind, ...] = ("pale", "second", "network", "story", "both")
"""In the order they are painted: what has most to tell lies on top."""

_CROWDING: frozenset[Kind] = frozenset({"network", "second", "both"})

CROWD_REACH = 9.0
CROWD_SIZE = 4
"""A light is drawn small where so many others stand within so many pixels of it."""

TOUCHING = 8.0
"""Lights nearer to each other than this, in pixels, lie in different layers, so that each keeps its ring."""

LAYERS = 5


@dataclass(frozen=True)
class Light:
    """A place as the map is given it.

    Longitude and latitude are degrees, not metres, because far islands have a projection of
    their own; None when the place has no position yet. Kind: `story` has a story or an approach,
    `network` stands in a network or decided, `pale` any other place; where two networks lie over each
    other, `second` stands in the second only and `both` in both. `hoist` is one to three letters A to
    Z; the larger the `weight`, the sooner it gets a name on the map.
    """

    longitude: float | None
    latitude: float | None
    name: str = ""
    kind: Kind = "network"
    href: str = ""
    hoist: str = ""
    weight: float = 0


@dataclass(frozen=True)
class PlacedLight:
    """A light and where it stands, in view units."""

    x: float
    y: float
    light: Light


@dataclass(frozen=True)
class LightLayer:
    """Lights of one kind and size that do not touch, as one path of points."""

    kind: Kind
    small: bool
    dots: str
    count: int


@dataclass(frozen=True)
class LinkedLight:
    """A light that can be clicked; coordinates in view units."""

    x: int
    y: int
    kind: Kind
    small: bool
    name: str
    href: str


class Crowd:
    """Finds the lights near a point without looking at all of them."""

    def __init__(self, lights: Iterable[PlacedLight], reach: float) -> None:
        """Sort lights into squares of `reach` view units."""
        self._reach = reach
        self._squares: dict[tuple[int, int], list[PlacedLight]] = defaultdict(list)
        for placed in lights:
            self.add(placed)

    def add(self, placed: PlacedLight) -> None:
        """Add one light."""
        self._squares[int(placed.x // self._reach), int(placed.y // self._reach)].append(placed)

    def near(self, x: float, y: float) -> list[PlacedLight]:
        """Return the lights at most `reach` away from a point."""
        column, row = int(x // self._reach), int(y // self._reach)
        squared = self._reach**2
        found = []
        for square_x in (column - 1, column, column + 1):
            for square_y in (row - 1, row, row + 1):
                for placed in self._squares.get((square_x, square_y), ()):
                    if (placed.x - x) ** 2 + (placed.y - y) ** 2 <= squared:
                        found.append(placed)
        return found


def crowded(lights: Sequence[PlacedLight], unit: float) -> set[int]:
    """Return the indexes of lights that stand in a crowd; `unit` is view units in a pixel."""
    shining = [placed for placed in lights if placed.light.kind != "pale"]
    crowd = Crowd(shining, CROWD_REACH * unit)
    return {
        index
        for index, placed in enumerate(lights)
        if placed.light.kind in _CROWDING and len(crowd.near(placed.x, placed.y)) > CROWD_SIZE
    }


def layers(lights: Sequence[PlacedLight], unit: float) -> tuple[LightLayer, ...]:
    """Return all lights as few paths, in painting order."""
    small = crowded(lights, unit)
    written: list[LightLayer] = []
    for kind in KINDS:
        indexes = [index for index, placed in enumerate(lights) if placed.light.kind == kind]
        indexes.sort(key=lambda index: (index not in small, lights[index].y, lights[index].x))
        for is_small in (True, False):
            group = [lights[index] for index in indexes if (index in small) == is_small]
            parts = [group] if kind == "pale" else _apart(group, TOUCHING * unit)
            written.extend(
                LightLayer(kind, is_small, point_data((placed.x, placed.y) for placed in part), len(part))
                for part in parts
                if part
            )
    return tuple(written)


def _apart(lights: Sequence[PlacedLight], distance: float) -> list[list[PlacedLight]]:
    """Split lights into layers within which hardly any touch (greedy colouring)."""
    parts: list[list[PlacedLight]] = [[] for _ in range(LAYERS)]
    crowds = [Crowd((), distance) for _ in range(LAYERS)]
    for placed in lights:
        room = next(
            (layer for layer in range(LAYERS) if not crowds[layer].near(placed.x, placed.y)), LAYERS - 1
        )
        parts[room].append(placed)
        crowds[room].add(placed)
    return parts


def linked_lights(lights: Sequence[PlacedLight], unit: float) -> tuple[LinkedLight, ...]:
    """Return lights one by one for a map whose lights are links, in painting order."""
    small = crowded(lights, unit)
    order = sorted(
        range(len(lights)), key=lambda index: (KINDS.index(lights[index].light.kind), lights[index].y)
    )
    return tuple(
        LinkedLight(
            round(lights[index].x),
            round(lights[index].y),
            lights[index].light.kind,
            index in small,
            lights[index].light.name,
            lights[index].light.href,
        )
        for index in order
    )
