"""Template tags that say facts in the reader's language."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from movingcities.languages import saying
from movingcities.languages.maps import Said

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.filter
def in_words(value: object) -> SafeString | str:
    """A Said with `lang` where it is not in the page's language."""
    if not isinstance(value, Said):
        return str(value)
    if not value.language or value.language == _language():
        return value.text
    return format_html('<span lang="{}">{}</span>', value.language, value.text)


@register.simple_tag
def lang_of(value: Said) -> SafeString | str:
    """The attribute ` lang="de"` for an element that holds only this text, or nothing."""
    if not value.language or value.language == _language():
        return ""
    return format_html(' lang="{}"', value.language)


@register.filter
def number(value: int | float | None) -> str:
    """A number with the page language's separators; nothing for None."""
    return "" if value is None else saying.say_number(value, _language())


@register.simple_tag
def today() -> str:
    """The day of the request as the page's language writes it."""
    return saying.say_date(timezone.localdate(), _language())
