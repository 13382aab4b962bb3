"""How countries, dates, numbers and languages are said: everything from CLDR, nothing typed by hand."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.languages import get_official_languages
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from movingcities.kit.partial_date import PartialDate, Precision


@lru_cache(maxsize=64)
def babel_locale(language: str) -> Locale:
    """Babel's locale of one of our language codes; English is British here."""
    return Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))


@lru_cache(maxsize=256)
def text_direction(language: str) -> str:
    """“ltr” or “rtl”; from left to right where CLDR does not know the language."""
    try:
        return str(babel_locale(language).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def country_name(code: str, language: str) -> str:
    """The country's name in a language; the code itself where CLDR knows none. ISO 3166-1 alpha-2."""
    return str(babel_locale(language).territories.get(code, code))


def country_codes() -> list[str]:
    """The ISO 3166-1 alpha-2 codes that have a name in CLDR."""
    return sorted(
        code for code in map(str, babel_locale("en").territories) if len(code) == 2 and code.isalpha()
    )


def language_name(code: str, language: str) -> str:
    """A language's name in a language; the code itself where CLDR knows none."""
    return str(babel_locale(language).languages.get(code, code))


def main_language(country: str) -> str:
    """The country's only official language, else empty: in Belgium nobody can tell from the code."""
    for de_facto in (False, True):
        official = get_official_languages(country, de_facto=de_facto)
        if official:
            return str(official[0]).replace("_", "-") if len(official) == 1 else ""
    return ""


def say_partial_date(value: PartialDate, language: str, *, short: bool = False) -> str:
    """2019 → 2019, 2019-05 → May 2019, 2019-05-14 → 14 May 2019, as the language writes it."""
    locale = babel_locale(language)
    if value.precision is Precision.YEAR:
        return str(value.year)
    if value.precision is Precision.MONTH:
        return format_skeleton("yMMM" if short else "yMMMM", value.earliest, locale=locale)
    return _whole_day(value.earliest, "medium" if short else "long", language)


def say_date(value: date, language: str) -> str:
    """A whole date as the language writes it."""
    return _whole_day(value, "long", language)


def _whole_day(value: date, length: Literal["medium", "long"], language: str) -> str:
    said = format_date(value, length, locale=babel_locale(language))
    # “1er mars”: CLDR keeps the ordinal of the first day for patterns with the weekday.
    return f"1er{said[1:]}" if language == "fr" and value.day == 1 else said


def say_number(value: int | float, language: str) -> str:
    """A number with the language's separators."""
    return format_decimal(value, locale=babel_locale(language))


def say_percent(part: int, whole: int, language: str) -> str:
    """A part of a whole in whole per cent, as the language writes it: 31%, 31 %."""
    return format_percent(round(part / whole, 2), locale=babel_locale(language))


def say_large_number(value: int, language: str) -> str:
    """A number of residents in three figures: 14.7 million, 184,754 stays 184,754 under a million."""
    if value < 1_000_000:
        return say_number(value, language)
    digits = 1 if value < 100_000_000 else 0
    return format_compact_decimal(
        value, format_type="long", locale=babel_locale(language), fraction_digits=digits
    )
