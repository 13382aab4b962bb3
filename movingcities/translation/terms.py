"""Which words a translation must use and which it must not: pure.

The grammar of seven languages is left out of account. A required word counts as used where a word of the
text begins like it, up to a third of the word, four letters at least; a forbidden word is looked for more
narrowly, and a term of the original as it stands, with a short ending at most: nobody is told off in vain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

SHORTEST_STEM = 4
_MARKS = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """What the glossary says of a term; `source` is empty where words are never to be used."""

    source: str
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing in a translation that the glossary does not allow.

    `said` is a forbidden word that was used, or empty; `wanted` are the words one of which should be there.
    """

    said: str
    wanted: tuple[str, ...]
    note: str


def breaches(original: str, translation: str, terms: Iterable[Term]) -> list[Breach]:
    """What the glossary finds wrong with the translation of a string."""
    found = []
    for term in terms:
        if term.source and not is_named(term.source, original):
            continue
        used = [word for word in term.forbidden if is_said(word, translation)]
        found += [Breach(word, term.required, term.note) for word in used]
        has_one = any(is_used(each, translation) for each in term.required)
        if term.source and term.required and not has_one and not used:
            found.append(Breach("", term.required, term.note))
    return found


def hints(original: str, terms: Iterable[Term]) -> list[Term]:
    """The terms that a string contains."""
    return [term for term in terms if term.source and is_named(term.source, original)]


def is_named(term: str, text: str) -> bool:
    """Whether an original contains a term: “refugee” is in “Refugees”, and not in “a place of refuge”."""
    return _stands(term, text, _is_number_of)


def is_used(term: str, text: str) -> bool:
    """Whether a text contains a term in any of its endings."""
    return _stands(term, text, _is_like)


def is_said(word: str, text: str) -> bool:
    """Whether a text says a forbidden word: nearer than `is_used`, for “Asylantrag” is not “Asylant”."""
    return _stands(word, text, _is_form_of)


def _stands(term: str, text: str, is_like: Callable[[str, str], bool]) -> bool:
    wanted, words = _words(term), _words(text)
    return bool(wanted) and any(
        all(map(is_like, wanted, words[start : start + len(wanted)]))
        for start in range(len(words) - len(wanted) + 1)
    )


def _words(text: str) -> Sequence[str]:
    """The words in small letters without accents, which move in Greek when the ending changes."""
    letters = unicodedata.normalize("NFKD", _MARKS.sub(" ", text).casefold())
    return _WORDS.findall("".join(each for each in letters if not unicodedata.combining(each)))


def _is_like(term: str, word: str) -> bool:
    """The same beginning, and an ending that is not much longer."""
    stem = term[: max(SHORTEST_STEM, ceil(len(term) * 2 / 3))]
    return word.startswith(stem) and len(word) <= len(term) + 3


def _is_form_of(term: str, word: str) -> bool:
    """The same word but for two letters of its ending, one in short words."""
    stem = term[: len(term) - min(2, len(term) // 5)]
    return word.startswith(stem) and len(word) <= len(term) + 2


def _is_number_of(term: str, word: str) -> bool:
    """The same word, one or several: “networks” and “municipalities”, not “networking”."""
    stem = term[:-1] if term.endswith("y") else term
    return word.startswith(stem) and len(word) <= len(term) + 2
