"""Reading an address: whatever it holds, something sensible comes out, and what was left out is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.http import QueryDict

from movingcities.explorer.filters.area import Area

LONGEST_TEXT = 200
# Longer values are shown shortened where a page explains what it could not use.
LONGEST_SHOWN = 60
MOST_VALUES = 50
EARLIEST_YEAR = 1900


class Reason(StrEnum):
    """Why a part of an address was left out or changed."""

    UNKNOWN = "unknown"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    NOT_A_NUMBER = "not-a-number"
    ONLY_ONE = "only-one"
    CONTRADICTION = "contradiction"
    PAST_THE_END = "past-the-end"
    NO_AREA = "no-area"


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of an address that could not be used as it is; `value` is shortened and safe to print."""

    parameter: str
    value: str
    reason: Reason


def without_controls(text: str) -> str:
    """The text without control characters, surrogates and unassigned ones; line breaks become spaces."""
    return "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )


def shown(value: str) -> str:
    """A value as a page may repeat it."""
    clean = without_controls(value).strip()
    return clean if len(clean) <= LONGEST_SHOWN else clean[: LONGEST_SHOWN - 1] + "…"


class Reader:
    """Takes values out of a query and remembers what it could not use."""

    def __init__(self, query: QueryDict) -> None:
        self._query = query
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be used so far, each once."""
        return tuple(dict.fromkeys(self._problems))

    def report(self, parameter: str, value: str, reason: Reason) -> None:
        """Remember that a value could not be used."""
        self._problems.append(Problem(parameter, shown(value), reason))

    def text(self, parameter: str) -> str:
        """Free text: the first one given, cut to 200 characters, with single spaces."""
        value = self._single(parameter)
        clean = " ".join(without_controls(value[: 10 * LONGEST_TEXT]).split())
        if len(clean) > LONGEST_TEXT:
            self.report(parameter, clean, Reason.TOO_LONG)
            clean = clean[:LONGEST_TEXT].strip()
        return clean

    def choice(self, parameter: str, options: Collection[str], default: str) -> str:
        """One of the options, else the default."""
        value = self._single(parameter).strip().lower()
        if not value or value in options:
            return value or default
        self.report(parameter, value, Reason.UNKNOWN)
        return default

    def choices(self, parameter: str, options: Collection[str]) -> tuple[str, ...]:
        """The options that are asked for, in the order of the options."""
        given = self._values(parameter)
        for value in given:
            if value.lower() not in options:
                self.report(parameter, value, Reason.UNKNOWN)
        wanted = {value.lower() for value in given}
        return tuple(option for option in options if option in wanted)

    def known(
        self,
        parameter: str,
        which_exist: Callable[[Collection[str]], Iterable[str]],
        *,
        written: Callable[[str], str] = str.lower,
    ) -> tuple[str, ...]:
        """Those of the values that exist, in alphabetical order; asks only if there is a value."""
        given = {written(value): value for value in self._values(parameter)}
        if not given:
            return ()
        existing = set(which_exist(list(given)))
        for value, original in given.items():
            if value not in existing:
                self.report(parameter, original, Reason.UNKNOWN)
        return tuple(sorted(existing))

    def letter(self, parameter: str) -> str:
        """One of A to Z, or nothing."""
        value = self._single(parameter).strip().upper()
        if not value or (len(value) == 1 and "A" <= value <= "Z"):
            return value
        self.report(parameter, value, Reason.UNKNOWN)
        return ""

    def year(self, parameter: str) -> int | None:
        """A year of four digits that a date can have."""
        value = self._single(parameter).strip()
        if not value:
            return None
        year = _whole_number(value)
        if year is None:
            self.report(parameter, value, Reason.NOT_A_NUMBER)
        elif not EARLIEST_YEAR <= year <= date.max.year:
            self.report(parameter, value, Reason.UNKNOWN)
            year = None
        return year

    def area(self, parameter: str) -> Area | None:
        """A rectangle on the map."""
        value = self._single(parameter).strip()
        area = Area.read(value) if value else None
        if value and area is None:
            self.report(parameter, value, Reason.NO_AREA)
        return area

    def flag(self, parameter: str) -> bool:
        """Whether a box is ticked: yes, 1, on or true."""
        return self.choice(parameter, ("yes", "no", "1", "0", "on", "off", "true", "false"), "no") in (
            "yes",
            "1",
            "on",
            "true",
        )

    def page(self, parameter: str = "page") -> int:
        """The number of a page, from 1; whether there are so many is known when they were counted."""
        value = self._single(parameter).strip()
        if not value:
            return 1
        number = _whole_number(value)
        if number is None or number < 1:
            self.report(parameter, value, Reason.NOT_A_NUMBER)
            return 1
        return number

    def _single(self, parameter: str) -> str:
        values = list(dict.fromkeys(value for value in self._query.getlist(parameter) if value))
        if len(values) > 1:
            self.report(parameter, values[1], Reason.ONLY_ONE)
        return values[0] if values else ""

    def _values(self, parameter: str) -> list[str]:
        values = list(
            dict.fromkeys(
                clean
                for value in self._query.getlist(parameter)
                if (clean := without_controls(value).strip())
            )
        )
        if len(values) > MOST_VALUES:
            self.report(parameter, values[MOST_VALUES], Reason.TOO_MANY)
        # An over-long value exists nowhere; the database need not be asked for ten thousand characters.
        return [value[: LONGEST_TEXT + 1] for value in values[:MOST_VALUES]]


def _whole_number(text: str) -> int | None:
    """Plain digits only: no ², no ٣, no 1_000; more than 18 digits count as the largest page."""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if len(text) <= 18 else 10**18
