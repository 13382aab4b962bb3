"""One page of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """The rows of a page, and where it stands in the list; the first page exists even when it is empty."""

    rows: Sequence[Row]
    total: int
    page: int
    page_count: int
    per_page: int
    # Somebody asked for a page past the end and got the last one.
    is_past_the_end: bool = False

    @property
    def first(self) -> int:
        """The number of the first row in the whole list, 0 for an empty one."""
        return (self.page - 1) * self.per_page + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row in the whole list."""
        return (self.page - 1) * self.per_page + len(self.rows)

    @property
    def following(self) -> int | None:
        """The number of the next page."""
        return self.page + 1 if self.page < self.page_count else None

    @property
    def preceding(self) -> int | None:
        """The number of the page before."""
        return self.page - 1 if self.page > 1 else None


def page_of(ordered: QuerySet[Row], *, page: int, per_page: int, total: int | None = None) -> Listing[Row]:
    """The page of an ordered queryset, the last one if it has fewer; one query, two without a total."""
    if total is None:
        total = ordered.order_by().count()
    page_count = max(1, -(-total // per_page))
    shown = min(max(1, page), page_count)
    start = (shown - 1) * per_page
    rows = list(ordered[start : start + per_page]) if total else []
    return Listing(rows, total, shown, page_count, per_page, is_past_the_end=page > page_count)
