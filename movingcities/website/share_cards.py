"""Share cards: the picture of 1200 × 630 pixels that a link to a page becomes in a message or a post.

Words are set in the page's language. A card is an SVG that stands alone; `views/share_card.py` makes a
PNG of it and keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.decisions.rules import count_votes
from movingcities.design import pictures
from movingcities.design.components import Figure
from movingcities.design.hoist import flown
from movingcities.explorer.queries.europe import europe_totals
from movingcities.languages.maps import Said
from movingcities.languages.saying import country_name, say_number, say_partial_date
from movingcities.map.drawing import Drawing, draw_country, draw_europe
from movingcities.map.picture import map_picture
from movingcities.networks.models import Membership, Network
from movingcities.pages.models import ArticlePage, EditorialPage
from movingcities.places.models import Country, Place
from movingcities.places.queries import active_places_near
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.country_page import read_country_page
from movingcities.website.lights import light_of
from movingcities.website.network_page import read_network_page
from movingcities.website.news_page import about_in_words, days_in_words
from movingcities.website.phrases import approach_state, network_kind, place_and_country, vote_in_words
from movingcities.website.place_head import head_figures, locator
from movingcities.website.topic_page import read_topic_page

WIDTH, HEIGHT = 1200, 630
NEIGHBOURS = 120

MARGIN = 64
BRAND_TOP = 528
"""Where the line of the site begins; words above it end before."""

HOIST_SIZE, HOIST_GAP = 108, 10
TITLE_SIZES = (132, 116, 102, 90, 80, 70, 62, 54, 48, 42)
TITLE_LINES = 4
TITLE_HEIGHT = 260
KICKER_SIZE, FIGURE_SIZE, LABEL_SIZE = 28, 52, 23
FIGURE_GAP = 34
FIGURES = 3

EUROPE_MAP = (500, 0, 700, HEIGHT)
CONSTELLATION_MAP = (610, 0, 590, HEIGHT)
TALL_MAP = (740, 0, 460, HEIGHT)
GUTTER = 30


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a card says and shows; `hoist` are the letters of a place, empty for what is none."""

    kicker: str
    title: Said
    figures: Sequence[Figure] = ()
    line: str = ""
    """One line of words in place of figures."""
    hoist: str = ""
    drawing: Drawing | None = None
    here: tuple[float, float] | None = None
    """Longitude and latitude of the place the card is about."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of type, placed; pixels."""

    text: str
    left: float
    baseline: float
    size: int


@dataclass(frozen=True, slots=True)
class Flag:
    """One flag, placed; `drawing` is what is inside its symbol; pixels."""

    drawing: str
    left: float
    top: float
    size: float


def home_card(language: str) -> ShareCard:
    """The front page: how many places of Europe act, and where."""
    totals = europe_totals()
    places = [light_of(place, language) for place in Place.objects.active().for_lights()]
    title = ngettext(
        "%(count)s place in Europe signals solidarity",
        "%(count)s places in %(countries)s countries signal solidarity",
        totals.active_places,
    ) % {
        "count": say_number(totals.active_places, language),
        "countries": say_number(totals.countries, language),
    }
    return ShareCard(
        kicker=_("Municipalities for a solidarity-based migration policy"),
        title=Said(title, language),
        line=_("Every statement says how we know."),
        drawing=draw_europe(places, title=title, labelled=False),
    )


def place_card(place: Place, language: str) -> ShareCard:
    """A place that acts, with its hoist and its neighbourhood."""
    projects = Membership.objects.filter(place=place, network__kind=Network.Kind.PROJECT).count()
    return ShareCard(
        kicker=country_name(place.country_id, language),
        title=place.name_in(language),
        figures=head_figures(place, projects, language),
        hoist=place.hoist,
        here=_spot(place),
        drawing=locator(place, active_places_near(place, limit=NEIGHBOURS), language),
    )


def network_card(network: Network, language: str) -> ShareCard:
    """A network with its constellation."""
    page = read_network_page(network, language)
    return ShareCard(
        kicker=network_kind(network),
        title=network.name_in(language),
        figures=page.figures,
        drawing=page.drawing,
    )


def approach_card(approach: Approach, language: str) -> ShareCard:
    """An approach with the hoist of its first place, and its status in words."""
    story = ApproachStory.objects.by_fact([approach.pk], language).get(approach.pk)
    place = approach.places.first()
    return ShareCard(
        kicker=place_and_country(place, language) if place else _("Approach"),
        title=Said(story.title, story.language) if story else Said(approach.slug, ""),
        line=approach_state(approach, language),
        hoist=place.hoist if place else "",
        here=_spot(place) if place else None,
        drawing=locator(place, active_places_near(place, limit=NEIGHBOURS), language) if place else None,
    )


def decision_card(decision: Decision, language: str) -> ShareCard:
    """A decision with its place, its day and its vote."""
    story = DecisionStory.objects.by_fact([decision.pk], language).get(decision.pk)
    kind = capfirst(decision.get_kind_display())
    day = decision.decided_on
    # A vote told in words would be cut, perhaps before those who were against.
    vote = vote_in_words(decision.vote, language) if count_votes(decision.vote) else ""
    said = [say_partial_date(day, language) if day else "", vote]
    return ShareCard(
        kicker=place_and_country(decision.place, language),
        title=Said(story.title, story.language) if story else Said(kind, language),
        line=" · ".join(part for part in said if part),
        hoist=decision.place.hoist,
        here=_spot(decision.place),
        drawing=locator(decision.place, active_places_near(decision.place, limit=NEIGHBOURS), language),
    )


