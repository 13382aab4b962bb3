"""What comes of work at the desk, and why something cannot be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MachineReport:
    """How many strings of a machine's were taken, and how many were not."""

    taken: int
    refused: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file: strings taken, strings the same, (path, reason) of the others."""

    taken: int
    unchanged: int
    refused: tuple[tuple[str, str], ...]


class NotAnOriginal(ValueError):
    """A text was to be translated that is a translation itself."""

    def __init__(self, text: Any) -> None:
        super().__init__(f"“{text}” is a translation: open the text it was translated from.")


class PassageHasGaps(ValueError):
    """A passage cannot be confirmed as it is."""

    def __init__(self, path: str) -> None:
        super().__init__(f"“{path}” has other parts in its original now: open the editor and translate them.")
