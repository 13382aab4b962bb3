"""Drawing a map: from lights to everything the template prints.

All functions are pure. They take words (title, description) from the caller and hold none themselves.
A `Drawing` knows how many lights it shows, which ones lie outside its frame and which have no
position, so that a page can say so in a sentence.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import hypot

from movingcities.map.constellation import Stretch, line_data, spanning_tree
from movingcities.map.frames import (
    EUROPE,
    EUROPE_WIDE,
    Frame,
    countries_frame,
    country_frame,
    locator_frame,
    network_frame,
)
from movingcities.map.geometry import Box
from movingcities.map.glow import Cell, Glow, glows
from movingcities.map.labelling import STYLES, DrawingKind, LabelSet, label_sets
from movingcities.map.lights import Light, LightLayer, LinkedLight, PlacedLight, layers, linked_lights
from movingcities.map.loupe import Loupe, draw_loupe, find_lens
from movingcities.map.projection import sheet_of

LOCATOR_MARGIN = (60.0, 130.0)
"""View units at the sides, and above and below, that a page may crop to fill its column."""


@dataclass(frozen=True)
class Mark:
    """The dashed ring around a place that has not hoisted its flags; coordinates in view units."""

    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """One drawn map, ready for `{% drawn_map %}`."""

    kind: DrawingKind
    frame: Frame
    title: str
    description: str
    drawn_count: int
    """How many places the picture shows, those summed up in cells among them."""
    layers: tuple[LightLayer, ...] = ()
    linked: tuple[LinkedLight, ...] = ()
    glows: tuple[Glow, ...] = ()
    lines: str = ""
    second_lines: str = ""
    """The line of a network laid over the first."""
    labels: tuple[LabelSet, ...] = ()
    mark: Mark | None = None
    loupe: Loupe | None = None
    """A crowded corner drawn once more and larger; its lights are not counted twice."""
    outside: tuple[Light, ...] = field(default=(), repr=False)
    outside_count: int = 0
    """How many places lie outside the frame, those in cells among them."""
    without_position: tuple[Light, ...] = field(default=(), repr=False)

    @property
    def view_box(self) -> str:
        """The `viewBox` of the picture."""
        return f"0 0 {self.frame.width:g} {self.frame.height:g}"

    @property
    def fit(self) -> str:
        """How the picture fills a box of another ratio (`preserveAspectRatio`).

        Europe keeps to the right, so that room is left over in the Atlantic and no land ends in a straight
        line beside it; a locator is cropped to fill its column.
        """
        return {
            "wide": "xMaxYMid meet",
            "europe": "xMaxYMid meet",
            "locator": "xMidYMid slice",
        }.get(self.kind, "xMidYMid meet")

    @property
    def base_file(self) -> str:
        """Static path of the outlines; `#map` in it is the land, `#islands` what is set into the sea."""
        return self.frame.base.file

    @property
    def base_transform(self) -> str:
        """From the units of the outlines to those of the picture."""
        return self.frame.base_transform

    @property
    def has_islands(self) -> bool:
        """Say whether far islands are set into the picture."""
        return bool(self.frame.insets)


@dataclass(frozen=True)
class _Sorted:
    placed: tuple[PlacedLight, ...]
    outside: tuple[Light, ...]
    without_position: tuple[Light, ...]


def _sort(lights: Iterable[Light], frame: Frame) -> _Sorted:
    placed, outside, without = [], [], []
    for light in lights:
        if light.longitude is None or light.latitude is None:
            without.append(light)
            continue
        spot = frame.place(light.longitude, light.latitude)
        if spot is None:
            outside.append(light)
        else:
            placed.append(PlacedLight(spot[0], spot[1], light))
    return _Sorted(tuple(placed), tuple(outside), tuple(without))


def _draw(
    kind: DrawingKind,
    frame: Frame,
    lights: Iterable[Light],
    *,
    title: str,
    description: str = "",
    linked: bool = False,
    pins: Sequence[Light] = (),
    cells: Iterable[Cell] = (),
    lines: Sequence[Stretch] = (),
    second_lines: Sequence[Stretch] = (),
    labelled: bool = True,
) -> Drawing:
    found = _sort(lights, frame)
    unit = STYLES[kind].unit
    links = [one for one in found.placed if linked and one.light.href]
    plain = [one for one in found.placed if not (linked and one.light.href)]
    glowing, in_cells, beyond = glows(tuple(cells), frame)
    lens = find_lens(found.placed, frame, unit) if labelled else None
    nameable = [
        replace(one, light=replace(one.light, name="")) if lens and lens.repeats(one.x, one.y) else one
        for one in found.placed
    ]
    return Drawing(
        kind=kind,
        frame=frame,
        title=title,
        description=description,
        drawn_count=len(found.placed) + in_cells,
        layers=layers(plain, unit),
        linked=linked_lights(links, unit),
        glows=glowing,
        lines=line_data(lines),
        second_lines=line_data(second_lines),
        labels=label_sets(
            kind,
            frame,
            nameable,
            pinned=_sort(pins, frame).placed,
            lines=[*lines, *second_lines, *(lens.guides if lens else ())],
            reserved=lens.reserved if lens else (),
        )
        if labelled
        else (),
        loupe=draw_loupe(lens, kind, found.placed, lines, second_lines) if lens else None,
        outside=found.outside,
        outside_count=len(found.outside) + beyond,
        without_position=found.without_position,
    )


def draw_europe(
    lights: Iterable[Light],
    *,
    title: str,
    description: str = "",
    wide: bool = False,
    pins: Sequence[Light] = (),
    cells: Iterable[Cell] = (),
    linked: bool = False,
    labelled: bool = True,
) -> Drawing:
    """Draw places on all Europe; `wide` leaves the Atlantic free for a headline.

    `pins` are places whose hoist is planted, most important first; give them among the lights too.
    `cells` are many places summed up (see `glow`). With `linked`, lights that have an `href` are links.
    """
    return _draw(
        "wide" if wide else "europe",
        EUROPE_WIDE if wide else EUROPE,
        lights,
        title=title,
        description=description,
        linked=linked,
        pins=pins,
        cells=cells,
        labelled=labelled,
    )


def draw_country(code: str, lights: Iterable[Light], *, title: str, labelled: bool = True) -> Drawing | None:
    """Draw places in a country's own frame; None where we hold no outlines (overseas)."""
    frame = country_frame(code)
    if frame is None:
        return None
    return _draw("country", frame, lights, title=title, labelled=labelled)


