"""The front page and the frame of every page."""

import re

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.languages.maps import Said
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import HomePage
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.actions import takeaway_values
from movingcities.stories.models import PlaceStory
from movingcities.stories.tests.factories import place_story
from movingcities.website.home_page import teaser

pytestmark = pytest.mark.django_db


def open_site(*featured):
    ensure_home_pages(featured=featured, hostname="testserver", port=80)


def test_the_front_page_counts_what_is_known(client):
    open_site()
    MembershipFactory(place=PlaceFactory(country="DE"))
    MembershipFactory(place=PlaceFactory(country="IT", latitude=41.9, longitude=12.5))
    DecisionFactory(place=PlaceFactory(country="IT", latitude=42.0, longitude=12.5))
    NetworkFactory()

    page = client.get("/en/").content.decode()

    assert "<b>3 places in 2 countries</b>" in page
    assert "0 approaches, 1 council decisions, 3 networks" in page


def test_an_editor_chooses_whose_portraits_are_told_and_what_the_headline_says(client):
    large, small = PlaceFactory(name="Grossstadt"), PlaceFactory(name="Kleinstadt")
    place_story(large, subtitle="The large story")
    place_story(small, subtitle="The small story")
    open_site(large, small)
    HomePage.objects.filter(locale__language_code="en").update(headline="Towns signal.")

    response = client.get("/en/")
    home = response.context["home"]

    assert "Towns signal." in response.content.decode()
    assert home.lead.title.label == "The large story"
    assert [story.title.label for story in home.stories] == ["The small story"]


def test_a_flag_leads_to_the_places_that_fly_it(client):
    open_site()
    MembershipFactory(place=PlaceFactory(name="Quakenbrück"))

    letter = next(entry for entry in client.get("/en/").context["home"].letters if entry.letter == "Q")
    listed = client.get(letter.url).context["listing"]

    assert letter.count == listed.total == 1
    assert [place.name for place in listed.rows] == ["Quakenbrück"]


def test_every_link_of_the_front_page_leads_somewhere(client):
    place = PlaceFactory()
    place_story(place)
    open_site(place)
    MembershipFactory(place=place)
    DecisionFactory(place=place)
    ApproachFactory(places=[place])

    page = client.get("/en/").content.decode()
    addresses = {address for address in re.findall(r'href="(/[^"#]*)"', page) if "/static/" not in address}
    answers = {address: client.get(address.replace("&amp;", "&")).status_code for address in addresses}

    assert len(answers) > 20
    assert {address: status for address, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pl", "el"])
def test_the_languages_stay_on_the_same_thing(client, language):
    MembershipFactory(place=PlaceFactory(name="Kleinstadt"))

    links = client.get(f"/{language}/places/?country=DE&sort=name").context["language_links"]

    assert [link.url for link in links] == [
        f"/{code}/places/?country=DE&sort=name" for code in ("en", "de", "fr", "es", "it", "pl", "el")
    ]
    assert [link.code for link in links if link.is_current] == [language]


def test_the_masthead_says_where_the_reader_is(client):
    page = client.get("/en/places/").content.decode()

    assert '<a href="/en/places/" aria-current="page">' in page
    assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize("count", [1, 12])
def test_the_front_page_costs_the_same_for_one_and_twelve(client, django_assert_max_num_queries, count):
    places = [PlaceFactory() for _ in range(count)]
    for place in places:
        place_story(place)
        MembershipFactory(place=place)
        DecisionFactory(place=place)
        ApproachFactory(places=[place])
    open_site(*places)
    client.get("/en/")

    with django_assert_max_num_queries(15):
        client.get("/en/")


def test_a_portrait_translated_in_part_is_teased_in_the_readers_language():
    english = place_story(introduction="It began. It went on. It ended.")
    place_story(
        english.place, language="el", origin="machine", subtitle="Πόλη", introduction="",
        takeaways=takeaway_values(["Αρχίστε μικρά.", "Γράψτε το.", "Και μετά;"]),
    )  # fmt: skip
    translated = PlaceStory.objects.by_fact([english.place_id], "el")[english.place_id]

    assert teaser(english, "en") == Said("It began. It went on.", "en")
    assert teaser(english, "el") == Said("It began. It went on.", "en")
    assert teaser(translated, "el") == Said("Αρχίστε μικρά. Γράψτε το.", "el")


def test_highlights_stand_under_the_portraits_and_nothing_where_there_are_none(client):
    open_site()
    before = client.get("/en/").content.decode()
    page = HomePage.objects.get(slug="home")
    quote = {"quote": "We move.", "person": "A mayor", "role": "mayor of Testburg", "source": None}
    page.highlights = [{"type": "quote", "id": "00000000-0000-0000-0000-000000000001", "value": quote}]
    page.save()

    content = client.get("/en/").content.decode()

    assert "“We move.”" in content
    assert content.index("“We move.”") < content.index('id="do"')
    assert "highlights" not in before
