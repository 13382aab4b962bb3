"""Template tags that say facts in the reader's language."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from movingcities.languages import saying
from movingcities.languages.maps import Said
from movingcities.languages.marking import lang_attributes, spanned

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.filter
def in_words(value: object) -> SafeString | str:
    """A Said with `lang` where it is not in the page's language."""
    return spanned(value, _language()) if isinstance(value, Said) else str(value)


@register.simple_tag
def lang_of(value: Said) -> SafeString | str:
    """The attribute ` lang="de"` for an element that holds only this text, or nothing."""
    return lang_attributes(value.language if value.language != _language() else "", _language())


@register.filter
def number(value: int | float | None) -> str:
    """A number with the page language's separators; nothing for None."""
    return "" if value is None else saying.say_number(value, _language())


@register.simple_tag
def today() -> str:
    """The day of the request as the page's language writes it."""
    return saying.say_date(timezone.localdate(), _language())
