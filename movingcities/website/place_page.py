"""What the page of a place says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.design.components import ApproachLine, DecisionLine, Figure, Link, SourceLine
from movingcities.languages.saying import language_name, say_number, say_partial_date
from movingcities.map.drawing import Drawing, draw_locator
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place
from movingcities.places.queries import Nearby
from movingcities.stories.models import (
    ApproachStory,
    CountryStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.queries import sources_of_stories
from movingcities.website.addresses import network_address
from movingcities.website.lights import light_of
from movingcities.website.phrases import opening_of, paragraphs, place_and_country
from movingcities.website.rows import (
    approach_line,
    decision_line,
    merged_sources,
    network_link,
    source_line,
    sources_checked_text,
)
from movingcities.website.timeline import Timeline, timeline_of

FEW_NETWORKS = 3
"""Up to so many networks are introduced on the page of a place that has neither portrait nor approach."""


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


@dataclass(frozen=True, slots=True)
class Introduction:
    """A network and what it does."""

    name: Link
    text: str
    language: str
    members: Link
    """Where the places that stand in it are listed, with their number."""


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything the page of an active place prints below its head."""

    portrait: Portrait | None
    timeline: Timeline
    networks_title: str
    project_count: int
    networks: Sequence[Introduction]
    decisions: Sequence[DecisionLine]
    approaches: Sequence[ApproachLine]
    approaches_title: str
    country_context: Sequence[str]
    country_context_language: str
    sources: Sequence[SourceLine]
    sources_checked: str
    subtitle: str
    subtitle_language: str


def read_place_page(place: Place, language: str, today: date) -> PlacePage:
    """Read what is known of an active place; at most 13 queries, whatever the length of its lists."""
    story = PlaceStory.objects.by_fact([place.pk], language).get(place.pk) if place.story_count else None
    memberships = list(Membership.objects.all().of_place(place)) if place.membership_count else []
    decisions = list(Decision.objects.all().of_place(place)) if place.decision_count else []
    approaches = list(Approach.objects.all().of_place(place)) if place.approach_count else []
    decision_stories = _stories(DecisionStory, decisions, language)
    approach_stories = _stories(ApproachStory, approaches, language)
    is_introduced = not story and not approaches and 0 < len(memberships) <= FEW_NETWORKS
    network_stories = (
        NetworkStory.objects.by_fact([each.network_id for each in memberships], language)
        if is_introduced
        else {}
    )
    context = (
        CountryStory.objects.by_fact([place.country_id], language).get(place.country_id)
        if story is None
        else None
    )
    story_sources = list(story.sources.all()) if story else []
    sources = merged_sources(
        story_sources,
        place.sources.all(),
        *(each.sources.all() for each in (*memberships, *decisions, *approaches)),
        sources_of_stories(NetworkStory, network_stories.values()) if network_stories else (),
        context.sources.all() if context else (),
    )
    decision_lines = [
        decision_line(
            each,
            decision_stories.get(each.pk),
            language,
            is_short=False,
            with_text=True,
            sources=each.sources.all(),
        )
        for each in decisions
    ]
    approach_lines = [
        approach_line(
            each, approach_stories.get(each.pk), language, topics=list(each.topics.all()), with_text=True
        )
        for each in approaches
    ]
    subtitle = _subtitle(story, memberships, decision_lines, approach_lines, language)
    projects = sum(each.network.is_time_limited for each in memberships)
    return PlacePage(
        portrait=_portrait(story, len(story_sources), language) if story else None,
        timeline=timeline_of(memberships, language, today),
        networks_title=_networks_title(memberships, projects),
        project_count=projects,
        networks=[
            Introduction(
                network_link(each.network, language),
                network_stories[each.network_id].description,
                _foreign(network_stories[each.network_id].language, language),
                _members(each.network, language),
            )
            for each in memberships
            if each.network_id in network_stories
        ],
        decisions=decision_lines,
        approaches=approach_lines,
        approaches_title=_approaches_title(approaches),
        country_context=paragraphs(context.context) if context else (),
        country_context_language=_foreign(context.language, language) if context else "",
        sources=[*(source_line(source, language) for source in sources), *gazetteer_lines(place)],
        sources_checked=sources_checked_text(sources, language),
        subtitle=subtitle.label,
        subtitle_language=subtitle.language,
    )


def geonames_address(place: Place) -> str:
    """GeoNames' own page of the place, of its seat, or of GeoNames itself."""
    number = place.geonames_id or place.seat_geonames_id
    return f"https://www.geonames.org/{number}" if number else "https://www.geonames.org/"


