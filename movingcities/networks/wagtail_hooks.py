"""Registers what editors choose from with the editorial system."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.networks.choosing import network_chooser


@hooks.register("register_admin_viewset")
def register_network_chooser() -> Any:
    """Let editors choose by name."""
    return network_chooser()
