"""What all filters share: one address per view."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import Field, dataclass, fields, replace
from functools import cache
from typing import Any, ClassVar, Self
from urllib.parse import urlencode

from django.http import QueryDict

from movingcities.explorer.filters.parsing import Problem


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a list is narrowed by; `without` is the address of the same list without it."""

    parameter: str
    value: str
    without: str


@dataclass(frozen=True)
class Filter(ABC):
    """A view of a list.

    Subclasses declare one field per parameter, in the order in which they stand in an address; `NAMES` maps
    the names of fields that hold several values to the parameter that is repeated for them.
    """

    NAMES: ClassVar[dict[str, str]] = {}
    # Parameters that order or page a list, but do not narrow it.
    ARRANGING: ClassVar[frozenset[str]] = frozenset({"sort", "page"})
    # A list narrowed by one value of one of these has a page of its own in search engines.
    INDEXABLE: ClassVar[frozenset[str]] = frozenset()

    page: int = 1
    problems: tuple[Problem, ...] = ()

    @classmethod
    @abstractmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; never raises, what could not be used is in `problems`."""

    def query_string(self, **changes: Any) -> str:
        """The address of this view, or of it with changed fields: “?country=DE&sort=name”, or empty.

        Parameters stand in one order and defaults are left out, so that a view has one address. A change
        leads to page 1 unless it names the page.
        """
        view = self.changed(**changes) if changes else self
        query = urlencode(view._parameters(), safe=",")
        return f"?{query}" if query else ""

    def changed(self, **changes: Any) -> Self:
        """The filter with other values of fields, without the problems, on page 1 unless another is named."""
        return replace(self, **{"page": 1, **changes, "problems": ()})

    def without(self, parameter: str, value: str = "") -> Self:
        """The filter without one value of a parameter, or without the whole parameter."""
        for field in self._declared():
            if self._parameter_of(field) == parameter:
                current = getattr(self, field.name)
                if isinstance(current, tuple) and value:
                    return self.changed(**{field.name: tuple(kept for kept in current if kept != value)})
                return self.changed(**{field.name: field.default})
        return self.changed()

    def with_value(self, parameter: str, value: str) -> Self:
        """The filter with one more value of a parameter, or with it in place of another."""
        for field in self._declared():
            if self._parameter_of(field) == parameter:
                current = getattr(self, field.name)
                if isinstance(current, tuple):
                    values = [*current, value] if value not in current else current
                    return self.changed(**{field.name: tuple(sorted(values))})
                return self.changed(**{field.name: value})
        return self.changed()

    def values_of(self, parameter: str) -> tuple[str, ...]:
        """The values a parameter has in this view, also where it is the default."""
        for field in self._declared():
            if self._parameter_of(field) == parameter:
                value = getattr(self, field.name)
                return tuple(_as_texts(value)) if value not in (None, "", False) else ()
        return ()

    def active_conditions(self) -> list[Condition]:
        """What the list is narrowed by, in the order of the address."""
        return [
            Condition(parameter, value, self.without(parameter, value).query_string())
            for parameter, value in self._parameters()
            if parameter not in self.ARRANGING
        ]

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may keep this view: the list as it opens, or narrowed by one subject.

        Every other view answers 200 with noindex and its own address as canonical: pointing elsewhere would
        tell engines that it is the same list, which it is not.
        """
        parameters = self._parameters()
        narrowed_by_one = len(parameters) == 1 and parameters[0][0] in self.INDEXABLE
        return not self.problems and (not parameters or narrowed_by_one)

    def _parameters(self) -> list[tuple[str, str]]:
        return [
            (self._parameter_of(field), text)
            for field in self._declared()
            if (value := getattr(self, field.name)) != field.default
            for text in _as_texts(value)
        ]

    @classmethod
    @cache
    def _declared(cls) -> tuple[Field[Any], ...]:
        """The fields that stand in an address; the page comes last. Asked some hundred times for a page."""
        known = {field.name: field for field in fields(cls)}
        page = known.pop("page")
        known.pop("problems")
        return (*known.values(), page)

    def _parameter_of(self, field: Field[Any]) -> str:
        return self.NAMES.get(field.name, field.name)


def _as_texts(value: Any) -> Iterable[str]:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if isinstance(value, bool):
        return ["yes"]
    return [str(value)]
