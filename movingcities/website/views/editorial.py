"""Editorial pages: the website adds to Wagtail's pages what stands around their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from movingcities.pages.models import ArticlePage, EditorialPage, GuidePage, NewsPage, SectionPage
from movingcities.pages.queries import live_languages
from movingcities.website import structured_data
from movingcities.website.addresses import in_language, list_address, page_address
from movingcities.website.body import read_body
from movingcities.website.editorial_page import SHORTEST_INDEX, read_editorial_page
from movingcities.website.news_filter import NewsFilter
from movingcities.website.news_page import days_in_words, marked_about, read_news
from movingcities.website.phrases import foreign
from movingcities.website.problems import problem_texts
from movingcities.website.views.page import PageMeta, head_context, trail

SHARED_PICTURE = "fill-1200x630|format-jpeg|jpegquality-80"


def section_context(request: HttpRequest, page: SectionPage) -> dict[str, Any]:
    """What website/section.html prints; registered with pages.frames, like the others here."""
    return _context(request, page, structured_data.editorial, lists_children=True)


def guide_context(request: HttpRequest, page: GuidePage) -> dict[str, Any]:
    """What website/guide.html prints."""
    return _context(request, page, structured_data.editorial)


def article_context(request: HttpRequest, page: ArticlePage) -> dict[str, Any]:
    """What website/article.html prints."""
    language = get_language() or "en"
    return {
        **_context(request, page, structured_data.article),
        "days": days_in_words(page, language),
        "about": marked_about(page, language),
        "news_feed_url": list_address("news_feed"),
    }


def news_context(request: HttpRequest, page: NewsPage) -> dict[str, Any]:
    """What website/news.html prints; never fails on an address."""
    language = get_language() or "en"
    view = NewsFilter.from_query(request.GET)
    return {
        **_context(request, page, structured_data.editorial, view=view),
        "news": read_news(page, view, language, timezone.localdate()),
        "problems": problem_texts(view.problems),
        "news_feed_url": list_address("news_feed"),
    }


def _context(
    request: HttpRequest,
    page: EditorialPage,
    describe: Any,
    *,
    lists_children: bool = False,
    view: NewsFilter | None = None,
) -> dict[str, Any]:
    language = get_language() or "en"
    text = read_editorial_page(page, language, lists_children=lists_children)
    meta = _meta(page, language, [describe(page, path=_own_address(page))], view)
    head = head_context(request, meta)
    if text.above:
        head["structured_data"] = [*head["structured_data"], trail(request, meta, text.above)]
    body = read_body(page.body, language, told_by=page, told_in=page.locale.language_code)
    return {
        **head,
        "text": text,
        "crumbs": text.above,
        "body": body,
        "index": body.headings if len(body.headings) >= SHORTEST_INDEX else (),
    }


def _meta(
    page: EditorialPage,
    language: str,
    entities: Sequence[Mapping[str, Any]],
    view: NewsFilter | None,
) -> PageMeta:
    """A page that is not in the reader's language yet is told to machines as the English one only."""
    own = page.locale.language_code
    is_own = own == language
    picture = page.share_image.get_rendition(SHARED_PICTURE) if page.share_image else None
    return PageMeta(
        title=page.seo_title or page.title,
        title_language=foreign(own, language),
        description=page.search_description or page.teaser,
        description_language=foreign(own, language),
        canonical_path=_own_address(page) + (view.query_string() if view else ""),
        is_indexable=is_own and (view is None or view.is_indexable),
        languages=live_languages(page),
        structured_data=entities,
        share_card=picture.url if picture else f"{_own_address(page)}share.png",
        share_card_kind="image/jpeg" if picture else "image/png",
        text=page,
    )


def _own_address(page: EditorialPage) -> str:
    """The address in the language the page is written in."""
    return in_language(page_address(page), page.locale.language_code)
