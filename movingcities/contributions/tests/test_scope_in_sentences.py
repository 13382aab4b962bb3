"""Every country of the scope can be said inside a sentence."""

from movingcities.contributions.starter.checking_places import SCOPE
from movingcities.languages.in_countries import IN_COUNTRIES


def test_every_country_of_the_scope_has_its_phrase():
    assert SCOPE - IN_COUNTRIES.keys() == frozenset()
