"""What the list of networks says: one view of the filter as sentence, form and rows by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.design.components import Chip, Field, Link, Neighbour, NetworkLine
from movingcities.explorer.filters import NetworkFilter, NetworkSort
from movingcities.explorer.queries.networks import NetworkFacets, NetworkGroup, list_networks, network_facets
from movingcities.languages.in_countries import in_country
from movingcities.languages.saying import say_number
from movingcities.networks.models import Network
from movingcities.places.models import Place
from movingcities.website.addresses import list_address
from movingcities.website.filter_form import (
    chips,
    choice_field,
    kept_values,
    labels_of,
    option_links,
    select_field,
    text_field,
)
from movingcities.website.phrases import place_and_country
from movingcities.website.rows import network_line, place_link

MEETING_PLACES = 9


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The networks of one kind, and what joining them means."""

    title: str
    note: str
    networks: Sequence[NetworkLine]


@dataclass(frozen=True, slots=True)
class NetworkList:
    """Everything the list of networks prints."""

    address: str
    heading: str
    total: int
    fields: Sequence[Field]
    kept: Sequence[tuple[str, str]]
    button: str
    kinds: Sequence[Link]
    chips: Sequence[Chip]
    groups: Sequence[KindGroup]
    meeting_places: Sequence[Neighbour]
    memberless: int


def read_network_list(view: NetworkFilter, language: str) -> NetworkList:
    """Read every network of a view; five queries, seven with country and words."""
    address = list_address("networks")
    found = list_networks(view, language=language)
    facets = network_facets(view, language=language)
    total = sum(len(group.networks) for group in found)
    fields = _fields(view, facets, language)
    labels = labels_of({"kind": facets.kinds, "scope": facets.scopes, "country": facets.countries})
    labels["q", view.q] = _("“%(text)s”") % {"text": view.q}
    return NetworkList(
        address=address,
        heading=heading(view, found, total, language),
        total=total,
        fields=fields,
        kept=kept_values(view, fields),
        button=ngettext("Show %(count)s network", "Show %(count)s networks", total)
        % {"count": say_number(total, language)},
        kinds=option_links(facets.kinds, address),
        chips=chips(view, labels, address),
        groups=[_group(group, language) for group in found],
        meeting_places=_meeting_places(view, language),
        memberless=sum(1 for group in found for network in group.networks if not network.member_count),
    )


def heading(view: NetworkFilter, found: Sequence[NetworkGroup], total: int, language: str) -> str:
    """The sentence above the list; what it leaves out stands in the chips below the form."""
    words = {
        "count": say_number(total, language),
        "in_country": in_country(view.countries[0], language) if view.countries else "",
    }
    asked = [condition.parameter for condition in view.active_conditions()]
    if not total:
        return _("No network fits")
    if asked == ["kind"]:
        return kind_count(found[0].kind, total) % words
    if asked == ["country"]:
        return (
            ngettext(
                "%(count)s network with places %(in_country)s",
                "%(count)s networks with places %(in_country)s",
                total,
            )
            % words
        )
    if not asked:
        return ngettext("%(count)s network of places", "%(count)s networks of places", total) % words
    return ngettext("%(count)s network fits", "%(count)s networks fit", total) % words


def kind_count(kind: Network.Kind, count: int) -> str:
    """So many networks of a kind, with a gap for the number: “%(count)s campaigns”."""
    return {
        Network.Kind.NETWORK: ngettext("%(count)s lasting network", "%(count)s lasting networks", count),
        Network.Kind.CAMPAIGN: ngettext("%(count)s campaign", "%(count)s campaigns", count),
        Network.Kind.CHARTER: ngettext("%(count)s charter", "%(count)s charters", count),
        Network.Kind.ALLIANCE: ngettext("%(count)s alliance", "%(count)s alliances", count),
        Network.Kind.PROJECT: ngettext("%(count)s project", "%(count)s projects", count),
    }[kind]


def _group(group: NetworkGroup, language: str) -> KindGroup:
    notes = {
        Network.Kind.NETWORK: _("Lasting organisations. The number counts their members in our data."),
        Network.Kind.CAMPAIGN: _("Joint public demands. The number counts who joined, in our data."),
        Network.Kind.CHARTER: _("Texts that are signed. The number counts who signed, in our data."),
        Network.Kind.ALLIANCE: _(
            "Loose unions of cities for one aim. The number counts their members in our data."
        ),
        Network.Kind.PROJECT: _(
            "Time-limited partnerships: no membership. The number counts who took part, in our data."
        ),
    }
    return KindGroup(
        kind_count(group.kind, len(group.networks)) % {"count": say_number(len(group.networks), language)},
        notes[group.kind],
        [_line(network, language) for network in group.networks],
    )


def _line(network: Network, language: str) -> NetworkLine:
    """A network below the heading of its kind: reach, beginning and countries."""
    parts = [str(capfirst(network.get_scope_display()))]
    if network.founded_on:
        parts.append(_("since %(year)s") % {"year": network.founded_on.year})
    if network.member_count:
        countries = ngettext("%(count)s country", "%(count)s countries", network.country_count)
        parts.append(countries % {"count": say_number(network.country_count, language)})
    else:
        parts.append(_("our data names nobody yet"))
    return replace(network_line(network, language), detail=" · ".join(parts))


def _meeting_places(view: NetworkFilter, language: str) -> list[Neighbour]:
    """The places that stand in most networks, of all kinds, among the countries asked for."""
    places = Place.objects.active().filter(membership_count__gt=1).for_listing()
    if view.countries:
        places = places.filter(country__in=view.countries)
    return [
        Neighbour(
            letters=place.hoist,
            name=place_link(place, language),
            distance="",
            detail=_("%(place)s: %(networks)s")
            % {
                "place": place_and_country(place, language),
                "networks": ngettext("%(count)s network", "%(count)s networks", place.membership_count)
                % {"count": say_number(place.membership_count, language)},
            },
        )
        for place in places.order_by("-membership_count", "sort_name", "pk")[:MEETING_PLACES]
    ]


def _fields(view: NetworkFilter, facets: NetworkFacets, language: str) -> list[Field]:
    return [
        text_field(_("Name or word"), view.q),
        select_field("kind", _("Kind"), facets.kinds, language),
        select_field("scope", _("Reach"), facets.scopes, language),
        select_field("country", _("With places in"), facets.countries, language),
        choice_field("sort", _("Order"), NetworkSort, view.sort),
    ]
