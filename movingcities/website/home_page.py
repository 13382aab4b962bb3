"""What the front page says, read and put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach
from movingcities.design.components import Door, FlagLetter
from movingcities.explorer.filters import Size
from movingcities.languages.saying import say_number
from movingcities.pages.models import HomePage
from movingcities.places.models import Place
from movingcities.stories.models import PlaceStory
from movingcities.website.addresses import list_address, place_address
from movingcities.website.phrases import place_and_country, sentences

OPENING_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class FeaturedStory:
    """A portrait on the front page; `language` is empty where it is the page's own."""

    letters: str
    place: str
    title: str
    text: str
    url: str
    language: str


def featured_places(page: HomePage) -> list[Place]:
    """The places an editor chose, in order; one query."""
    return [
        featured.place for featured in page.featured_places.select_related("place").order_by("sort_order")
    ]


def featured_stories(places: Sequence[Place], language: str) -> list[FeaturedStory]:
    """The portraits of those places that have one; one query."""
    stories = PlaceStory.objects.by_fact([place.pk for place in places], language)
    return [
        FeaturedStory(
            letters=place.hoist,
            place=place_and_country(place, language),
            title=story.subtitle,
            text=" ".join(sentences(story.introduction)[:OPENING_SENTENCES]),
            url=place_address(place),
            language=story.language if story.language != language else "",
        )
        for place in places
        if (story := stories.get(place.pk))
    ]


def headline(page: HomePage) -> list[str]:
    """An editor's headline, else the site's own in two sentences."""
    return [page.headline] if page.headline else [_("Europe is stuck."), _("Its cities are moving.")]


def alphabet(places: Sequence[Place]) -> list[FlagLetter]:
    """A to Z with the number of active places that fly each letter first."""
    counts = Counter(place.initial for place in places)
    return [
        FlagLetter(
            letter, counts[letter], list_address("places", {"letter": letter}) if counts[letter] else ""
        )
        for letter in ascii_uppercase
    ]


def approaches_text(counts: dict[str, int], language: str) -> str:
    """How many approaches are known, and of how many a source shows the present."""
    total = sum(counts.values())
    ended = counts.get(Approach.Status.ENDED, 0) + counts.get(Approach.Status.REVERSED, 0)
    numbers = {
        "count": total,
        "total": say_number(total, language),
        "active": say_number(counts.get(Approach.Status.ACTIVE, 0), language),
        "planned": say_number(counts.get(Approach.Status.PLANNED, 0), language),
        "ended": say_number(ended, language),
        "unknown": say_number(counts.get(Approach.Status.UNKNOWN, 0), language),
    }
    return (
        ngettext(
            "%(total)s approach, with how it works, what came of it and what it takes elsewhere.",
            "%(total)s approaches, each with how it works, what came of it and what it takes elsewhere. "
            "Running: %(active)s, planned: %(planned)s, ended: %(ended)s; of %(unknown)s no source shows "
            "the present.",
            total,
        )
        % numbers
    )


def doors() -> list[Door]:
    """Who comes here, and where each finds an answer today."""
    return [
        Door(
            _("You govern a town"),
            _("See which places your size act, and read the decisions their councils took."),
            list_address("places", {"size": Size.FROM_10_000.value}),
        ),
        Door(
            _("You sit in a parliament"),
            _("What municipalities in your country do, and what they may decide."),
            list_address("countries"),
        ),
        Door(
            _("You draft a motion"),
            _("Council decisions with their dates, votes and sources."),
            list_address("decisions"),
        ),
        Door(
            _("You report or research"),
            _("What is in the data, what is missing, and the page each statement comes from."),
            list_address("about_the_data"),
        ),
        Door(
            _("You live there"),
            _("Find your town: every place in Europe has a page, and the ones near it that act."),
            list_address("search"),
        ),
    ]
