"""Networks and memberships in the editorial system."""

from __future__ import annotations

from movingcities.evidence.views import FactViewSet
from movingcities.networks.forms import MembershipForm, NetworkForm
from movingcities.networks.models import Membership, Network


class NetworkViewSet(FactViewSet):
    """The section “Networks”."""

    model = Network
    form_class = NetworkForm
    icon = "group"
    name = url_prefix = "fact-networks"
    list_display = ["name", "kind", "scope", "member_count"]
    list_filter = ["kind", "scope"]
    search_fields = ["name", "slug"]
    ordering = ["-member_count", "sort_name", "pk"]


class MembershipViewSet(FactViewSet):
    """The section “Memberships”."""

    model = Membership
    form_class = MembershipForm
    icon = "link"
    name = url_prefix = "fact-memberships"
    list_display = ["place", "network", "since", "until"]
    list_filter = ["network"]
    search_fields = ["place__sort_name", "network__name"]
    ordering = ["-changed_at", "pk"]
