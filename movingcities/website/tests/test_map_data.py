"""What the script of the map fetches says the same as the list it stands beside."""

from gzip import decompress
from itertools import accumulate

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.website import all_places, map_data
from movingcities.website.tests.world import make_world

pytestmark = pytest.mark.django_db

LIGHTS = "/en/places/lights.json"
NAMES = "/en/map/names.json"
ALL_PLACES = "/en/map/all-places.json"
EUROPE = "2000,1000,7000,6000"
COLUMNS = ("e", "n", "kind", "names", "langs", "paths", "hoists", "years")


@pytest.fixture
def europe():
    """Places of every sort: dated and undated, on the map, on an inset, beyond it, without a position."""
    network = NetworkFactory(slug="test-alliance")
    berlin = PlaceFactory(
        name="Berlin", slug="berlin", names={"fr": "Berlin-sur-Sprée"}, latitude=52.5, longitude=13.4
    )
    MembershipFactory(place=berlin, network=network, since="2019-05")
    DecisionFactory(place=berlin, decided="2015")
    MembershipFactory(place=PlaceFactory(country="FR", latitude=-21.1, longitude=55.5), network=network)
    MembershipFactory(place=PlaceFactory(country="PT", latitude=37.74, longitude=-25.67), network=network)
    MembershipFactory(place=PlaceFactory(latitude=None, longitude=None), network=network)
    ApproachFactory(places=[PlaceFactory(country="IT", latitude=41.9, longitude=12.5)], started="2004")
    PlaceFactory(kind=Place.Kind.POPULATED_PLACE, latitude=50.1, longitude=8.7)


def positions(lights):
    return dict(
        zip(
            lights["paths"],
            zip(accumulate(lights["e"]), accumulate(lights["n"]), strict=True),
            strict=True,
        )
    )


def test_every_column_has_one_entry_a_light(client, europe):
    lights = client.get(LIGHTS).json()

    assert {len(lights[column]) for column in COLUMNS} == {3}


@pytest.mark.parametrize(
    "query", ["", "?scope=all", "?country=FR", "?network=test-alliance&country=DE", "?q=x"]
)
def test_lights_and_what_is_no_light_add_up_to_the_list(client, europe, query):
    lights = client.get(LIGHTS + query).json()

    listed = client.get(f"/en/places/{query}").context["listing"].total
    assert lights["total"] == listed
    assert len(lights["e"]) + lights["outside"] + lights["unplaced"] + lights["pale"] == listed


def test_a_light_stands_where_its_place_lies_in_hundreds_of_metres(client, europe):
    lights = client.get(LIGHTS).json()

    berlin = Place.objects.get(slug="berlin")
    assert positions(lights)["de/berlin"] == (round(berlin.easting / 100), round(berlin.northing / 100))


def test_a_far_island_stands_on_its_inset_and_one_without_is_counted(client, europe):
    lights = client.get(LIGHTS).json()

    (azores,) = (spot for path, spot in positions(lights).items() if path.startswith("pt/"))
    assert 22_050 < azores[0] < 25_200
    assert not any(path.startswith("fr/") for path in lights["paths"])
    assert lights["outside"] == 1
    assert lights["unplaced"] == 1


def test_a_light_is_called_as_its_readers_call_it_and_other_languages_are_marked(client, europe):
    lights = client.get(LIGHTS.replace("/en/", "/fr/"), {"country": "DE"}).json()
    italian = client.get(LIGHTS, {"country": "IT"}).json()

    assert lights["names"] == ["Berlin-sur-Sprée"]
    assert lights["langs"] == [""]
    assert italian["langs"] == ["it"]


def test_the_year_is_that_of_the_earliest_dated_fact(client, europe):
    lights = client.get(LIGHTS).json()

    years = dict(zip(lights["paths"], lights["years"], strict=True))
    assert years["de/berlin"] == 2015
    assert sorted(years.values()) == [0, 2004, 2015]
    assert lights["undated"] == 1


def test_a_story_or_an_approach_makes_a_large_light(client, europe):
    assert client.get(LIGHTS, {"country": "IT"}).json()["kind"] == "s"
    assert client.get(LIGHTS, {"country": "DE"}).json()["kind"] == "n"


