"""How countries, dates and numbers are said in the seven languages."""

from datetime import date

import pytest
from django.conf import settings

from movingcities.kit.partial_date import PartialDate
from movingcities.languages.saying import (
    country_name,
    language_name,
    main_language,
    say_date,
    say_large_number,
    say_number,
    say_partial_date,
)

CODES = [code for code, _name in settings.LANGUAGES]
NARROW, THIN = "\u202f", "\u00a0"


def plain(text):
    """Spaces that do not break are spaces here."""
    return text.replace(NARROW, " ").replace(THIN, " ")


@pytest.mark.parametrize(
    ("language", "greece", "german"),
    [
        ("en", "Greece", "German"),
        ("de", "Griechenland", "Deutsch"),
        ("fr", "Grèce", "allemand"),
        ("es", "Grecia", "alemán"),
        ("it", "Grecia", "tedesco"),
        ("pl", "Grecja", "niemiecki"),
        ("el", "Ελλάδα", "Γερμανικά"),
    ],
)
def test_countries_and_languages_are_said_in_seven_languages(language, greece, german):
    assert country_name("GR", language) == greece
    assert language_name("de", language) == german


def test_kosovo_has_a_name_and_a_code_that_is_none_stays_a_code():
    assert country_name("XK", "en") == "Kosovo"
    assert country_name("QQ", "en") == "QQ"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "14 May 2019", "May 2019"),
        ("de", "14. Mai 2019", "Mai 2019"),
        ("fr", "14 mai 2019", "mai 2019"),
        ("es", "14 de mayo de 2019", "mayo de 2019"),
        ("it", "14 maggio 2019", "maggio 2019"),
        ("pl", "14 maja 2019", "maj 2019"),
        ("el", "14 Μαΐου 2019", "Μάιος 2019"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(language, day, month):
    assert say_partial_date(PartialDate.parse("2019-05-14"), language) == day
    assert say_date(date(2019, 5, 14), language) == day
    assert say_partial_date(PartialDate.parse("2019-05"), language) == month
    assert say_partial_date(PartialDate.parse("2019"), language) == "2019"


def test_a_short_date_is_shorter():
    assert say_partial_date(PartialDate.parse("2018-12-05"), "en", short=True) == "5 Dec 2018"


@pytest.mark.parametrize(
    ("language", "number", "large"),
    [
        ("en", "184,754", "14.8 million"),
        ("de", "184.754", "14,8 Millionen"),
        ("fr", "184 754", "14,8 millions"),
        ("es", "184.754", "14,8 millones"),
        ("it", "184.754", "14,8 milioni"),
        ("pl", "184 754", "14,8 miliona"),
        ("el", "184.754", "14,8 εκατομμύρια"),
    ],
)
def test_numbers_have_the_separators_of_the_language(language, number, large):
    assert plain(say_number(184_754, language)) == number
    assert plain(say_large_number(184_754, language)) == number
    assert plain(say_large_number(14_804_116, language)) == large


@pytest.mark.parametrize(
    ("country", "language"),
    [("DE", "de"), ("GR", "el"), ("PL", "pl"), ("BE", ""), ("CH", ""), ("GB", "en"), ("ME", "sr-Latn")],
)
def test_a_country_has_a_main_language_only_where_there_is_one(country, language):
    assert main_language(country) == language


def test_all_languages_of_the_settings_are_spoken():
    assert len(CODES) == 7
    assert len({country_name("DE", code) for code in CODES}) == 7


def test_the_first_day_of_a_month_is_an_ordinal_in_french_only():
    first, eleventh = date(2024, 3, 1), date(2024, 3, 11)

    assert [say_date(first, "fr"), say_date(eleventh, "fr")] == ["1er mars 2024", "11 mars 2024"]
    assert say_date(first, "it") == "1 marzo 2024"
