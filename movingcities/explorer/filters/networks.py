"""The filter of networks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, Self

from django.db.models import F, Q
from django.http import QueryDict

from movingcities.explorer.filters.address import Filter
from movingcities.explorer.filters.choices import NetworkSort
from movingcities.explorer.filters.parsing import Reader
from movingcities.explorer.filters.subjects import existing_countries
from movingcities.networks.models import Membership, Network, NetworkQuerySet
from movingcities.search.models import Kind
from movingcities.search.queries import record_matches


@dataclass(frozen=True)
class NetworkFilter(Filter):
    """Several values of one parameter widen, different ones narrow; `countries` are those of the members."""

    NAMES: ClassVar[dict[str, str]] = {"kinds": "kind", "scopes": "scope", "countries": "country"}
    INDEXABLE: ClassVar[frozenset[str]] = frozenset({"kind", "country"})

    q: str = ""
    kinds: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sort: str = NetworkSort.MEMBERS.value

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; at most one query, to see which countries exist."""
        reader = Reader(query)
        return cls(
            q=reader.text("q"),
            kinds=reader.choices("kind", Network.Kind.values),
            scopes=reader.choices("scope", Network.Scope.values),
            countries=reader.known("country", existing_countries, written=str.upper),
            sort=reader.choice("sort", NetworkSort.values, NetworkSort.MEMBERS.value),
            page=reader.page(),
            # Last, when everything has been read.
            problems=reader.problems,
        )

    def queryset(self, *, leaving_out: Collection[str] = ()) -> NetworkQuerySet:
        """The networks asked for, unordered; `leaving_out` names fields that are not applied."""
        networks = Network.objects.all()
        for name in ("q", "kinds", "scopes", "countries"):
            if getattr(self, name) and name not in leaving_out:
                networks = networks.filter(self._condition(name))
        return networks

    def ordered(self) -> NetworkQuerySet:
        """The networks asked for, in the order asked for."""
        networks = self.queryset()
        match self.sort:
            case NetworkSort.NAME:
                return networks.order_by("sort_name", "pk")
            case NetworkSort.FOUNDED:
                return networks.order_by(F("founded_earliest").asc(nulls_last=True), "sort_name", "pk")
            case _:
                return networks.order_by("-member_count", "sort_name", "pk")

    def _condition(self, name: str) -> Q:
        match name:
            case "q":
                return Q(pk__in=record_matches(Kind.NETWORK, self.q))
            case "kinds":
                return Q(kind__in=self.kinds)
            case "scopes":
                return Q(scope__in=self.scopes)
            case _:
                members = Membership.objects.filter(place__country__in=self.countries)
                return Q(pk__in=members.values("network_id"))
