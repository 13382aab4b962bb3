"""Choosing a decision in the editorial system: by its place or the words of its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from movingcities.decisions.models import Decision, DecisionQuerySet
from movingcities.evidence.choosing import ForgivingChooser, FoundByForm


class DecisionFilterForm(FoundByForm):
    """What an editor types to find one."""

    q = forms.CharField(label=_("Place or word of the address"), required=False, max_length=200)


class _Decisions:
    filter_form_class = DecisionFilterForm

    def get_object_list(self) -> DecisionQuerySet:
        return Decision.objects.for_listing()


class ChooseDecisionView(_Decisions, ChooseView):
    """The window with the form."""


class ChooseDecisionResultsView(_Decisions, ChooseResultsView):
    """The list in the window, as the editor types."""


class DecisionChooserViewSet(ChooserViewSet):
    """Stands for one in every form of the editorial system."""

    model = Decision
    icon = "check"
    base_widget_class = ForgivingChooser
    choose_one_text = _("Choose a decision")
    choose_another_text = _("Choose another decision")
    choose_view_class = ChooseDecisionView
    choose_results_view_class = ChooseDecisionResultsView
    per_page = 20


def decision_chooser() -> Any:
    """The chooser as Wagtail wants it: with the name of its addresses."""
    return DecisionChooserViewSet("decision_chooser")
