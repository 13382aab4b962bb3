"""A question is answered with what was found and why; a name leads to the place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.networks.tests.factories import MembershipFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.stories.tests.factories import approach_story, decision_story

pytestmark = pytest.mark.django_db


def test_naming_a_place_in_the_search_box_leads_to_the_place(client):
    MembershipFactory(place=PlaceFactory(name="Palermo", country="IT"))
    rebuild_index()

    response = client.get("/en/search/", {"q": "palermo", "go": "1"})

    assert response.status_code == 302
    assert response.url == "/en/places/it/palermo/"


def test_a_short_word_does_not_lead_to_a_village_of_which_nothing_is_known(client):
    PlaceFactory(name="Par", country="GB")
    rebuild_index()

    assert client.get("/en/search/", {"q": "par", "go": "1"}).status_code == 200


def test_an_address_with_a_question_shows_what_was_found(client):
    MembershipFactory(place=PlaceFactory(name="Palermo", country="IT"))
    rebuild_index()

    response = client.get("/en/search/", {"q": "palermo"})

    assert response.status_code == 200
    assert 'href="/en/places/it/palermo/"' in response.content.decode()


def test_the_heading_counts_what_the_list_shows(client):
    for _ in range(3):
        approach_story(ApproachFactory(), title="Lighthouse keepers", summary="Of lighthouses.")
    decision_story(title="A lighthouse for all")

    page = client.get("/en/search/", {"q": "lighthouse"}).content.decode()

    assert "3\u00a0approaches and 1\u00a0decision answer this" in page
    assert page.count('class="hit"') == 4


def test_one_kind_of_answer_can_be_chosen(client):
    approach_story(title="A lighthouse", summary="Of light.")
    decision_story(title="A lighthouse for all")

    page = client.get("/en/search/", {"q": "lighthouse", "kind": "decision"}).content.decode()

    assert page.count('class="hit"') == 1
    assert "A lighthouse for all" in page


def test_a_place_of_which_nothing_is_known_is_offered_as_such(client):
    PlaceFactory(name="Stillstadt", country="FR")
    PlaceFactory(name="Stillstadt am See", country="DE")
    rebuild_index()

    page = client.get("/en/search/", {"q": "stillst"}).content.decode()

    assert "nothing known to us yet" in page


def test_what_was_typed_is_kept_and_harmless(client):
    page = client.get("/en/search/", {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize(
    "query",
    [
        {"q": "x" * 10_000},
        {"q": "\x00\x07"},
        {"q": "NEAR(a b) AND *"},
        {"q": "sea", "page": "1000000000"},
        {"q": "sea", "page": "-1"},
        {"q": "sea", "kind": "no such kind"},
        {"q": ["a", "b"], "page": ["1", "2"]},
        {},
    ],
)
def test_no_question_breaks_the_page(client, query):
    response = client.get("/en/search/", query)

    assert response.status_code == 200


@given(text=st.text(max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_page(client, text):
    response = client.get("/en/search/", {"q": text, "go": "1"})

    assert response.status_code in (200, 302)


def test_the_page_without_a_question_invites_to_ask_and_only_it_is_indexed(client):
    assert 'content="noindex' not in client.get("/en/search/").content.decode()
    assert 'content="noindex' in client.get("/en/search/", {"q": "sea"}).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_twelve_answers_cost_no_more_queries_than_one(client, django_assert_max_num_queries, count):
    for _ in range(count):
        approach_story(ApproachFactory(), title="A lighthouse", summary="Of light.")

    with django_assert_max_num_queries(15):
        client.get("/en/search/", {"q": "lighthouse"})


def test_an_answer_in_another_language_is_marked_and_told(client):
    english = approach_story(title="A lighthouse", summary="Of light.")
    approach_story(english.approach, language="el", origin="machine", title="Ένας φάρος", summary="")
    decision_story(title="A lighthouse for all", what_was_decided="Light for all.")

    page = client.get("/el/search/", {"q": "lighthouse"}).content.decode()

    assert 'lang="en">A lighthouse for all</a>' in page
    assert ">Ένας φάρος</a>" in page
    assert '<span lang="en">Of light.</span>' in page
    assert page.count('href="/el/about-the-data/#translations"') == 1


def test_answers_in_the_language_they_were_written_in_need_no_note(client):
    approach_story(title="A lighthouse", summary="Of light.")

    page = client.get("/en/search/", {"q": "lighthouse"}).content.decode()

    assert "#translations" not in page


def test_a_name_in_the_readers_language_finds_the_place_once(client):
    munich = PlaceFactory(name="München", names={"el": "Μόναχο"})
    MembershipFactory(place=munich)
    rebuild_index()

    page = client.get("/el/search/", {"q": "Μόναχο"}).content.decode()

    assert page.count('class="hit"') == 1
    assert page.count('class="found-place"') == 0
