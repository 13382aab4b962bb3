"""Registers the places with the editorial system."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.places.choosing import place_chooser


@hooks.register("register_admin_viewset")
def register_place_chooser() -> Any:
    """Let editors choose a place by its name."""
    return place_chooser()
