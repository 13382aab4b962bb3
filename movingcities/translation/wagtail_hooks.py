"""Registers the translation desk with the editorial system."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from movingcities.translation.guards import before_publication, shut_ways


# Before those of wagtail-localize: the first that fits is taken.
@hooks.register("register_admin_urls", order=-10)
def addresses() -> list[URLPattern | URLResolver]:
    """The desk, and what is shut beside it."""
    return [*shut_ways(), path("translation-desk/", include("movingcities.translation.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """The section “Translation desk”."""
    return MenuItem(
        _("Translation desk"),
        reverse("translation_desk:dashboard"),
        name="translation-desk",
        icon_name="wagtail-localize-language",
        order=160,
    )


# Before wagtail-localize takes the editor over.
hooks.register("before_edit_page", before_publication, order=-10)
hooks.register("before_edit_snippet", before_publication, order=-10)
