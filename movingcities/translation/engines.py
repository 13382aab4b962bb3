"""Machine translation: the engine that the settings name, and a look at what it answers."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.strings import StringValue

_log = logging.getLogger(__name__)
_MARKS = re.compile(r"<[^>]+>|%\(\w+\)[sd]|\{\w*\}")


class EngineFailed(RuntimeError):
    """The engine did not answer, or with something that is no translation of what it was asked."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The machine translation failed ({reason}). Nothing was changed; try again later.")


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by its name; ask `engine()` for the one that is switched on."""

    name: str

    def translate(self, strings: Sequence[str], *, source: Locale, target: Locale) -> Mapping[str, str]:
        """{string: its translation}. Raises EngineFailed."""
        translator = get_machine_translator()
        if translator is None or not translator.can_translate(source, target):
            raise EngineFailed("not for these languages")
        asked = [StringValue(string) for string in strings]
        # Its message may hold the address with the key: only its kind is told.
        try:
            answer = translator.translate(source, target, asked)
            found = {string.data: answer[string].data for string in asked}
        except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as problem:
            reason = type(problem).__name__
            _log.warning("Machine translation failed: %s", reason)
            raise EngineFailed(reason) from None
        if not all(isinstance(words, str) for words in found.values()):
            raise EngineFailed("no text")
        return found


def engine() -> Engine | None:
    """The engine that the settings switch on, if any."""
    translator = get_machine_translator()
    return Engine(str(translator.display_name)) if translator is not None else None


def keeps_marks(original: str, translation: str) -> bool:
    """Whether links, emphasis and placeholders are all there, and no others."""
    return sorted(_MARKS.findall(original)) == sorted(_MARKS.findall(translation))
