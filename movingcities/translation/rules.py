"""Where the passages of a translation stand towards those of its original: pure.

A passage is what a content path of wagtail-localize leads to (`summary`, `body.<id of the block>.text`): one
string, or as many as a rich text has paragraphs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypedDict

HUMAN, MACHINE, CHECKED = "human", "machine", "checked"

LONGEST_TITLE = 120
"""Characters up to which a field may read the same in two languages without being a copy."""

Texts = Mapping[str, Sequence[str]]
"""{path: the strings of the passage in order}."""


class Stand(TypedDict):
    """Where one passage stands: digests of what it was translated from and of its own words, and by whom."""

    of: str
    text: str
    how: str


Standing = Mapping[str, Stand]
"""{path: where the passage stands}; what is not translated is missing."""


def digest(strings: Iterable[str]) -> str:
    """Twelve hexadecimal digits of the strings of a passage; empty for none."""
    joined = "\0".join(strings)
    return hashlib.blake2b(joined.encode(), digest_size=6).hexdigest() if joined else ""


def standing_of(own: Texts, original: Texts, how: str) -> dict[str, Stand]:
    """How a translation stands that was made from the original as it is now, all of it in one way."""
    return {
        path: Stand(of=digest(original.get(path, ())), text=digest(strings), how=how)
        for path, strings in own.items()
        if not _is_copy(path, strings, original)
    }


def _is_copy(path: str, strings: Sequence[str], original: Texts) -> bool:
    """A name may be the same everywhere; a block or a long text that is the same was not translated."""
    can_be_the_same = "." not in path and sum(map(len, strings)) <= LONGEST_TITLE
    return not can_be_the_same and list(strings) == list(original.get(path, ()))


def outdated_paths(standing: Standing, original: Texts) -> list[str]:
    """The passages whose original reads differently now; what the original has dropped is none of them."""
    return sorted(
        path for path, stand in standing.items() if path in original and stand["of"] != digest(original[path])
    )


def origin_of(standing: Standing) -> str:
    """The weakest word for a whole text: machine before checked before human."""
    ways = {stand["how"] for stand in standing.values()}
    return next((how for how in (MACHINE, CHECKED) if how in ways), HUMAN)


def checked(stand: Stand) -> Stand:
    """Where a passage stands once a person has read it: a machine's words are checked ones from now on."""
    how = CHECKED if stand["how"] == MACHINE else stand["how"]
    return Stand(of=stand["of"], text=stand["text"], how=how)


def is_under(path: str, name: str) -> bool:
    """Whether a path is the field or block of that name, or lies inside it."""
    return path == name or path.startswith(f"{name}.")


def differences(former: str, new: str) -> list[tuple[str, str]]:
    """The words of both texts in order, each run with what became of it: kept, gone or added."""
    before, after = re.findall(r"\s*\S+", former), re.findall(r"\s*\S+", new)
    runs = []
    for verb, start, end, new_start, new_end in SequenceMatcher(
        a=before, b=after, autojunk=False
    ).get_opcodes():
        if verb == "equal":
            runs.append(("kept", "".join(before[start:end])))
            continue
        runs += [("gone", "".join(before[start:end])), ("added", "".join(after[new_start:new_end]))]
    return [run for run in runs if run[1]]


def replaced(former: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """(position before, position now) of strings that were changed where they stand."""
    matcher = SequenceMatcher(a=former, b=new, autojunk=False)
    return [
        pair
        for verb, start, end, new_start, new_end in matcher.get_opcodes()
        if verb == "replace"
        for pair in zip(range(start, end), range(new_start, new_end), strict=False)
    ]
