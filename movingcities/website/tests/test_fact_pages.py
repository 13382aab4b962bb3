"""The pages of a network, an approach, a decision, a country and a topic."""

import re

import pytest

from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.evidence.actions import remember_slug
from movingcities.evidence.models import PreviousSlug
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.actions import takeaway_values
from movingcities.stories.models import CountryStory
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)

pytestmark = pytest.mark.django_db


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_network_shows_its_members_by_country_with_their_dates_and_sources(client):
    network = NetworkFactory(founded="2004-12-10", website="https://network.example/")
    network_story(network, description="What the test network does.")
    old = SourceFactory(title="Test list", published="2016")
    MembershipFactory(network=network, place=PlaceFactory(country="IT"), since="2019-05")
    MembershipFactory(network=network, place=PlaceFactory(country="DE"), sources=[old])
    MembershipFactory(network=network, place=PlaceFactory(country="DE"))

    page = page_of(client, f"/en/networks/{network.slug}/")

    assert page.index('href="/en/countries/de/"') < page.index('href="/en/countries/it/"')
    assert "since May 2019" in page
    assert "listed as of 2016" in page
    assert "No date under a name means: undated, read November 2026." in page
    assert "What the test network does." in page
    assert "10 December 2004" in page
    assert 'href="https://network.example/"' in page
    assert "shows 1 membership" in page
    assert "150,000" in page
    assert 'role="img"' in page


def test_a_sum_of_residents_says_when_it_counts_people_twice(client):
    network = NetworkFactory()
    MembershipFactory(network=network, place=PlaceFactory(kind=Place.Kind.COUNTY))
    MembershipFactory(network=network, place=PlaceFactory(population=None))

    page = page_of(client, f"/en/networks/{network.slug}/")

    assert "is counted twice" in page
    assert "For 1 member no figure is known." in page


def test_places_took_part_in_a_project(client):
    project = NetworkFactory(kind=Network.Kind.PROJECT)
    MembershipFactory(network=project, since="2014", until="2016")

    page = page_of(client, f"/en/networks/{project.slug}/")

    assert "Who took part, by country" in page
    assert "took part from 2014 to 2016" in page
    assert (
        "member" not in re.sub(r"<[^>]+>|is not a member|Its members", "", page.split("<main", 1)[1]).lower()
    )


def test_a_network_without_member_rows_is_honest_about_it(client):
    CountryFactory(code="DE")
    network = NetworkFactory(countries=["DE"])
    other = MembershipFactory().network

    page = page_of(client, f"/en/networks/{network.slug}/")

    assert "Our data names no member of it yet." in page
    assert "Countries our source names: Germany." in page
    assert "map-frame" not in page
    assert f"/en/networks/{other.slug}/" in page


def test_a_network_names_where_its_members_stand_too_most_shared_first(client):
    network, close, far = (NetworkFactory() for _ in range(3))
    places = [PlaceFactory() for _ in range(3)]
    for place in places:
        MembershipFactory(network=network, place=place)
    for place in places[:2]:
        MembershipFactory(network=close, place=place)
    MembershipFactory(network=far, place=places[0])

    page = page_of(client, f"/en/networks/{network.slug}/").split("Its members also stand in")[1]

    assert re.findall(r"<b>(\d+)</b>", page)[:2] == ["2", "1"]
    assert page.index(close.slug) < page.index(far.slug)


def test_members_beyond_the_edge_of_the_map_are_named(client):
    network = NetworkFactory()
    MembershipFactory(network=network, place=PlaceFactory(name="Inside"))
    MembershipFactory(
        network=network, place=PlaceFactory(name="Saint-Test", country="RE", latitude=-20.9, longitude=55.5)
    )
    MembershipFactory(network=network, place=PlaceFactory(name="Nowhere", latitude=None, longitude=None))

    page = page_of(client, f"/en/networks/{network.slug}/")

    assert "Beyond the edge of this map: Saint-Test." in page
    assert "No position known to us: Nowhere." in page


def test_a_network_names_the_decisions_that_led_to_it(client):
    network = NetworkFactory()
    decision = DecisionFactory(network=network, decided="2018-12-05")
    decision_story(decision, title="Test council joins")

    page = page_of(client, f"/en/networks/{network.slug}/")

    assert f'/en/decisions/{decision.slug}/">Test council joins' in page


