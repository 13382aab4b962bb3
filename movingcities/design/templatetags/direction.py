"""In which language and direction words are written; known in every template (`builtins` of the settings)."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from movingcities.languages.saying import text_direction

register = template.Library()


@register.simple_tag
def lang(code: str) -> SafeString:
    """Print ` lang="…"`, and `dir` where it is not the page's; nothing without a code."""
    if not code:
        return mark_safe("")
    direction = text_direction(code)
    if direction == text_direction(get_language() or "en"):
        return format_html(' lang="{}"', code)
    return format_html(' lang="{}" dir="{}"', code, direction)
