"""The page of a place, whether it acts or not."""

import re

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.tests.factories import country_story, network_story, place_story

pytestmark = pytest.mark.django_db


def text_of(response):
    """What a reader sees: without tags, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_place_known_by_one_membership_tells_what_that_network_does(client):
    place = PlaceFactory(name="Kleinstadt", geonames_id=1, population=1_500)
    network = NetworkFactory(name="Test Alliance")
    MembershipFactory(place=place, network=network)
    MembershipFactory(network=network)
    network_story(network, description="It stands up for newcomers.")

    response = client.get("/en/places/de/kleinstadt/")
    page = text_of(response)

    assert response.status_code == 200
    assert "One of 2 places in Test Alliance" in page
    assert "It stands up for newcomers." in page
    assert "We know of no council decision and no approach here. That may be our gap" in page
    assert "About 1,500 residents, according to GeoNames , which gives no date." in page


def test_a_membership_without_a_date_shows_that_of_its_source_or_says_undated(client):
    place = PlaceFactory(name="Kleinstadt")
    MembershipFactory(place=place, sources=[SourceFactory(published="2016-06")])
    MembershipFactory(place=place, sources=[SourceFactory(read_on="2026-11")])

    page = text_of(client.get("/en/places/de/kleinstadt/"))

    assert "listed as of June 2016" in page
    assert "undated, read November 2026" in page


def test_a_project_is_something_a_place_took_part_in(client):
    place = PlaceFactory(name="Kleinstadt")
    MembershipFactory(
        place=place, network=NetworkFactory(kind=Network.Kind.PROJECT), since="2019", until="2021"
    )

    page = text_of(client.get("/en/places/de/kleinstadt/"))

    assert "took part from 2019 to 2021" in page


def test_whoever_only_took_part_in_projects_is_not_said_to_stand_in_networks(client):
    place = PlaceFactory(name="Kleinstadt")
    for _ in range(2):
        MembershipFactory(place=place, network=NetworkFactory(kind=Network.Kind.PROJECT))

    page = text_of(client.get("/en/places/de/kleinstadt/"))

    assert "Took part in 2 projects" in page
    assert "2 projects" in page
    assert "Stands in" not in page


def test_a_decision_without_a_known_vote_says_so(client):
    DecisionFactory(place=PlaceFactory(name="Kleinstadt"), decided="2018-12-05")

    page = text_of(client.get("/en/places/de/kleinstadt/"))

    assert "5 December 2018" in page
    assert "How the council voted is not known to us." in page


def test_every_source_is_listed_once(client):
    place, source = PlaceFactory(name="Kleinstadt"), SourceFactory(title="The only source")
    MembershipFactory(place=place, sources=[source])
    ApproachFactory(places=[place], sources=[source])

    page = client.get("/en/places/de/kleinstadt/").context["page"]

    assert [line.title for line in page.sources] == ["The only source"]


def test_a_portrait_is_told_and_on_a_german_page_marked_as_english(client):
    place = PlaceFactory(name="Kleinstadt")
    place_story(place, subtitle="A town of its word", introduction="It all began on a Sunday.")

    english = client.get("/en/places/de/kleinstadt/").content.decode()
    german = client.get("/de/places/de/kleinstadt/").content.decode()

    assert "A town of its word" in english
    assert "#translations" not in english
    assert '<p class="subtitle" lang="en">A town of its word</p>' in german
    assert '<p class="opening" lang="en">It all began on a Sunday.</p>' in german
    assert german.count("#translations") == 1


def test_a_name_in_the_title_of_its_neighbours_is_marked_as_what_it_is(client):
    for name, slug, latitude in (("Βόλος", "volos", 39.4), ("Λάρισα", "larisa", 39.6)):
        MembershipFactory(
            place=PlaceFactory(name=name, slug=slug, country="GR", latitude=latitude, longitude=22.9)
        )

    page = client.get("/en/places/gr/volos/").content.decode()

    assert '<h2 id="near">Near <span lang="el">Βόλος</span></h2>' in page


def test_a_place_without_a_fact_is_a_place_with_lights_near_it(client):
    PlaceFactory(name="Dorf", kind=Place.Kind.POPULATED_PLACE, latitude=52.0, longitude=13.0)
    for number in range(5):
        MembershipFactory(
            place=PlaceFactory(name=f"Licht {number}", latitude=52.1 + number / 10, longitude=13.0)
        )

    response = client.get("/en/places/de/dorf/")
    page = text_of(response)

    assert response.status_code == 200
    assert "has not hoisted its flags here yet." in page
    assert "Four lights near you" in page
    assert [light.name.label for light in response.context["neighbours"]] == [
        "Licht 0",
        "Licht 1",
        "Licht 2",
        "Licht 3",
    ]
    assert "unicipality" not in page
    assert 'content="noindex, follow"' in response.content.decode()
    assert 'hreflang="de"' not in response.content.decode().split("</head>")[0]


def test_the_steps_to_the_map_count_what_their_links_list(client):
    PlaceFactory(name="Dorf", kind=Place.Kind.POPULATED_PLACE, population=20_000)
    for population in (15_000, 30_000, 400_000):
        MembershipFactory(place=PlaceFactory(population=population))

    response = client.get("/en/places/de/dorf/")
    listed = client.get("/en/places/?country=DE&size=10000-49999").context["listing"]

    assert "3 places in Germany are on the map. 2 of them have 10,000 to 49,999 residents" in text_of(
        response
    )
    assert "/en/places/?country=DE&amp;size=10000-49999" in response.content.decode()
    assert listed.total == 2


def test_far_lights_are_not_called_near(client):
    PlaceFactory(name="Dorf", kind=Place.Kind.POPULATED_PLACE, latitude=52.0, longitude=13.0)
    MembershipFactory(place=PlaceFactory(country="GR", latitude=38.0, longitude=23.7))

    page = text_of(client.get("/en/places/de/dorf/"))

    assert "The lights nearest to you" in page
    assert "Four lights near you" not in page


def test_a_place_without_a_position_says_so_and_has_no_map(client):
    MembershipFactory(place=PlaceFactory(name="Nirgends", latitude=None, longitude=None))

    response = client.get("/en/places/de/nirgends/")

    assert "Its position is not known to us" in text_of(response)
    assert response.context["drawing"] is None


@pytest.mark.parametrize("name", ["Å", "Llanfairpwllgwyngyllgogerychwyrndrobwllll"])
def test_the_shortest_and_the_longest_name_have_a_page(client, name):
    place = PlaceFactory(name=name, country="GB", latitude=53.2, longitude=-4.2)

    assert client.get(f"/en/places/gb/{place.slug}/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("/en/places/DE/kleinstadt/", "/en/places/de/kleinstadt/"),
        ("/en/places/de/Kleinstadt/", "/en/places/de/kleinstadt/"),
        ("/en/places/De/KLEINSTADT/", "/en/places/de/kleinstadt/"),
        ("/en/places/DE/", "/en/countries/de/"),
    ],
)
def test_a_wrong_spelling_of_an_address_leads_to_the_right_one(client, wrong, right):
    PlaceFactory(name="Kleinstadt")

    response = client.get(wrong)

    assert response.status_code == 301
    assert response["Location"] == right


def test_an_unknown_place_is_missing(client):
    PlaceFactory(name="Kleinstadt")

    assert client.get("/en/places/de/grossstadt/").status_code == 404
    assert client.get("/en/places/qq/kleinstadt/").status_code == 404


@pytest.mark.parametrize("has_portrait", [True, False])
@pytest.mark.parametrize("count", [1, 12])
def test_a_place_costs_the_same_for_one_and_twelve_of_everything(
    client, django_assert_max_num_queries, count, has_portrait
):
    place = PlaceFactory(name="Grossstadt")
    country_story(place.country)
    if has_portrait:
        place_story(place)
    for _ in range(count):
        MembershipFactory(place=place)
        DecisionFactory(place=place)
        ApproachFactory(places=[place])
        MembershipFactory(place=PlaceFactory())

    with django_assert_max_num_queries(15):
        client.get("/en/places/de/grossstadt/")


@pytest.mark.parametrize("count", [1, 12])
def test_a_place_without_a_fact_costs_the_same_with_one_and_twelve_neighbours(
    client, django_assert_max_num_queries, count
):
    PlaceFactory(name="Dorf", kind=Place.Kind.POPULATED_PLACE)
    for _ in range(count):
        neighbour = PlaceFactory()
        MembershipFactory(place=neighbour)
        DecisionFactory(place=neighbour)

    with django_assert_max_num_queries(11):
        client.get("/en/places/de/dorf/")


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("seat Paderborn used", "On the map it stands at its seat, Paderborn."),
        ("London borough; Camden Town used", "its seat, Camden Town. Our note: London borough."),
        (
            "seat of the same name used",
            "On the map it stands at its seat. Our note: seat of the same name used.",
        ),
    ],
)
def test_a_county_names_the_seat_at_which_it_stands(client, note, said):
    place = PlaceFactory(name="Kleinkreis", seat_geonames_id=2, note=note)
    MembershipFactory(place=place)

    assert said in text_of(client.get("/en/places/de/kleinkreis/"))


def test_a_place_in_kosovo_carries_the_footnote_of_its_name(client):
    PlaceFactory(name="Kleinstadt", country="XK")

    page = text_of(client.get("/en/places/xk/kleinstadt/"))

    assert "Kosovo*" in page
    assert "without prejudice to positions on status" in page