def test_an_approach_tells_how_it_works_and_labels_the_reading_of_the_editors(client):
    approach = ApproachFactory(status="ended", started="2015", ended="2018-10")
    approach_story(
        approach,
        title="Test approach",
        summary="What it is.",
        how_it_works="How it does it.",
        results="What came.",
        transferability="What it needs.",
        target_group="Everybody",
    )

    page = page_of(client, f"/en/approaches/{approach.slug}/")

    for words in ("What it is.", "How it does it.", "What came.", "Everybody"):
        assert words in page
    assert "Ended: 2015 to October 2018" in page
    assert (
        page.index("What it takes elsewhere") < page.index("What it needs.") < page.index("Editors’ reading")
    )


def test_others_on_the_same_course_share_most_topics_first(client):
    topics = [TopicFactory() for _ in range(2)]
    approach = ApproachFactory(topics=topics)
    near, far, foreign = ApproachFactory(topics=topics), ApproachFactory(topics=topics[:1]), ApproachFactory()

    page = page_of(client, f"/en/approaches/{approach.slug}/").split("Others on the same course")[1]

    assert page.index(near.slug) < page.index(far.slug)
    assert foreign.slug not in page


def test_an_approach_shows_a_vote_only_where_a_source_links_the_decision(client):
    shared, place = SourceFactory(), PlaceFactory()
    approach = ApproachFactory(places=[place], sources=[shared])
    DecisionFactory(place=place, vote="9 yes, 4 no")

    assert "vote-sides" not in page_of(client, f"/en/approaches/{approach.slug}/")

    DecisionFactory(place=place, vote="16 yes, 9 no", sources=[shared])

    assert "<b>16</b>" in page_of(client, f"/en/approaches/{approach.slug}/")


@pytest.mark.parametrize(
    ("vote", "has_bar", "words"),
    [
        ("16 yes, 9 no, 1 abstention", True, "1 abstention."),
        ("19 votes in favour, unanimous", False, "19 votes in favour, unanimous"),
        ("first part unanimous; second part 27 yes, 3 no", False, "second part 27 yes, 3 no"),
        ("", False, "How the council voted is not known to us."),
    ],
)
def test_a_vote_is_a_bar_only_with_both_numbers(client, vote, has_bar, words):
    decision = DecisionFactory(vote=vote)

    page = page_of(client, f"/en/decisions/{decision.slug}/")

    assert ("vote-sides" in page) is has_bar
    assert words in page


def test_the_day_of_a_decision_is_its_headline_and_no_day_is_said(client):
    dated, undated = DecisionFactory(decided="2018-12-05"), DecisionFactory()

    assert '<time datetime="2018-12-05">5 December 2018</time>' in page_of(
        client, f"/en/decisions/{dated.slug}/"
    )
    assert "No source says when." in page_of(client, f"/en/decisions/{undated.slug}/")


def test_a_decision_shows_where_it_led_and_who_decided_the_same(client):
    network = NetworkFactory()
    decision = DecisionFactory(network=network, kind="safe-harbour")
    same, other = DecisionFactory(kind="safe-harbour"), DecisionFactory(kind="city-card")

    page = page_of(client, f"/en/decisions/{decision.slug}/")

    assert f"/en/networks/{network.slug}/" in page.split("Where it led")[1]
    assert f"/en/decisions/{same.slug}/" in page
    assert f"/en/decisions/{other.slug}/" not in page


def test_a_country_tells_its_context_its_places_and_what_is_missing(client):
    country = CountryFactory(code="IT", is_eu_member=True)
    country_story(country, context="What towns may decide.")
    place = PlaceFactory(country="IT", name="Testopoli")
    network = MembershipFactory(place=place).network
    place_story(place, takeaways=takeaway_values(["A reading to take away."]))
    PlaceFactory(country="IT")

    page = page_of(client, "/en/countries/it/")

    assert "1 of 2 places here acts, as far as we know." in page
    assert "What towns may decide." in page
    assert "A reading to take away." in page
    assert "Testopoli" in page
    assert f"/en/networks/{network.slug}/" in page
    assert 'href="/en/places/?country=IT"' in page
    assert "Council decisions: none known to us." in page


def test_a_country_of_which_nothing_is_known_says_so(client):
    CountryFactory(code="AZ")
    PlaceFactory(country="AZ")

    page = page_of(client, "/en/countries/az/")

    assert "does not act yet, as far as we know" in page
    assert "We have not read yet what municipalities may decide" in page
    assert "scope=all" in page


