"""The explorer's map once more as a table: its text twin."""

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.website.tests.world import make_world

pytestmark = pytest.mark.django_db

ADDRESS = "/en/places/"
QUIET = Place.Kind.POPULATED_PLACE


@pytest.fixture
def europe():
    """Places on the map, outside it and without a position, some of which nothing is known."""
    network = NetworkFactory(slug="test-alliance")
    for _ in range(3):
        MembershipFactory(network=network)
    MembershipFactory(place=PlaceFactory(latitude=None, longitude=None), network=network)
    ApproachFactory(places=[PlaceFactory(country="FR", latitude=48.9, longitude=2.4)])
    MembershipFactory(place=PlaceFactory(country="FR", latitude=-21.1, longitude=55.5), network=network)
    PlaceFactory(country="FR", latitude=-21.2, longitude=55.6, kind=QUIET)
    PlaceFactory(country="XK", latitude=42.6, longitude=21.1, kind=QUIET)
    PlaceFactory(country="IT", latitude=41.9, longitude=12.5, kind=QUIET)


def table_of(response):
    table = response.context["by_country"]
    labels = [column.label for column in table.columns]
    return {
        row.name.label: dict(zip(labels, (cell.text for cell in row.cells), strict=True))
        for row in table.rows
    }


def test_the_table_says_what_the_map_shows_and_what_it_cannot(client, europe):
    table = table_of(client.get(ADDRESS))

    assert table == {
        "Germany": {
            "Places": "4",
            "With an approach": "0",
            "On the map": "3",
            "Outside the map": "0",
            "Without a position": "1",
        },
        "France": {
            "Places": "2",
            "With an approach": "1",
            "On the map": "1",
            "Outside the map": "1",
            "Without a position": "0",
        },
    }


@pytest.mark.parametrize(
    "query", [{}, {"scope": "all"}, {"network": "test-alliance"}, {"country": ["DE", "FR"]}]
)
def test_the_table_adds_up_to_the_heading_and_to_the_map(client, europe, query):
    response = client.get(ADDRESS, query)

    page, table = response.context, response.context["by_country"]
    total = dict(zip((column.label for column in table.columns), map(int, table.total), strict=True))
    assert total["Places"] == page["listing"].total
    assert total["On the map"] == page["map"].drawing.drawn_count
    assert total["Outside the map"] == page["map"].drawing.outside_count
    for number, label in enumerate(total):
        assert sum(int(row.cells[number].text) for row in table.rows) == total[label]


def test_a_country_leads_to_the_same_places_in_that_country(client, europe):
    rows = client.get(ADDRESS, {"network": "test-alliance", "sort": "name"}).context["by_country"].rows

    assert [row.name.url for row in rows] == [
        "/en/places/?country=DE&network=test-alliance&sort=name",
        "/en/places/?country=FR&network=test-alliance&sort=name",
    ]
    assert [client.get(row.name.url).context["listing"].total for row in rows] == [4, 1]


def test_columns_without_a_number_are_left_out(client):
    MembershipFactory()
    MembershipFactory(place=PlaceFactory(country="IT", latitude=41.9, longitude=12.5))

    assert table_of(client.get(ADDRESS)) == {"Germany": {"Places": "1"}, "Italy": {"Places": "1"}}


def test_places_of_one_country_need_no_table(client, europe):
    page = client.get(ADDRESS, {"country": "DE"})

    assert page.context["by_country"] is None
    assert 'id="by-country"' not in page.content.decode()


def test_the_name_of_kosovo_has_its_footnote(client, europe):
    page = client.get(ADDRESS, {"scope": "all"}).content.decode()

    assert "Kosovo*" in page
    assert "* This designation is without prejudice" in page


def test_the_table_is_there_without_a_script_and_the_map_can_be_skipped(client, europe):
    page = client.get(ADDRESS).content.decode()

    assert "Country by country: 2 countries" in page
    assert page.index('href="#list"') < page.index('<svg class="map') < page.index('id="list"')


@pytest.mark.parametrize("count", [1, 12])
def test_the_table_costs_no_query(client, django_assert_max_num_queries, count):
    make_world(count)

    with django_assert_max_num_queries(14):
        client.get(ADDRESS, {"scope": "all"})
