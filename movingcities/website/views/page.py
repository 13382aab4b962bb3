"""The one way a view answers with a page: template, context, and what its head says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from movingcities.design.components import Link
from movingcities.translation.interest import ask_for
from movingcities.translation.models import Translated
from movingcities.website.addresses import home_address, in_language
from movingcities.website.structured_data import breadcrumbs


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """What machines are told about a page."""

    title: str
    description: str
    title_language: str = ""
    description_language: str = ""
    """The languages of both where they are not the page's own."""
    canonical_path: str = ""
    """Path and query of the page's own address; empty: the path that was asked for."""
    is_indexable: bool = True
    alternates: bool = True
    """Whether the page exists in other languages."""
    languages: Collection[str] | None = None
    """In which ones; None: in every one."""
    structured_data: Sequence[Mapping[str, Any]] = ()
    share_card: str = ""
    """Path of the page's own share card; empty: that of the front page."""
    share_card_kind: str = "image/png"
    text: Translated | None = None
    """The text whose page it is: how often that is asked for is counted (translation.interest)."""


def head_context(request: HttpRequest, meta: PageMeta) -> dict[str, Any]:
    """What the base template prints into the head; counts that the page's text was asked for."""
    ask_for(text=meta.text, language=get_language() or "en", request=request, on=timezone.localdate())
    path = meta.canonical_path or request.path
    return {
        "page_title": meta.title,
        "page_description": meta.description,
        "page_title_language": meta.title_language,
        "page_description_language": meta.description_language,
        "robots": "" if meta.is_indexable else "noindex, follow",
        "canonical_url": settings.SITE_URL + path,
        "alternates": alternates(path, meta.languages) if meta.alternates and meta.is_indexable else [],
        "share_card": settings.SITE_URL + (meta.share_card or reverse("website:share_card")),
        "share_card_kind": meta.share_card_kind,
        "structured_data": meta.structured_data,
    }


def alternates(path: str, among: Collection[str] | None = None) -> list[dict[str, str]]:
    """The page's address in every language it has, and the English one for everybody else."""
    codes = [code for code, _name in settings.LANGUAGES if among is None or code in among]
    languages = [{"code": code, "url": settings.SITE_URL + in_language(path, code)} for code in codes]
    if settings.LANGUAGE_CODE not in codes:
        return languages
    default = settings.SITE_URL + in_language(path, settings.LANGUAGE_CODE)
    return [*languages, {"code": "x-default", "url": default}]


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    meta: PageMeta,
    status: int = 200,
) -> HttpResponse:
    """Answer with a page of the website; `context` is what its template prints.

    Its breadcrumb (`crumbs`) is told to machines as well.
    """
    head = head_context(request, meta)
    if context.get("crumbs"):
        head["structured_data"] = [*head["structured_data"], trail(request, meta, context["crumbs"])]
    return render(request, template, {**head, **context}, status=status)


def trail(request: HttpRequest, meta: PageMeta, crumbs: Sequence[Link]) -> dict[str, Any]:
    """From the front page over the breadcrumb to the page itself."""
    return breadcrumbs(
        [
            (settings.WAGTAIL_SITE_NAME, home_address()),
            *((link.label, link.url) for link in crumbs if link.url),
            (meta.title, meta.canonical_path or request.path),
        ]
    )
