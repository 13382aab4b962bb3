"""Plain text as rich text and back."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.utils.html import escape
from wagtail.rich_text import RichText, get_text_for_indexing


def rich_text(text: str) -> str:
    """Plain text as the source of rich text; an empty line parts paragraphs."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def plain_text(source: str | RichText) -> str:
    """The words of rich text without its marks, for search and excerpts."""
    return " ".join(str(get_text_for_indexing(str(getattr(source, "source", source)))).split())


def passages(source: str) -> list[str]:
    """The words of rich text between its tags: addresses of links are none of them."""
    words = _Words()
    words.feed(source)
    words.close()
    return words.found


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)