def draw_countries(
    codes: Collection[str],
    lights: Iterable[Light],
    *,
    title: str,
    cells: Iterable[Cell] = (),
    linked: bool = False,
) -> Drawing:
    """Draw places of one or several countries together, of all Europe where that is the better frame.

    The other arguments are those of `draw_europe`.
    """
    frame = countries_frame(codes)
    kind: DrawingKind = "europe" if frame == EUROPE else "country"
    return _draw(kind, frame, lights, title=title, cells=cells, linked=linked)


def draw_constellation(
    members: Iterable[Light],
    *,
    countries: Iterable[str],
    title: str,
    description: str = "",
    others: Iterable[Light] = (),
    linked: bool = False,
) -> Drawing:
    """Draw the members of a network, joined by the shortest line that reaches all, over pale other places.

    `countries` are the codes of the countries the members lie in; a network of one country is
    drawn on that country's map. Far islands have a line of their own. Only members are counted.
    With members of the kinds `second` and `both`, a second network lies over the first: the frame stays
    that of the first, the line of the second joins those two kinds, that of the first all but `second`.
    """
    members = list(members)
    frame = network_frame(_positions(one for one in members if one.kind != "second"), countries)
    kind: DrawingKind = "constellation"
    if frame == EUROPE:
        kind = "europe"
    elif frame.base != EUROPE.base:
        kind = "country"
    placed = _sort(members, frame).placed
    drawing = _draw(
        kind,
        frame,
        members,
        title=title,
        description=description,
        linked=linked,
        lines=_joined(one for one in placed if one.light.kind != "second"),
        second_lines=_joined(one for one in placed if one.light.kind in ("second", "both")),
    )
    taken = {(light.longitude, light.latitude) for light in members}
    pale = [
        replace(light, kind="pale", href="")
        for light in others
        if (light.longitude, light.latitude) not in taken
    ]
    return replace(
        drawing,
        layers=layers(_sort(pale, frame).placed, STYLES[kind].unit) + drawing.layers,
    )


