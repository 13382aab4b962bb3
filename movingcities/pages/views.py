"""What the editorial system shows of menus, and refuses to publish of pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.viewsets.model import ModelViewSet

from movingcities.pages.editorial import EditorialPage
from movingcities.pages.models import Menu


class MenuViewSet(ModelViewSet):
    """Menus as a section of their own; who may change them is said by the permissions of `pages.Menu`."""

    model = Menu
    icon = "list-ul"
    menu_label = gettext_lazy("Menus")
    menu_order = 250
    add_to_admin_menu = True
    # There are four at most: nothing to search among.
    search_fields: list[str] = []
    ordering = ("pk",)


def refuse_what_is_not_ready(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Publish none of several pages while one of them says what is to be filled in."""
    if action_type != "publish":
        return None
    drafts = [each.get_latest_revision_as_object() for each in objects if hasattr(each, "specific")]
    unfinished = [each.title for each in drafts if isinstance(each, EditorialPage) and each.adapt.strip()]
    if not unfinished:
        return None
    messages.error(
        request,
        _("Nothing was published: fill in what the note on each of these pages says. %(pages)s")
        % {"pages": " · ".join(unfinished)},
    )
    return HttpResponseRedirect(request.GET.get("next") or reverse("wagtailadmin_explore_root"))
