"""Every place of the gazetteer as points: what the map shows when somebody asks for all hundred thousand.

One file for all languages and views, which changes its address when a place changes.
"""

from __future__ import annotations

import json
from gzip import compress
from hashlib import sha256
from itertools import compress as chosen
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max, Q, Sum

from movingcities.map.frames import EUROPE
from movingcities.places.models import Place
from movingcities.website.map_data import differences, spot_on

UNIT = 200
"""Metres in one unit: single points are shown from where a pixel is about as large."""

BAND = 64
"""Height in units of the bands in which points follow each other from west to east and back: so the file is
smallest (205 KB; along a Hilbert curve 217 KB)."""

FORM = 1
"""Raise it when the same places are written differently: the file is kept for ever under its address."""

KEPT_SECONDS = 7 * 24 * 60 * 60


def all_places_digest() -> str:
    """Twelve hexadecimal digits that change when a place is added, changed, or begins or ceases to act."""
    state = Place.objects.aggregate(
        count=Count("pk"),
        newest=Max("pk"),
        last_change=Max("changed_at"),
        active=Count("pk", filter=Q(is_active=True)),
        which=Sum("pk", filter=Q(is_active=True)),
    )
    return sha256(f"{FORM} {state}".encode()).hexdigest()[:12]


def all_places_compressed(digest: str) -> bytes:
    """The document as JSON, compressed with gzip; made once for a digest and kept for a week."""
    key = f"all-places-{digest}"
    kept: bytes | None = cache.get(key)
    if kept is None:
        body = json.dumps(all_places_document(), separators=(",", ":")).encode()
        # The time of its making must not stand in it: the same places are the same bytes.
        kept = compress(body, 9, mtime=0)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def all_places_document() -> dict[str, Any]:
    """Where every place stands on the map of Europe, as in `map_data.lights_of`; one query.

    `active` are the numbers of the points, from 0, that act, the first as it is, each other as the difference
    to the one before. `outside` places lie beyond the outlines, `unplaced` ones have no position: together
    with the points they are `total`.
    """
    rows = list(
        Place.objects.values_list("easting", "northing", "longitude", "latitude", "is_active").order_by("pk")
    )
    spots = [(spot_on(EUROPE, *position, unit=UNIT), is_active) for *position, is_active in rows]
    points = sorted(
        ((*spot, is_active) for spot, is_active in spots if spot is not None),
        key=lambda point: _along_the_bands(point[0], point[1]),
    )
    unplaced = sum(easting is None for easting, *_rest in rows)
    return {
        "unit": UNIT,
        "total": len(rows),
        "outside": len(rows) - unplaced - len(points),
        "unplaced": unplaced,
        "active": differences(list(chosen(range(len(points)), (point[2] for point in points)))),
        "e": differences([point[0] for point in points]),
        "n": differences([point[1] for point in points]),
    }


def _along_the_bands(easting: int, northing: int) -> tuple[int, int, int]:
    band = northing // BAND
    return band, easting if band % 2 == 0 else -easting, northing
