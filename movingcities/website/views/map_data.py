"""What the script of the map fetches."""

from __future__ import annotations

import json
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.explorer.filters import PlaceFilter
from movingcities.places.models import Place
from movingcities.website.map_data import lights_of
from movingcities.website.place_card import place_card

KEPT_SECONDS = 600
"""How long browsers and proxies may show what an editor has changed since."""


@require_safe
def lights(request: HttpRequest) -> HttpResponseBase:
    """The lights of a view of places: what the explorer shows for the same query string."""
    document = lights_of(PlaceFilter.from_query(request.GET), get_language() or "en")
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return _kept(request, HttpResponse(body, content_type="application/json"), sha256(body).hexdigest())


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


def _kept(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponseBase:
    """The answer for browser and proxy to keep, or "not modified" for one who has it still."""
    response["ETag"] = f'"{digest[:32]}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
