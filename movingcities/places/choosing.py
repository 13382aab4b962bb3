"""Choosing one of a hundred thousand places in the editorial system: by the beginning of its name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from movingcities.evidence.choosing import ForgivingChooser, FoundByForm
from movingcities.places.models import Place, PlaceQuerySet


class PlaceNameForm(FoundByForm):
    """What an editor types to find a place; Wagtail's own search would take seconds for each letter."""

    q = forms.CharField(
        label=_("Beginning of the name"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("Beginning of the name")}),
    )


class _Places:
    filter_form_class = PlaceNameForm
    ordering = ["-membership_count", "-population", "sort_name", "pk"]

    def get_object_list(self) -> PlaceQuerySet:
        return Place.objects.for_listing()

    @property
    def columns(self) -> list[Column]:
        title, *others = super().columns  # type: ignore[misc]
        return [
            title,
            *others,
            Column("country_id", label=_("Country")),
            Column("get_kind_display", label=_("Kind"), accessor="get_kind_display"),
            Column("population", label=_("Residents")),
        ]


class ChoosePlaceView(_Places, ChooseView):
    """The window with the form."""


class ChoosePlaceResultsView(_Places, ChooseResultsView):
    """The list in the window, as the editor types."""


class PlaceChooserViewSet(ChooserViewSet):
    """Stands for a place in every form of the editorial system."""

    model = Place
    icon = "home"
    base_widget_class = ForgivingChooser
    choose_one_text = _("Choose a place")
    choose_another_text = _("Choose another place")
    choose_view_class = ChoosePlaceView
    choose_results_view_class = ChoosePlaceResultsView
    per_page = 20


def place_chooser() -> Any:
    """The chooser as Wagtail wants it: with the name of its addresses."""
    return PlaceChooserViewSet("place_chooser")


PlaceChooserBlock = place_chooser().get_block_class(
    name="PlaceChooserBlock", module_path="movingcities.places.choosing"
)
