"""A country in a form of the editorial system: by its name in the editor's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models
from django.forms.models import ModelChoiceIterator
from django.utils.translation import get_language
from wagtail.admin.forms.models import register_form_field_override

from movingcities.kit.folding import fold
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import country_name
from movingcities.places.models import Country


class _ByName(ModelChoiceIterator):
    """The choices in the order of the alphabet, the empty one first."""

    def __iter__(self) -> Iterator[Any]:
        choices = list(super().__iter__())
        yield from sorted(choices, key=lambda choice: (bool(choice[0]), fold(str(choice[1]))))


class CountryField(forms.ModelChoiceField):
    """One country."""

    iterator = _ByName

    def label_from_instance(self, obj: Any) -> str:
        return country_name(obj.pk, get_language() or FALLBACK_LANGUAGE)


def use_in_every_form() -> None:
    """Let the forms of all models that name a country ask for it so."""
    register_form_field_override(models.ForeignKey, to=Country, override={"form_class": CountryField})