def test_a_topic_groups_its_approaches_by_status_and_country(client):
    topic = TopicFactory(labels={"en": "Test topic"}, synonyms={"en": ["another word"]})
    running = ApproachFactory(topics=[topic], status="active", places=[PlaceFactory(country="IT")])
    unknown = ApproachFactory(topics=[topic], places=[PlaceFactory(country="DE")])

    page = page_of(client, f"/en/topics/{topic.slug}/")

    assert "Also found under: another word." in page
    assert page.index(running.slug) < page.index(unknown.slug)
    assert f"/en/approaches/?topic={topic.slug}&amp;country=IT" in page


@pytest.mark.parametrize("kind", ["networks", "approaches", "decisions", "countries", "topics"])
def test_an_unknown_address_is_missing(client, kind):
    assert client.get(f"/en/{kind}/nothing-here/").status_code == 404


@pytest.mark.parametrize(
    ("kind", "path", "factory"),
    [
        (PreviousSlug.Kind.NETWORK, "networks", NetworkFactory),
        (PreviousSlug.Kind.APPROACH, "approaches", ApproachFactory),
        (PreviousSlug.Kind.DECISION, "decisions", DecisionFactory),
    ],
)
def test_a_former_slug_and_one_in_capitals_lead_to_todays(client, kind, path, factory):
    thing = factory(slug="test-today")
    remember_slug(kind=kind, within="", slug="test-before", object_id=thing.pk)

    for slug in ("test-before", "Test-Today"):
        response = client.get(f"/en/{path}/{slug}/")
        assert (response.status_code, response.headers["Location"]) == (301, f"/en/{path}/test-today/")


def test_a_country_and_a_topic_in_capitals_lead_to_their_address(client):
    CountryFactory(code="IT")
    TopicFactory(slug="test-topic")

    assert client.get("/en/countries/IT/").headers["Location"] == "/en/countries/it/"
    assert client.get("/en/topics/Test-Topic/").headers["Location"] == "/en/topics/test-topic/"


@pytest.mark.parametrize("language", ["de", "el"])
def test_a_text_not_translated_yet_is_marked_with_its_language(client, language):
    approach = ApproachFactory()
    approach_story(approach, title="English title", summary="English words.")

    page = page_of(client, f"/{language}/approaches/{approach.slug}/")

    assert re.search(r'<h1[^>]* lang="en">English title', page)
    assert re.search(r'<p class="opening" lang="en">English words', page)


class Filled:
    """One network, approach, decision, country and topic with so many things around each."""

    def __init__(self, count):
        self.network = NetworkFactory()
        self.topic = TopicFactory()
        source = SourceFactory()
        places = [PlaceFactory(country="IT") for _ in range(count)]
        network_story(self.network)
        if not CountryStory.objects.exists():
            country_story(CountryFactory(code="IT"))
        for place in places:
            MembershipFactory(network=self.network, place=place)
            MembershipFactory(place=place)
            place_story(place, takeaways=takeaway_values(["Test."]))
            approach_story(
                ApproachFactory(topics=[self.topic], places=[place], sources=[source]),
                transferability="Test.",
            )
            decision_story(DecisionFactory(network=self.network, place=place, sources=[source]))
        self.approach = ApproachFactory(topics=[self.topic], places=places, sources=[source])
        self.decision = DecisionFactory(network=self.network, place=places[0])
        approach_story(self.approach)
        decision_story(self.decision)

    def address(self, kind):
        return {
            "network": f"/en/networks/{self.network.slug}/",
            "approach": f"/en/approaches/{self.approach.slug}/",
            "decision": f"/en/decisions/{self.decision.slug}/",
            "country": "/en/countries/it/",
            "topic": f"/en/topics/{self.topic.slug}/",
        }[kind]


@pytest.mark.parametrize("kind", ["network", "approach", "decision", "country", "topic"])
def test_a_page_costs_the_same_with_one_and_twelve_things_on_it(client, django_assert_max_num_queries, kind):
    one = Filled(1)
    client.get(one.address(kind))
    with django_assert_max_num_queries(16) as few:
        page_of(client, one.address(kind))
    twelve = Filled(12)

    with django_assert_max_num_queries(len(few.captured_queries)):
        page_of(client, twelve.address(kind))
