"""Registers what is logged of accounts with the editorial system."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name the lines that our actions write into Wagtail's log."""
    actions.register_action("movingcities.give_role", _("Give a role"), _("Role given"))
    actions.register_action("movingcities.erase_account", _("Erase an account"), _("Account erased"))
