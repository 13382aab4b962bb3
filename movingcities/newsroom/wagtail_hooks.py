"""Registers the sections of facts with the editorial system."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from movingcities.approaches.views import ApproachViewSet
from movingcities.decisions.views import DecisionViewSet
from movingcities.evidence.views import SourceViewSet
from movingcities.networks.views import MembershipViewSet, NetworkViewSet
from movingcities.places.views import PlaceViewSet


class FactsViewSetGroup(ViewSetGroup):
    menu_label = _("Facts")
    menu_icon = "table"
    menu_order = 155
    items = (PlaceViewSet, NetworkViewSet, MembershipViewSet, ApproachViewSet, DecisionViewSet, SourceViewSet)


@hooks.register("register_admin_viewset")
def facts() -> ViewSetGroup:
    """Places, networks, memberships, approaches, decisions and their sources."""
    return FactsViewSetGroup()
