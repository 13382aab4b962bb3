"""The card of a place: what the map says of it when one points at it."""

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.tests.factories import approach_story, decision_story
from movingcities.website.tests.world import make_world

pytestmark = pytest.mark.django_db

CARD = "/en/places/de/potsdam/card/"


@pytest.fixture
def potsdam():
    return PlaceFactory(name="Potsdam", slug="potsdam", names={"el": "Πότσνταμ"})


def test_a_card_is_a_piece_of_a_page_with_flags_name_and_country(client, potsdam):
    MembershipFactory(place=potsdam)

    card = client.get(CARD.replace("/en/", "/el/")).content.decode()

    assert "<html" not in card
    assert "flags.svg#fP" in card
    assert '<a href="/el/places/de/potsdam/">Πότσνταμ</a>' in card
    assert '<span lang="de">Potsdam</span> · Γερμανία' in card


def test_a_card_names_four_networks_and_counts_the_others(client, potsdam):
    for number in range(6):
        MembershipFactory(place=potsdam, network=NetworkFactory(name=f"Test {number}"))

    card = client.get(CARD).content.decode()

    assert card.count('href="/en/networks/') == 4
    assert "6 networks" in card
    assert "and 2 more" in card


def test_a_card_leads_to_approaches_still_running_before_those_that_ended(client, potsdam):
    for status in ("ended", "reversed", "planned", "active"):
        approach_story(ApproachFactory(places=[potsdam], status=status), title=f"It is {status}")

    card = client.get(CARD).content.decode()

    assert card.index("It is active") < card.index("It is planned") < card.index("It is ended")
    assert "It is reversed" not in card
    assert "and 1 more" in card


def test_a_card_tells_the_latest_decision_and_marks_its_language(client, potsdam):
    decision_story(DecisionFactory(place=potsdam, decided="2015"), title="Older")
    decision_story(DecisionFactory(place=potsdam, decided="2018-12-05"), title="Safe harbour")

    card = client.get(CARD.replace("/en/", "/de/")).content.decode()

    assert '<time datetime="2018-12-05">5. Dezember 2018</time>' in card
    assert 'lang="en">Safe harbour</a>' in card
    assert "Older" not in card


def test_a_place_of_which_nothing_is_known_says_so(client, django_assert_max_num_queries):
    PlaceFactory(slug="quiet", kind=Place.Kind.POPULATED_PLACE)

    with django_assert_max_num_queries(1):
        card = client.get("/en/places/de/quiet/card/").content.decode()

    assert "Nothing is known of it yet." in card


def test_an_unknown_place_is_missing_in_plain_words(client):
    response = client.get("/en/places/de/nowhere/card/")

    assert response.status_code == 404
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == "We know no place of this address."


def test_proxies_may_keep_a_card_and_engines_leave_it_alone(client, potsdam):
    first = client.get(CARD)

    again = client.get(CARD, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=600"
    assert first["X-Robots-Tag"] == "noindex"
    assert first.get("Vary", "") in ("", "Accept-Encoding")
    assert not first.cookies
    assert again.status_code == 304


@pytest.mark.parametrize("rows", [1, 12])
def test_a_card_costs_four_queries_at_most(client, django_assert_max_num_queries, rows):
    make_world(rows)

    with django_assert_max_num_queries(4):
        client.get("/en/places/de/hub/card/")
