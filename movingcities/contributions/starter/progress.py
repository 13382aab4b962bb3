"""Showing how far a long command is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from tqdm import tqdm


class Progress:
    """A bar for each step on a terminal; elsewhere one line for each step."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.is_terminal = stream.isatty()

    @contextmanager
    def step(self, name: str, total: int) -> Iterator[Callable[[int], object]]:
        """A step of `total` records; the function that is given says how many more are done."""
        if not self.is_terminal:
            self.stream.write(f"{name}: {total:,}\n")
            self.stream.flush()
            yield lambda done: None
            return
        with tqdm(
            desc=name, total=total, file=self.stream, unit="", bar_format="{desc:<28}{bar:24} {n_fmt}"
        ) as bar:
            yield bar.update
