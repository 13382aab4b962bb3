"""The portrait of a place: its text as the page prints it, and who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.languages.saying import language_name, say_number, say_partial_date
from movingcities.stories.models import PlaceStory
from movingcities.website.phrases import foreign, opened, paragraphs


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a portrait and the paragraphs under it."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Portrait:
    """The story of a place."""

    subtitle: str
    opening: str
    introduction: Sequence[str]
    sections: Sequence[Section]
    takeaways: Sequence[str]
    language: str
    """Empty where it is the page's own."""
    byline: str


def portrait_of(story: PlaceStory, source_count: int, language: str) -> Portrait:
    """A portrait as its page prints it, the first sentences set apart."""
    opening, *introduction = opened(story.introduction)
    return Portrait(
        subtitle=story.subtitle,
        opening=opening,
        introduction=introduction,
        sections=[Section(block.value["heading"], paragraphs(block.value["text"])) for block in story.body],
        takeaways=[block.value for block in story.takeaways],
        language=foreign(story.language, language),
        byline=byline(story, source_count, language),
    )


def byline(story: PlaceStory, source_count: int, language: str) -> str:
    """Who wrote the text, when, from how many sources; for a translation, whether a person checked it."""
    words = {
        "language": language_name(story.language, language),
        "count": say_number(source_count, language),
        "day": say_partial_date(story.written_on, language) if story.written_on else "",
    }
    if story.origin == PlaceStory.Origin.MACHINE:
        return _("Translated into %(language)s by a machine; no person has checked it yet.") % words
    if story.origin == PlaceStory.Origin.HUMAN:
        return _("Translated into %(language)s by a person.") % words
    if story.written_on:
        return (
            ngettext(
                "Written in %(language)s for Moving Cities, %(day)s, from %(count)s source.",
                "Written in %(language)s for Moving Cities, %(day)s, from %(count)s sources.",
                source_count,
            )
            % words
        )
    return (
        ngettext(
            "Written in %(language)s for Moving Cities from %(count)s source.",
            "Written in %(language)s for Moving Cities from %(count)s sources.",
            source_count,
        )
        % words
    )
