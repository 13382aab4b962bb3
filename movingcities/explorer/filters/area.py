"""A part of the map: the rectangle that somebody looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from movingcities.map.frames import Frame, Inset
from movingcities.map.geometry import Box, box_of, boxes_meet

# Kilometres; all places we know lie well inside.
FARTHEST = 20_000
LONGEST_WRITTEN = 40


@dataclass(frozen=True, slots=True)
class Area:
    """West, south, east and north in whole kilometres of EPSG:3035, written “4300,3000,4600,3300”."""

    west: int
    south: int
    east: int
    north: int

    def __str__(self) -> str:
        return f"{self.west},{self.south},{self.east},{self.north}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The area that is written so; None for whatever is no rectangle on our map."""
        if len(text) > LONGEST_WRITTEN:
            return None
        numbers = [_whole_number(part) for part in text.split(",")]
        if len(numbers) != 4 or None in numbers:
            return None
        west, south, east, north = (number for number in numbers if number is not None)
        return cls(west, south, east, north) if west < east and south < north else None

    @property
    def box(self) -> Box:
        """The same in metres."""
        return self.west * 1000, self.south * 1000, self.east * 1000, self.north * 1000

    def condition(self, frame: Frame) -> Q:
        """The places that stand there on a map, those of far islands on their inset."""
        west, south, east, north = self.box
        inside = Q(easting__gte=west, easting__lte=east, northing__gte=south, northing__lte=north)
        for inset in frame.insets:
            if boxes_meet(self.box, inset.box):
                inside |= _on_inset(inset, self.box)
        return inside


def _on_inset(inset: Inset, box: Box) -> Q:
    """The places of an inset in a box of the host map: the sheets are small, so meridians are straight."""
    edges = inset.box
    corners = [
        inset.sheet.inverse(*inset.lift(easting, northing))
        for easting in (max(box[0], edges[0]), min(box[2], edges[2]))
        for northing in (max(box[1], edges[1]), min(box[3], edges[3]))
    ]
    west, south, east, north = box_of(corners)
    least_west, least_south, most_east, most_north = inset.sheet.reach
    return Q(
        longitude__gte=max(west, least_west),
        longitude__lte=min(east, most_east),
        latitude__gte=max(south, least_south),
        latitude__lte=min(north, most_north),
    )


def _whole_number(text: str) -> int | None:
    """Kilometres in plain digits, perhaps with a minus."""
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 5):
        return None
    number = int(text)
    return number if abs(number) <= FARTHEST else None
