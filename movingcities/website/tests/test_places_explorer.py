"""The explorer of places: one filter as sentence, list and map."""

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.languages.saying import say_number
from movingcities.map.frames import EUROPE, countries_frame
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.tests.factories import country_story

pytestmark = pytest.mark.django_db

ADDRESS = "/en/places/"


@pytest.fixture
def europe():
    """Places of every sort: in two countries, outside the map, without a position, without a fact."""
    network = NetworkFactory(slug="test-alliance", name="Test Alliance")
    for number in range(3):
        MembershipFactory(
            place=PlaceFactory(name=f"Norden {number}", latitude=53.0 + number), network=network
        )
    MembershipFactory(place=PlaceFactory(name="Ohne Ort", latitude=None, longitude=None), network=network)
    MembershipFactory(place=PlaceFactory(name="Anderswo"), network=NetworkFactory())
    MembershipFactory(place=PlaceFactory(country="IT", latitude=41.9, longitude=12.5), network=network)
    ApproachFactory(places=[PlaceFactory(country="GE", latitude=41.7, longitude=44.8)])
    ApproachFactory(places=[PlaceFactory(country="FR", latitude=48.9, longitude=2.4)])
    PlaceFactory(name="Stiller Ort", kind=Place.Kind.POPULATED_PLACE, latitude=50.1, longitude=8.7)
    return network


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({}, Place.objects.filter(is_active=True)),
        (
            {"country": "DE", "network": "test-alliance"},
            Place.objects.filter(country="DE", memberships__network__slug="test-alliance"),
        ),
        ({"has": "approach"}, Place.objects.filter(approach_count__gt=0)),
        ({"scope": "all"}, Place.objects.all()),
    ],
    ids=["active", "one country and one network", "has an approach", "all places"],
)
def test_sentence_list_map_and_database_agree(client, europe, query, places):
    expected = places.count()

    page = client.get(ADDRESS, query).context
    drawing = page["map"].drawing
    without_position = places.filter(easting__isnull=True).count()

    assert expected
    assert page["heading"].startswith(f"{say_number(expected, 'en')} ")
    assert page["listing"].total == len(page["rows"]) == expected
    assert drawing.drawn_count + drawing.outside_count + without_position == expected


def test_what_the_map_cannot_show_is_said_below_it(client, europe):
    page = client.get(ADDRESS).content.decode()

    assert "1 place has no position known to us and is missing on the map." in page
    assert "1 place lies outside this map:" in page


def test_names_of_places_outside_the_map_are_said_to_be_some_of_them(client, europe):
    PlaceFactory(country="GE", latitude=41.7, longitude=44.8)

    page = client.get(ADDRESS, {"scope": "all"}).content.decode()

    assert "2 places lie outside this map, among them:" in page


def test_one_country_is_drawn_in_its_own_frame_and_says_what_municipalities_may_decide(client, europe):
    country_story(
        Place.objects.filter(country="DE").first().country, context="Test municipalities may decide."
    )

    response = client.get(ADDRESS, {"country": "DE"})

    assert response.context["map"].drawing.kind == "country"
    assert "Test municipalities may decide." in response.content.decode()


def test_every_filter_has_a_way_out_and_keeps_the_others(client, europe):
    page = client.get(ADDRESS, {"country": ["DE", "IT"], "network": "test-alliance"}).context

    assert {chip.label: chip.remove_url for chip in page["chips"]} == {
        "Germany": "/en/places/?country=IT&network=test-alliance",
        "Italy": "/en/places/?country=DE&network=test-alliance",
        "Test Alliance": "/en/places/?country=DE&country=IT",
    }
    assert ("country", "IT") in page["kept"]


def test_a_part_of_the_map_is_said_in_the_heading_and_on_a_chip(client, europe):
    page = client.get(ADDRESS, {"area": "4200,3000,4700,3700"}).context

    assert page["heading"] == "4 places in this part of the map signal solidarity"
    assert [(chip.label, chip.remove_url) for chip in page["chips"]] == [
        ("In this part of the map", "/en/places/")
    ]
    assert page["kept"] == [("area", "4200,3000,4700,3700")]
    assert page["map"].drawing.drawn_count == 4


def test_the_map_of_two_countries_is_about_them_in_its_data_too(client, europe):
    query = {"country": ["DE", "IT"]}

    drawing = client.get(ADDRESS, query).context["map"].drawing
    lights = client.get(f"{ADDRESS}lights.json", query).json()

    assert drawing.frame == countries_frame(["DE", "IT"]) != EUROPE
    assert len(drawing.linked) == len(lights["e"]) == 5


def test_the_heading_marks_the_name_of_a_network_and_shows_what_was_typed_as_typed(client, europe):
    PlaceFactory(name="<b>Norden</b>", latitude=52.0, longitude=13.0)

    german = client.get("/de/places/", {"network": "test-alliance"}).content.decode()
    hostile = client.get(ADDRESS, {"q": "<b>Norden</b>"}).content.decode()

    assert '<h1>„<span lang="en">Test Alliance</span>“ verbindet 5\u00a0Orte</h1>' in german
    assert "<title>„Test Alliance“ verbindet 5 Orte" in german
    assert "<b>Norden" not in hostile


