"""Places in the editorial system."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from movingcities.evidence.views import FactIndexView, FactViewSet
from movingcities.places.forms import PlaceForm
from movingcities.places.models import Place
from movingcities.places.rules import sort_name


class PlaceIndexView(FactIndexView):
    """A hundred thousand rows: what is typed is the beginning of a name."""

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        beginning = sort_name(self.search_query or "")
        return queryset.filter(sort_name__startswith=beginning) if self.is_searching else queryset


class PlaceViewSet(FactViewSet):
    """The section “Places”."""

    model = Place
    form_class = PlaceForm
    index_view_class = PlaceIndexView
    icon = "home"
    name = url_prefix = "fact-places"
    list_display = ["name", "country", "kind", "population", "is_active"]
    list_filter = ["country", "kind", "is_active"]
    search_fields = ["sort_name"]
    ordering = ["-membership_count", "-population", "sort_name", "pk"]
