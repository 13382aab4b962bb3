"""One thing of every kind, each with as many rows as asked for, and the page of each."""

from datetime import date

from wagtail.models import Page

from movingcities.approaches.models import Topic
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.models import Network
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import GuidePage
from movingcities.pages.tests.factories import article, body, page
from movingcities.places.models import Country, Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.stories.actions import takeaway_values
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)

COUNTRIES = ("DE", "IT", "GR", "FR", "ES", "PL", "AT", "BE", "CH", "NL", "XK", "UA")

# {page type: address below the language}; slugs are those of `make_world`.
PAGES = {
    "home": "",
    "places": "places/",
    "places, filtered": "places/?country=DE&network=hub&topic=hub&has=story&q=Test",
    "places, until a year": "places/?by=2019&sort=first",
    "places, all": "places/?scope=all&sort=name",
    "place": "places/de/hub/",
    "place without facts": "places/de/quiet/",
    "networks": "networks/",
    "networks, filtered": "networks/?country=DE&q=Test",
    "network": "networks/hub/",
    "network, another over it": "networks/hub/?with=joined-0",
    "network without members": "networks/empty/",
    "approaches": "approaches/",
    "approaches, filtered": "approaches/?country=DE&topic=hub&q=Test",
    "approach": "approaches/hub/",
    "decisions": "decisions/",
    "decisions, filtered": "decisions/?country=DE&kind=other&q=Test",
    "decision": "decisions/hub/",
    "countries": "countries/",
    "country": "countries/de/",
    "country without facts": "countries/mc/",
    "topics": "topics/",
    "topic": "topics/hub/",
    "section": "about/",
    "guide": "about/begin/",
    "news": "news/",
    "news, filtered": "news/?country=DE&kind=event&year=2026",
    "article": "news/hub/",
    "sources": "sources/",
    "about the data": "about-the-data/",
    "accessibility": "accessibility/",
    "search": "search/",
    "search, answered": "search/?q=Test",
    "search, unanswered": "search/?q=Nothing+like+this",
    "gallery": "design/",
}


def make_world(rows=1):
    """Let a place, a network, a topic, a country and all lists have so many rows, which hang together."""
    hub = PlaceFactory(name="Testhub", slug="hub")
    PlaceFactory(name="Quiet", slug="quiet", latitude=52.5, kind=Place.Kind.POPULATED_PLACE)
    PlaceFactory(name="Monaco", country="MC")
    topic = TopicFactory(slug="hub", labels={"en": "Test topic of the world and the sea"})
    network = NetworkFactory(
        slug="hub",
        name="Test network of the harbours with which this hub sails",
        founded="2004",
        countries=["DE"],
    )
    NetworkFactory(slug="empty", name="Test network of nobody and of the sea", kind=Network.Kind.CAMPAIGN)
    country_story(
        Country.objects.get(code="DE"),
        context="Test municipalities of the country may decide which of them act.",
    )
    MembershipFactory(place=hub, network=network, since="2019-05")
    approach_story(
        ApproachFactory(slug="hub", places=[hub], topics=[topic], status="active", started="2015"),
        title="Test approach of the hub and of its harbour",
        how_it_works="Test steps of the approach, which are three.",
        results="Test results of the approach are known.",
        transferability="Test needs of the approach, which are many.",
        takeaways=takeaway_values(["Test takeaway of the hub, which counts."]),
    )
    decision_story(DecisionFactory(slug="hub", place=hub, network=network, decided="2018-12-05"))
    network_story(network)
    place_story(hub, takeaways=takeaway_values(["Test takeaway of the hub, which counts."]))
    ensure_home_pages(featured=[hub], hostname="testserver", port=80)
    _make_pages()
    add_rows(range(rows))


def _make_pages():
    sections = body(
        *((f"Test part {number} of the project", "<p>Test words of it.</p>") for number in range(4))
    )
    about = page(title="Test project of the harbours", teaser="Test teaser of the project.", body=sections)
    page(GuidePage, "begin", parent=about, title="Test guide of the hub", audience="Test readers of the hub")
    article(
        "hub", title="Test news of the hub", teaser="Test teaser of the news, which are new.", body=sections
    )


def add_rows(numbers):
    """Add rows to everything; each number may be given once."""
    hub, network = Place.objects.get(slug="hub"), Network.objects.get(slug="hub")
    topic = Topic.objects.get(slug="hub")
    for number in numbers:
        _add_row(number, hub, network, topic)
    rebuild_index()


def _add_row(number, hub, network, topic):
    page(slug=f"part-{number}", parent=Page.objects.get(slug="about"), title="Test part of the project")
    article(
        f"event-{number}",
        kind="event",
        country=Country.objects.get(code="DE"),
        day=date(2026, 1, 1 + number),
        title="Test event of the hub",
        teaser="Test teaser of the event, which is to come.",
    )
    place = PlaceFactory(
        name=f"Testneustadt {number}", latitude=52.4 + number / 50, longitude=13.1 - number / 40
    )
    abroad = PlaceFactory(country=COUNTRIES[number % 12], latitude=40 + number / 2, longitude=9)
    joined = NetworkFactory(
        slug=f"joined-{number}", kind=list(Network.Kind)[number % 5], countries=["DE", "IT"]
    )
    for member in (hub, place, abroad):
        MembershipFactory(place=member, network=joined)
    for member in (place, abroad):
        MembershipFactory(place=member, network=network)
    network_story(joined, description="Test description of the network, which is joined.")
    place_story(
        place,
        subtitle="Test subtitle of the place",
        introduction="Test introduction of the place, which acts.",
    )
    topics = [topic, TopicFactory()]
    approach_story(
        ApproachFactory(places=[hub, place], topics=topics),
        title=f"Test approach {number} of the hub with the neighbours",
    )
    decision_story(
        DecisionFactory(place=hub, network=network, decided=f"20{10 + number}-05"),
        title=f"Test {number} of the council, which decides",
    )
    if abroad.country_id != "DE":
        country_story(abroad.country, context="Test context of the country, which decides.")
