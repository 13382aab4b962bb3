"""Which addresses search engines are told about: everything with something to say, in every language.

Places without a fact answer, but are not listed: a hundred thousand nearly empty pages would bury the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Model, QuerySet
from django.urls import reverse

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place


class _InEveryLanguage(Sitemap[Any]):
    i18n = True
    alternates = True
    x_default = False
    limit = 3_000


class RecordSitemap(_InEveryLanguage):
    """The pages of one kind of record."""

    def __init__(self, records: QuerySet[Any], url_name: str, address: Sequence[str]) -> None:
        """`address` names the columns that make the last words of the address."""
        self.records = records
        self.url_name = url_name
        self.address = address

    def items(self) -> list[Model]:
        return list(self.records.all())

    def location(self, item: Model) -> str:
        words = [str(getattr(item, column)).lower() for column in self.address]
        return reverse(f"website:{self.url_name}", args=words)

    def lastmod(self, item: Model) -> datetime | None:
        return getattr(item, "changed_at", None)


class IndexSitemap(_InEveryLanguage):
    """The home page and the lists."""

    def items(self) -> list[str]:
        return [
            "places",
            "networks",
            "approaches",
            "decisions",
            "countries",
            "topics",
            "sources",
            "about_the_data",
            "accessibility",
        ]

    def location(self, item: str) -> str:
        return reverse(f"website:{item}")


class HomeSitemap(_InEveryLanguage):
    """The front page of each language."""

    def items(self) -> list[str]:
        return ["wagtail_serve"]

    def location(self, item: str) -> str:
        return reverse(item, args=[""])


SITEMAPS: dict[str, Sitemap[Any]] = {
    "home": HomeSitemap(),
    "lists": IndexSitemap(),
    "places": RecordSitemap(
        Place.objects.active().only("slug", "country", "changed_at").order_by("pk"),
        "place",
        ["country_id", "slug"],
    ),
    "networks": RecordSitemap(Network.objects.only("slug", "changed_at").order_by("pk"), "network", ["slug"]),
    "approaches": RecordSitemap(
        Approach.objects.only("slug", "changed_at").order_by("pk"), "approach", ["slug"]
    ),
    "decisions": RecordSitemap(
        Decision.objects.only("slug", "changed_at").order_by("pk"), "decision", ["slug"]
    ),
    "countries": RecordSitemap(Country.objects.order_by("code"), "country", ["code"]),
    "topics": RecordSitemap(Topic.objects.only("slug").order_by("pk"), "topic", ["slug"]),
}
