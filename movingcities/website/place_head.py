"""The head of the page of a place: what it says in one line, its numbers and its map."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import ApproachLine, DecisionLine, Figure, Link
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing, draw_locator
from movingcities.networks.models import Membership
from movingcities.places.models import Place
from movingcities.places.queries import Nearby
from movingcities.stories.models import PlaceStory
from movingcities.website.lights import light_of
from movingcities.website.phrases import foreign, place_and_country


def subtitle_of(
    story: PlaceStory | None,
    memberships: Sequence[Membership],
    decisions: Sequence[DecisionLine],
    approaches: Sequence[ApproachLine],
    language: str,
) -> Link:
    """The line below the name: an editor's, else what is known best; marked with its language."""
    if story:
        return Link(story.subtitle, language=foreign(story.language, language))
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


def head_figures(place: Place, project_count: int, language: str) -> list[Figure]:
    """The numbers beside the hoist: only those that are not zero."""
    networks = place.membership_count - project_count
    counted = (
        (networks, ngettext("network", "networks", networks)),
        (project_count, ngettext("project", "projects", project_count)),
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
