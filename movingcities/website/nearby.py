"""How places near another are said and shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Neighbour
from movingcities.languages.marking import spanned
from movingcities.languages.saying import say_number
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.places.queries import Nearby
from movingcities.website.phrases import counts_in_words, listed_plainly
from movingcities.website.rows import place_link

NAMED_NETWORKS = 3
REACH = 250.0
"""Kilometres up to which a place is called near."""

NO_BREAK = "\u00a0"

FEWEST_LISTED, MOST_LISTED = 3, 9
SAME_TOWN = 1.0
"""Kilometres under which a direction would be a joke: a county stands at its seat's own point."""


def listed_neighbours(near: Sequence[Nearby]) -> Sequence[Nearby]:
    """Up to nine places within reach; the three nearest where there are fewer."""
    close = [nearby for nearby in near if nearby.kilometres <= REACH]
    return close[:MOST_LISTED] if len(close) >= FEWEST_LISTED else near[:FEWEST_LISTED]


def near_title(place: Place, near: Sequence[Nearby], language: str) -> SafeString:
    """“Near” only where that is true."""
    listed = listed_neighbours(near)
    is_near = listed and listed[-1].kilometres <= REACH
    sentence = escape(_("Near %(name)s") if is_near else _("Nearest to %(name)s"))
    return mark_safe(sentence % {"name": spanned(place.name_in(language), language)})


def lights_title(lights: Sequence[Nearby], language: str) -> str:
    """“Four lights near you”; only where they are near."""
    count = {"count": {2: _("Two"), 3: _("Three"), 4: _("Four")}.get(len(lights), "")}
    if lights and lights[-1].kilometres > REACH:
        return _("The lights nearest to you")
    return ngettext("One light near you", "%(count)s lights near you", len(lights)) % count


def distance(nearby: Nearby, language: str) -> str:
    """“27 km”; under one kilometre in words."""
    if nearby.kilometres < SAME_TOWN:
        return _("less than 1 km")
    said = _("%(number)s km") % {"number": say_number(round(nearby.kilometres), language)}
    return said.replace(" ", NO_BREAK)


def distance_and_direction(nearby: Nearby, language: str) -> str:
    """“27 km north-east”."""
    if nearby.kilometres < SAME_TOWN:
        return _("less than 1 km away")
    sentences = {
        "north": _("%(number)s km north"),
        "north-east": _("%(number)s km north-east"),
        "east": _("%(number)s km east"),
        "south-east": _("%(number)s km south-east"),
        "south": _("%(number)s km south"),
        "south-west": _("%(number)s km south-west"),
        "west": _("%(number)s km west"),
        "north-west": _("%(number)s km north-west"),
    }
    return sentences[nearby.direction] % {"number": say_number(round(nearby.kilometres), language)}


def direction_from_here(nearby: Nearby) -> str:
    """“North-east of here”."""
    if nearby.kilometres < SAME_TOWN:
        return _("Right here")
    return {
        "north": _("North of here"),
        "north-east": _("North-east of here"),
        "east": _("East of here"),
        "south-east": _("South-east of here"),
        "south": _("South of here"),
        "south-west": _("South-west of here"),
        "west": _("West of here"),
        "north-west": _("North-west of here"),
    }[nearby.direction]


def neighbour_grid(nearest: Sequence[Nearby], language: str) -> list[Neighbour]:
    """Neighbours of an active place: “27 km north-east, 8 networks”."""
    return [
        Neighbour(
            letters=nearby.place.hoist,
            name=place_link(nearby.place, language),
            distance=distance(nearby, language),
            detail=listed_plainly(
                [distance_and_direction(nearby, language), counts_in_words(nearby.place, language)]
            ),
        )
        for nearby in nearest
    ]


def neighbour_rows(
    nearest: Sequence[Nearby], networks: Mapping[int, Sequence[Network]], language: str
) -> list[Neighbour]:
    """Lights near a place without facts; `networks` by primary key of the place."""
    return [
        Neighbour(
            letters=nearby.place.hoist,
            name=place_link(nearby.place, language),
            distance=distance(nearby, language),
            detail=format_html_join(
                " · ",
                "{}",
                (
                    (part,)
                    for part in (
                        direction_from_here(nearby),
                        network_names(networks.get(nearby.place.pk, ()), language),
                    )
                    if part
                ),
            ),
            counts=counts_in_words(nearby.place, language),
        )
        for nearby in nearest
    ]


def network_names(networks: Sequence[Network], language: str) -> SafeString:
    """The first networks by name and how many more there are; empty for none."""
    names = format_html_join(
        ", ", "{}", ((spanned(network.name_in(language), language),) for network in networks[:NAMED_NETWORKS])
    )
    more = len(networks) - NAMED_NETWORKS
    if more <= 0:
        return names
    sentence = escape(ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", more))
    return mark_safe(sentence % {"names": names, "count": say_number(more, language)})
