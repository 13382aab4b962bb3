"""Choosing a network in the editorial system."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from movingcities.evidence.choosing import ForgivingChooser, FoundByForm
from movingcities.networks.models import Network, NetworkQuerySet


class NetworkFilterForm(FoundByForm):
    """What an editor types to find one."""

    q = forms.CharField(label=_("Name"), required=False, max_length=200)


class _Networks:
    filter_form_class = NetworkFilterForm
    ordering = ["-member_count", "name", "pk"]

    def get_object_list(self) -> NetworkQuerySet:
        return Network.objects.for_listing()


class ChooseNetworkView(_Networks, ChooseView):
    """The window with the form."""


class ChooseNetworkResultsView(_Networks, ChooseResultsView):
    """The list in the window, as the editor types."""


class NetworkChooserViewSet(ChooserViewSet):
    """Stands for one in every form of the editorial system."""

    model = Network
    icon = "group"
    base_widget_class = ForgivingChooser
    choose_one_text = _("Choose a network")
    choose_another_text = _("Choose another network")
    choose_view_class = ChooseNetworkView
    choose_results_view_class = ChooseNetworkResultsView
    per_page = 20


def network_chooser() -> Any:
    """The chooser as Wagtail wants it: with the name of its addresses."""
    return NetworkChooserViewSet("network_chooser")


NetworkChooserBlock = network_chooser().get_block_class(
    name="NetworkChooserBlock", module_path="movingcities.networks.choosing"
)
