"""The form of a place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime

from movingcities.accounts.models import User
from movingcities.evidence.forms import FactForm
from movingcities.evidence.models import Source
from movingcities.places.actions import PlaceEntry, record_place
from movingcities.places.models import Place


class PlaceForm(FactForm):
    """What it is called, what it is, where it lies; most come from GeoNames and cite it."""

    kind = "place"
    needs_sources = False

    class Meta:
        model = Place
        fields = [
            "country",
            "slug",
            "name",
            "kind",
            "names",
            "other_names",
            "note",
            "latitude",
            "longitude",
            "population",
        ]

    def countries(self) -> Collection[str]:
        country = self.cleaned_data.get("country")
        return {country.pk} if country else set()

    def countries_before(self) -> Collection[str]:
        return set(Place.objects.filter(pk=self.instance.pk).values_list("country_id", flat=True))

    def record(
        self, *, existing: Place | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Place:
        said = {name: self.cleaned_data[name] for name in self.Meta.fields if name != "country"}
        kept = {
            entry.name: getattr(existing, entry.name)
            for entry in fields(PlaceEntry)
            if existing is not None and entry.name not in said and entry.name != "country"
        }
        entry = PlaceEntry(**{**kept, **said}, country=self.cleaned_data["country"].pk)
        return record_place(entry=entry, existing=existing, sources=sources, by=by, at=at, why=why)
