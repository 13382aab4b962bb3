"""The form of a term of the glossary."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from movingcities.translation.models import GlossaryTerm

LONGEST_WORDS = 120


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(_lines(self.prepare_value(initial)) != _lines(data))

    def clean(self, value: Any) -> Any:
        lines = _lines(super().clean(value))
        if any(len(line) > LONGEST_WORDS for line in lines):
            raise ValidationError(_("One of the lines is too long for a term: write one a line."))
        return lines


class TermForm(WagtailAdminModelForm):
    """What is said for a term in a language, and what is never said; at least one of both."""

    required = LinesField(
        label=gettext_lazy("Say"),
        required=False,
        help_text=gettext_lazy("One a line; a translation needs one of them. Endings may differ."),
    )
    forbidden = LinesField(
        label=gettext_lazy("Do not say"),
        required=False,
        help_text=gettext_lazy("One a line. Without a term, they are never said in this language."),
    )

    class Meta:
        model = GlossaryTerm
        fields = ("language", "source", "required", "forbidden", "note")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        given = self.cleaned_data
        if not given.get("forbidden") and not (given.get("source") and given.get("required")):
            raise ValidationError(_("Write a term and what to say for it, or what is never said."))
        return cleaned


def _lines(text: Any) -> list[str]:
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]
