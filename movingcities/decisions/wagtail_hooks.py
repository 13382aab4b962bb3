"""Registers what editors choose from with the editorial system."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.decisions.choosing import decision_chooser


@hooks.register("register_admin_viewset")
def register_decision_chooser() -> Any:
    """Let editors choose by name."""
    return decision_chooser()
