"""Networks and memberships."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from movingcities.contributions.starter.dataset import MembershipRow, NetworkRow
from movingcities.contributions.starter.known import Known, ids_of_sources, pick
from movingcities.contributions.starter.memory import WHY, Kind
from movingcities.evidence.models import Source
from movingcities.kit.folding import fold
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import main_language
from movingcities.networks.actions import (
    NetworkEntry,
    record_membership,
    record_network,
    recount_memberships,
)
from movingcities.networks.models import Membership, Network

# Of the words of a name, how many of the English one make it English: titles are quoted with small changes.
ENGLISH_WORDS = 0.7
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class NetworkState:
    """A network and the primary keys of its sources."""

    entry: NetworkEntry
    source_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MembershipState:
    """A membership; numbers are primary keys."""

    place_id: int
    network_id: int
    since: str
    until: str
    role: str
    source_ids: tuple[int, ...]


def is_same_name(name: str, other: str) -> bool:
    """Whether two names differ in signs, accents or a bracketed abbreviation only: “… in Europe (C-MISE)”."""
    return fold(_bare(name)) == fold(_bare(other))


def _bare(name: str) -> str:
    return _IN_BRACKETS.sub(lambda found: "" if found[1] == found[1].upper() else found[0], name)


def own_language(row: NetworkRow) -> str:
    """The language of a network's own name, empty where nobody noted it and it does not follow."""
    own, english = fold(_bare(row.name)).split(), set(fold(row.name_en).split())
    if own and sum(word in english for word in own) >= ENGLISH_WORDS * len(own):
        return "en"
    if row.scope == Network.Scope.NATIONAL and len(row.countries) == 1:
        return main_language(row.countries[0])
    return ""


class NetworkKind(Kind[NetworkRow, NetworkState, Network]):
    """A network with its own and its English name; the key is its slug."""

    name = "network"
    label = "networks"

    def __init__(self, known: Known) -> None:
        super().__init__(at=known.at)
        self.known = known

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        return dict(Network.objects.filter(slug__in=list(keys)).values_list("slug", "pk"))

    def objects(self, ids: Iterable[int]) -> Mapping[int, Network]:
        return Network.objects.prefetch_related("sources", "countries").in_bulk(list(ids))

    def concern(self, row: NetworkRow) -> object:
        return replace(row, what_it_does="")

    def wanted(self, row: NetworkRow) -> NetworkState:
        return NetworkState(
            NetworkEntry(
                slug=row.slug,
                name=row.name,
                kind=row.kind,
                scope=row.scope,
                language=own_language(row),
                names={"en": row.name_en} if row.name_en and row.name_en != row.name else {},
                countries=row.countries,
                founded=row.founded,
                website=row.website,
            ),
            self.known.source_ids([row.source_url]),
        )

    def state(self, thing: Network) -> NetworkState:
        return NetworkState(
            NetworkEntry(
                slug=thing.slug,
                name=thing.name,
                kind=thing.kind,
                scope=thing.scope,
                language=thing.language,
                names={code: name for code, name in thing.names.items() if code == FALLBACK_LANGUAGE},
                countries=sorted(country.code for country in thing.countries.all()),
                founded=thing.founded,
                website=thing.website,
            ),
            ids_of_sources(thing.sources.all()),
        )

    def write(self, state: NetworkState, existing: Network | None) -> Network:
        entry = state.entry
        if existing is not None:
            translated = {code: name for code, name in existing.names.items() if code != FALLBACK_LANGUAGE}
            entry = replace(entry, names={**translated, **entry.names})
        return record_network(
            entry=entry,
            sources=Source.objects.filter(pk__in=state.source_ids),
            existing=existing,
            by=None,
            at=self.at,
            why=WHY,
        )


class MembershipKind(Kind[MembershipRow, MembershipState, Membership]):
    """A membership; the key is place_id and slug of the network, joined by a slash."""

    name = "membership"
    label = "memberships"

    def __init__(self, known: Known) -> None:
        super().__init__(at=known.at)
        self.known = known
        self._places = {place.pk: place for place in known.places.values()}
        self._networks = {network.pk: network for network in known.networks.values()}
        self._sources = {source.pk: source for source in known.sources.values()}
        self._place_ids: set[int] = set()
        self._network_ids: set[int] = set()

    def find(self, keys: Iterable[str]) -> Mapping[str, int]:
        here = {
            (place_id, network_id): pk
            for place_id, network_id, pk in Membership.objects.values_list("place", "network", "pk")
        }
        found: dict[str, int] = {}
        for key in keys if here else ():
            place_key, _, network_key = key.partition("/")
            place, network = self.known.places.get(place_key), self.known.networks.get(network_key)
            if place and network and (place.pk, network.pk) in here:
                found[key] = here[place.pk, network.pk]
        return found

    def objects(self, ids: Iterable[int]) -> Mapping[int, Membership]:
        return Membership.objects.prefetch_related("sources").in_bulk(list(ids))

    def wanted(self, row: MembershipRow) -> MembershipState:
        return MembershipState(
            place_id=pick(self.known.places, row.place_id, "place").pk,
            network_id=pick(self.known.networks, row.network_slug, "network").pk,
            since=row.since,
            until="",
            role="",
            source_ids=self.known.source_ids([row.source_url]),
        )

    def state(self, thing: Membership) -> MembershipState:
        return MembershipState(
            place_id=thing.place_id,
            network_id=thing.network_id,
            since=thing.since,
            until=thing.until,
            role=thing.role,
            source_ids=ids_of_sources(thing.sources.all()),
        )

    def write(self, state: MembershipState, existing: Membership | None) -> Membership:
        self._place_ids.add(state.place_id)
        self._network_ids.add(state.network_id)
        return record_membership(
            place=self._places[state.place_id],
            network=self._networks[state.network_id],
            sources=[self._sources[pk] for pk in state.source_ids],
            since=state.since,
            until=state.until,
            role=state.role,
            existing=existing,
            by=None,
            at=self.at,
            why=WHY,
            recount=False,
        )

    def finish(self) -> None:
        """Count once for all memberships written."""
        recount_memberships(place_ids=self._place_ids, network_ids=self._network_ids)
