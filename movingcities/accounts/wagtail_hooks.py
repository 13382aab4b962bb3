"""Registers with the editorial system what is logged of accounts, and what is not done to them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from movingcities.accounts.models import User


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the lines that our actions write into Wagtail's log."""
    actions.register_action("movingcities.give_role", _("Give a role"), _("Role given"))
    actions.register_action("movingcities.erase_account", _("Erase an account"), _("Account erased"))


@hooks.register("register_account_menu_item")
def second_factors(request: HttpRequest) -> dict[str, Any]:
    """From one's account to one's second factors."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factors"),
        "help_text": _("Your authenticator app, passkeys and recovery codes."),
    }


@hooks.register("before_bulk_action")
def refuse_bulk_actions(request: HttpRequest, action_type: str, objects: Any, action: Any) -> None:
    """Accounts are changed one by one, by the actions that keep role, groups and history together."""
    if action.model is User:
        raise PermissionDenied
