"""The form of a place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from movingcities.accounts.models import User
from movingcities.evidence.forms import FactForm
from movingcities.evidence.models import Source
from movingcities.places.actions import PlaceEntry, record_place
from movingcities.places.country_field import CountryField
from movingcities.places.models import Place


class PlaceForm(FactForm):
    """What it is called, what it is, where it lies; most come from GeoNames and cite it."""

    kind = "place"
    broken_rules: ClassVar[Mapping[str, tuple[str, Any]]] = {
        "place_slug_is_unique_in_its_country": (
            "slug",
            _("Another place of this country has this address already: choose another."),
        ),
        "place_has_a_name_and_a_slug": ("name", _("Give it a name and an address.")),
        "place_latitude_and_longitude_come_together_and_lie_on_the_globe": (
            "latitude",
            _("Give both latitude (−90 to 90) and longitude (−180 to 180), or neither."),
        ),
    }

    class Meta:
        model = Place
        fields: ClassVar[list[str]] = [
            "country",
            "slug",
            "name",
            "kind",
            "other_names",
            "note",
            "latitude",
            "longitude",
            "population",
        ]
        field_classes: ClassVar[dict[str, Any]] = {"country": CountryField}
        labels: ClassVar[dict[str, Any]] = {"country": _("Country"), "slug": _("End of the address")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[_field_of(code)] = forms.CharField(
                label=gettext("Name (%(language)s)") % {"language": language},
                initial=(self.instance.names or {}).get(code, ""),
                max_length=200,
                required=False,
                widget=forms.TextInput(attrs={"lang": code}),
            )
        names = [_field_of(code) for code, _language in settings.LANGUAGES]
        self.order_fields(["country", "slug", "name", *names])

    def countries(self) -> Collection[str]:
        country = self.cleaned_data.get("country")
        return {country.pk} if country else set()

    def countries_before(self) -> Collection[str]:
        return set(Place.objects.filter(pk=self.instance.pk).values_list("country_id", flat=True))

    def needs_sources(self) -> bool:
        """A place from GeoNames cites GeoNames; any other never loses its last source."""
        if self.instance.pk is None:
            return True
        return self.instance.geonames_id is None and self.instance.sources.exists()

    def record(
        self, *, existing: Place | None, sources: Sequence[Source], by: User, at: datetime, why: str
    ) -> Place:
        said = {name: self.cleaned_data[name] for name in self.Meta.fields if name != "country"}
        kept = {
            entry.name: getattr(existing, entry.name)
            for entry in fields(PlaceEntry)
            if existing is not None and entry.name not in (*said, "country", "names")
        }
        entry = PlaceEntry(
            **{**kept, **said}, country=self.cleaned_data["country"].pk, names=self._names(existing)
        )
        return record_place(entry=entry, existing=existing, sources=sources, by=by, at=at, why=why)

    def _names(self, existing: Place | None) -> dict[str, str]:
        """What was typed, and the names in languages the form does not ask for."""
        asked = {code: self.cleaned_data[_field_of(code)].strip() for code, _language in settings.LANGUAGES}
        before = (existing.names if existing else None) or {}
        others = {code: name for code, name in before.items() if code not in asked}
        return {**others, **{code: name for code, name in asked.items() if name}}


def _field_of(language: str) -> str:
    return f"name_{language}"
