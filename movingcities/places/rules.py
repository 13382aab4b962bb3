"""What can be said about a place from its own fields: pure, no database."""

from __future__ import annotations

from movingcities.kit.folding import fold, is_latin, latin_letters, to_latin
from movingcities.languages.maps import LanguageMap

HOIST_LENGTH = 3


def hoist_letters(name: str, names: LanguageMap) -> str:
    """The letters a place flies: the first three of its name, fewer for a shorter name.

    A Latin-script local name folded to letters; for another script the English name, else a
    transliteration (look: “Hoist”).
    """
    if not is_latin(name) and names.get("en"):
        name = names["en"]
    return latin_letters(name)[:HOIST_LENGTH]


def sort_name(name: str) -> str:
    """What places are ordered by: Latin letters, no case, no accents."""
    return fold(to_latin(name))[:200]
