"""Reads across networks and their members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count

from movingcities.networks.models import Membership, Network


@dataclass(frozen=True, slots=True)
class SharedMembers:
    """Another network, and how many members of the first stand in it too."""

    network: Network
    count: int


def networks_sharing_members(network: Network) -> list[SharedMembers]:
    """All networks in which members of this one stand too, most shared members first; two queries."""
    counted = (
        Network.objects.exclude(pk=network.pk)
        .filter(memberships__place__memberships__network=network)
        .values("pk")
        .annotate(count=Count("memberships__place", distinct=True))
        .order_by("-count", "sort_name", "pk")
        .values_list("pk", "count")
    )
    return [SharedMembers(each, count) for each, count in _with_networks(counted)]


def networks_like(network: Network, *, limit: int) -> list[Network]:
    """Others of its kind and reach, those with most members first; one query."""
    alike = Network.objects.filter(kind=network.kind, scope=network.scope).exclude(pk=network.pk)
    return list(alike.for_listing()[:limit])


@dataclass(frozen=True, slots=True)
class NetworkInCountry:
    """A network and how many of its members lie in one country."""

    network: Network
    count: int


def networks_in_country(country: str) -> list[NetworkInCountry]:
    """The networks with members in the country (ISO code), most of them first; two queries."""
    counted = (
        Network.objects.filter(memberships__place__country_id=country)
        .values("pk")
        .annotate(count=Count("memberships"))
        .order_by("-count", "sort_name", "pk")
        .values_list("pk", "count")
    )
    return [NetworkInCountry(each, count) for each, count in _with_networks(counted)]


def _with_networks(counted: Iterable[tuple[int, int]]) -> list[tuple[Network, int]]:
    rows = list(counted)
    networks = Network.objects.in_bulk([pk for pk, _count in rows])
    return [(networks[pk], count) for pk, count in rows]


def networks_of_places(place_ids: Sequence[int]) -> dict[int, list[Network]]:
    """The networks of each of the places (primary keys), largest first; one query."""
    memberships = (
        Membership.objects.filter(place__in=place_ids)
        .select_related("network")
        .order_by("-network__member_count", "network__sort_name", "pk")
    )
    found: dict[int, list[Network]] = {place_id: [] for place_id in place_ids}
    for membership in memberships:
        found[membership.place_id].append(membership.network)
    return found
