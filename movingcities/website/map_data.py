"""What the script of the map is given: lights in columns, small enough for every change of a filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from movingcities.explorer.filters import PlaceFilter, Scope
from movingcities.explorer.filters.places import LARGEST_FIRST
from movingcities.explorer.queries.first_years import first_years
from movingcities.explorer.queries.place_counts import count_places
from movingcities.map.frames import Frame, countries_frame
from movingcities.map.projection import sheet_of
from movingcities.places.models import Place
from movingcities.website.lights import light_of

UNIT = 100
"""Metres in one unit of a position: finer than a pixel at every zoom we draw."""

MOST_NAMES = 300
"""Places named at once where the map is enlarged so far that they stand apart."""

# Neighbours follow each other: their differences are small and their addresses alike.
_ORDER = ("country", "northing", "easting", "pk")


def lights_of(view: PlaceFilter, language: str) -> dict[str, Any]:
    """The active places of a view in columns (see `columns`); seven queries at most.

    `outside` places lie beyond the outlines, `unplaced` ones have no position, of `pale` ones nothing is
    known: together with the lights they are `total`, the number of the list. `undated` counts the lights of
    which no source gives a date.
    """
    places = list(view.queryset().active().for_lights(everywhere=True).order_by(*_ORDER))
    total = count_places(view).total
    written = columns(countries_frame(view.countries), places, language, view.networks)
    unplaced = sum(place.easting is None for place in places)
    return {
        "unit": UNIT,
        "total": total,
        "outside": len(places) - unplaced - len(written["paths"]),
        "unplaced": unplaced,
        "pale": total - len(places),
        "undated": written["years"].count(0),
        **written,
    }


def names_of(view: PlaceFilter, language: str) -> dict[str, Any]:
    """The places of a view, whatever is known of them, in columns; of more than 300 the largest; six queries.

    `total` is how many there are with a position.
    """
    everywhere = view.changed(scope=Scope.ALL.value).queryset().on_the_map()
    largest = everywhere.order_by("-is_active", LARGEST_FIRST, "pk").values_list("pk", flat=True)
    places = Place.objects.for_lights().filter(pk__in=list(largest[:MOST_NAMES])).order_by(*_ORDER)
    return {
        "unit": UNIT,
        "total": everywhere.count(),
        **columns(countries_frame(view.countries), places, language, view.networks),
    }


def columns(
    frame: Frame, places: Iterable[Place], language: str, networks: Collection[str] = ()
) -> dict[str, Any]:
    """Places in columns that have one entry for each that stands on a map; one query.

    `e`, `n`: where it stands, in units of 100 metres of EPSG:3035, far islands on their inset; the first as
    it is, each other as the difference to the one before. `kind`: one character a place, s(tory), n(etwork)
    or p(ale). `names` in the reader's language, `langs` the language of those that are in another. `paths`:
    country and slug. `hoists`: letters flown. `years`: of the earliest dated fact (of joining `networks`, if
    there are any), 0 where no source gives a date. `weights`: what has the larger one is named sooner.
    """
    spots = [
        (place, spot)
        for place in places
        if (spot := spot_on(frame, place.easting, place.northing, place.longitude, place.latitude))
    ]
    said = [place.name_in(language) for place, _spot in spots]
    lights = [light_of(place, language) for place, _spot in spots]
    years = first_years(networks)
    return {
        "e": differences([easting for _place, (easting, _northing) in spots]),
        "n": differences([northing for _place, (_easting, northing) in spots]),
        "kind": "".join(light.kind[0] for light in lights),
        "names": [name.text for name in said],
        "langs": [name.language if name.language != language else "" for name in said],
        "paths": [f"{place.country_id.lower()}/{place.slug}" for place, _spot in spots],
        "hoists": [place.hoist for place, _spot in spots],
        "years": [years.get(place.pk, 0) for place, _spot in spots],
        "weights": [round(light.weight * 10) for light in lights],
    }


def spot_on(
    frame: Frame,
    easting: float | None,
    northing: float | None,
    longitude: float | None,
    latitude: float | None,
    *,
    unit: int = UNIT,
) -> tuple[int, int] | None:
    """Where a position stands on a map, in units; None where a map has neither outlines nor inset for it."""
    if easting is None or northing is None or longitude is None or latitude is None:
        return None
    sheet = sheet_of(longitude, latitude)
    if sheet is not None:
        inset = next((inset for inset in frame.insets if inset.sheet is sheet), None)
        if inset is None:
            return None
        easting, northing = inset.place(*sheet.forward(longitude, latitude))
    if not frame.base.covers((easting, northing, easting, northing)):
        return None
    return round(easting / unit), round(northing / unit)


def differences(numbers: Sequence[int]) -> list[int]:
    """The first number, then each as the difference to the one before."""
    before = 0
    written = []
    for number in numbers:
        written.append(number - before)
        before = number
    return written
