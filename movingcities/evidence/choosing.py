"""Choosing a source in the editorial system: by its title, publisher or address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser

from movingcities.evidence.models import Source, SourceQuerySet


class ForgivingChooser(BaseChooser):
    """Shows nothing where what came in is no key: the form says so, and Wagtail's own would fail at it."""

    def get_instance(self, value: Any) -> Any:
        try:
            return super().get_instance(value)
        except ValueError:
            return None


class FoundByForm(BaseFilterForm):
    """What an editor types to find a record; `q` of each says what it looks for, `found_by` looks."""

    def filter(self, objects: Any) -> Any:
        words = (self.cleaned_data.get("q") or "").strip()
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        return objects.found_by(words)


class SourceFilterForm(FoundByForm):
    """What an editor types to find one."""

    q = forms.CharField(label=_("Title, publisher or address"), required=False, max_length=200)


class _Sources:
    filter_form_class = SourceFilterForm
    ordering = ["-pk"]

    def get_object_list(self) -> SourceQuerySet:
        return Source.objects.for_listing()


class ChooseSourceView(_Sources, ChooseView):
    """The window with the form."""


class ChooseSourceResultsView(_Sources, ChooseResultsView):
    """The list in the window, as the editor types."""


class SourceChooserViewSet(ChooserViewSet):
    """Stands for one in every form of the editorial system."""

    model = Source
    icon = "link"
    base_widget_class = ForgivingChooser
    choose_one_text = _("Choose a source")
    choose_another_text = _("Choose another source")
    choose_view_class = ChooseSourceView
    choose_results_view_class = ChooseSourceResultsView
    per_page = 20


def source_chooser() -> Any:
    """The chooser as Wagtail wants it: with the name of its addresses."""
    return SourceChooserViewSet("source_chooser")


SourceChooserBlock = source_chooser().get_block_class(
    name="SourceChooserBlock", module_path="movingcities.evidence.choosing"
)
