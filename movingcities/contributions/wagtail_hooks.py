"""Registers upkeep with the editorial system."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from movingcities.contributions.views import UpkeepPanel, work_list


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """One address for each list."""
    return [path("upkeep/<slug:name>/", work_list, name="upkeep")]


@hooks.register("construct_homepage_panels")
def front_page(request: HttpRequest, panels: list[Any]) -> None:
    """Show what needs a hand."""
    panels.append(UpkeepPanel())
