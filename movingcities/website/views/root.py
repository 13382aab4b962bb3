"""The one address that looks at what language the browser asks for (ADR 21)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """`/` leads to the front page in the reader's language; nobody else may be given the same answer."""
    query = request.META.get("QUERY_STRING", "")
    language = language_asked_for(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(f"/{language}/{'?' if query else ''}{query}")
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, private=True, no_cache=True)
    return response


def language_asked_for(header: str) -> str:
    """The language of ours that an Accept-Language header likes best (RFC 9110); the site's own if none."""
    for code, weight in parse_accept_lang_header(header):
        if code == "*":
            break
        if not weight:
            continue
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
