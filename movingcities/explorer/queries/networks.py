"""The list of networks, by kind, and its options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count

from movingcities.explorer.filters import NetworkFilter, NetworkSort
from movingcities.explorer.queries.options import Option, choice_options, country_options
from movingcities.kit.folding import fold
from movingcities.networks.models import Network


@dataclass(frozen=True, slots=True)
class NetworkFacets:
    """The options of each parameter, counted among what fits everything else that was chosen."""

    kinds: Sequence[Option]
    scopes: Sequence[Option]
    countries: Sequence[Option]


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """The networks of one kind, in the order asked for."""

    kind: Network.Kind
    networks: Sequence[Network]


def list_networks(view: NetworkFilter, *, language: str) -> list[NetworkGroup]:
    """All networks of a view on one page, projects last because they end; one query.

    By name means by the name that a reader of the language is shown.
    """
    order = {kind.value: position for position, kind in enumerate(Network.Kind)}
    networks = list(view.ordered())
    if view.sort == NetworkSort.NAME:
        networks.sort(key=lambda network: fold(network.name_in(language).text))
    networks.sort(key=lambda network: order[network.kind])
    return [
        NetworkGroup(Network.Kind(kind), list(group))
        for kind, group in groupby(networks, key=lambda network: network.kind)
    ]


def network_facets(view: NetworkFilter, *, language: str) -> NetworkFacets:
    """The options of a view with their counts; three queries."""
    kinds = view.queryset(leaving_out={"kinds"}).order_by().values_list("kind").annotate(count=Count("pk"))
    scopes = view.queryset(leaving_out={"scopes"}).order_by().values_list("scope").annotate(count=Count("pk"))
    countries = (
        view.queryset(leaving_out={"countries"})
        .filter(member_count__gt=0)
        .order_by()
        .values_list("memberships__place__country")
        .annotate(count=Count("pk", distinct=True))
    )
    return NetworkFacets(
        choice_options(view, "kind", Network.Kind, dict(kinds)),
        choice_options(view, "scope", Network.Scope, dict(scopes)),
        country_options(view, {code: count for code, count in countries if code}, language),
    )
