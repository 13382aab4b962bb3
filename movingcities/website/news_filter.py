"""The filter of news and events: one address per view, as for the lists of facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, Self

from django.db.models import QuerySet
from django.http import QueryDict

from movingcities.explorer.filters import Filter
from movingcities.explorer.filters.parsing import Reader
from movingcities.explorer.filters.subjects import existing_countries
from movingcities.pages.models import ArticlePage


@dataclass(frozen=True)
class NewsFilter(Filter):
    """Several values of one parameter widen, different ones narrow."""

    NAMES: ClassVar[dict[str, str]] = {"countries": "country"}
    INDEXABLE: ClassVar[frozenset[str]] = frozenset({"country", "kind"})

    countries: tuple[str, ...] = ()
    kind: str = ""
    year: int | None = None

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; at most one query, to see which countries exist."""
        reader = Reader(query)
        return cls(
            countries=reader.known("country", existing_countries, written=str.upper),
            kind=reader.choice("kind", ArticlePage.Kind.values, ""),
            year=reader.year("year"),
            page=reader.page(),
            # Last, when everything has been read.
            problems=reader.problems,
        )

    def fits(self, country: str, kind: str, year: int, *, leaving_out: Collection[str] = ()) -> bool:
        """Whether an article is asked for; `leaving_out` names parameters that are not applied."""
        return (
            ("country" in leaving_out or not self.countries or country in self.countries)
            and ("kind" in leaving_out or not self.kind or kind == self.kind)
            and ("year" in leaving_out or not self.year or year == self.year)
        )

    def narrow(self, articles: QuerySet[ArticlePage]) -> QuerySet[ArticlePage]:
        """Those of the articles that are asked for."""
        if self.countries:
            articles = articles.filter(country__in=self.countries)
        if self.kind:
            articles = articles.filter(kind=self.kind)
        if self.year:
            articles = articles.filter(day__year=self.year)
        return articles
