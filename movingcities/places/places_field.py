"""Several places in one field, each by the end of its address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from movingcities.places.models import Place


class PlacesField(forms.CharField):
    """One place a line, as in its address: de/potsdam."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("One a line, as in its address on the site: de/potsdam."))
        super().__init__(**kwargs)

    @staticmethod
    def written(places: Iterable[Place]) -> str:
        """The places as the field takes them."""
        return "\n".join(f"{place.country_id.lower()}/{place.slug}" for place in places)

    def clean(self, value: Any) -> list[Place]:
        places = []
        for line in str(super().clean(value)).split():
            country, _slash, slug = line.strip("/").rpartition("/")
            code = country.rpartition("/")[2].upper()
            place = Place.objects.filter(country_id=code, slug=slug).first()
            if place is None:
                raise ValidationError(_("No place has the address “%(line)s”."), params={"line": line})
            places.append(place)
        return places
