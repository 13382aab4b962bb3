"""What machines read: sitemaps, robots, feed, schema.org, headers."""

import json
import re
from xml.etree import ElementTree

import pytest

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.tests.factories import approach_story, decision_story, network_story, place_story
from movingcities.website.structured_data import breadcrumbs

pytestmark = pytest.mark.django_db

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(response) -> list[str]:
    return [element.text for element in ElementTree.fromstring(response.content).iter(f"{SITEMAP}loc")]


def test_the_index_names_a_sitemap_for_each_kind_of_page(client):
    MembershipFactory()

    response = client.get("/sitemap.xml")

    sections = {re.search(r"sitemap-(\w+)\.xml", location).group(1) for location in locations(response)}
    assert sections == {
        "home", "pages", "lists", "places", "networks", "approaches", "decisions", "countries", "topics",
    }  # fmt: skip


def test_the_sitemap_lists_active_places_in_every_language_and_no_others(client):
    MembershipFactory(place=PlaceFactory(name="Aktivstadt"))
    PlaceFactory(name="Stillstadt")

    listed = locations(client.get("/sitemap-places.xml"))

    assert [location.split("/", 3)[3] for location in listed] == [
        f"{code}/places/de/aktivstadt/" for code in ("en", "de", "fr", "es", "it", "pl", "el")
    ]


def test_every_address_of_the_sitemaps_answers(client):
    MembershipFactory()
    ApproachFactory()
    approach_story()
    decision_story()
    network_story()

    for index in locations(client.get("/sitemap.xml")):
        for location in locations(client.get(index)):
            if "/en/" in location and not location.endswith("/en/"):
                assert client.get(location).status_code == 200, location


def test_robots_keeps_out_of_the_editorial_system_and_names_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_feed_tells_what_changed_last_first(client):
    place_story()
    approach_story()
    decision_story()
    network_story()

    feed = ElementTree.fromstring(client.get("/en/feed/").content)

    entries = feed.findall(f"{ATOM}entry")
    assert {entry.find(f"{ATOM}category").get("term") for entry in entries} >= {
        "Place", "Approach", "Decision",
    }  # fmt: skip
    changes = [entry.find(f"{ATOM}updated").text for entry in entries]
    assert changes == sorted(changes, reverse=True)
    identities = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(identities) == len(set(identities))


def test_the_feed_is_in_the_language_of_its_address_and_marks_entries_that_are_not(client):
    translated = approach_story(title="Flats", summary="Flats, not halls.")
    approach_story(
        translated.approach, language="el", origin="machine", title="Σπίτια", summary="Όχι αίθουσες."
    )
    half = decision_story(title="A safe harbour", what_was_decided="The town is a harbour.")
    decision_story(
        half.decision, language="el", origin="machine", title="Ασφαλές λιμάνι", what_was_decided=""
    )
    approach_story(title="Keys", summary="Keys for all.")

    feed = ElementTree.fromstring(client.get("/el/feed/").content)

    assert feed.get(LANG) == "el"
    entries = {entry.find(f"{ATOM}title").text: entry for entry in feed.findall(f"{ATOM}entry")}
    assert entries["Σπίτια"].get(LANG) is None
    summary = entries["Σπίτια"].find(f"{ATOM}summary").text
    assert summary.startswith("Όχι αίθουσες. (")
    assert len(summary) > len("Όχι αίθουσες. (")
    assert entries["Keys"].get(LANG) == "en"
    assert entries["Keys"].find(f"{ATOM}summary").text == "Keys for all."
    # What is not translated is left to the page: an entry has one language.
    assert "harbour" not in (entries["Ασφαλές λιμάνι"].findtext(f"{ATOM}summary") or "")


@pytest.mark.parametrize("count", [1, 12])
def test_the_feed_asks_the_database_as_often_for_twelve_as_for_one(
    client, django_assert_max_num_queries, count
):
    for _ in range(count):
        approach_story()
        decision_story()

    with django_assert_max_num_queries(12):
        client.get("/en/feed/")


def test_structured_data_is_json_and_cannot_be_broken_out_of(client):
    approach = ApproachFactory(slug="hostile")
    approach_story(approach, title="</script><script>alert(1)</script>", summary="& < >")

    page = client.get("/en/approaches/hostile/").content.decode()

    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert any(json.loads(block).get("headline") == "</script><script>alert(1)</script>" for block in blocks)
    assert "<script>alert" not in page


def test_breadcrumbs_are_numbered_from_the_home_page_on(settings):
    settings.SITE_URL = "https://example.test"

    trail = breadcrumbs([("Home", "/en/"), ("Places", "/en/places/")])

    assert [(item["position"], item["item"]) for item in trail["itemListElement"]] == [
        (1, "https://example.test/en/"),
        (2, "https://example.test/en/places/"),
    ]


def test_public_pages_set_no_cookie_and_allow_nothing_inline_and_nothing_from_elsewhere(client):
    NetworkFactory(slug="one")

    response = client.get("/en/networks/one/")

    assert not response.cookies
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_editorial_system_has_a_policy_of_its_own(client):
    response = client.get("/admin/login/")

    assert "'unsafe-inline'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("de", "Orte"),
        ("fr", "Lieux"),
        ("es", "Localidades"),
        ("it", "Luoghi"),
        ("pl", "Miejscowości"),
        ("el", "Τόποι"),
    ],
)
def test_the_masthead_speaks_the_language_of_the_address(client, code, word):
    response = client.get(f"/{code}/search/")

    assert f'<html lang="{code}"' in response.content.decode()
    assert word in response.content.decode()


def test_the_breadcrumb_of_a_page_is_told_to_machines_too(client):
    MembershipFactory(place=PlaceFactory(name="Aktivstadt"))

    page = client.get("/en/places/de/aktivstadt/").content.decode()

    blocks = [
        json.loads(block)
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    ]
    trails = [block for block in blocks if block["@type"] == "BreadcrumbList"]
    assert trails[0]["itemListElement"][0]["name"] == "Moving Cities"
    assert trails[0]["itemListElement"][-1]["item"].endswith("/en/places/de/aktivstadt/")
