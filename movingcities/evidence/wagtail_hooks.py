"""Registers sources with the editorial system: their section, and how editors choose one."""

from __future__ import annotations

from typing import Any

from wagtail import hooks

from movingcities.evidence.choosing import source_chooser
from movingcities.evidence.views import SourceViewSet


@hooks.register("register_admin_viewset")
def register_source_chooser() -> Any:
    """Let editors choose by name."""
    return source_chooser()


@hooks.register("register_admin_viewset")
def register_sources() -> Any:
    """Let editors correct what is stated about a page."""
    return SourceViewSet()
