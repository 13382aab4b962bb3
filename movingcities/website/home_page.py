"""What the front page says, read and put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.design.components import DecisionLine, Door, FlagLetter, Link, NetworkLine
from movingcities.explorer.filters import Size
from movingcities.explorer.queries.europe import EuropeTotals, europe_totals
from movingcities.languages.maps import Said
from movingcities.languages.saying import say_number
from movingcities.languages.templatetags.languages import in_words
from movingcities.map.drawing import Drawing, draw_europe
from movingcities.networks.models import Network
from movingcities.pages.models import HomePage
from movingcities.places.models import Place
from movingcities.stories.models import DecisionStory, PlaceStory
from movingcities.website.addresses import list_address, place_address
from movingcities.website.lights import light_of
from movingcities.website.phrases import marked_place_and_country, sentences
from movingcities.website.rows import decision_line, network_line, said_link, topic_link
from movingcities.website.translations import Told, TranslationNote, translation_note

OPENING_SENTENCES = 2
LISTED = 8


@dataclass(frozen=True, slots=True)
class FeaturedStory:
    """A portrait on the front page."""

    letters: str
    place: str
    title: Link
    text: str


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the front page prints."""

    headline: Sequence[str]
    totals: EuropeTotals
    wide_map: Drawing
    narrow_map: Drawing
    lead: FeaturedStory | None
    stories: Sequence[FeaturedStory]
    topics: Sequence[Link]
    approaches_text: str
    letters: Sequence[FlagLetter]
    decisions: Sequence[DecisionLine]
    networks: Sequence[NetworkLine]
    doors: Sequence[Door]
    all_places: Link
    all_approaches: Link
    all_decisions: Link
    all_networks: Link
    translation: TranslationNote | None


def read_home_page(page: HomePage, language: str) -> Home:
    """Read what the front page shows; ten queries."""
    places = featured_places(page)
    portraits = PlaceStory.objects.by_fact([place.pk for place in places], language)
    stories = featured_stories(places, portraits, language)
    totals = europe_totals()
    active = list(Place.objects.active().for_lights())
    lights = [light_of(place, language) for place in active]
    pins = [light_of(place, language) for place in pinned(places, active)]
    decisions = list(Decision.objects.for_listing()[:LISTED])
    decision_stories = DecisionStory.objects.by_fact([each.pk for each in decisions], language)
    # Typed loosely: mypy cannot see the column that with_counts adds.
    topics: list[Any] = list(Topic.objects.with_counts())
    map_title = ngettext(
        "Map of Europe with the %(count)s place that acts",
        "Map of Europe with the %(count)s places that act",
        totals.active_places,
    ) % {"count": say_number(totals.active_places, language)}
    return Home(
        headline=headline(page),
        totals=totals,
        wide_map=draw_europe(lights, title=map_title, wide=True, pins=pins),
        narrow_map=draw_europe(lights, title=map_title, pins=pins),
        lead=stories[0] if stories else None,
        stories=stories[1:],
        topics=[topic_link(topic, language, count=topic.approach_count) for topic in topics],
        approaches_text=approaches_text(totals, language),
        letters=alphabet(totals.letters),
        decisions=[decision_line(each, decision_stories.get(each.pk), language) for each in decisions],
        networks=[network_line(network, language) for network in Network.objects.for_listing()[:LISTED]],
        doors=doors(),
        all_places=Link(_("All places as a list"), list_address("places")),
        all_approaches=_counted(_("All approaches (%(count)s)"), "approaches", totals.approaches, language),
        all_decisions=_counted(_("All decisions (%(count)s)"), "decisions", totals.decisions, language),
        all_networks=_counted(_("All networks (%(count)s)"), "networks", totals.networks, language),
        translation=translation_note(
            language,
            Told(portraits.values(), ("subtitle",)),
            Told(
                [story for story in portraits.values() if teaser(story, language).language != language],
                ("introduction",),
            ),
            Told(decision_stories.values(), ("title",)),
            topics=topics,
        ),
    )


def _counted(text: str, name: str, count: int, language: str) -> Link:
    return Link(text % {"count": say_number(count, language)}, list_address(name))


def featured_places(page: HomePage) -> list[Place]:
    """The places an editor chose, in order; one query."""
    return [
        featured.place for featured in page.featured_places.select_related("place").order_by("sort_order")
    ]


def featured_stories(
    places: Sequence[Place], portraits: Mapping[int, PlaceStory], language: str
) -> list[FeaturedStory]:
    """The portraits of those places that have one."""
    return [
        FeaturedStory(
            letters=place.hoist,
            place=marked_place_and_country(place, language),
            title=said_link(story.said("subtitle"), place_address(place), language),
            text=in_words(teaser(story, language)),
        )
        for place in places
        if (story := portraits.get(place.pk))
    ]


def teaser(story: PlaceStory, language: str) -> Said:
    """The beginning of a portrait; what others can take from it where only that is in the page’s language."""
    introduction = story.said("introduction")
    told = story.teller("takeaways")
    if introduction.language != language and told.language == language and told.takeaways:
        takeaways = [str(block.value) for block in told.takeaways]
        return Said(" ".join(takeaways[:OPENING_SENTENCES]), language)
    return Said(" ".join(sentences(introduction.text)[:OPENING_SENTENCES]), introduction.language)


def pinned(featured: Sequence[Place], active: Sequence[Place]) -> list[Place]:
    """The places whose flags the map plants: the featured ones, then one with a portrait for each country."""
    chosen = list(featured)
    countries = {place.country_id for place in featured}
    told = [place for place in active if place.story_count]
    for place in sorted(told, key=lambda place: (-place.membership_count, place.pk)):
        if place.country_id not in countries:
            countries.add(place.country_id)
            chosen.append(place)
    return chosen


def headline(page: HomePage) -> list[str]:
    """An editor's headline, else the site's own in two sentences."""
    return [page.headline] if page.headline else [_("Europe is stuck."), _("Its cities are moving.")]


def alphabet(counts: Mapping[str, int]) -> list[FlagLetter]:
    """A to Z with the number of active places that fly each letter first."""
    return [
        FlagLetter(letter, count, list_address("places", {"letter": letter}) if count else "")
        for letter, count in counts.items()
    ]


def approaches_text(totals: EuropeTotals, language: str) -> str:
    """How many approaches are known, and of how many a source shows the present."""
    by_status = totals.approaches_by_status
    numbers = {
        "total": say_number(totals.approaches, language),
        "active": say_number(by_status[Approach.Status.ACTIVE], language),
        "planned": say_number(by_status[Approach.Status.PLANNED], language),
        "ended": say_number(by_status[Approach.Status.ENDED] + by_status[Approach.Status.REVERSED], language),
        "unknown": say_number(by_status[Approach.Status.UNKNOWN], language),
    }
    return (
        ngettext(
            "%(total)s approach, with how it works, what came of it and what it takes elsewhere.",
            "%(total)s approaches, each with how it works, what came of it and what it takes elsewhere. "
            "Running: %(active)s, planned: %(planned)s, ended: %(ended)s; of %(unknown)s no source shows "
            "the present.",
            totals.approaches,
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
