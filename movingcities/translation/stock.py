"""What the desk has in stock: counts per language and kind, and the queue of a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, Value, When

from movingcities.translation.kinds import TextKind, kinds
from movingcities.translation.models import Translated
from movingcities.translation.queries import interest_in

OUTDATED, MISSING = "outdated", "missing"
STATES = (*Translated.Origin.values, OUTDATED, MISSING)
"""What a queue can be narrowed down to; a text can be outdated besides what it is."""


class Row(NamedTuple):
    """One published text, as little of it as counting needs."""

    pk: Any
    key: UUID
    language: str
    origin: str
    is_outdated: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many texts of a kind are in a state in a language."""

    state: str
    number: int


@dataclass(frozen=True, slots=True)
class Stock:
    """The counts of one kind in one language, in the order of `STATES`."""

    language: str
    kind: TextKind
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in the queue of a language: its original, and its translation where readers see one.

    `key` is that of both; `asked` tells how often readers asked for the text in the language.
    """

    kind: TextKind
    key: UUID
    original_id: Any
    translation_id: Any
    state: str
    is_outdated: bool
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with what it is called."""

    entry: Entry
    title: str


def stock_of(languages: Sequence[str]) -> list[Stock]:
    """The counts of every kind in the languages; one query per kind, however many texts there are."""
    stocks = []
    for kind in kinds():
        rows = _rows(kind)
        originals = [row for row in rows if row.origin == Translated.Origin.ORIGINAL]
        for language in languages:
            numbers = dict.fromkeys(STATES, 0)
            there = {row.key: row for row in rows if row.language == language}
            for original in originals:
                own = there.get(original.key)
                if original.language == language:
                    numbers[Translated.Origin.ORIGINAL] += 1
                elif own is None:
                    numbers[MISSING] += 1
                elif own.origin != Translated.Origin.ORIGINAL:
                    numbers[own.origin] += 1
                    numbers[OUTDATED] += own.is_outdated
            counts = tuple(Count(state, number) for state, number in numbers.items())
            stocks.append(Stock(language, kind, counts))
    return stocks


def queue_of(language: str, *, kind: str = "", state: str = "") -> list[Entry]:
    """What there is to do in a language; without a state, all that is missing, outdated or unchecked.

    What readers asked for most comes first, then kinds by their weight, in a kind what is missing. One
    query per kind, one for the interest.
    """
    wanted = {state} if state else {MISSING, OUTDATED, Translated.Origin.MACHINE.value}
    asked = interest_in(language)
    found = [
        replace(entry, asked=asked.get(entry.key, 0))
        for each in kinds()
        if not kind or each.name == kind
        for entry in _entries(each, _rows(each), language)
        if entry.state in wanted or (entry.is_outdated and OUTDATED in wanted)
    ]
    return sorted(
        found,
        key=lambda entry: (-entry.asked, -entry.kind.weight, entry.state != MISSING, entry.original_id),
    )


def titled(entries: Iterable[Entry]) -> list[Shown]:
    """Entries with the titles of their originals; one query per kind."""
    entries = list(entries)
    by_kind: dict[TextKind, set[Any]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, set()).add(entry.original_id)
    titles = {
        (kind, text.pk): str(text)
        for kind, ids in by_kind.items()
        for text in kind.model._default_manager.filter(pk__in=ids).select_related("locale", *kind.related)
    }
    return [Shown(entry, titles[entry.kind, entry.original_id]) for entry in entries]


def _rows(kind: TextKind) -> list[Row]:
    texts: QuerySet[Any] = kind.model._default_manager.filter(live=True).annotate(
        reads_old=Case(When(outdated=[], then=Value(False)), default=Value(True), output_field=BooleanField())
    )
    names = ("pk", "translation_key", "locale__language_code", "origin", "reads_old")
    return list(map(Row._make, texts.values_list(*names)))


def _entries(kind: TextKind, rows: Iterable[Row], language: str) -> list[Entry]:
    """The translations into a language and the gaps; an original in the language itself is no work."""
    there = {row.key: row for row in rows if row.language == language}
    entries = []
    for row in rows:
        if row.origin != Translated.Origin.ORIGINAL or row.language == language:
            continue
        own = there.get(row.key)
        if own is None:
            entries.append(Entry(kind, row.key, row.pk, None, MISSING, is_outdated=False))
        elif own.origin != Translated.Origin.ORIGINAL:
            entries.append(
                Entry(kind, row.key, row.pk, own.pk, own.origin, is_outdated=bool(own.is_outdated))
            )
    return entries
