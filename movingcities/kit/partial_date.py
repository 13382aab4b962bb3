"""Dates as sources give them: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SHAPE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?\Z")


class InvalidPartialDate(ValueError):
    """The text is none of 2019, 2019-05 and 2019-05-14."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is not a date: write 2019, 2019-05 or 2019-05-14.")


class Precision(StrEnum):
    """How exactly the source dates something."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, month or day; `str()` gives it back as it was written (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read 2019, 2019-05 or 2019-05-14; raises InvalidPartialDate for everything else."""
        match = _SHAPE.match(text)
        if match is None:
            raise InvalidPartialDate(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        if not year or month == 0 or day == 0:
            raise InvalidPartialDate(text)
        parsed = cls(year, month, day)
        try:
            _ = parsed.latest
            _ = parsed.earliest
        except (ValueError, calendar.IllegalMonthError) as error:
            raise InvalidPartialDate(text) from error
        return parsed

    @property
    def precision(self) -> Precision:
        """The smallest unit that is known."""
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)


def parse_or_none(text: str) -> PartialDate | None:
    """The date a stored text means, or None where the text is empty."""
    return PartialDate.parse(text) if text else None
