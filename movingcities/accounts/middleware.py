"""Who may enter the editorial system, and for how long."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

EDITORIAL = "/admin/"
SEEN = "seen_at"
# Seconds between two notes of when somebody was last here: not each request needs to write.
NOTED_EVERY = 60


class EntranceMiddleware:
    """In front of the editorial system: an idle session ends, and a second factor is asked of publishers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(EDITORIAL) and request.user.is_authenticated:
            if _has_been_away(request):
                logout(request)
                return redirect("account_login")
            user = request.user
            is_asked = settings.SECOND_FACTOR_REQUIRED and user.needs_second_factor
            if is_asked and not is_mfa_enabled(user):
                messages.info(
                    request,
                    _("Whoever can publish signs in with a second factor: add an app or a passkey first."),
                )
                return redirect("mfa_index")
        return self.get_response(request)


def _has_been_away(request: HttpRequest) -> bool:
    """Whether nothing was asked for so long that somebody else may sit there now."""
    now = timezone.now().timestamp()
    seen = request.session.get(SEEN, now)
    if now - seen > settings.SESSION_IDLE_SECONDS:
        return True
    if SEEN not in request.session or now - seen > NOTED_EVERY:
        request.session[SEEN] = now
    return False
