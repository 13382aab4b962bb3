"""Language maps: {language code: text}, the shape of every stored name that differs by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

# A reader who has none of these is shown the text as it is, marked with its own language.
FALLBACK_LANGUAGE = "en"
# The subtag of BCP 47 for a text whose language nobody has noted.
UNKNOWN_LANGUAGE = "und"

LanguageMap = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in; `language` is empty where nobody noted it."""

    text: str
    language: str


def say(names: LanguageMap, language: str, *, otherwise: Said) -> Said:
    """The entry in the reader's language, else `otherwise` (as a rule the local name)."""
    text = names.get(language, "")
    return Said(text, language) if text else otherwise


def say_or_fall_back(texts: LanguageMap, language: str) -> Said:
    """The entry in the reader's language, else in English, else the first there is, else empty."""
    for code in (language, FALLBACK_LANGUAGE, *texts):
        if texts.get(code):
            return Said(texts[code], code)
    return Said("", "")


def validate_language_map(value: object) -> None:
    """Refuse what is not {language code: non-empty text}."""
    if not isinstance(value, dict) or not all(
        isinstance(code, str) and 2 <= len(code) <= 10 and isinstance(text, str) and text.strip()
        for code, text in value.items()
    ):
        raise ValidationError("Write a map of language codes to texts, such as {“de”: “Athen”}.")
