"""Where the website registers what a page is shown with, so that pages need not know the website."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest

ContextSource = Callable[[HttpRequest, Any], dict[str, Any]]
_sources: dict[str, ContextSource] = {}
_reserved: set[str] = set()


def register_context(page_type: str, source: ContextSource) -> None:
    """Let `source(request, page)` add to the context of every page of the type (class name)."""
    _sources[page_type] = source


def context_for(request: HttpRequest, page: Any) -> dict[str, Any]:
    """What the website adds to the page's context; empty where it registered nothing."""
    source = _sources.get(type(page).__name__)
    return source(request, page) if source else {}


def reserve(words: Iterable[str]) -> None:
    """Keep first words of addresses for the lists and records of the website."""
    _reserved.update(words)


def is_reserved(word: str) -> bool:
    """Whether the website itself answers at the address."""
    return word in _reserved
