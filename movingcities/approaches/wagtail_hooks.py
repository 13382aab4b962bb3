"""Registers what editors choose from with the editorial system."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.approaches.choosing import approach_chooser


@hooks.register("register_admin_viewset")
def register_approach_chooser() -> Any:
    """Let editors choose by name."""
    return approach_chooser()
