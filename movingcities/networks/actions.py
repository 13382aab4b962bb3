"""Writes to networks and memberships; they keep the counts of the places true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Min

from movingcities.accounts.models import User
from movingcities.evidence.actions import log_change, remember_slug, require_sources
from movingcities.evidence.models import PreviousSlug, Source
from movingcities.networks.models import Membership, Network
from movingcities.places.actions import Activity, set_activity, set_first_member
from movingcities.places.models import Country, Place
from movingcities.places.rules import sort_name


@dataclass(frozen=True, slots=True)
class NetworkEntry:
    """What somebody states about a network; `founded` is a partial date, `countries` ISO codes."""

    slug: str
    name: str
    kind: str
    scope: str
    language: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    countries: Sequence[str] = ()
    founded: str = ""
    website: str = ""


def record_network(
    *,
    entry: NetworkEntry,
    sources: Iterable[Source],
    existing: Network | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
) -> Network:
    """Add a network or correct one; a changed slug keeps its former address. Raises MissingSource."""
    cited = require_sources(sources, f"The network “{entry.name}”")
    network = existing or Network(created_at=at)
    former = network.slug if existing else ""
    network.slug = entry.slug
    network.name = entry.name
    network.language = entry.language
    network.names = dict(entry.names)
    network.kind = entry.kind
    network.scope = entry.scope
    network.founded = entry.founded
    network.website = entry.website
    network.sort_name = sort_name(entry.name)
    network.changed_at = at
    with transaction.atomic():
        network.full_clean()
        network.save()
        network.countries.set(Country.objects.filter(code__in=entry.countries))
        network.sources.set(cited)
        if former and former != network.slug:
            remember_slug(
                kind=PreviousSlug.Kind.NETWORK,
                within="",
                slug=former,
                object_id=network.pk,
            )
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="network", object_id=network.pk, by=by, at=at, why=why)
    return network


def name_network(
    *, network: Network, language: str, name: str, by: User | None, at: datetime, why: str = ""
) -> Network:
    """Say what a network is called in a language, beside its own name."""
    network.names = {**network.names, language: name}
    network.changed_at = at
    with transaction.atomic():
        network.clean_fields()
        network.save(update_fields=["names", "changed_at"])
        log_change(verb="named", kind="network", object_id=network.pk, by=by, at=at, why=why)
    return network


def record_membership(
    *,
    place: Place,
    network: Network,
    sources: Iterable[Source],
    since: str = "",
    until: str = "",
    role: str = "",
    existing: Membership | None = None,
    by: User | None,
    at: datetime,
    why: str = "",
    recount: bool = True,
) -> Membership:
    """Note that a place belongs to a network or took part in a project, or correct the note.

    `since` and `until` are partial dates. Raises MissingSource. Whoever writes many may pass
    `recount=False` and call `recount_memberships` once.
    """
    cited = require_sources(sources, f"The membership of {place.name} in “{network.name}”")
    membership = existing or Membership(created_at=at)
    place_ids, network_ids = {place.pk}, {network.pk}
    if existing:
        place_ids.add(existing.place_id)
        network_ids.add(existing.network_id)
    membership.place = place
    membership.network = network
    membership.since = since
    membership.until = until
    membership.role = role
    membership.changed_at = at
    with transaction.atomic():
        membership.clean_fields(exclude=["place", "network"])
        membership.save()
        membership.sources.set(cited)
        verb = "corrected" if existing else "added"
        log_change(verb=verb, kind="membership", object_id=membership.pk, by=by, at=at, why=why)
        if recount:
            recount_memberships(place_ids=place_ids, network_ids=network_ids)
    return membership


def remove_membership(*, membership: Membership, by: User | None, at: datetime, why: str) -> None:
    """Take back a membership that was recorded wrongly; an ended one gets `until` instead."""
    place_id, network_id, membership_id = (
        membership.place_id,
        membership.network_id,
        membership.pk,
    )
    with transaction.atomic():
        membership.delete()
        log_change(
            verb="removed",
            kind="membership",
            object_id=membership_id,
            by=by,
            at=at,
            why=why,
        )
        recount_memberships(place_ids=[place_id], network_ids=[network_id])


def recount_memberships(*, place_ids: Iterable[int], network_ids: Iterable[int]) -> None:
    """Count again the memberships of these places, the first dated one, and the members of these networks.

    Both arguments are primary keys.
    """
    counts = dict.fromkeys(place_ids, 0)
    days: dict[int, date | None] = dict.fromkeys(counts)
    for place_id, count, day in (
        Membership.objects.filter(place__in=counts)
        .values("place")
        .annotate(count=Count("pk"), day=Min("since_earliest"))
        .values_list("place", "count", "day")
    ):
        counts[place_id] = count
        days[place_id] = day
    set_activity(activity=Activity.MEMBERSHIPS, counts=counts)
    set_first_member(days=days)
    networks = Network.objects.in_bulk(list(network_ids))
    for network in networks.values():
        network.member_count = network.country_count = 0
    for network_id, members, countries in (
        Membership.objects.filter(network__in=networks)
        .values("network")
        .annotate(members=Count("pk"), countries=Count("place__country", distinct=True))
        .values_list("network", "members", "countries")
    ):
        networks[network_id].member_count = members
        networks[network_id].country_count = countries
    Network.objects.bulk_update(networks.values(), ["member_count", "country_count"])
