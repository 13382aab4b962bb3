"""Plain text as rich text and back."""

from __future__ import annotations

import re

from django.utils.html import escape
from wagtail.rich_text import RichText, get_text_for_indexing


def rich_text(text: str) -> str:
    """Plain text as the source of rich text; an empty line parts paragraphs."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def plain_text(source: str | RichText) -> str:
    """The words of rich text without its marks, for search and excerpts."""
    return " ".join(str(get_text_for_indexing(str(getattr(source, "source", source)))).split())
