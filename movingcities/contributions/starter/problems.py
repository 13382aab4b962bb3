"""What is wrong with the files, so that all of it can be told at once."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where (lines count from 1), what, and what is expected."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class Problems:
    """Everything that was found wrong so far."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def note(self, file: str, line: int, field: str, message: str) -> None:
        """Add a problem; `field` is empty where the whole line or file is meant."""
        self.found.append(Problem(file, line, field, message))

    def __bool__(self) -> bool:
        return bool(self.found)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.found[:SHOWN]]
        if len(self.found) > SHOWN:
            lines.append(f"… and {len(self.found) - SHOWN} more")
        return "\n".join(lines)


class DamagedData(ValueError):
    """The files cannot be loaded as they are; nothing was written."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(
            f"The data has {len(problems.found)} problem(s); nothing was loaded. "
            f"Mend them and run the command again.\n{problems}"
        )
        self.problems = problems
