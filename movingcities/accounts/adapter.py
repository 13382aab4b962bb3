"""How accounts come about, who may have one, and when somebody must show again who they are."""

from __future__ import annotations

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest

JUST_NOW = 10 * 60
"""Seconds after signing in within which second factors are changed without showing the first again."""


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: an administrator makes the accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        records = get_authentication_records(self.request, self.request.user)
        is_fresh = bool(records) and time.time() - records[-1]["at"] < JUST_NOW
        return not is_fresh and bool(super().is_reauthentication_required(app=app))
