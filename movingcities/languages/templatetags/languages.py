"""Template tags that say facts in the reader's language."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from movingcities.kit.partial_date import PartialDate
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
def country_name(code: str) -> str:
    """A country's name in the page's language."""
    return saying.country_name(str(code), _language())


@register.filter
def number(value: int | float | None) -> str:
    """A number with the page language's separators; nothing for None."""
    return "" if value is None else saying.say_number(value, _language())


@register.filter
def large_number(value: int) -> str:
    """Residents, rounded to a word such as million where that is shorter."""
    return saying.say_large_number(value, _language())


@register.filter
def day(value: PartialDate | date | datetime | str | None) -> str:
    """A date in full: 5 December 2018, May 2019 or 2019."""
    return _say_day(value, short=False)


@register.filter
def short_day(value: PartialDate | date | datetime | str | None) -> str:
    """A date for a narrow column: 5 Dec 2018."""
    return _say_day(value, short=True)


def _say_day(value: PartialDate | date | datetime | str | None, *, short: bool) -> str:
    if not value:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = PartialDate(value.year, value.month, value.day)
    elif isinstance(value, str):
        value = PartialDate.parse(value)
    return saying.say_partial_date(value, _language(), short=short)


@register.filter
def language_name(code: str) -> str:
    """A language's name in the page's language."""
    return saying.language_name(code, _language())