def _joined(lights: Iterable[PlacedLight]) -> list[Stretch]:
    """Return the line that joins lights; far islands have one of their own."""
    by_sheet: dict[str, list[tuple[float, float]]] = {}
    for one in lights:
        sheet = sheet_of(one.light.longitude or 0, one.light.latitude or 0)
        by_sheet.setdefault(sheet.name if sheet else "", []).append((one.x, one.y))
    return [line for points in by_sheet.values() for line in spanning_tree(points)]


def draw_locator(
    place: Light,
    neighbours: Iterable[Light],
    *,
    country: str,
    active: bool,
    title: str,
    description: str = "",
    linked: bool = False,
) -> Drawing | None:
    """Draw where a place lies and the lights near it; None where we hold no outlines or no position.

    An active place plants its hoist; another gets a dashed ring. Names keep clear of the edges,
    which a page may crop to fill its column. `drawn_count` counts the neighbours.
    """
    if place.longitude is None or place.latitude is None:
        return None
    spot = (place.longitude, place.latitude)
    neighbours = [light for light in neighbours if (light.longitude, light.latitude) != spot]
    frame = locator_frame(*spot, country, _positions(neighbours))
    standing = frame.place(*spot) if frame is not None else None
    if frame is None or standing is None:
        return None
    here = PlacedLight(*standing, place if active else replace(place, hoist=""))
    found = _sort(neighbours, frame)
    near = [
        replace(one, light=replace(one.light, weight=-hypot(one.x - here.x, one.y - here.y)))
        for one in found.placed
    ]
    unit = STYLES["locator"].unit
    plain = [one for one in near if not (linked and one.light.href)]
    own = [here] if active else []
    return Drawing(
        kind="locator",
        frame=frame,
        title=title,
        description=description,
        drawn_count=len(near),
        layers=layers(plain + own, unit),
        linked=linked_lights([one for one in near if linked and one.light.href], unit),
        labels=label_sets("locator", frame, near + own, here=here, margin=LOCATOR_MARGIN),
        mark=None if active else Mark(round(here.x), round(here.y)),
        outside=found.outside,
        outside_count=len(found.outside),
        without_position=found.without_position,
    )


def outlined(drawing: Drawing, box: Box) -> Drawing:
    """Draw a line around the part of the map, in metres, whose places are shown; none where it is all."""
    frame = drawing.frame
    west, south, east, north = (
        max(box[0], frame.west),
        max(box[1], frame.south),
        min(box[2], frame.east),
        min(box[3], frame.north),
    )
    if west >= east or south >= north or (west, south, east, north) == frame.box:
        return drawing
    left, top = frame.to_view(west, north)
    right, bottom = frame.to_view(east, south)
    line = f"M{left:.0f} {top:.0f}H{right:.0f}V{bottom:.0f}H{left:.0f}Z"
    return replace(drawing, lines=drawing.lines + line)


def _positions(lights: Iterable[Light]) -> list[tuple[float, float]]:
    return [
        (light.longitude, light.latitude)
        for light in lights
        if light.longitude is not None and light.latitude is not None
    ]
