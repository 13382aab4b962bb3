"""The Atom feed of news and events."""

from __future__ import annotations

from datetime import datetime, time

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from movingcities.pages.models import ArticlePage
from movingcities.pages.queries import readable_in
from movingcities.website.addresses import page_address
from movingcities.website.feeds import ENTRIES, Entry, LatestChanges


class News(LatestChanges):
    """News and events, the latest first; in English where they are not in the language of the address yet."""

    def title(self) -> str:
        return _("Moving Cities: news and events")

    def subtitle(self) -> str:
        return _("What is new, and what is to come.")

    def link(self) -> str:
        return reverse("website:news_feed")

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        return None

    def items(self) -> list[Entry]:
        articles = readable_in(get_language() or "en", ArticlePage.objects.defer("body"))
        return [_entry(each) for each in articles.order_by("-day", "-pk")[:ENTRIES]]


def _entry(article: ArticlePage) -> Entry:
    """An article as an entry; it is as old as its publication, or else as its day."""
    day = timezone.make_aware(datetime.combine(article.day, time.min))
    return Entry(
        identity=f"page:{article.translation_key}",
        title=article.title,
        summary=article.teaser,
        language=article.locale.language_code,
        url=page_address(article),
        kind=str(capfirst(article.get_kind_display())),
        added_at=article.first_published_at or day,
        changed_at=article.last_published_at or day,
    )
