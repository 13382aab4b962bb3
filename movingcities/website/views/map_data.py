"""What the script of the map fetches."""

from __future__ import annotations

import json
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from movingcities.explorer.filters import PlaceFilter
from movingcities.website.map_data import lights_of

KEPT_SECONDS = 600
"""How long browsers and proxies may show what an editor has changed since."""


@require_safe
def lights(request: HttpRequest) -> HttpResponseBase:
    """The lights of a view of places: what the explorer shows for the same query string."""
    document = lights_of(PlaceFilter.from_query(request.GET), get_language() or "en")
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return _kept(request, HttpResponse(body, content_type="application/json"), sha256(body).hexdigest())


def _kept(request: HttpRequest, response: HttpResponse, digest: str) -> HttpResponseBase:
    """The answer for browser and proxy to keep, or "not modified" for one who has it still."""
    response["ETag"] = f'"{digest[:32]}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
