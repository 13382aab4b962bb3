"""The portrait of a place: its text as the page prints it, and who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from movingcities.languages.saying import language_name, say_number, say_partial_date
from movingcities.stories.models import PlaceStory
from movingcities.website.body import Body, body_of
from movingcities.website.phrases import Passage, foreign, opened_passage


@dataclass(frozen=True, slots=True)
class Portrait:
    """The story of a place."""

    introduction: Passage
    body: Body
    takeaways: Sequence[str]
    takeaways_language: str
    """Languages are empty where they are the page's own."""
    byline: str


def portrait_of(story: PlaceStory, source_count: int, language: str) -> Portrait:
    """A portrait as its page prints it, the first sentences set apart."""
    takeaways = story.teller("takeaways")
    return Portrait(
        introduction=opened_passage(story, "introduction", language),
        body=body_of(story, language),
        takeaways=[block.value for block in takeaways.takeaways],
        takeaways_language=foreign(takeaways.language, language),
        byline=byline(story.teller("introduction"), source_count, language),
    )


def byline(story: PlaceStory, source_count: int, language: str) -> str:
    """Who wrote the text, when, from how many sources; who translated it says the note of the page."""
    words = {
        "language": language_name(story.language, language),
        "count": say_number(source_count, language),
        "day": say_partial_date(story.written_on, language) if story.written_on else "",
    }
    if story.is_translation:
        return (
            ngettext(
                "For Moving Cities, from %(count)s source.",
                "For Moving Cities, from %(count)s sources.",
                source_count,
            )
            % words
        )
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
