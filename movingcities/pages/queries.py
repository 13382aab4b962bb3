"""Reads across editorial pages: in which language a reader gets a page, what is above and below it."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects
from wagtail.models import Page

from movingcities.languages.maps import FALLBACK_LANGUAGE

AnyPage = TypeVar("AnyPage", bound=Page)

_HOME_DEPTH = 2


def readable_in(language: str, pages: QuerySet[AnyPage]) -> QuerySet[AnyPage]:
    """Those that are live in the language, and in English those of which no translation into it is."""
    translated = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language, live=True
    )
    own, spare = Q(locale__language_code=language), Q(locale__language_code=FALLBACK_LANGUAGE)
    return pages.filter(own | (spare & ~Exists(translated)), live=True).select_related("locale")


def words_of_address(page: Page) -> str:
    """What the address of a page says after the language, alike in all of them; the front page: nothing."""
    return words_of_path(page.url_path)


def words_of_path(url_path: str) -> str:
    """The same of a page’s place in Wagtail’s tree: “/home-de/about/” → “about/”."""
    return url_path.lstrip("/").partition("/")[2]


def page_at(words: str, language: str) -> Any | None:
    """The page with these words of an address, as readers of the language get it; three queries."""
    homes = Page.objects.filter(depth=_HOME_DEPTH, locale__language_code__in=[language, FALLBACK_LANGUAGE])
    paths = [f"{path}{words}" for path in homes.values_list("url_path", flat=True)]
    found = readable_in(language, Page.objects.filter(url_path__in=paths, depth__gt=_HOME_DEPTH)).first()
    return found.specific if found else None


def parents_of(page: Page, language: str) -> list[Page]:
    """The pages above it below the front page, from the top, as readers get them; one query."""
    steps = range(_HOME_DEPTH + 1, page.depth)
    if not steps:
        return []
    above = Page.objects.filter(path__in=[page.path[: depth * Page.steplen] for depth in steps])
    keys = above.values("translation_key")
    return list(readable_in(language, Page.objects.filter(translation_key__in=keys)).order_by("depth"))


def children_of(page: Page, language: str) -> list[Any]:
    """The pages below it in the editorial system’s order; three queries and one for each kind of page."""
    found: Any = readable_in(language, Page.objects.filter(_is_below(page, language)))
    children = list(found.order_by("path").defer_streamfields().specific())
    prefetch_related_objects(children, "locale")
    return children


def below(model: type[AnyPage], page: Page, language: str) -> QuerySet[AnyPage]:
    """The pages of a kind below it and below its translations, as readers of the language get them."""
    return readable_in(language, model.objects.filter(_is_below(page, language)))


def live_languages(page: Page) -> list[str]:
    """The languages in which readers find it; one query."""
    return list(
        Page.objects.filter(translation_key=page.translation_key, live=True).values_list(
            "locale__language_code", flat=True
        )
    )


def _is_below(page: Page, language: str) -> Q:
    """Whether a page lies right below this one or below the same one in a language that is asked for."""
    same = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code__in=[language, FALLBACK_LANGUAGE]
    )
    places = Q(pk__in=())
    for path, depth in same.values_list("path", "depth"):
        places |= Q(path__startswith=path, depth=depth + 1)
    return places
