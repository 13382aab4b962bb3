"""The lists of networks, approaches, decisions, countries and topics."""

import re

import pytest

from movingcities.approaches.models import Approach
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.models import Decision
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.tests.factories import approach_story, country_story, decision_story

pytestmark = pytest.mark.django_db

LISTS = ("networks", "approaches", "decisions", "countries", "topics")


def page_of(client, path, **query):
    return client.get(path, query).content.decode()


def headline(page):
    return " ".join(re.sub("<[^>]+>", "", re.search(r"<h1.*?</h1>", page, re.DOTALL)[0]).split())


def listed(page, kind):
    return set(re.findall(rf'<h3><a href="/en/{kind}/([\w-]+)/"', page))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["en", "de", "el"])
def test_an_empty_list_is_a_page(client, name, language):
    assert client.get(f"/{language}/{name}/").status_code == 200


def test_the_sentence_about_networks_is_the_list_and_the_database(client):
    for country in ("DE", "DE", "IT"):
        MembershipFactory(place=PlaceFactory(country=country))

    page = page_of(client, "/en/networks/", country="DE")

    assert headline(page) == "2 networks with places in Germany"
    assert len(listed(page, "networks")) == 2
    assert Network.objects.filter(memberships__place__country="DE").count() == 2


def test_a_network_read_in_translation_says_what_it_calls_itself(client):
    NetworkFactory(name="Sichere Test", language="de", names={"en": "Safe Test"})
    NetworkFactory(name="TEST", names={"en": "TEST - a network for tests"})

    page = page_of(client, "/en/networks/")

    assert re.search(
        r'>Safe Test</a></h3>\s*<p class="small soft"><span lang="de">Sichere Test</span></p>', page
    )
    assert page.count("TEST") == 1


def test_the_sentence_about_approaches_is_the_list_and_the_database(client):
    topic = TopicFactory(labels={"en": "Test topic"})
    ApproachFactory(topics=[topic], places=[PlaceFactory(country="IT")])
    ApproachFactory(topics=[topic], places=[PlaceFactory(country="DE")])
    ApproachFactory(places=[PlaceFactory(country="IT")])

    page = page_of(client, "/en/approaches/", country="IT", topic=topic.slug)

    assert headline(page) == "Test topic: 1 approach in Italy"
    assert len(listed(page, "approaches")) == 1
    assert Approach.objects.filter(topics=topic, places__country="IT").count() == 1


def test_the_sentence_about_decisions_is_the_list_and_the_database(client):
    DecisionFactory(decided="2020-03-09")
    DecisionFactory(decided="2020")
    DecisionFactory(decided="2021-01")

    page = page_of(client, "/en/decisions/", year="2020")

    assert headline(page) == "2 council decisions of 2020"
    assert len(listed(page, "decisions")) == 2
    assert Decision.objects.filter(decided__startswith="2020").count() == 2


def test_projects_stand_apart_and_have_no_members(client):
    MembershipFactory(network=NetworkFactory(kind=Network.Kind.PROJECT))
    MembershipFactory(network=NetworkFactory(kind=Network.Kind.NETWORK))

    page = page_of(client, "/en/networks/")

    assert page.index("1 lasting network") < page.index("1 project")
    assert "who took part, in our data" in page


def test_a_network_without_member_rows_says_so_in_the_list(client):
    NetworkFactory()

    page = page_of(client, "/en/networks/")

    assert "our data names nobody yet" in page
    assert "Of 1 network our sources name no member" in page


def test_options_of_approaches_say_how_many_they_would_leave_and_combine(client):
    topic = TopicFactory(labels={"en": "Test topic"})
    ApproachFactory(topics=[topic], status="active")
    ApproachFactory(topics=[topic], status="ended", ended="2018")
    ApproachFactory(status="active")

    page = page_of(client, "/en/approaches/", status="active")

    assert re.search(rf'topic={topic.slug}&amp;status=active"[^>]*>Test topic <span class="count">1<', page)
    assert re.search(r'aria-current="true">Active <span class="count">2<', page)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "active", "started": "2019"}, "Active since 2019"),
        ({"status": "planned"}, "Planned"),
        ({"status": "ended", "ended": "2018-10"}, "Ended October 2018"),
        ({"status": "unknown", "started": "2019-05"}, "began May 2019"),
        ({"status": "unknown"}, "Present status unknown"),
        ({"status": "reversed"}, "Reversed"),
    ],
)
def test_every_status_is_a_word_with_its_dates(client, fields, words):
    ApproachFactory(**fields)

    assert words in page_of(client, "/en/approaches/")


def test_an_approach_is_summed_up_in_whole_sentences(client):
    second = "A second sentence that is long enough to fill two lines of text."
    approach_story(summary=f"A short one. {second} {second}")

    page = page_of(client, "/en/approaches/")

    assert page.count("A second sentence") == 1
    assert f"A short one. {second}<" in page


