"""One record of a file: fields are asked for by name and type, what is wrong is noted with its line."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from movingcities.contributions.starter.problems import Problems
from movingcities.kit.partial_date import InvalidPartialDate, PartialDate

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_WHOLE_NUMBER = re.compile(r"[0-9]+\Z", re.ASCII)
_LARGEST_NUMBER = 2_147_483_647  # what PostgreSQL's integer holds
_URL_LIMIT = 500
_SHOWN_VALUES = 12


@dataclass(frozen=True, slots=True)
class Other:
    """A value that is neither text nor a list of texts or records; `what` says what it is instead."""

    what: str


class Record:
    """The fields of one row or mapping, each with its line (counted from 1)."""

    __slots__ = ("_lines", "_problems", "_values", "file", "line")

    def __init__(
        self,
        file: str,
        line: int,
        values: Mapping[str, object],
        problems: Problems,
        lines: Mapping[str, int] | None = None,
    ) -> None:
        self.file = file
        self.line = line
        self._values = values
        self._lines = lines or {}
        self._problems = problems

    @property
    def names(self) -> set[str]:
        """The names of the fields it has."""
        return set(self._values)

    def refuse(self, field: str, message: str, *, line: int = 0) -> None:
        """Note that a field of this record is wrong; `line` only where it is not the field's own."""
        self._problems.note(self.file, line or self._lines.get(field, self.line), field, message)

    def expect_only(self, fields: Collection[str]) -> None:
        """Note the fields that nobody knows and those that are missing."""
        self.expect_no_other(fields)
        for name in fields:
            if name not in self._values:
                self.refuse(name, "is missing; write it, with an empty value if nothing is known")

    def expect_no_other(self, fields: Collection[str]) -> None:
        """Note the fields that nobody knows; any may be missing."""
        for name in self._values:
            if name not in fields:
                self.refuse(name, f"is unknown; the fields are {', '.join(fields)}")

    def text(self, field: str, *, required: bool = False, limit: int | None = None) -> str:
        """The text of a field, empty where there is none; `limit` in characters."""
        value = self._values.get(field, "")
        if not isinstance(value, str):
            self.refuse(field, f"is {_said(value)}; expected is text, in quotation marks if need be")
            return ""
        return self._checked(field, value, required=required, limit=limit)

    def _checked(self, field: str, value: str, *, required: bool, limit: int | None, line: int = 0) -> str:
        text = value.strip()
        if required and not text:
            self.refuse(field, "is empty; expected is a value", line=line)
        elif limit is not None and len(text) > limit:
            self.refuse(field, f"has {len(text)} characters; at most {limit} fit", line=line)
        elif _CONTROL.search(text):
            self.refuse(field, "contains a control character; expected is readable text", line=line)
        return text

    def slug(self, field: str, *, limit: int) -> str:
        """A required identifier of lower-case letters, digits and hyphens."""
        text = self.text(field, required=True, limit=limit)
        if text and not _SLUG.match(text):
            self.refuse(field, f"“{text}” is not an identifier; expected are a–z, 0–9 and single hyphens")
        return text

    def choice(self, field: str, allowed: Collection[str], *, required: bool = True) -> str:
        """One of the allowed values."""
        text = self.text(field, required=required)
        if text and text not in allowed:
            self.refuse(field, f"“{text}” is unknown; expected is {_one_of(allowed)}")
        return text

    def reference(self, field: str, known: Collection[str], what: str, *, required: bool = True) -> str:
        """An identifier that another file must have; `what` says which, such as “a place of places.csv”."""
        text = self.text(field, required=required)
        self.expect_known(field, text, known, what)
        return text

    def expect_known(
        self, field: str, text: str, known: Collection[str], what: str, *, line: int = 0
    ) -> None:
        """Note an identifier that another file does not have; `what` says which that should be."""
        # Where the other file could not be read, that is the problem to tell, not each reference to it.
        other_file_is_damaged = not known and bool(self._problems)
        if text and text not in known and not other_file_is_damaged:
            self.refuse(field, f"“{text}” is not {what}", line=line)

    def partial_date(self, field: str) -> str:
        """2019, 2019-05, 2019-05-14 or empty."""
        text = self.text(field)
        if text:
            try:
                PartialDate.parse(text)
            except InvalidPartialDate:
                self.refuse(field, f"“{text}” is not a date; expected is 2019, 2019-05 or 2019-05-14")
                return ""
        return text

    def url(self, field: str, *, required: bool = False, missing: str = "") -> str:
        """A web address; `missing` is said instead of the usual words where a required one is empty."""
        text = self.text(field, limit=_URL_LIMIT)
        if not text:
            if required:
                self.refuse(field, missing or "is empty; expected is a web address")
            return ""
        try:
            parts = urlsplit(text)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
            _ = parts.port
        except ValueError:
            sound = False
        if not sound:
            self.refuse(field, f"“{text}” is not a web address; expected is one with https:// or http://")
        return text

    def whole_number(self, field: str, *, required: bool = False) -> int | None:
        """A number from 0 to 2,147,483,647 without separators, or None where the field is empty."""
        text = self.text(field, required=required)
        if not text:
            return None
        if not _WHOLE_NUMBER.match(text) or int(text[:20]) > _LARGEST_NUMBER:
            self.refuse(field, f"“{text}” is not a number; expected are digits, at most {_LARGEST_NUMBER}")
            return None
        return int(text)

    def degrees(self, field: str, *, limit: int) -> float:
        """A required angle between -limit and limit degrees."""
        text = self.text(field, required=True)
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if text and not -limit <= number <= limit:
            self.refuse(field, f"“{text}” is out of range; expected are degrees from -{limit} to {limit}")
            return 0.0
        return 0.0 if math.isnan(number) else number

    def texts(self, field: str, *, required: bool = False, limit: int | None = None) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        return tuple(text for text, _line in self._texts(field, required=required, limit=limit))

    def references(
        self, field: str, known: Collection[str], what: str, *, required: bool = False
    ) -> tuple[str, ...]:
        """A list of identifiers that another file must have."""
        found: list[str] = []
        for text, line in self._texts(field, required=required):
            self.expect_known(field, text, known, what, line=line)
            found.append(text)
        return tuple(found)

    def _texts(self, field: str, *, required: bool, limit: int | None = None) -> Iterator[tuple[str, int]]:
        for value, line in self._list(field, required=required):
            if isinstance(value, str):
                yield self._checked(field, value, required=True, limit=limit, line=line), line
            else:
                message = f"holds {_said(value)}; expected are texts, in quotation marks if need be"
                self.refuse(field, message, line=line)

    def records(self, field: str, *, required: bool = False, missing: str = "") -> list[Record]:
        """A list of mappings."""
        found: list[Record] = []
        for value, line in self._list(field, required=required, missing=missing):
            if isinstance(value, Record):
                found.append(value)
            else:
                self.refuse(field, f"holds {_said(value)}; expected are mappings", line=line)
        return found

    def _list(self, field: str, *, required: bool, missing: str = "") -> Iterable[tuple[object, int]]:
        value = self._values.get(field, "")
        if value == "" or value == []:
            if required:
                self.refuse(field, missing or "is empty; expected is a list with at least one entry")
            return []
        if not isinstance(value, list):
            self.refuse(field, f"is {_said(value)}; expected is a list")
            return []
        return value


def _said(value: object) -> str:
    if isinstance(value, Other):
        return value.what
    if isinstance(value, Record):
        return "a mapping"
    return "a list" if isinstance(value, list) else "a text"


def _one_of(allowed: Collection[str]) -> str:
    values = sorted(str(value) for value in allowed)
    if len(values) > _SHOWN_VALUES:
        return f"one of {len(values)} values such as {', '.join(values[:_SHOWN_VALUES])}"
    return f"one of {', '.join(values)}"
