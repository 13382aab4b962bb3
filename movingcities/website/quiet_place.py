"""What the page of a place without facts says: who shines near it, and how others got here."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.decisions.models import Decision
from movingcities.decisions.queries import decisions_in_country
from movingcities.design.components import Link, Step
from movingcities.explorer.filters import DecisionFilter, NetworkFilter, PlaceFilter, Size
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number, say_partial_date
from movingcities.networks.models import Network
from movingcities.networks.queries import NetworkInCountry, networks_in_country, networks_of_places
from movingcities.places.models import Place
from movingcities.places.queries import Nearby
from movingcities.website.addresses import list_address


def networks_of(near: Sequence[Nearby]) -> dict[int, list[Network]]:
    """The networks of places nearby, by primary key of the place; one query."""
    return networks_of_places([nearby.place.pk for nearby in near])


def steps(place: Place, near: Sequence[Nearby], language: str) -> list[Step]:
    """Three ways others took, each with numbers of the place's own country; four queries."""
    where = in_country(place.country_id, language)
    return [
        _possible(place, where, language),
        _text_that_passed(place, near, where, language),
        _join(place, where, language),
    ]


def size_of(place: Place) -> Size | None:
    """The class of size it belongs to; None where its residents are unknown."""
    for size in Size:
        lowest, above = size.bounds
        if place.population and place.population >= lowest and (above is None or place.population < above):
            return size
    return None


def _possible(place: Place, where: str, language: str) -> Step:
    here = PlaceFilter(countries=(place.country_id,))
    size = size_of(place)
    alike = here.changed(sizes=(size.value,)) if size else here
    # Both numbers come from the filters that the links lead to: they cannot differ from the lists.
    count, alike_count = here.queryset().count(), alike.queryset().count() if size else 0
    words = {
        "count": say_number(count, language),
        "alike": say_number(alike_count, language),
        "in_country": where,
        "size": size.label if size else "",
    }
    title = _("Show that it is possible")
    if not count:
        return Step(
            title,
            _("No place %(in_country)s is on the map yet: yours could be the first.") % words,
            Link(_("See all places in Europe"), list_address("places")),
        )
    told = (
        ngettext(
            "%(count)s place %(in_country)s is on the map.",
            "%(count)s places %(in_country)s are on the map.",
            count,
        )
        % words
    )
    if not alike_count:
        return Step(
            title,
            told,
            Link(_("See them"), list_address("places") + here.query_string()),
        )
    like_yours = (
        ngettext(
            "%(alike)s of them has %(size)s residents, like yours.",
            "%(alike)s of them have %(size)s residents, like yours.",
            alike_count,
        )
        % words
    )
    return Step(
        title,
        f"{told} {like_yours}",
        Link(_("See places your size"), list_address("places") + alike.query_string()),
    )


def _text_that_passed(place: Place, near: Sequence[Nearby], where: str, language: str) -> Step:
    decisions = decisions_in_country(place.country_id)
    title = _("Start from a text that passed")
    if not decisions:
        return Step(
            title,
            _("We know of no council decision %(in_country)s yet; councils in other countries took some.")
            % {"in_country": where},
            Link(_("Read their decisions"), list_address("decisions")),
        )
    told = ngettext(
        "%(count)s council decision %(in_country)s is in the library.",
        "%(count)s council decisions %(in_country)s are in the library.",
        len(decisions),
    ) % {"count": say_number(len(decisions), language), "in_country": where}
    nearest = _nearest(decisions, near)
    example = ""
    if nearest and nearest.decided_on:
        example = _("The nearest: %(place)s, %(day)s.") % {
            "place": nearest.place.name_in(language).text,
            "day": say_partial_date(nearest.decided_on, language),
        }
    here = DecisionFilter(countries=(place.country_id,))
    return Step(
        title,
        f"{told} {example}".strip(),
        Link(_("Read the decisions"), list_address("decisions") + here.query_string()),
    )


def _nearest(decisions: Sequence[Decision], near: Sequence[Nearby]) -> Decision | None:
    by_place: dict[int, Decision] = {}
    for decision in decisions:
        by_place.setdefault(decision.place_id, decision)
    return next((by_place[nearby.place.pk] for nearby in near if nearby.place.pk in by_place), None)


def _join(place: Place, where: str, language: str) -> Step:
    networks: list[NetworkInCountry] = networks_in_country(place.country_id)
    title = _("Join others")
    if not networks:
        return Step(
            title,
            _("No network we know of has a member %(in_country)s; many are open to all of Europe.")
            % {"in_country": where},
            Link(_("See the networks"), list_address("networks")),
        )
    largest = networks[0]
    words = {
        "count": say_number(len(networks), language),
        "in_country": where,
        "network": largest.network.name_in(language).text,
        "places": say_number(largest.count, language),
    }
    told = (
        ngettext(
            "%(count)s network has members %(in_country)s.",
            "%(count)s networks have members %(in_country)s.",
            len(networks),
        )
        % words
    )
    largest_told = (
        ngettext(
            "The largest there, %(network)s, has %(places)s place in our data.",
            "The largest there, %(network)s, has %(places)s places in our data.",
            largest.count,
        )
        % words
    )
    here = NetworkFilter(countries=(place.country_id,))
    return Step(
        title,
        f"{told} {largest_told}",
        Link(_("See the networks"), list_address("networks") + here.query_string()),
    )
