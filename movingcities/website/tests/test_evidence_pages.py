"""The list of sources and the page about the data."""

import pytest

from movingcities.evidence.tests.factories import SourceFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.tests.factories import country_story, place_story

pytestmark = pytest.mark.django_db


def test_a_source_says_how_many_facts_rest_on_it(client):
    source = SourceFactory(title="Members of a test network")
    network = NetworkFactory(sources=[source])
    for _ in range(2):
        MembershipFactory(network=network, sources=[source])

    page = client.get("/en/sources/").content.decode()

    assert "Members of a test network" in page
    assert "2 memberships, 1 network" in page


def test_a_source_without_a_title_is_shown_by_its_address(client):
    SourceFactory(url="https://www.test.example/list%20of-cities", title="")

    page = client.get("/en/sources/").content.decode()

    assert "test.example/list of-cities" in page


def test_sources_are_found_by_publisher_and_by_address(client):
    SourceFactory(title="One", publisher="Test Post")
    SourceFactory(title="Two", url="https://elsewhere.example/two")

    assert "1\u00a0source" in client.get("/en/sources/", {"q": "test post"}).content.decode()
    assert "Two" in client.get("/en/sources/", {"q": "elsewhere"}).content.decode()
    assert "No source matches" in client.get("/en/sources/", {"q": "nothing"}).content.decode()


@pytest.mark.parametrize(
    "query", [{"page": "1000000000"}, {"page": "x"}, {"q": "\x00" * 9}, {"q": "%" * 5000}]
)
def test_no_query_breaks_the_list_of_sources(client, query):
    assert client.get("/en/sources/", query).status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_of_sources_costs_the_same_for_one_and_twelve(client, django_assert_max_num_queries, count):
    SourceFactory.create_batch(count)

    with django_assert_max_num_queries(12):
        client.get("/en/sources/")


def test_the_page_about_the_data_counts_what_is_there_and_what_is_missing(client):
    place_story(PlaceFactory(country="DE"))
    MembershipFactory(place=PlaceFactory(country="IT"), network=NetworkFactory())
    NetworkFactory()
    country_story(CountryFactory(code="IT"))
    CountryFactory(code="XK")

    page = " ".join(client.get("/en/about-the-data/").content.decode().split())

    assert "Of 1 memberships, 1 carry no date" in page
    assert "for 1 networks nobody has entered the members yet" in page
    assert "Kosovo*" in page
    assert "UNSCR 1244/1999" in page


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_about_the_data_costs_the_same_for_one_country_and_twelve(
    client, django_assert_max_num_queries, count
):
    for code in ["DE", "IT", "FR", "ES", "PL", "GR", "NL", "BE", "AT", "CH", "SE", "NO"][:count]:
        MembershipFactory(place=PlaceFactory(country=code))

    with django_assert_max_num_queries(15):
        client.get("/en/about-the-data/")
