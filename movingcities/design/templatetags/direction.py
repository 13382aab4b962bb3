"""In which language and direction words are written; known in every template (`builtins` of the settings)."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from movingcities.languages.marking import lang_attributes

register = template.Library()


@register.simple_tag
def lang(code: str) -> SafeString:
    """Print ` lang="…"`, and `dir` where it is not the page's; nothing without a code."""
    return lang_attributes(code, get_language() or "en")
