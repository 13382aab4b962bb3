"""The filter of decisions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, Self

from django.db.models import F, Q
from django.http import QueryDict

from movingcities.decisions.models import Decision, DecisionQuerySet
from movingcities.explorer.filters.address import Filter
from movingcities.explorer.filters.choices import DecisionSort
from movingcities.explorer.filters.parsing import Reader
from movingcities.explorer.filters.subjects import existing_countries, existing_networks
from movingcities.search.models import Kind
from movingcities.search.queries import record_matches


@dataclass(frozen=True)
class DecisionFilter(Filter):
    """Several values of one parameter widen, different ones narrow; `networks` it led to."""

    NAMES: ClassVar[dict[str, str]] = {"countries": "country", "kinds": "kind", "networks": "network"}
    INDEXABLE: ClassVar[frozenset[str]] = frozenset({"country", "kind"})

    q: str = ""
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    year: int | None = None
    sort: str = DecisionSort.NEWEST.value

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; at most two queries, to see which countries and networks exist."""
        reader = Reader(query)
        return cls(
            q=reader.text("q"),
            countries=reader.known("country", existing_countries, written=str.upper),
            kinds=reader.choices("kind", Decision.Kind.values),
            networks=reader.known("network", existing_networks),
            year=reader.year("year"),
            sort=reader.choice("sort", DecisionSort.values, DecisionSort.NEWEST.value),
            page=reader.page(),
            # Last, when everything has been read.
            problems=reader.problems,
        )

    def queryset(self, *, leaving_out: Collection[str] = ()) -> DecisionQuerySet:
        """The decisions asked for, unordered; `leaving_out` names fields that are not applied."""
        decisions = Decision.objects.all()
        for name in ("q", "countries", "kinds", "networks", "year"):
            if getattr(self, name) and name not in leaving_out:
                decisions = decisions.filter(self._condition(name))
        return decisions

    def ordered(self) -> DecisionQuerySet:
        """The decisions asked for, in the order asked for; undated ones last."""
        decisions = self.queryset()
        match self.sort:
            case DecisionSort.OLDEST:
                return decisions.order_by(F("decided_earliest").asc(nulls_last=True), "pk")
            case DecisionSort.PLACE:
                newest = F("decided_latest").desc(nulls_last=True)
                return decisions.order_by("place__sort_name", "place", newest, "pk")
            case _:
                return decisions.order_by(F("decided_latest").desc(nulls_last=True), "pk")

    def _condition(self, name: str) -> Q:
        match name:
            case "q":
                return Q(pk__in=record_matches(Kind.DECISION, self.q))
            case "countries":
                return Q(place__country__in=self.countries)
            case "kinds":
                return Q(kind__in=self.kinds)
            case "networks":
                return Q(network__slug__in=self.networks)
            case _:
                # A partial date is at least a year: both bounds are in it.
                return Q(decided_earliest__year=self.year)
