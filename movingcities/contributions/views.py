"""Upkeep in the editorial system."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.components import Component

from movingcities.contributions.upkeep.lists import LISTS, list_named

PER_PAGE = 50


def work_list(request: HttpRequest, name: str) -> HttpResponse:
    """One list, each row leading to its form where the reader may use it."""
    found = list_named(name)
    if found is None:
        raise Http404
    rows = found.rows(request.user, timezone.localdate())  # type: ignore[arg-type]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    finder = AdminURLFinder(request.user)
    listed = [(str(row), finder.get_edit_url(row)) for row in page.object_list]
    context = {"list": found, "rows": listed, "page": page, "count": page.paginator.count}
    return render(request, "contributions/work_list.html", context)


class UpkeepPanel(Component):
    """What needs a hand, counted, on the front page of the editorial system."""

    name = "upkeep"
    template_name = "contributions/upkeep_panel.html"
    order = 150

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        today = timezone.localdate()
        counted = [(each, each.rows(user, today).count()) for each in LISTS]
        return {"lists": [(each, count) for each, count in counted if count]}
