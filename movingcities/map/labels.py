"""Names on the map: slips of ground colour beside their lights, and pins that fly a hoist."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from movingcities.map.geometry import Box, boxes_meet
from movingcities.map.lights import Kind, PlacedLight
from movingcities.map.text_width import text_width

SLIP_HEIGHT = 1.4
SLIP_PADDING = 0.32
BASELINE = 1.04
FLAG = 1.18
FLAG_GAP = 0.06
"""All in sizes of the type."""


@dataclass(frozen=True)
class Slip:
    """A name on a rectangle of ground colour, in view units; `here` marks the place the page is about."""

    left: float
    top: float
    width: float
    height: float
    text: str
    size: float
    here: bool = False

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height

    @property
    def middle(self) -> float:
        """Where the text is centred."""
        return self.left + self.width / 2

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.top + BASELINE * self.size


@dataclass(frozen=True)
class Flag:
    """One flag of a hoist: its letter and left edge in view units."""

    letter: str
    left: float


@dataclass(frozen=True)
class Pin:
    """A mast planted at a place with its hoist and its slip, to the right or to the left of it."""

    x: float
    y: float
    top: float
    flag_size: float
    flags: tuple[Flag, ...]
    slip: Slip
    leftward: bool
    box: Box


class Occupied:
    """Boxes that a new slip may not cover, sorted into squares so that a search stays short."""

    def __init__(self, boxes: Iterable[Box], square: float = 64.0) -> None:
        """Take the first boxes; `square` is the side of a square in view units."""
        self._square = square
        self._squares: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take one more box."""
        for square in self._touched(box):
            self._squares[square].append(box)

    def meets(self, box: Box) -> bool:
        """Say whether a box would cover any other."""
        left, top, right, bottom = box
        for square in self._touched(box):
            for other in self._squares.get(square, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return True
        return False

    def meeting(self, box: Box) -> set[Box]:
        """Return the boxes that a box would cover."""
        return {
            other
            for square in self._touched(box)
            for other in self._squares.get(square, ())
            if boxes_meet(other, box)
        }

    def _touched(self, box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (int(edge // self._square) for edge in box)
        return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]


def slip_at(left: float, top: float, text: str, size: float, here: bool = False) -> Slip:
    """Return a slip around a text with its corner at left and top."""
    width = text_width(text, size) + 2 * SLIP_PADDING * size
    return Slip(left, top, width, SLIP_HEIGHT * size, text, size, here)


def within(box: Box, bounds: Box) -> bool:
    """Say whether a box lies in bounds (left, top, right, bottom)."""
    return bounds[0] <= box[0] and bounds[1] <= box[1] and box[2] <= bounds[2] and box[3] <= bounds[3]


def light_box(placed: PlacedLight, radius: float) -> Box:
    """Return the square a light needs."""
    return placed.x - radius, placed.y - radius, placed.x + radius, placed.y + radius


def place_slips(
    lights: Sequence[PlacedLight],
    *,
    taken: Occupied,
    bounds: Box,
    size: float,
    limit: int,
    radii: Mapping[Kind, float],
    clearance: float,
    here: bool = False,
) -> tuple[Slip, ...]:
    """Give up to `limit` lights a slip, in the order given, where nothing is covered.

    Tried to the right, left, above and below, then at the corners; a light without room stays
    without a name. `radii` are those of each kind of light, `clearance` is the distance from its
    edge. Slips are added to `taken`.
    """
    placed_slips: list[Slip] = []
    for placed in lights:
        if len(placed_slips) >= limit:
            break
        if not placed.light.name:
            continue
        for slip in _candidates(placed, size, radii[placed.light.kind], clearance, here):
            if within(slip.box, bounds) and not taken.meets(slip.box):
                placed_slips.append(slip)
                taken.add(slip.box)
                break
    return tuple(placed_slips)


def _candidates(
    placed: PlacedLight, size: float, radius: float, clearance: float, here: bool
) -> Iterator[Slip]:
    x, y, name = placed.x, placed.y, placed.light.name
    first = slip_at(0, 0, name, size, here)
    width, height, gap = first.width, first.height, radius + clearance
    for left, top in (
        (x + gap, y - height / 2),
        (x - gap - width, y - height / 2),
        (x - width / 2, y - gap - height),
        (x - width / 2, y + gap),
        (x + radius, y - radius - height),
        (x + radius, y + radius),
        (x - radius - width, y - radius - height),
        (x - radius - width, y + radius),
    ):
        yield Slip(left, top, width, height, name, size, here)


def place_pins(
    lights: Sequence[PlacedLight],
    *,
    taken: Occupied,
    shining: Occupied,
    bounds: Box,
    size: float,
    lift: float,
    here: bool = False,
) -> tuple[Pin, ...]:
    """Plant a mast for each light where its flags and name fit, on the side that hides fewer lights.

    The flags fly to the right of the mast unless the frame, another pin or more lights stand there.
    `lift` is how far above the place the name hangs. `shining` holds the lights; what is planted is
    added to `taken`.
    """
    pins: list[Pin] = []
    for placed in lights:
        possible = [
            pin
            for pin in (_pin(placed, size, lift, leftward, here) for leftward in (False, True))
            if within(pin.box, bounds) and not taken.meets(pin.box)
        ]
        if not possible:
            continue
        best = min(possible, key=lambda pin: len(shining.meeting(pin.box)))
        pins.append(best)
        taken.add(best.box)
    return tuple(pins)


def _pin(placed: PlacedLight, size: float, lift: float, leftward: bool, here: bool) -> Pin:
    """Return a pin whose flags and slip stand flush on one side of the mast, and clear of the light."""
    flag, space = FLAG * size, FLAG_GAP * size
    away = size * 0.14
    letters = placed.light.hoist
    hoist_width = len(letters) * flag + max(len(letters) - 1, 0) * space
    slip = slip_at(0, 0, placed.light.name, size, here)
    bottom = placed.y - lift
    slip_top = bottom - slip.height
    flags_top = slip_top - space * 1.5 - flag if letters else slip_top
    start = placed.x - away - hoist_width if leftward else placed.x + away
    slip_left = placed.x - away - slip.width if leftward else placed.x + away
    flags = tuple(Flag(letter, start + index * (flag + space)) for index, letter in enumerate(letters))
    left = min(start, slip_left) if leftward else placed.x - away
    right = placed.x + away if leftward else max(start + hoist_width, slip_left + slip.width)
    return Pin(
        x=placed.x,
        y=placed.y,
        top=flags_top,
        flag_size=flag,
        flags=flags,
        slip=Slip(slip_left, slip_top, slip.width, slip.height, slip.text, size, here),
        leftward=leftward,
        box=(left, flags_top, right, bottom),
    )
