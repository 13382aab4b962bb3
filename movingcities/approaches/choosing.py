"""Choosing an approach in the editorial system: by its place or the words of its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from movingcities.approaches.models import Approach, ApproachQuerySet
from movingcities.evidence.choosing import ForgivingChooser, FoundByForm


class ApproachFilterForm(FoundByForm):
    """What an editor types to find one."""

    q = forms.CharField(label=_("Place or word of the address"), required=False, max_length=200)


class _Approaches:
    filter_form_class = ApproachFilterForm
    ordering = ["slug"]

    def get_object_list(self) -> ApproachQuerySet:
        return Approach.objects.for_listing()

    @property
    def columns(self) -> list[Column]:
        title, *others = super().columns  # type: ignore[misc]
        return [title, *others, Column("places", label=_("Places"), accessor=_names_of_places)]


def _names_of_places(approach: Approach) -> str:
    return ", ".join(place.name for place in approach.places.all())


class ChooseApproachView(_Approaches, ChooseView):
    """The window with the form."""


class ChooseApproachResultsView(_Approaches, ChooseResultsView):
    """The list in the window, as the editor types."""


class ApproachChooserViewSet(ChooserViewSet):
    """Stands for one in every form of the editorial system."""

    model = Approach
    icon = "pick"
    base_widget_class = ForgivingChooser
    choose_one_text = _("Choose an approach")
    choose_another_text = _("Choose another approach")
    choose_view_class = ChooseApproachView
    choose_results_view_class = ChooseApproachResultsView
    per_page = 20


def approach_chooser() -> Any:
    """The chooser as Wagtail wants it: with the name of its addresses."""
    return ApproachChooserViewSet("approach_chooser")


ApproachChooserBlock = approach_chooser().get_block_class(
    name="ApproachChooserBlock", module_path="movingcities.approaches.choosing"
)
