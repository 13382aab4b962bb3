"""What is wrong with a catalogue: what is missing, doubtful, or would break or mar a page.

Placeholders, tags, numbers of plural forms, and the marks of quotation that a language does not use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

MISSING = "not translated"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]")
A_PERCENT_SIGN = re.compile(r"%(?!\(\w+\)[sd]|[sd%])")
TAG = re.compile(r"</?(\w+)[^>]*>")
# What a language does not write; “ ends a German quotation and begins an English one.
STRANGE_MARKS = {
    "de": '"”',
    "fr": "\"“”„'",
    "es": "\"„'",
    "it": "\"„'",
    "pl": '"“',
    "el": "\"„'",
}


@dataclass(frozen=True, slots=True)
class CatalogueFault:
    """One fault: what kind, and in which string."""

    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def catalogue_faults(catalogue: Catalog) -> Iterator[CatalogueFault]:
    """Everything that is wrong with a catalogue, string by string."""
    language = str(catalogue.locale_identifier or "").split("_")[0]
    for message in catalogue:
        if message.id:
            originals, forms = _texts(message.id), _texts(message.string)
            for kind in _kinds(message, originals, forms, catalogue.num_plurals, language):
                yield CatalogueFault(kind, originals[0])


def _kinds(
    message: Message, originals: Sequence[str], forms: Sequence[str], plurals: int, language: str
) -> Iterator[str]:
    if message.fuzzy:
        yield "marked as doubtful"
    if not forms or not all(form.strip() for form in forms):
        yield MISSING
        return
    if len(forms) != (plurals if message.pluralizable else 1):
        yield f"{len(forms)} plural forms instead of {plurals}"
    known = set.union(*(_placeholders(original) for original in originals))
    for position, form in enumerate(forms):
        held = _placeholders(form)
        is_singular = position == 0 and len(forms) > 1
        left_out = _placeholders(originals[0 if is_singular else -1]) - held
        # “One place” needs no number.
        if held - known or len(left_out) > is_singular:
            yield "other placeholders than the English text"
        if A_PERCENT_SIGN.search(form) and known:
            yield "a percent sign that is not doubled"
        if all(_tags(form) != _tags(original) for original in originals):
            yield "other tags than the English text"
        if _edges(form) != _edges(originals[-1]):
            yield "other space at the edges than the English text"
        strange = sorted(set(TAG.sub("", form)) & set(STRANGE_MARKS.get(language, "")))
        if strange:
            yield f"marks the language does not write: {' '.join(strange)}"


def _texts(text: str | Sequence[str] | None) -> Sequence[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _placeholders(text: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(text)}


def _tags(text: str) -> Counter[str]:
    return Counter(match[0].split()[0].strip("<>") for match in TAG.finditer(text))


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()
