"""GeoNames, from which positions and residents come, as the source of a place."""

from __future__ import annotations

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from movingcities.design.components import SourceLine
from movingcities.places.models import Place
from movingcities.website.phrases import foreign

# How the data says that position and residents are those of the seat: “union of towns; seat Vignola used”.
_SEAT = re.compile(r"(?:(?P<more>.+); )?(?:seat )?(?P<seat>[A-ZÀ-Þ][^;]*) used")


def seat_and_note(place: Place) -> tuple[str, str]:
    """The seat at which the place stands, if its note names one, and what else the note says."""
    found = _SEAT.fullmatch(place.note)
    return (found["seat"], found["more"] or "") if found else ("", place.note)


def geonames_address(place: Place) -> str:
    """GeoNames' own page of the place, of its seat, or of GeoNames itself."""
    number = place.geonames_id or place.seat_geonames_id
    return f"https://www.geonames.org/{number}" if number else "https://www.geonames.org/"


def gazetteer_lines(place: Place) -> list[SourceLine]:
    """GeoNames as the source of position and residents; empty where we set the position by hand."""
    if not (place.geonames_id or place.seat_geonames_id):
        return []
    return [
        SourceLine(
            title=place.name,
            url=geonames_address(place),
            publisher="GeoNames, CC BY 4.0",
            host="geonames.org",
            language=foreign(place.local_name.language, get_language() or "en"),
            detail=_("Position and residents"),
        )
    ]
