"""Registers with the editorial system how editors choose a source."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.evidence.choosing import source_chooser


@hooks.register("register_admin_viewset")
def register_source_chooser() -> Any:
    """Let editors choose by name."""
    return source_chooser()
