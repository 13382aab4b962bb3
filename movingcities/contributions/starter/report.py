"""What a run of the loader did, for the person who started it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from movingcities.contributions.starter.memory import Tally

SHOWN = 20
_COLUMNS = ("in the data", "added", "changed", "unchanged", "kept", "refused")


def table(tallies: Sequence[Tally]) -> Iterator[str]:
    """The lines of a table with a row for each kind, then every record that was not brought in, by name."""
    yield f"{'':<24}" + "".join(f"{column:>12}" for column in _COLUMNS)
    for tally in tallies:
        numbers = (
            tally.in_the_data,
            tally.added,
            tally.changed,
            tally.unchanged,
            len(tally.kept),
            len(tally.refused),
        )
        yield f"{tally.label:<24}" + "".join(f"{number:>12,}" for number in numbers)
    for tally in tallies:
        if tally.elsewhere:
            yield f"{tally.elsewhere:,} {tally.label} are counted with the named places."
        yield from _named("kept as an editor has it", tally.label, tally.kept)
        yield from _named("refused", tally.label, tally.refused)
        yield from _named("no longer in the data, left as it is", tally.label, tally.vanished)


def _named(what: str, label: str, keys: Sequence[str]) -> Iterator[str]:
    for key in keys[:SHOWN]:
        yield f"{what}: {label}: {key}"
    if len(keys) > SHOWN:
        yield f"{what}: {label}: … and {len(keys) - SHOWN:,} more"
