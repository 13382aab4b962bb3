"""Columns for partial dates: the text as the source gives it, and the days it may mean."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import models

from movingcities.kit.partial_date import InvalidPartialDate, PartialDate, parse_or_none


def validate_partial_date(text: str) -> None:
    """Refuse what is none of 2019, 2019-05 and 2019-05-14."""
    try:
        parse_or_none(text)
    except InvalidPartialDate as error:
        raise ValidationError(str(error)) from error


class PartialDateField(models.CharField[str, str]):
    """Text of up to ten characters (ISO 8601, reduced precision); empty where no source dates it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 10)
        options.setdefault("blank", True)
        super().__init__(*args, **options)
        self.validators.append(validate_partial_date)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, options = super().deconstruct()
        if options.get("max_length") == 10:
            del options["max_length"]
        return name, path, args, options

    def get_prep_value(self, value: Any) -> str:
        return "" if value is None else str(value)


class PartialDateBound(models.DateField[date | None, date | None]):
    """The earliest or latest day a PartialDateField of the same row may mean; filled when it is saved."""

    def __init__(
        self,
        *args: Any,
        of: str = "",
        bound: Literal["earliest", "latest"] = "earliest",
        **options: Any,
    ) -> None:
        self.of = of
        self.bound = bound
        options.update(null=True, blank=True, editable=False)
        super().__init__(*args, **options)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of, "bound": self.bound}

    def pre_save(self, model_instance: models.Model, add: bool) -> date | None:
        text = getattr(model_instance, self.of)
        parsed = PartialDate.parse(str(text)) if text else None
        day = None if parsed is None else getattr(parsed, self.bound)
        setattr(model_instance, self.attname, day)
        return day
