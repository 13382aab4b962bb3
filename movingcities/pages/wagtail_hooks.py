"""Registers menus with the editorial system, and what keeps unfinished pages out of sight."""

from __future__ import annotations

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from movingcities.pages.views import MenuViewSet, refuse_what_is_not_ready


@hooks.register("register_admin_viewset")
def menus() -> ModelViewSet:
    """The section “Menus”."""
    return MenuViewSet("menus")


hooks.register("before_bulk_action", refuse_what_is_not_ready)
