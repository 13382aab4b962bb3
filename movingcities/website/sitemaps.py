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
from wagtail.models import Page

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.website.addresses import page_address


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


class PageSitemap(_InEveryLanguage):
    """The editorial pages, each only in the languages in which readers find it."""

    def items(self) -> list[list[Page]]:
        """The live translations of each page."""
        pages = Page.objects.live().filter(depth__gt=2).select_related("locale").order_by("path")
        found: dict[Any, list[Page]] = {}
        for page in pages:
            found.setdefault(page.translation_key, []).append(page)
        return list(found.values())

    def get_languages_for_item(self, item: list[Page]) -> list[str]:
        return [page.locale.language_code for page in item]

    def location(self, item: list[Page]) -> str:
        return page_address(item[0])

    def lastmod(self, item: list[Page]) -> datetime | None:
        published = [page.last_published_at for page in item if page.last_published_at]
        return max(published, default=None)


class HomeSitemap(_InEveryLanguage):
    """The front page of each language."""

    def items(self) -> list[str]:
        return ["wagtail_serve"]

    def location(self, item: str) -> str:
        return reverse(item, args=[""])


SITEMAPS: dict[str, Sitemap[Any]] = {
    "home": HomeSitemap(),
    "pages": PageSitemap(),
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
