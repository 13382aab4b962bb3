"""Places in the editorial system."""

from __future__ import annotations

from movingcities.evidence.views import FactViewSet
from movingcities.places.forms import PlaceForm
from movingcities.places.models import Place


class PlaceViewSet(FactViewSet):
    """The section “Places”."""

    model = Place
    form_class = PlaceForm
    icon = "home"
    name = url_prefix = "fact-places"
    list_display = ["name", "country", "kind", "population", "is_active"]
    list_filter = ["country", "kind", "is_active"]
    ordering = ["-membership_count", "-population", "sort_name", "pk"]
