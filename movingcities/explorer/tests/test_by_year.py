"""Places until a year: the filter and the counts by year keep one rule."""

import pytest
from django.http import QueryDict

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.explorer.filters import PlaceFilter
from movingcities.explorer.queries.by_year import YearCounts, places_by_year
from movingcities.explorer.queries.place_counts import count_places
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def dated_places():
    """Five places: of 2004, 2010 (twice dated), 2010 and 2015, and one without a date."""
    network = NetworkFactory(slug="league")
    twice = PlaceFactory()
    MembershipFactory(place=twice, network=network, since="2012-05")
    DecisionFactory(place=twice, decided="2010-12-31")
    ApproachFactory(places=[PlaceFactory()], started="2004")
    MembershipFactory(network=network, since="2010")
    DecisionFactory(decided="2015-01-01")
    MembershipFactory(network=network)


def test_each_place_counts_once_in_the_year_of_its_first_date(dated_places):
    assert places_by_year(PlaceFilter()) == YearCounts({2004: 1, 2010: 2, 2015: 1}, undated=1)


@pytest.mark.parametrize("networks", [(), ("league",)])
def test_filter_and_counts_agree_in_every_year(dated_places, networks):
    counts = places_by_year(PlaceFilter(networks=networks))

    for year in range(2003, 2017):
        view = PlaceFilter(networks=networks, by=year)
        assert view.queryset().count() == count_places(view).total == counts.until(year)


def test_the_counts_do_not_stop_at_the_year_that_is_asked_for(dated_places):
    assert places_by_year(PlaceFilter(by=2004)) == places_by_year(PlaceFilter())


def test_places_of_which_nothing_is_known_have_no_year(dated_places):
    PlaceFactory()

    view = PlaceFilter(scope="all", by=2015)

    assert count_places(view).total == view.queryset().count() == 4
    assert places_by_year(view).undated == 1


def test_a_year_stands_in_the_address_and_is_never_indexed():
    view = PlaceFilter.from_query(QueryDict("by=2015&sort=name"))

    assert view.query_string() == "?by=2015&sort=name"
    assert view.without("by").query_string() == "?sort=name"
    assert not view.is_indexable


def test_counting_years_costs_two_queries_whatever_there_is(dated_places, django_assert_num_queries):
    with django_assert_num_queries(2):
        places_by_year(PlaceFilter())
