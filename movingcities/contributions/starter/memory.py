"""Deciding for each record of the dataset: add, change, leave alone, or keep what an editor made of it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from movingcities.contributions.models import LoadedRecord

WHY = "starter dataset"
BATCH = 2_000

Row = TypeVar("Row")
State = TypeVar("State")
Object = TypeVar("Object", bound=Any)


class Unwritable(Exception):
    """A record of the dataset cannot be written beside what editors have made since; says why."""


@dataclass(slots=True)
class Tally:
    """What became of the records of one kind; the lists hold identifiers with what is to be told.

    `elsewhere` of those in the data are counted with another kind.
    """

    label: str
    in_the_data: int
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    elsewhere: int = 0


def sum_of(label: str, tallies: Mapping[str, Tally]) -> Tally:
    """Several tallies as one; the identifiers are told with the name of their own, the key of the mapping."""
    total = Tally(label, sum(tally.in_the_data for tally in tallies.values()))
    for name, tally in tallies.items():
        total.added += tally.added
        total.changed += tally.changed
        total.unchanged += tally.unchanged
        total.kept += [f"{name} {key}" for key in tally.kept]
        total.refused += [f"{name} {key}" for key in tally.refused]
        total.vanished += [f"{name} {key}" for key in tally.vanished]
    return total


def digest(value: object) -> str:
    """Sixteen hexadecimal digits of a row or state: dataclasses, mappings, lists, texts, numbers, None."""
    text = json.dumps(value, default=_fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _fields(value: Any) -> dict[str, object]:
    return {entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value)}


class Kind(ABC, Generic[Row, State, Object]):
    """How the records of one kind are compared and written.

    A state is what the dataset says of an object, as plain values: `wanted` makes it from a row, `state`
    reads it back from the object. An object is as it was loaded when both digests agree.
    """

    name: str  # stored in LoadedRecord.kind
    label: str  # printed

    def __init__(self, *, at: datetime) -> None:
        self.at = at

    @abstractmethod
    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        """{key: primary key} of the objects that exist though nobody remembers loading them."""

    @abstractmethod
    def objects(self, ids: Iterable[int]) -> Mapping[int, Object]:
        """{primary key: object} with all that `state` reads."""

    @abstractmethod
    def wanted(self, row: Row) -> State:
        """What the row says; raises Unwritable where something it refers to is gone."""

    @abstractmethod
    def state(self, thing: Object) -> State:
        """What the object says now."""

    @abstractmethod
    def write(self, state: State, existing: Object | None) -> Object:
        """Call the action that adds or corrects; raises Unwritable."""

    def add(
        self, states: Mapping[str, State], advance: Callable[[int], object]
    ) -> Mapping[str, int | Unwritable]:
        """Add many objects: {key: primary key, or why it could not be added}."""
        results: dict[str, int | Unwritable] = {}
        for key, state in states.items():
            try:
                results[key] = self.write(state, None).pk
            except Unwritable as reason:
                results[key] = reason
            advance(1)
        return results

    def concern(self, row: Row) -> object:
        """The part of a row that is written with this kind; the rest belongs to another kind."""
        return row

    def finish(self) -> None:
        """What is done once after all records of the kind."""

    def remembered(self, rows: Mapping[str, Row]) -> dict[str, LoadedRecord]:
        """What was loaded before, by key."""
        return {record.key: record for record in LoadedRecord.objects.filter(kind=self.name)}


def reconcile(
    kind: Kind[Row, State, Object], rows: Mapping[str, Row], *, advance: Callable[[int], object]
) -> tuple[Tally, dict[str, int]]:
    """Bring the rows in; returns what became of them and {key: primary key} of the objects there are.

    `advance` is told how many more records are done.
    """
    tally = Tally(kind.label, len(rows))
    remembered = kind.remembered(rows)
    tally.vanished = [key for key in remembered if key not in rows]
    digests = {key: digest(kind.concern(row)) for key, row in rows.items()}
    waiting = [key for key in rows if key not in remembered or remembered[key].row_digest != digests[key]]
    tally.unchanged = len(rows) - len(waiting)
    advance(tally.unchanged)

    ids = {key: record.object_id for key, record in remembered.items() if key in rows}
    ids.update(kind.find([key for key in waiting if key not in remembered]))
    present = kind.objects([ids[key] for key in waiting if key in ids])
    new: dict[str, State] = {}
    settled: dict[str, tuple[int, State]] = {}
    for key in waiting:
        thing = present.get(ids[key]) if key in ids else None
        try:
            wanted = kind.wanted(rows[key])
            if thing is not None:
                if _is_brought_in(kind, key, wanted, thing, remembered.get(key), tally):
                    settled[key] = (thing.pk, wanted)
            elif key in remembered:
                tally.kept.append(f"{key}: removed by an editor")
            else:
                new[key] = wanted
                continue
        except Unwritable as reason:
            tally.refused.append(f"{key}: {reason}")
        advance(1)
    for key, result in kind.add(new, advance).items():
        if isinstance(result, Unwritable):
            tally.refused.append(f"{key}: {result}")
        else:
            tally.added += 1
            ids[key] = result
            settled[key] = (result, new[key])
    kind.finish()
    remember(
        LoadedRecord(
            kind=kind.name, key=key, object_id=pk, row_digest=digests[key], state_digest=digest(state)
        )
        for key, (pk, state) in settled.items()
    )
    return tally, ids


def _is_brought_in(
    kind: Kind[Row, State, Object],
    key: str,
    wanted: State,
    thing: Object,
    memory: LoadedRecord | None,
    tally: Tally,
) -> bool:
    """Make the object say what the row says, unless an editor made it say something else."""
    now = digest(kind.state(thing))
    if now == digest(wanted):
        tally.unchanged += 1
        return True
    if memory is None or now != memory.state_digest:
        reason = "was here before the dataset" if memory is None else "changed by an editor"
        tally.kept.append(f"{key}: {reason}")
        return False
    kind.write(wanted, thing)
    tally.changed += 1
    return True


def remember(records: Iterable[LoadedRecord]) -> None:
    """Store what was loaded, replacing what was remembered of the same records."""
    LoadedRecord.objects.bulk_create(
        records,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["object_id", "row_digest", "state_digest"],
    )
