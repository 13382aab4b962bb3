"""The form of a decision."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from movingcities.accounts.models import User
from movingcities.decisions.actions import DecisionEntry, record_decision
from movingcities.decisions.models import Decision
from movingcities.evidence.forms import FactForm
from movingcities.evidence.models import Source
from movingcities.evidence.recording import partial_date_help
from movingcities.networks.choosing import network_chooser
from movingcities.places.choosing import place_chooser


class DecisionForm(FactForm):
    """Which council, when, on what; the words are in its story."""

    kind = "decision"
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "decision_has_a_slug": ("slug", _("Give it an address.")),
    }

    class Meta:
        model = Decision
        fields: ClassVar[list[str]] = ["slug", "place", "decided", "kind", "vote", "network"]
        labels = {"place": _("Place")}
        widgets = {"place": place_chooser().widget_class, "network": network_chooser().widget_class}
        help_texts = {"decided": partial_date_help()}

    def countries(self) -> Collection[str]:
        place = self.cleaned_data.get("place")
        return {place.country_id} if place else set()

    def countries_before(self) -> Collection[str]:
        return set(Decision.objects.filter(pk=self.instance.pk).values_list("place__country_id", flat=True))

    def record(
        self, *, existing: Decision | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Decision:
        said = self.cleaned_data
        return record_decision(
            entry=DecisionEntry(**{name: said[name] for name in ("slug", "kind", "decided", "vote")}),
            place=said["place"],
            network=said["network"],
            sources=sources,
            existing=existing,
            by=by,
            at=at,
            why=why,
        )