def test_what_is_no_part_of_the_map_is_explained_and_left_out(client, europe):
    page = client.get(ADDRESS, {"area": "4700,3700,4200,3000"}).content.decode()

    assert "“4700,3700,4200,3000” is no part of our map and was left out." in page
    assert "8 places in 4 countries signal solidarity" in page


def test_pages_languages_and_engines_keep_to_the_part_of_the_map(client):
    network = NetworkFactory()
    for _ in range(26):
        MembershipFactory(network=network)

    response = client.get(ADDRESS, {"area": "4200,3000,4700,3700", "sort": "name"})

    assert response.context["pages"].next_url == "/en/places/?area=4200,3000,4700,3700&sort=name&page=2"
    assert response.context["canonical_url"].endswith("/en/places/?area=4200,3000,4700,3700&sort=name")
    assert "/el/places/?area=4200%2C3000%2C4700%2C3700&amp;sort=name" in response.content.decode()
    assert 'content="noindex' in response.content.decode()


def test_sending_the_form_unchanged_asks_for_the_same_places(client):
    for country in ("DE", "DK"):
        PlaceFactory(country=country)
    asked = {"country": ["DE", "DK"], "letter": ["T"], "scope": ["all"]}

    page = client.get(ADDRESS, asked).context
    sent = set(page["kept"])
    for field in page["fields"]:
        sent.add((field.name, next((each.value for each in field.choices if each.is_chosen), field.value)))

    assert {(name, value) for name, values in asked.items() for value in values} <= sent


def test_an_option_says_how_many_places_it_would_leave(client, europe):
    page = client.get(ADDRESS, {"country": "DE"}).content.decode()

    assert "Germany (5)" in page
    assert "Italy (1)" in page
    assert "Test Alliance (4)" in page


def test_nothing_found_leads_on(client, europe):
    response = client.get(ADDRESS, {"q": "Nirgendwo"})
    page = response.content.decode()

    assert response.status_code == 200
    assert "No place matches" in page
    assert "/en/places/?q=Nirgendwo&amp;scope=all" in page
    assert "/en/search/?q=Nirgendwo" in page


def test_pages_follow_each_other(client):
    network = NetworkFactory()
    for _ in range(26):
        MembershipFactory(network=network)

    first = client.get(ADDRESS).context
    last = client.get(ADDRESS, {"page": "999"})

    assert len(first["rows"]) == 24
    assert first["pages"].next_url == "/en/places/?page=2"
    assert len(last.context["rows"]) == 2
    assert "There is no such page; this is the last one." in last.content.decode()


@pytest.mark.parametrize(
    ("query", "is_indexable"),
    [
        ({}, True),
        ({"country": "DE"}, True),
        ({"country": "DE", "has": "approach"}, False),
        ({"sort": "name"}, False),
        ({"page": "2"}, False),
    ],
)
def test_engines_keep_the_list_and_single_subjects_only(client, europe, query, is_indexable):
    page = client.get(ADDRESS, query).content.decode()

    assert ('content="noindex' not in page) == is_indexable
    assert page.count('<link rel="canonical"') == 1


def test_the_same_view_has_one_canonical_address(client, europe):
    one = client.get("/en/places/?network=test-alliance&country=de&page=1&sort=networks")

    assert one.context["canonical_url"].endswith("/en/places/?country=DE&network=test-alliance")


@pytest.mark.parametrize(
    "query",
    [
        "country=QQ",
        "country=DE&country=QQ&country=%00",
        "q=" + "x" * 10_000,
        "q=%00%01%1b%e2%80%ae",
        "page=-1",
        "page=1000000000000000000000",
        "letter=%C3%84",
        "area=nan",
        "area=" + ",".join(["1"] * 10_000),
        "&".join(f"area={number},0,9000,9000" for number in range(200)),
        "size=all&has=everything&kind=planet&scope=none&sort=random&network=%27%22%3Cscript%3E",
    ],
)
def test_no_address_breaks_the_explorer_and_what_was_left_out_is_said(client, europe, query):
    response = client.get(f"{ADDRESS}?{query}")

    assert response.status_code == 200
    assert response.context["problems"] or response.context["is_past_the_end"] or "%01" in query
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_explorer_costs_the_same_for_one_and_twelve(client, django_assert_max_num_queries, count):
    CountryFactory()
    country_story(PlaceFactory().country)
    network = NetworkFactory(slug="test-network")
    for _ in range(count):
        MembershipFactory(network=network)
        ApproachFactory()

    with django_assert_max_num_queries(13):
        client.get(ADDRESS, {"country": "DE", "network": "test-network"})
