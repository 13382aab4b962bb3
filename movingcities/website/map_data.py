"""What the script of the map is given: lights in columns, small enough for every change of a filter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from movingcities.explorer.filters import PlaceFilter, map_frame
from movingcities.explorer.queries.first_years import first_years
from movingcities.explorer.queries.place_counts import count_places
from movingcities.map.frames import Frame
from movingcities.map.projection import sheet_of
from movingcities.places.models import Place
from movingcities.website.lights import light_of

UNIT = 100
"""Metres in one unit of a position: finer than a pixel at every zoom we draw."""


def lights_of(view: PlaceFilter, language: str) -> dict[str, Any]:
    """The active places of a view in columns that have one entry a light; seven queries at most.

    `e`, `n`: where the light stands on the map of the view, in units of `unit` metres of EPSG:3035, far
    islands on their inset; the first as it is, each other as the difference to the one before. `kind`: one
    character a light, s(tory) or n(etwork). `names` in the reader's language, `langs` the language of those
    that are in another. `paths`: country and slug. `hoists`: letters flown. `years`: of the earliest dated
    fact, 0 where no source gives a date; `undated` counts them.

    `outside` places lie beyond the outlines, `unplaced` ones have no position, of `pale` ones nothing is
    known: together with the lights they are `total`, the number of the list.
    """
    frame = map_frame(view.countries)
    places = list(view.queryset().active().for_lights(everywhere=True).order_by(*_ORDER))
    counts = count_places(view)
    spots = [(place, standing) for place in places if (standing := spot_on(frame, place))]
    said = [place.name_in(language) for place, _spot in spots]
    known = first_years()
    years = [known.get(place.pk, 0) for place, _spot in spots]
    unplaced = sum(place.easting is None for place in places)
    return {
        "unit": UNIT,
        "total": counts.total,
        "outside": len(places) - unplaced - len(spots),
        "unplaced": unplaced,
        "pale": counts.total - len(places),
        "undated": years.count(0),
        "e": differences([easting for _place, (easting, _northing) in spots]),
        "n": differences([northing for _place, (_easting, northing) in spots]),
        "kind": "".join(light_of(place, language).kind[0] for place, _spot in spots),
        "names": [name.text for name in said],
        "langs": [name.language if name.language != language else "" for name in said],
        "paths": [f"{place.country_id.lower()}/{place.slug}" for place, _spot in spots],
        "hoists": [place.hoist for place, _spot in spots],
        "years": years,
    }


# Neighbours follow each other: their differences are small and their addresses alike.
_ORDER = ("country", "northing", "easting", "pk")


def spot_on(frame: Frame, place: Place) -> tuple[int, int] | None:
    """Where a place stands on a map, in units; None where the map has neither outlines nor inset for it."""
    if place.easting is None or place.northing is None or place.longitude is None or place.latitude is None:
        return None
    easting, northing = float(place.easting), float(place.northing)
    sheet = sheet_of(place.longitude, place.latitude)
    if sheet is not None:
        inset = next((inset for inset in frame.insets if inset.sheet is sheet), None)
        if inset is None:
            return None
        easting, northing = inset.place(*sheet.forward(place.longitude, place.latitude))
    if not frame.base.covers((easting, northing, easting, northing)):
        return None
    return round(easting / UNIT), round(northing / UNIT)


def differences(numbers: Sequence[int]) -> list[int]:
    """The first number, then each as the difference to the one before."""
    before = 0
    written = []
    for number in numbers:
        written.append(number - before)
        before = number
    return written
