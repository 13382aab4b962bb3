"""Decisions in the editorial system."""

from __future__ import annotations

from movingcities.decisions.forms import DecisionForm
from movingcities.decisions.models import Decision
from movingcities.evidence.views import FactViewSet


class DecisionViewSet(FactViewSet):
    """The section “Decisions”."""

    model = Decision
    form_class = DecisionForm
    icon = "check"
    name = url_prefix = "fact-decisions"
    list_display = ["slug", "place", "decided", "kind"]
    list_filter = ["kind"]
    ordering = ["-decided_latest", "pk"]
