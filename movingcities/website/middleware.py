"""What every request must be and every answer carries."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import translation

from movingcities.website.addresses import address_with_language, language_of

# Wagtail's edit pages carry inline scripts and styles (wagtail-localize's editor renders blank without),
# so the strict policy of the public pages would break them. No nonce: it would switch 'unsafe-inline' off.
EDITORIAL_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "connect-src": [SELF],
    "font-src": [SELF, "data:"],
    "base-uri": [SELF],
}


# A page that holds a film may show its player once the reader asks for it; a film's page on its own site is
# a link like any other.
PLAYERS = {"frame-src": ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]}


class PolicyMiddleware(CSPMiddleware):
    """The strict content policy on public pages, a wider one in the editorial system."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            response._csp_replace = EDITORIAL_POLICY  # type: ignore[attr-defined]
        elif "/account/2fa/" in request.path:
            # The code that an authenticator app reads is drawn into the page.
            response._csp_update = {"img-src": ["data:"]}  # type: ignore[attr-defined]
        elif getattr(request, "plays_films", False):
            response._csp_update = PLAYERS  # type: ignore[attr-defined]
        return super().process_response(request, response)


class ReadableAddressMiddleware:
    """No address of ours holds a NUL, and PostgreSQL refuses to look one up: 404 before anything asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\x00" in request.path:
            raise Http404(request.path)
        return self.get_response(request)


class LanguageMiddleware:
    """A page speaks the language its address begins with, whatever the browser asks for (ADR 21).

    Django's own would look at a cookie and at Accept-Language for every address without a language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = language_of(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        if response.status_code == 404:
            address = address_with_language(request.get_full_path())
            if address:
                return HttpResponsePermanentRedirect(address)
        response.headers.setdefault("Content-Language", language)
        return response
