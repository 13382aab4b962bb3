"""Approaches in the editorial system."""

from __future__ import annotations

from movingcities.approaches.forms import ApproachForm
from movingcities.approaches.models import Approach
from movingcities.evidence.views import FactViewSet


class ApproachViewSet(FactViewSet):
    """The section “Approaches”."""

    model = Approach
    form_class = ApproachForm
    icon = "pick"
    name = url_prefix = "fact-approaches"
    list_display = ["__str__", "status", "started", "ended"]
    list_filter = ["status", "topics"]
    ordering = ["slug"]
