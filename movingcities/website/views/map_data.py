"""What the script of the map fetches."""

from __future__ import annotations

import json
from collections.abc import Mapping
from gzip import decompress
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.explorer.filters import PlaceFilter
from movingcities.places.models import Place
from movingcities.website.all_places import all_places_compressed, all_places_digest
from movingcities.website.map_data import lights_of, names_of
from movingcities.website.place_card import place_card

KEPT_SECONDS = 600
"""How long browsers and proxies may show what an editor has changed since."""

ONE_YEAR = 365 * 24 * 60 * 60


@require_safe
def lights(request: HttpRequest) -> HttpResponseBase:
    """The lights of a view of places: what the explorer shows for the same query string."""
    return _written(request, lights_of(PlaceFilter.from_query(request.GET), get_language() or "en"))


@require_safe
def names(request: HttpRequest) -> HttpResponseBase:
    """What the single points are that somebody looks at closely: asks for an `area`, else 400."""
    view = PlaceFilter.from_query(request.GET)
    if view.area is None:
        text = _("Say which part of the map is meant: area=west,south,east,north in kilometres.")
        return JsonResponse({"problem": text}, status=400)
    return _written(request, names_of(view, get_language() or "en"))


@require_safe
def all_places(request: HttpRequest, digest: str = "") -> HttpResponseBase:
    """Every place as a point, for ever under the digest of the data; any other address leads to that one."""
    current = all_places_digest()
    if digest != current:
        response: HttpResponse = HttpResponseRedirect(reverse("website:all_places", args=[current]))
        patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
        return response
    body = all_places_compressed(current)
    headers = {"X-Robots-Tag": "noindex"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        body = decompress(body)
    response = HttpResponse(body, content_type="application/json", headers=headers)
    patch_vary_headers(response, ["Accept-Encoding"])
    patch_cache_control(response, public=True, max_age=ONE_YEAR, immutable=True)
    return response


@require_safe
def card(request: HttpRequest, country: str, slug: str) -> HttpResponseBase:
    """A place in a few lines: a piece of a page for the map, in text if there is no such place."""
    place = Place.objects.filter(country_id=country.upper(), slug=slug).first()
    if place is None:
        return HttpResponse(
            _("We know no place of this address."),
            status=404,
            content_type="text/plain; charset=utf-8",
            headers={"X-Robots-Tag": "noindex"},
        )
    context = {"card": place_card(place, get_language() or "en")}
    response = render(request, "website/place_card.html", context)
    return _kept(request, response, sha256(response.content).hexdigest())


def _written(request: HttpRequest, document: Mapping[str, Any]) -> HttpResponseBase:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return _kept(request, HttpResponse(body, content_type="application/json"), sha256(body).hexdigest())


def _kept(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponseBase:
    """The answer for browser and proxy to keep, or "not modified" for one who has it still."""
    response["ETag"] = f'"{digest[:32]}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
