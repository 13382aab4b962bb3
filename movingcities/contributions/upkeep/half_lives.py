"""How long a fact of each kind is believed before somebody looks again: pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

MONTHS: Mapping[str, int] = {"approaches": 18, "memberships": 24}
"""A decision of a council is of its day and does not age."""


def read_before(kind: str, today: date) -> date:
    """The day before which whoever read the sources of a fact last has to read them again."""
    months = today.year * 12 + today.month - 1 - MONTHS[kind]
    return date(months // 12, months % 12 + 1, 1)
