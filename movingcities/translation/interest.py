"""How often readers ask for a text in a language: a number for each text, language and month, nothing else.

What is asked for is gathered in memory and written down now and then, so that no reader waits for it.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from movingcities.translation.actions import note_interest

Asked = tuple[UUID, str, date]
"""A text by its translation key, the language it was asked for in, the first day of the month."""

AT_ONCE = 50
"""So many are written down together, or fewer after some time."""
SECONDS = 60.0
_ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|fetch|monitor|http|curl|wget|python|headless", re.I)


class Gathering:
    """What was asked for since it was last written down; `write` gets it, in the thread that is at hand."""

    def __init__(
        self, write: Callable[[Counter[Asked]], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._write = write
        self._clock = clock
        self._lock = threading.Lock()
        self._counts: Counter[Asked] = Counter()
        self._since = clock()

    def add(self, asked: Asked) -> None:
        """Count one; write down what there is where it is time."""
        with self._lock:
            self._counts[asked] += 1
            is_due = self._counts.total() >= AT_ONCE or self._clock() - self._since >= SECONDS
            if not is_due:
                return
            counts, self._counts, self._since = self._counts, Counter(), self._clock()
        self._write(counts)


def is_reader(request: HttpRequest) -> bool:
    """Whether somebody reads the page; a preview or a program that says it is one does not count.

    The name of the browser is looked at and forgotten.
    """
    if not settings.COUNT_INTEREST or request.method != "GET" or getattr(request, "is_preview", False):
        return False
    return not _ROBOT.search(request.headers.get("User-Agent", "python"))


def ask_for(*, text: Any, language: str, request: HttpRequest, on: date) -> None:
    """Count that somebody reads the page of a text in a language, whether the text is there in it or not."""
    if text is not None and is_reader(request):
        _gathering.add((text.translation_key, language, on.replace(day=1)))


_gathering = Gathering(lambda counts: note_interest(counts=counts))