def test_undated_decisions_stand_at_the_end(client):
    decision_story(DecisionFactory(decided=""), title="Undated test")
    decision_story(DecisionFactory(decided="2015"), title="Dated test")

    page = page_of(client, "/en/decisions/")

    assert page.index("Dated test") < page.index("Undated test")
    assert "No source says when the council decided." in page


def test_decisions_are_grouped_by_year_with_the_number_of_the_year(client):
    DecisionFactory.create_batch(2, decided="2020")
    DecisionFactory(decided="2019-05")

    page = page_of(client, "/en/decisions/")

    assert re.findall(r'<h2>(\d{4}) <span class="count">(\d)', page) == [("2020", "2"), ("2019", "1")]


def test_every_country_of_the_scope_is_listed_with_what_is_known(client):
    CountryFactory(code="AD")
    country_story(CountryFactory(code="IT"))
    MembershipFactory(place=PlaceFactory(country="DE"))

    page = page_of(client, "/en/countries/")

    assert headline(page) == "In 1 country of Europe, places act"
    assert "2 countries and territories without a light" in page
    for code in ("ad", "it", "de"):
        assert f'href="/en/countries/{code}/"' in page
    assert "For one country we have read what municipalities may decide" in page


def test_kosovo_carries_the_footnote_of_the_european_union(client):
    CountryFactory(code="XK", is_council_of_europe_member=False)

    for path in ("/en/countries/", "/en/countries/xk/"):
        page = page_of(client, path)
        assert "Kosovo*" in page
        assert "UNSCR 1244/1999 and the ICJ Opinion" in page
    assert "UNSCR" not in page_of(client, "/en/networks/")


def test_topics_are_listed_with_their_numbers(client):
    topic = TopicFactory(labels={"en": "Test topic"})
    ApproachFactory(topics=[topic], status="active")

    page = page_of(client, "/en/topics/")

    assert f'href="/en/topics/{topic.slug}/"' in page
    assert "Active" in page
    assert "Reversed" not in page


BAD = [
    {"country": "ZZ"},
    {"country": ["DE", "IT", "DE"], "page": "1000000000"},
    {"q": "x" * 10_000},
    {"q": "\x00\x07 ‮ %"},
    {"kind": "nope", "status": "nope", "scope": "nope", "topic": "nope"},
    {"year": "abc", "page": "-1", "sort": "sideways"},
    {"started_after": "2020", "started_before": "1999"},
    {"started_after": "99999999999999999999", "year": "0"},
]


@pytest.mark.parametrize("name", ["networks", "approaches", "decisions"])
@pytest.mark.parametrize("query", BAD)
def test_no_query_breaks_a_list(client, name, query):
    CountryFactory(code="DE")

    assert client.get(f"/en/{name}/", query).status_code == 200


@pytest.mark.parametrize("name", ["networks", "approaches", "decisions"])
def test_an_unknown_country_is_explained_and_kept_out_of_search_engines(client, name):
    response = client.get(f"/en/{name}/", {"country": "ZZ"})

    page = response.content.decode()
    assert "“ZZ” is not known" in page
    assert 'content="noindex' in page


@pytest.mark.parametrize("name", ["networks", "approaches", "decisions"])
def test_a_filter_that_fits_nothing_leads_back_to_everything(client, name):
    page = page_of(client, f"/en/{name}/", q="nothing like this")

    assert "Nothing is signalled from here" in page
    assert f'<a href="/en/{name}/">Show everything</a>' in page


def fill(count):
    for number in range(count):
        topic = TopicFactory()
        place = PlaceFactory(country="IT" if number % 2 else "DE")
        network = MembershipFactory(place=place).network
        approach_story(
            ApproachFactory(topics=[topic], places=[place], status="active"), transferability="Test."
        )
        decision_story(DecisionFactory(place=place, network=network, decided=f"20{10 + number}"))


@pytest.mark.parametrize(
    "path",
    [
        "/en/networks/",
        "/en/networks/?country=DE",
        "/en/approaches/",
        "/en/approaches/?country=DE&status=active",
        "/en/decisions/",
        "/en/decisions/?country=DE",
        "/en/countries/",
        "/en/topics/",
    ],
)
def test_a_list_costs_the_same_for_one_and_twelve(client, django_assert_max_num_queries, path):
    fill(1)
    client.get(path)
    with django_assert_max_num_queries(15) as few:
        client.get(path)
    fill(12)

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(path)


def test_a_usual_vote_is_said_in_the_language_of_the_page(client):
    DecisionFactory(vote="unanimous")

    html = client.get("/de/decisions/").content.decode()

    assert "einstimmig" in html
    assert "unanimous" not in html
