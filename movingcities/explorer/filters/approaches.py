"""The filter of approaches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from django.db.models import F, Q
from django.http import QueryDict

from movingcities.approaches.models import Approach, ApproachQuerySet, Topic
from movingcities.explorer.filters.address import Filter
from movingcities.explorer.filters.choices import ApproachSort
from movingcities.explorer.filters.parsing import Reader, Reason
from movingcities.explorer.filters.subjects import existing_countries, existing_topics
from movingcities.search.models import Kind
from movingcities.search.queries import record_matches
from movingcities.stories.models import ApproachStory


@dataclass(frozen=True)
class ApproachFilter(Filter):
    """Several values of one parameter widen, different ones narrow.

    `started_after` is the first year that counts, `started_before` the first that does not; an approach whose
    start no source dates is in neither.
    """

    NAMES: ClassVar[dict[str, str]] = {"topics": "topic", "countries": "country", "statuses": "status"}
    INDEXABLE: ClassVar[frozenset[str]] = frozenset({"topic", "country"})

    q: str = ""
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    started_after: int | None = None
    started_before: int | None = None
    has_results: bool = False
    sort: str = ApproachSort.STARTED.value

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; at most two queries, to see which topics and countries exist."""
        reader = Reader(query)
        after, before = reader.year("started_after"), reader.year("started_before")
        if after is not None and before is not None and after >= before:
            reader.report("started_before", str(before), Reason.CONTRADICTION)
        return cls(
            q=reader.text("q"),
            topics=reader.known("topic", existing_topics),
            countries=reader.known("country", existing_countries, written=str.upper),
            statuses=reader.choices("status", Approach.Status.values),
            started_after=after,
            started_before=before,
            has_results=reader.flag("has_results"),
            sort=reader.choice("sort", ApproachSort.values, ApproachSort.STARTED.value),
            page=reader.page(),
            # Last, when everything has been read.
            problems=reader.problems,
        )

    def queryset(self, *, leaving_out: Collection[str] = ()) -> ApproachQuerySet:
        """The approaches asked for, unordered; `leaving_out` names fields that are not applied."""
        approaches = Approach.objects.all()
        for name in (
            "q",
            "topics",
            "countries",
            "statuses",
            "started_after",
            "started_before",
            "has_results",
        ):
            if getattr(self, name) and name not in leaving_out:
                approaches = approaches.filter(self._condition(name))
        return approaches

    def ordered(self) -> ApproachQuerySet:
        """The approaches asked for, in the order asked for; undated ones last."""
        approaches = self.queryset()
        match self.sort:
            case ApproachSort.OLDEST:
                return approaches.order_by(F("started_earliest").asc(nulls_last=True), "pk")
            case ApproachSort.CHANGED:
                return approaches.order_by("-changed_at", "pk")
            case _:
                return approaches.order_by(F("started_earliest").desc(nulls_last=True), "pk")

    def _condition(self, name: str) -> Q:
        match name:
            case "q":
                return Q(pk__in=record_matches(Kind.APPROACH, self.q))
            case "topics":
                through = Approach.topics.through.objects
                topics = Topic.objects.filter(slug__in=self.topics)
                return Q(pk__in=through.filter(topic__in=topics).values("approach_id"))
            case "countries":
                through_places = Approach.places.through.objects
                somewhere = through_places.filter(place__country__in=self.countries)
                return Q(pk__in=somewhere.values("approach_id"))
            case "statuses":
                return Q(status__in=self.statuses)
            case "started_after":
                return Q(started_earliest__gte=date(self.started_after or 1, 1, 1))
            case "started_before":
                return Q(started_earliest__lt=date(self.started_before or 1, 1, 1))
            case _:
                with_results = ApproachStory.objects.filter(live=True).exclude(results="")
                return Q(pk__in=with_results.values("approach_id"))
