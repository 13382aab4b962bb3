"""Countries inside sentences."""

import pytest

from movingcities.languages.in_countries import IN_COUNTRIES, in_country
from movingcities.languages.saying import country_name


@pytest.mark.parametrize("code", sorted(IN_COUNTRIES))
def test_a_country_in_a_sentence_is_called_what_cldr_calls_it(code):
    name = country_name(code, "en")

    said = in_country(code, "en")

    # The islands' CLDR name says that they are islands; a sentence does not.
    assert name.replace("&", "and").removesuffix(" Islands") in said


def test_a_country_is_said_in_the_language_asked_for_whatever_the_page_speaks():
    assert in_country("NL", "de") == "in den Niederlanden"


def test_a_country_without_a_phrase_of_its_own_is_still_named():
    assert in_country("CA", "en") == "in Canada"