def country_card(country: Country, language: str) -> ShareCard:
    """A country with the places in it that act."""
    page = read_country_page(country, language)
    lights = [
        light_of(place, language) for place in Place.objects.active().filter(country=country).for_lights()
    ]
    name = country_name(country.code, language)
    return ShareCard(
        kicker=_("What municipalities do, and what they may decide"),
        title=Said(name, language),
        figures=page.figures,
        drawing=draw_country(country.code, lights, title=name, labelled=False),
    )


def topic_card(topic: Topic, language: str) -> ShareCard:
    """A topic with the places that act on it."""
    page = read_topic_page(topic, language)
    return ShareCard(kicker=_("Topic"), title=page.title, figures=page.figures, drawing=page.drawing)


def page_card(page: EditorialPage, language: str) -> ShareCard:
    """An editorial page by its title; news and events with their days."""
    is_article = isinstance(page, ArticlePage)
    return ShareCard(
        kicker=about_in_words(page, language) if is_article else _("Municipalities that act"),
        title=Said(page.title, page.locale.language_code),
        line=days_in_words(page, language) if is_article else "",
    )


def _spot(place: Place) -> tuple[float, float] | None:
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def svg_of(card: ShareCard) -> str:
    """The card as SVG."""
    drawing = card.drawing
    left = MARGIN + (HOIST_SIZE + 44 if card.hoist else 0)
    width = _text_end(drawing) - left
    kicker = [
        Words(line, left, MARGIN + KICKER_SIZE * (0.9 + row * 1.25), KICKER_SIZE)
        for row, line in enumerate(pictures.in_lines(card.kicker, "text", KICKER_SIZE, width, 2))
    ]
    title, title_bottom = _title(card.title.text, left, kicker[-1].baseline + 22, width)
    context = {
        "width": WIDTH,
        "height": HEIGHT,
        "colour": pictures.colours(),
        "map": _map(drawing, card.here) if drawing else "",
        "hoist": _hoist(card.hoist),
        "halyard": MARGIN + HOIST_SIZE / 2,
        "kicker": kicker,
        "title": title,
        "figures": _figures(card.figures, left, width, title_bottom),
        "line": [
            Words(line, left, title_bottom + 52 + row * KICKER_SIZE * 1.3, KICKER_SIZE)
            for row, line in enumerate(pictures.in_lines(card.line, "text", KICKER_SIZE, width, 2))
        ],
        "brand": _brand(),
        "site": settings.WAGTAIL_SITE_NAME,
    }
    return render_to_string("website/share_card.svg", context)


def _text_end(drawing: Drawing | None) -> int:
    """Where words end, so that they keep off the land."""
    if drawing is None:
        return WIDTH - MARGIN
    match drawing.kind:
        case "locator" | "country":
            return TALL_MAP[0] - GUTTER
        case "constellation":
            return CONSTELLATION_MAP[0] - GUTTER
        case _:
            return 610


def _map(drawing: Drawing, here: tuple[float, float] | None) -> str:
    match drawing.kind:
        case "locator":
            return map_picture(drawing, box=TALL_MAP, fit="xMidYMid slice", grow=1.25, here=here)
        case "country":
            return map_picture(drawing, box=TALL_MAP, fit="xMaxYMid meet", grow=1.25)
        case "constellation":
            return map_picture(drawing, box=CONSTELLATION_MAP, fit="xMidYMid slice", grow=1.25)
        case _:
            return map_picture(drawing, box=EUROPE_MAP, fit="xMaxYMid slice", grow=1.15)


def _title(text: str, left: float, top: float, width: float) -> tuple[list[Words], float]:
    """The largest type that holds the title in its box, and where its last line stands."""
    for size in TITLE_SIZES:
        lines = pictures.in_lines(text, "display", size, width, TITLE_LINES)
        fits = all(pictures.width_of(word, "display", size) <= width for word in text.split())
        if fits and len(lines) * size * 1.04 <= TITLE_HEIGHT and not lines[-1].endswith("…"):
            break
    placed = [
        Words(line, left - size * 0.03, top + size * (0.82 + row * 1.04), size)
        for row, line in enumerate(lines)
    ]
    return placed, placed[-1].baseline


def _figures(figures: Sequence[Figure], left: float, width: float, top: float) -> list[tuple[Words, Words]]:
    """Numbers with what they count, side by side while there is room."""
    placed: list[tuple[Words, Words]] = []
    for figure in figures[:FIGURES]:
        value, label = str(figure.value), figure.label
        taken = max(
            pictures.width_of(value, "display", FIGURE_SIZE), pictures.width_of(label, "text", LABEL_SIZE)
        )
        if placed and taken > width:
            break
        placed.append(
            (
                Words(value, left, top + 86, FIGURE_SIZE),
                Words(label, left, top + 86 + LABEL_SIZE * 1.4, LABEL_SIZE),
            )
        )
        left, width = left + taken + FIGURE_GAP, width - taken - FIGURE_GAP
    return placed


def _hoist(letters: str) -> list[Flag]:
    return [
        Flag(pictures.flag(f"f{letter}"), MARGIN, MARGIN + index * (HOIST_SIZE + HOIST_GAP), HOIST_SIZE)
        for index, letter in enumerate(flown(letters))
    ]


def _brand() -> list[Flag]:
    return [
        Flag(pictures.flag("fM"), MARGIN, BRAND_TOP, 40),
        Flag(pictures.flag("fC"), MARGIN + 46, BRAND_TOP, 40),
    ]
