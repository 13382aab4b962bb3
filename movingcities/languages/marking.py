"""Words of another language inside a page: the attributes that say which one, and which way it runs."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from movingcities.languages.maps import Said
from movingcities.languages.saying import text_direction


def lang_attributes(code: str, language: str) -> SafeString:
    """` lang="…"` on a page in `language`, with `dir` where it is not the page's; nothing without a code."""
    if not code:
        return mark_safe("")
    direction = text_direction(code)
    if direction == text_direction(language):
        return format_html(' lang="{}"', code)
    return format_html(' lang="{}" dir="{}"', code, direction)


def spanned(said: Said, language: str) -> SafeString:
    """The words of a Said for the middle of a sentence: in a span of their own if of another language."""
    if said.language in {"", language}:
        return escape(said.text)
    return format_html("<span{}>{}</span>", lang_attributes(said.language, language), said.text)
