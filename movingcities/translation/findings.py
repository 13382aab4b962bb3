"""Why the words of a machine or a file cannot be taken, in the editor's language."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from movingcities.translation.engines import keeps_marks
from movingcities.translation.queries import Passage, terms_for
from movingcities.translation.terms import Breach, Term, breaches


def why_not(original: str, words: str, terms: Iterable[Term]) -> str:
    """The first reason not to take a translation of a string; empty where there is none."""
    if not words.strip():
        return _("It is empty.")
    if not keeps_marks(original, words):
        return _("A link, an emphasis or a placeholder of the original is lost or new.")
    return next(map(say_breach, breaches(original, words, terms)), "")


def say_breach(breach: Breach) -> str:
    """What the glossary has against a translation, and what to say instead."""
    wanted = ", ".join(breach.wanted)
    if breach.said and wanted:
        return _("“%(said)s” is not said here; say: %(wanted)s.") % {"said": breach.said, "wanted": wanted}
    if breach.said:
        return _("“%(said)s” is not said here.") % {"said": breach.said}
    return _("The glossary asks for: %(wanted)s.") % {"wanted": wanted}


def findings_of(passages: Iterable[Passage], language: str) -> list[tuple[str, str]]:
    """(path, what the glossary has against its translation); a warning, for a person may know better."""
    terms = terms_for(language)
    return [
        (passage.path, say_breach(breach))
        for passage in passages
        if passage.translation
        for breach in breaches(passage.original, passage.translation, terms)
    ]
