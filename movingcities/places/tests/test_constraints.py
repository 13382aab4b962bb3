"""Promises that the database keeps about countries and places."""

import pytest

from movingcities.places.models import Country, Place
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def test_country_code_is_written_in_capitals():
    with violates(Country, "country_code_is_written_in_capitals"):
        Country.objects.create(code="de")


def test_country_in_the_eu_is_in_the_council_of_europe():
    country = CountryFactory(is_eu_member=True, is_council_of_europe_member=True)

    with violates(Country, "country_in_the_eu_is_in_the_council_of_europe"):
        Country.objects.filter(pk=country.pk).update(is_council_of_europe_member=False)


def test_place_slug_is_unique_in_its_country():
    PlaceFactory(country="DE", slug="same")
    PlaceFactory(country="AT", slug="same")
    other = PlaceFactory(country="DE", slug="other")

    with violates(Place, "place_slug_is_unique_in_its_country"):
        Place.objects.filter(pk=other.pk).update(slug="same")


@pytest.mark.parametrize("empty", ["name", "slug"])
def test_place_has_a_name_and_a_slug(empty):
    place = PlaceFactory()

    with violates(Place, "place_has_a_name_and_a_slug"):
        Place.objects.filter(pk=place.pk).update(**{empty: ""})


@pytest.mark.parametrize(
    "position",
    [
        {"latitude": None},
        {"longitude": None},
        {"latitude": 90.1},
        {"latitude": -90.1},
        {"longitude": 180.1},
        {"longitude": -180.1},
    ],
)
def test_place_latitude_and_longitude_come_together_and_lie_on_the_globe(position):
    place = PlaceFactory()

    with violates(Place, "place_latitude_and_longitude_come_together_and_lie_on_the_globe"):
        Place.objects.filter(pk=place.pk).update(**position)


def test_a_place_may_have_no_position():
    place = PlaceFactory(latitude=None, longitude=None)

    assert (place.easting, place.northing) == (None, None)


@pytest.mark.parametrize(
    "activity",
    [
        {"is_active": True},
        {"membership_count": 1},
        {"decision_count": 1},
        {"approach_count": 1},
        {"story_count": 1},
    ],
)
def test_place_is_active_when_something_is_known_of_it(activity):
    place = PlaceFactory()

    with violates(Place, "place_is_active_when_something_is_known_of_it"):
        Place.objects.filter(pk=place.pk).update(**activity)
