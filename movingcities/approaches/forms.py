"""The form of an approach."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from movingcities.accounts.models import User
from movingcities.approaches.actions import ApproachEntry, record_approach
from movingcities.approaches.models import Approach
from movingcities.evidence.forms import FactForm
from movingcities.evidence.models import Source
from movingcities.evidence.recording import partial_date_help
from movingcities.places.places_field import PlacesField


class ApproachForm(FactForm):
    """Where, what about, since when, who; the words are in its story."""

    kind = "approach"
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "approach_has_a_slug": ("slug", _("Give it an address.")),
        "approach_ends_after_it_starts": (
            "ended",
            _("An approach ends after it starts: compare the two dates."),
        ),
        "approach_that_runs_or_is_planned_has_no_end": (
            "ended",
            _("An approach that runs or is planned has no end: leave it empty, or choose another status."),
        ),
    }

    places_by_address = PlacesField(label=_("Places"))
    partners_in_lines = forms.CharField(
        label=_("Partners"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("One a line."),
    )

    class Meta:
        model = Approach
        fields = ["slug", "topics", "status", "started", "ended", "lead"]
        widgets = {"topics": forms.CheckboxSelectMultiple}
        help_texts = {"started": partial_date_help(), "ended": partial_date_help()}

    field_order = ["slug", "places_by_address", "topics", "status", "started", "ended", "lead"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["places_by_address"].initial = PlacesField.written(self.instance.places.all())
            self.fields["partners_in_lines"].initial = "\n".join(self.instance.partners)

    def countries(self) -> Collection[str]:
        return {place.country_id for place in self.cleaned_data.get("places_by_address", ())}

    def countries_before(self) -> Collection[str]:
        return set(self.instance.places.values_list("country_id", flat=True))

    def record(
        self, *, existing: Approach | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Approach:
        said = self.cleaned_data
        partners = [line.strip() for line in said["partners_in_lines"].splitlines() if line.strip()]
        names = ("slug", "status", "started", "ended", "lead")
        return record_approach(
            entry=ApproachEntry(**{name: said[name] for name in names}, partners=partners),
            places=said["places_by_address"],
            topics=list(said["topics"]),
            sources=sources,
            existing=existing,
            by=by,
            at=at,
            why=why,
        )
