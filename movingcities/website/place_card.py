"""What the map says of a place when one points at it: its page in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import STATUS_ORDER
from movingcities.design.components import Link
from movingcities.languages.maps import Said
from movingcities.languages.saying import country_name, say_number, say_partial_date
from movingcities.networks.models import Membership
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.addresses import approach_address, decision_address
from movingcities.website.phrases import counts_in_words
from movingcities.website.rows import network_link, place_link, said_link

MOST_NETWORKS = 4
MOST_APPROACHES = 3


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place in a few lines; `more_…` says how many are not named, empty if all are."""

    letters: str
    name: Link
    local_name: Said | None
    country: str
    counts: str
    networks: Sequence[Link]
    more_networks: str
    approaches: Sequence[Link]
    more_approaches: str
    decision: Link | None
    decision_date: str
    decision_iso_date: str


def place_card(place: Place, language: str) -> PlaceCard:
    """Read a few lines about a place; at most three queries, none for a place without a fact."""
    networks = _networks(place, language)
    approaches = _approaches(place, language)
    decision = _latest_decision(place, language)
    day = decision.decision.decided_on if decision else None
    return PlaceCard(
        letters=place.hoist,
        name=place_link(place, language),
        local_name=place.local_name if place.name_in(language).text != place.name else None,
        country=country_name(place.country_id, language),
        counts=counts_in_words(place, language) if place.is_active else "",
        networks=networks,
        more_networks=_more(place.membership_count - len(networks), language),
        approaches=approaches,
        more_approaches=_more(place.approach_count - len(approaches), language),
        decision=said_link(
            Said(decision.title, decision.language), decision_address(decision.decision), language
        )
        if decision
        else None,
        decision_date=say_partial_date(day, language) if day else _("undated"),
        decision_iso_date=decision.decision.decided if decision else "",
    )


def _networks(place: Place, language: str) -> list[Link]:
    if not place.membership_count:
        return []
    memberships = Membership.objects.all().of_place(place).prefetch_related(None)[:MOST_NETWORKS]
    return [network_link(membership.network, language) for membership in memberships]


def _approaches(place: Place, language: str) -> list[Link]:
    """The titles of its approaches, those still running first; one nobody wrote about is only counted."""
    if not place.approach_count:
        return []
    stories = ApproachStory.objects.in_language(language).filter(approach__places=place)
    told = _one_of_each(stories.select_related("approach").order_by("approach_id"), language)
    told.sort(key=lambda story: STATUS_ORDER.index(story.approach.status))
    return [
        said_link(
            Said(story.short_title or story.title, story.language), approach_address(story.approach), language
        )
        for story in told[:MOST_APPROACHES]
    ]


def _latest_decision(place: Place, language: str) -> DecisionStory | None:
    if not place.decision_count:
        return None
    stories = DecisionStory.objects.in_language(language).filter(decision__place=place)
    newest_first = stories.select_related("decision").order_by(
        F("decision__decided_latest").desc(nulls_last=True), "decision_id"
    )
    return next(iter(_one_of_each(newest_first, language)), None)


def _one_of_each(stories: Iterable[Any], language: str) -> list[Any]:
    """One story a fact, in the order of the facts: the one in the reader's language if there are two."""
    chosen: dict[int, Any] = {}
    for story in stories:
        fact_id = getattr(story, f"{story.fact_name}_id")
        if fact_id not in chosen or story.language == language:
            chosen[fact_id] = story
    return list(chosen.values())


def _more(count: int, language: str) -> str:
    if count <= 0:
        return ""
    return ngettext("and %(count)s more", "and %(count)s more", count) % {
        "count": say_number(count, language)
    }
