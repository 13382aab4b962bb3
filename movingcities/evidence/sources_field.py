"""Sources in a form as their addresses, one a line: quick to paste, no list of thousands to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from movingcities.evidence.models import Source

MOST_SOURCES = 100


class SourcesField(forms.CharField):
    """Cleans to the list of addresses, each once, in the order given; whether they are known is not asked."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, **options: Any) -> None:
        options = {
            "label": gettext_lazy("Sources"),
            "help_text": gettext_lazy("The pages where it can be read: one address a line."),
            "error_messages": {"required": gettext_lazy("Add at least one page where it can be read.")},
            **options,
        }
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Iterable) and not isinstance(value, str):
            return "\n".join(each.url if isinstance(each, Source) else str(each) for each in value)
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((self.prepare_value(initial) or "").split() != (data or "").split())

    def clean(self, value: Any) -> Any:
        lines = (super().clean(value) or "").split()
        if len(lines) > MOST_SOURCES:
            raise ValidationError(_("So many sources cannot be checked: name the best ones."))
        is_address = URLValidator(
            schemes=["https", "http"], message=_("“%(value)s” is not the address of a page.")
        )
        for line in lines:
            is_address(line)
        return list(dict.fromkeys(lines))