def gazetteer_lines(place: Place) -> list[SourceLine]:
    """GeoNames as the source of position and residents; empty where we set the position by hand."""
    if not (place.geonames_id or place.seat_geonames_id):
        return []
    return [
        SourceLine(
            title=place.name,
            url=geonames_address(place),
            publisher="GeoNames, CC BY 4.0",
            host="geonames.org",
            detail=_("Position and residents"),
        )
    ]


def head_figures(place: Place, page: PlacePage, language: str) -> list[Figure]:
    """The numbers beside the hoist: only those that are not zero."""
    networks = place.membership_count - page.project_count
    counted = (
        (networks, ngettext("network", "networks", networks)),
        (page.project_count, ngettext("project", "projects", page.project_count)),
        (place.decision_count, ngettext("council decision", "council decisions", place.decision_count)),
        (place.approach_count, ngettext("approach", "approaches", place.approach_count)),
    )
    figures = [Figure(say_number(count, language), label) for count, label in counted if count]
    if place.first_member_on:
        figures.append(Figure(str(place.first_member_on.year), _("first dated")))
    return figures


def locator(place: Place, near: Sequence[Nearby], language: str) -> Drawing | None:
    """The map of the neighbourhood; None for a place without a position or outlines."""
    name = place.name_in(language).text
    if place.is_active:
        title = _("Map: %(name)s and the places near it that act") % {"name": name}
    else:
        title = _("Map: %(name)s, not signalling yet, and the lights near it") % {"name": name}
    return draw_locator(
        light_of(place, language),
        [light_of(nearby.place, language) for nearby in near],
        country=place.country_id,
        active=place.is_active,
        title=title,
    )


def description(place: Place, language: str) -> str:
    """One sentence for search engines and shared links."""
    name = place_and_country(place, language)
    if not place.is_active:
        return _("%(name)s is not on the map of Moving Cities yet; these places near it are.") % {
            "name": name
        }
    return _("%(name)s: networks, council decisions and approaches on migration, each with its sources.") % {
        "name": name
    }


def _stories(
    kind: type[DecisionStory] | type[ApproachStory],
    facts: Sequence[Decision] | Sequence[Approach],
    language: str,
) -> dict[int, Any]:
    return kind.objects.by_fact([fact.pk for fact in facts], language) if facts else {}


def _subtitle(
    story: PlaceStory | None,
    memberships: Sequence[Membership],
    decisions: Sequence[DecisionLine],
    approaches: Sequence[ApproachLine],
    language: str,
) -> Link:
    if story:
        return Link(story.subtitle, language=_foreign(story.language, language))
    lasting = [each for each in memberships if not each.network.is_time_limited]
    named = lasting or list(memberships)
    if len(named) == 1:
        return Link(_only_membership(named[0], language))
    if named:
        text = (
            ngettext("Stands in %(count)s network", "Stands in %(count)s networks", len(named))
            if lasting
            else ngettext("Took part in %(count)s project", "Took part in %(count)s projects", len(named))
        )
        return Link(text % {"count": say_number(len(named), language)})
    titles = [*(each.title for each in approaches), *(each.title for each in decisions)]
    return Link(titles[0].label, language=titles[0].language) if titles else Link("")


def _approaches_title(approaches: Sequence[Approach]) -> str:
    over = {Approach.Status.ENDED.value, Approach.Status.REVERSED.value}
    return _("What it did") if all(each.status in over for each in approaches) else _("What it does")


def _networks_title(memberships: Sequence[Membership], projects: int) -> str:
    if not projects:
        return _("Networks")
    return _("Projects") if projects == len(memberships) else _("Networks and projects")


def _only_membership(membership: Membership, language: str) -> str:
    network = membership.network
    words = {
        "network": network.name_in(language).text,
        "count": say_number(network.member_count, language),
    }
    if network.member_count < 2:
        return (
            _("Took part in %(network)s") % words
            if network.is_time_limited
            else _("Stands in %(network)s") % words
        )
    if network.is_time_limited:
        return _("One of %(count)s places that took part in %(network)s") % words
    return _("One of %(count)s places in %(network)s") % words


def _members(network: Network, language: str) -> Link:
    text = ngettext("See its %(count)s place", "See its %(count)s places", network.member_count)
    return Link(text % {"count": say_number(network.member_count, language)}, network_address(network))


def _portrait(story: PlaceStory, source_count: int, language: str) -> Portrait:
    first, *rest = paragraphs(story.introduction) or [""]
    opening, remainder = opening_of(first)
    rest = [remainder, *rest] if remainder else rest
    return Portrait(
        subtitle=story.subtitle,
        opening=opening,
        introduction=rest,
        sections=[Section(block.value["heading"], paragraphs(block.value["text"])) for block in story.body],
        takeaways=[block.value for block in story.takeaways],
        language=_foreign(story.language, language),
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


def _foreign(written_in: str, language: str) -> str:
    return written_in if written_in != language else ""
