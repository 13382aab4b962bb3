"""Registers the translation desk with the editorial system."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from movingcities.translation.forms import TermForm
from movingcities.translation.guards import before_publication, shut_ways
from movingcities.translation.models import GlossaryTerm


# Before those of wagtail-localize: the first that fits is taken.
@hooks.register("register_admin_urls", order=-10)
def addresses() -> list[URLPattern | URLResolver]:
    """The desk, and what is shut beside it."""
    return [*shut_ways(), path("translation-desk/", include("movingcities.translation.urls"))]


class GlossaryViewSet(ModelViewSet):
    """The section “Glossary”."""

    model = GlossaryTerm
    icon = "list-ul"
    menu_label = _("Glossary")
    add_to_admin_menu = True
    menu_order = 161
    list_display = ["__str__", "language", "words", "note"]
    list_filter = ["language"]
    search_fields = ["source", "note"]

    def get_form_class(self, for_update: bool = False) -> type[TermForm]:
        return TermForm


@hooks.register("register_admin_viewset")
def glossary() -> ModelViewSet:
    """The words that translations must use, and must not."""
    return GlossaryViewSet("glossary")


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
