"""The filter of places."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from django.db.models import F, Q
from django.db.models.lookups import IsNull
from django.http import QueryDict

from movingcities.approaches.models import Approach
from movingcities.decisions.models import Decision
from movingcities.explorer.filters.address import Filter
from movingcities.explorer.filters.area import Area
from movingcities.explorer.filters.choices import Has, PlaceSort, Scope, Size
from movingcities.explorer.filters.parsing import Reader
from movingcities.explorer.filters.subjects import existing_countries, existing_networks, existing_topics
from movingcities.map.frames import countries_frame
from movingcities.networks.models import Membership
from movingcities.places.models import Place, PlaceQuerySet
from movingcities.search.queries import place_matches

# Largest first, places whose residents nobody counted last, on both databases.
LARGEST_FIRST = F("population").desc(nulls_last=True)


@dataclass(frozen=True)
class PlaceFilter(Filter):
    """Several values of one parameter widen (Germany or Italy), different ones narrow; so does `has`.

    `by` is a year: something dated had to be known of a place by its end. Where networks are chosen, what
    counts is when places joined them.
    """

    NAMES: ClassVar[dict[str, str]] = {
        "countries": "country",
        "networks": "network",
        "topics": "topic",
        "kinds": "kind",
        "sizes": "size",
    }
    INDEXABLE: ClassVar[frozenset[str]] = frozenset({"country", "network", "topic"})

    q: str = ""
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    letter: str = ""
    area: Area | None = None
    by: int | None = None
    scope: str = Scope.ACTIVE.value
    sort: str = PlaceSort.NETWORKS.value

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; at most three queries, to see which countries, networks and topics exist."""
        reader = Reader(query)
        return cls(
            q=reader.text("q"),
            countries=reader.known("country", existing_countries, written=str.upper),
            networks=reader.known("network", existing_networks),
            topics=reader.known("topic", existing_topics),
            kinds=reader.choices("kind", Place.Kind.values),
            sizes=reader.choices("size", Size.values),
            has=reader.choices("has", Has.values),
            letter=reader.letter("letter"),
            area=reader.area("area"),
            by=reader.year("by"),
            scope=reader.choice("scope", Scope.values, Scope.ACTIVE.value),
            sort=reader.choice("sort", PlaceSort.values, PlaceSort.NETWORKS.value),
            page=reader.page(),
            # Last, when everything has been read.
            problems=reader.problems,
        )

    def queryset(self, *, leaving_out: Collection[str] = ()) -> PlaceQuerySet:
        """The places asked for, unordered; `leaving_out` names fields that are not applied."""
        places = Place.objects.all()
        for name in (
            "scope",
            "q",
            "countries",
            "networks",
            "topics",
            "kinds",
            "sizes",
            "has",
            "letter",
            "area",
            "by",
        ):
            value = getattr(self, name)
            if value and name not in leaving_out:
                places = places.filter(self._condition(name))
        return places

    def ordered(self) -> PlaceQuerySet:
        """The places asked for, in the order asked for; always the same one."""
        places = self.queryset()
        match self.sort:
            case PlaceSort.NAME:
                return places.order_by("sort_name", "pk")
            case PlaceSort.POPULATION:
                return places.order_by(LARGEST_FIRST, "sort_name", "pk")
            case PlaceSort.FIRST:
                return places.order_by(
                    IsNull(F("first_member_on"), True), "first_member_on", "sort_name", "pk"
                )
            case _:
                return places.order_by("-membership_count", LARGEST_FIRST, "sort_name", "pk")

    def _condition(self, name: str) -> Q:
        match name:
            case "scope":
                return Q(is_active=True) if self.scope == Scope.ACTIVE else Q()
            case "q":
                return Q(pk__in=place_matches(self.q))
            case "countries":
                return Q(country__in=self.countries)
            case "networks":
                members = Membership.objects.filter(network__slug__in=self.networks)
                return Q(pk__in=members.values("place_id"))
            case "topics":
                through = Approach.places.through.objects
                with_topic = through.filter(approach__topics__slug__in=self.topics)
                return Q(pk__in=with_topic.values("place_id"))
            case "kinds":
                return Q(kind__in=self.kinds)
            case "sizes":
                return _any_of(Size(size).condition for size in self.sizes)
            case "has":
                return _all_of(Has(thing).condition for thing in self.has)
            case "by":
                return self._dated(date(self.by, 12, 31)) if self.by else Q()
            case "area":
                return self.area.condition(countries_frame(self.countries)) if self.area else Q()
            case _:
                return Q(hoist__gte=self.letter, hoist__lt=chr(ord(self.letter) + 1))

    def _dated(self, last_day: date) -> Q:
        """Something dated until a day: membership, decision, approach (`queries.by_year` counts alike)."""
        joined = Membership.objects.filter(since_earliest__lte=last_day)
        if self.networks:
            return Q(pk__in=joined.filter(network__slug__in=self.networks).values("place_id"))
        decided = Decision.objects.filter(decided_earliest__lte=last_day)
        through = Approach.places.through.objects
        started = through.filter(approach__started_earliest__lte=last_day)
        return _any_of(Q(pk__in=dated.values("place_id")) for dated in (joined, decided, started))


def _any_of(conditions: Iterable[Q]) -> Q:
    combined = Q()
    for condition in conditions:
        combined |= condition
    return combined


def _all_of(conditions: Iterable[Q]) -> Q:
    return Q(*conditions)
