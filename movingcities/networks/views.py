"""Networks and memberships in the editorial system."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import DeleteView

from movingcities.evidence.views import EditFactView, FactViewSet
from movingcities.networks.actions import remove_membership
from movingcities.networks.forms import MembershipForm, NetworkForm, RemovalForm
from movingcities.networks.models import Membership, Network


class NetworkViewSet(FactViewSet):
    """The section “Networks”."""

    model = Network
    form_class = NetworkForm
    icon = "group"
    name = url_prefix = "fact-networks"
    list_display = ["name", "kind", "scope", "member_count"]
    list_filter = ["kind", "scope"]
    ordering = ["-member_count", "sort_name", "pk"]


class EditMembershipView(EditFactView):
    """The form of a membership; whoever may correct one may take it back."""

    can_delete = True
    delete_item_label = _("Remove")


class RemoveMembershipView(DeleteView):
    """Takes back what was recorded wrongly, by the verb, with a reason."""

    form_class = RemovalForm
    permission_required = "change"
    page_title = _("Remove")
    template_name = "networks/remove_membership.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "membership": self.object,
            "for_user": self.request.user,
        }

    def form_valid(self, form: RemovalForm) -> Any:
        self.why = form.cleaned_data["why"]
        return super().form_valid(form)

    def delete_action(self) -> None:
        remove_membership(membership=self.object, by=self.request.user, at=timezone.now(), why=self.why)


class MembershipViewSet(FactViewSet):
    """The section “Memberships”."""

    model = Membership
    form_class = MembershipForm
    icon = "link"
    name = url_prefix = "fact-memberships"
    edit_view_class = EditMembershipView
    delete_view_class = RemoveMembershipView
    closed = FactViewSet.closed - {"delete"}
    list_display = ["place", "network", "since", "until"]
    list_filter = ["network"]
    ordering = ["-changed_at", "pk"]
