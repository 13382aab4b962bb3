"""The font files a page is sure to need: a browser asks for them before it has read the style sheet."""

from django import template
from django.utils.translation import get_language

register = template.Library()

# Every page has Latin words: its name, place names. Polish text needs ł and ż from its first line on.
LATIN = ("latin",)
SCRIPTS = {
    "el": ("greek", "latin"),
    "pl": ("latin", "latin-ext"),
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("cyrillic", "latin")),
    **dict.fromkeys(("cs", "hr", "hu", "lt", "lv", "ro", "sk", "sl", "tr"), ("latin", "latin-ext")),
}
CUTS = ("text", "display")


@register.simple_tag
def fonts_to_preload() -> list[str]:
    """Static names of the two cuts of every script that the page's language is written in."""
    scripts = SCRIPTS.get((get_language() or "").split("-")[0], LATIN)
    return [f"design/fonts/commissioner-{script}-{cut}.woff2" for script in scripts for cut in CUTS]