def test_proxies_may_keep_the_lights_and_ask_whether_they_changed(client, europe):
    first = client.get(LIGHTS, headers={"accept-encoding": "gzip"})

    again = client.get(LIGHTS, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=600"
    assert first.get("Vary", "") in ("", "Accept-Encoding")
    assert not first.cookies
    assert again.status_code == 304


@pytest.mark.parametrize(
    "query", ["country=QQ", "q=%00", "page=99", "scope=none", "area=nan", "country=" + "x" * 5000]
)
def test_no_address_breaks_the_lights(client, europe, query):
    assert client.get(f"{LIGHTS}?{query}").status_code == 200


@pytest.mark.parametrize("rows", [1, 12])
def test_names_cost_the_same_for_one_and_twelve(client, django_assert_max_num_queries, rows):
    make_world(rows)

    with django_assert_max_num_queries(5):
        client.get(NAMES, {"area": EUROPE, "country": "DE"})


@pytest.mark.parametrize("rows", [1, 12])
def test_lights_cost_the_same_for_one_and_twelve(client, django_assert_max_num_queries, rows):
    make_world(rows)

    with django_assert_max_num_queries(6):
        client.get(LIGHTS, {"country": "DE", "network": "hub", "topic": "hub"})


def test_every_place_of_a_part_of_the_map_is_named_whatever_is_known_of_it(client, europe):
    frankfurt = Place.objects.get(latitude=50.1)
    east, north = frankfurt.easting // 1000, frankfurt.northing // 1000

    names = client.get(NAMES, {"area": f"{east - 9},{north - 9},{east + 9},{north + 9}"}).json()

    assert names["names"] == [frankfurt.name]
    assert names["kind"] == "p"
    assert names["total"] == 1


def test_of_many_places_those_that_act_and_the_largest_are_named(client, europe, monkeypatch):
    monkeypatch.setattr(map_data, "MOST_NAMES", 3)
    PlaceFactory(name="Metropolis", kind=Place.Kind.POPULATED_PLACE, population=9_000_000)
    PlaceFactory(name="Hamlet", kind=Place.Kind.POPULATED_PLACE, population=9)

    names = client.get(NAMES, {"area": "4200,2900,4700,3700"}).json()

    assert names["total"] == 4
    assert "Berlin" in names["names"]
    assert "Metropolis" in names["names"]
    assert "Hamlet" not in names["names"]


@pytest.mark.parametrize("query", [{}, {"area": "nan"}, {"area": "5,5,1,1"}])
def test_names_are_given_for_a_part_of_the_map_only(client, query):
    response = client.get(NAMES, query)

    assert response.status_code == 400
    assert "which part of the map" in response.json()["problem"]


def test_all_places_are_one_file_that_is_kept_for_ever(client, europe):
    address = client.get(ALL_PLACES)

    file = client.get(address["Location"])

    assert address.status_code == 302
    assert address["Cache-Control"] == "public, max-age=600"
    assert file["Cache-Control"] == "public, max-age=31536000, immutable"
    assert file["Vary"] == "Accept-Encoding"
    assert not file.cookies


def test_all_places_hold_every_point_and_say_which_act(client, europe):
    places = client.get(ALL_PLACES, follow=True).json()

    points = list(zip(accumulate(places["e"]), accumulate(places["n"]), strict=True))
    acting = {points[number] for number in accumulate(places["active"])}
    berlin = Place.objects.get(slug="berlin")
    quiet = Place.objects.get(latitude=50.1)
    assert places["total"] == Place.objects.count() == len(points) + places["outside"] + places["unplaced"]
    assert (round(berlin.easting / 200), round(berlin.northing / 200)) in acting
    assert (round(quiet.easting / 200), round(quiet.northing / 200)) in set(points) - acting


def test_all_places_are_compressed_for_those_who_can_read_that(client, europe):
    address = client.get(ALL_PLACES)["Location"]

    packed = client.get(address, headers={"accept-encoding": "gzip, br"})
    plain = client.get(address)

    assert packed["Content-Encoding"] == "gzip"
    assert decompress(packed.content) == plain.content


@pytest.mark.parametrize("change", ["a new place", "a first fact"])
def test_all_places_move_to_a_new_address_with_every_change(client, europe, change):
    before = client.get(ALL_PLACES)["Location"]

    if change == "a new place":
        PlaceFactory()
    else:
        MembershipFactory(place=Place.objects.get(latitude=50.1))
    after = client.get(ALL_PLACES)["Location"]

    assert after != before
    assert client.get(before)["Location"] == after


def test_all_places_are_put_together_once(client, europe, monkeypatch, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    address = client.get(ALL_PLACES)["Location"]
    client.get(address)

    monkeypatch.setattr(all_places, "all_places_document", None)

    assert client.get(address).status_code == 200
