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
from movingcities.design.components import ApproachLine, DecisionLine, Link, SourceLine
from movingcities.languages.saying import say_number
from movingcities.languages.templatetags.languages import in_words
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place
from movingcities.stories.models import (
    ApproachStory,
    CountryStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.queries import sources_of_stories
from movingcities.website.addresses import network_address
from movingcities.website.gazetteer import gazetteer_lines
from movingcities.website.phrases import Passage, passage
from movingcities.website.place_head import subtitle_of
from movingcities.website.portrait import Portrait, portrait_of
from movingcities.website.rows import (
    approach_line,
    decision_line,
    merged_sources,
    network_link,
    source_line,
    sources_checked_text,
)
from movingcities.website.timeline import Timeline, timeline_of
from movingcities.website.translations import Told, TranslationNote, translation_note

FEW_NETWORKS = 3
"""Up to so many networks are introduced on the page of a place that has neither portrait nor approach."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A network and what it does."""

    name: Link
    text: str
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
    country_context: Passage
    sources: Sequence[SourceLine]
    sources_checked: str
    subtitle: str
    subtitle_language: str
    translation: TranslationNote | None
    story: PlaceStory | None


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
    portrait = portrait_of(story, len(story_sources), language) if story else None
    sources = merged_sources(
        story_sources,
        portrait.body.sources if portrait else (),
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
    subtitle = subtitle_of(story, memberships, decision_lines, approach_lines, language)
    projects = sum(each.network.is_time_limited for each in memberships)
    return PlacePage(
        portrait=portrait,
        timeline=timeline_of(memberships, language, today),
        networks_title=_networks_title(memberships, projects),
        project_count=projects,
        networks=[
            Introduction(
                network_link(each.network, language),
                in_words(network_stories[each.network_id].said("description")),
                _members(each.network, language),
            )
            for each in memberships
            if each.network_id in network_stories
        ],
        decisions=decision_lines,
        approaches=approach_lines,
        approaches_title=_approaches_title(approaches),
        country_context=passage(context, "context", language),
        sources=[*(source_line(source, language) for source in sources), *gazetteer_lines(place)],
        sources_checked=sources_checked_text(sources, language),
        subtitle=subtitle.label,
        subtitle_language=subtitle.language,
        story=story,
        translation=translation_note(
            language,
            Told([story] if story else [], ("subtitle", "introduction", "takeaways", "body")),
            Told(decision_stories.values(), ("title", "what_was_decided")),
            Told(approach_stories.values(), ("title", "summary")),
            Told(network_stories.values(), ("description",)),
            Told([context] if context else [], ("context",)),
            topics=[topic for each in approaches for topic in each.topics.all()],
        ),
    )


def _stories(
    kind: type[DecisionStory] | type[ApproachStory],
    facts: Sequence[Decision] | Sequence[Approach],
    language: str,
) -> dict[int, Any]:
    return kind.objects.by_fact([fact.pk for fact in facts], language) if facts else {}


def _approaches_title(approaches: Sequence[Approach]) -> str:
    over = {Approach.Status.ENDED.value, Approach.Status.REVERSED.value}
    return _("What it did") if all(each.status in over for each in approaches) else _("What it does")


def _networks_title(memberships: Sequence[Membership], projects: int) -> str:
    if not projects:
        return _("Networks")
    return _("Projects") if projects == len(memberships) else _("Networks and projects")


def _members(network: Network, language: str) -> Link:
    text = ngettext("See its %(count)s place", "See its %(count)s places", network.member_count)
    return Link(text % {"count": say_number(network.member_count, language)}, network_address(network))
