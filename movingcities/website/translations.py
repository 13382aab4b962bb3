"""What a page says, once, about the languages of its texts: who translated them, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from movingcities.approaches.models import Topic
from movingcities.design.components import Link
from movingcities.pages.models import EditorialPage
from movingcities.stories.models import Story
from movingcities.translation.models import Translated
from movingcities.website.addresses import list_address

ANCHOR = "translations"
"""Where the page about the data explains it; stable, because every page links there."""


@dataclass(frozen=True, slots=True)
class Told:
    """Stories and the fields of theirs that a page prints."""

    stories: Iterable[Any]
    fields: Sequence[str]


@dataclass(frozen=True, slots=True)
class TranslationNote:
    """The sentences, and where they are explained."""

    sentences: Sequence[str]
    explanation: Link


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the texts of a page turned out to be."""

    origins: Collection[str]
    is_outdated: bool
    is_incomplete: bool
    """Something is shown in the fallback language."""


def translation_note(language: str, *told: Told, topics: Iterable[Topic] = ()) -> TranslationNote | None:
    """What is to be said above the texts of a page; None where all were written in its language."""
    return _note(_look_at(language, told, topics))


def note_of_page(page: EditorialPage, language: str) -> TranslationNote | None:
    """What is to be said above an editorial page, all of which is in one language."""
    if page.locale.language_code != language:
        return _note(_Seen((), is_outdated=False, is_incomplete=True))
    origins = {page.origin} - {Story.Origin.ORIGINAL}
    return _note(_Seen(origins, is_outdated=page.is_outdated, is_incomplete=False))


def _note(seen: _Seen) -> TranslationNote | None:
    sentences = []
    if Story.Origin.MACHINE in seen.origins:
        sentences.append(
            _("Texts on this page were translated by a machine; no person has checked them yet.")
        )
    elif Story.Origin.CHECKED in seen.origins:
        sentences.append(_("Texts on this page were translated by a machine and checked by a person."))
    elif Story.Origin.HUMAN in seen.origins:
        sentences.append(_("Texts on this page were translated by a person."))
    if seen.is_outdated:
        sentences.append(_("The original of a text has changed since it was translated."))
    if seen.is_incomplete:
        sentences.append(
            _("What has not been translated yet is shown in English.")
            if seen.origins
            else _("This text has not been translated yet; it is shown in English.")
        )
    return TranslationNote(sentences, explanation()) if sentences else None


def explanation() -> Link:
    """To what translated by a machine, translated by a person and not translated mean here."""
    return Link(_("How texts are translated here"), f"{list_address('about_the_data')}#{ANCHOR}")


def origin_in_words(story: Translated) -> str:
    """Where the words of a story come from, in short, for machines and feeds; empty for an original."""
    if story.is_outdated:
        return _("Outdated translation: the original has changed since.")
    if story.origin == Story.Origin.MACHINE:
        return _("Machine translation, not yet checked by a person.")
    if story.origin == Story.Origin.CHECKED:
        return _("Machine translation, checked by a person.")
    if story.origin == Story.Origin.HUMAN:
        return _("Translated by a person.")
    return ""


def _look_at(language: str, told: Iterable[Told], topics: Iterable[Topic]) -> _Seen:
    origins: set[str] = set()
    is_outdated = is_incomplete = False
    for group in told:
        for story in group.stories:
            for name in group.fields:
                teller = story.teller(name)
                if not getattr(teller, name):
                    continue
                if teller.language != language:
                    is_incomplete = True
                    continue
                is_outdated = is_outdated or teller.is_outdated
                if teller.is_translation:
                    origins.add(teller.origin)
    for topic in topics:
        if language in topic.labels:
            origins.add(topic.label_origins.get(language, Story.Origin.ORIGINAL))
        else:
            is_incomplete = True
    return _Seen(origins - {Story.Origin.ORIGINAL}, is_outdated, is_incomplete)
