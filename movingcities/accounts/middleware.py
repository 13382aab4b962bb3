"""Who may enter the editorial system, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

EDITORIAL = "/admin/"
SEEN = "seen_at"
BEGUN = "begun_at"
ADDED = "added_second_factor"
# Seconds between two notes of when somebody was last here: not each request needs to write.
NOTED_EVERY = 60


class EntranceMiddleware:
    """Ends sessions that are idle or old; in front of the editorial system it asks for a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        if _is_over(request):
            logout(request)
            if request.path.startswith(EDITORIAL):
                return redirect_to_login(request.get_full_path())
        elif request.path.startswith(EDITORIAL) and settings.SECOND_FACTOR_REQUIRED:
            user = request.user
            if is_mfa_enabled(user):
                # A session of before the factor was added: whoever has one uses it in each session.
                if not did_use_second_factor(request):
                    logout(request)
                    return redirect_to_login(request.get_full_path())
            elif user.needs_second_factor:
                messages.info(
                    request,
                    _("Whoever can publish signs in with a second factor: add an app or a passkey first."),
                )
                return redirect("mfa_index")
        return self.get_response(request)


def did_use_second_factor(request: HttpRequest) -> bool:
    """Whether one was used, or added, in this session."""
    if request.session.get(ADDED):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def note_added_factor(request: HttpRequest, **_: Any) -> None:
    """Whoever has just added a factor has shown it, too."""
    request.session[ADDED] = True


def _is_over(request: HttpRequest) -> bool:
    """Whether the session is too old, or nothing was asked for so long that somebody else may sit there."""
    now = timezone.now().timestamp()
    begun = request.session.setdefault(BEGUN, now)
    seen = request.session.get(SEEN, now)
    if now - begun > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_SECONDS:
        return True
    if SEEN not in request.session or now - seen > NOTED_EVERY:
        request.session[SEEN] = now
    return False
