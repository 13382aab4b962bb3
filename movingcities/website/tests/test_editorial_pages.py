"""Sections, guides, news and articles as readers and machines get them."""

import json
import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from movingcities.media.tests.factories import ImageFactory
from movingcities.pages.models import ArticlePage, GuidePage, SectionPage
from movingcities.pages.tests.factories import article, body, home, news, page, translated
from movingcities.places.models import Country

pytestmark = pytest.mark.django_db

THREE = body(("One", "<p>First.</p>"), ("Two", "<p>Second.</p>"), ("Three", "<p>Third.</p>"))


@pytest.fixture(autouse=True)
def homes():
    home()


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def entities(content):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content, re.DOTALL)
    return {entity["@type"]: entity for entity in map(json.loads, found)}


def hreflangs(content):
    return set(re.findall(r'<link rel="alternate" hreflang="([^"]+)"', content))


def test_a_section_shows_its_words_and_what_lies_below_it(client):
    about = page(title="About us", body=THREE)
    page(GuidePage, "join", parent=about, title="How to join")
    page(slug="team", parent=about, title="Team", live=False)

    content = read(client, "/en/about/")

    assert "<h1" in content
    assert "About us" in content
    assert "Teaser of about." in content
    assert "<p>First.</p>" in content
    assert '<a href="/en/about/join/">How to join</a>' in content
    assert "Team" not in content


def test_a_page_below_another_names_the_way_to_it(client):
    page(slug="team", parent=page(title="About us"), title="Team")

    content = read(client, "/en/about/team/")

    assert '<a href="/en/about/">About us</a>' in content
    names = [each["name"] for each in entities(content)["BreadcrumbList"]["itemListElement"]]
    assert names == ["Moving Cities", "About us", "Team"]


def test_a_long_page_has_an_index_of_its_parts_and_a_short_one_has_none(client):
    page(body=THREE)
    page(slug="short", body=THREE[:2])

    assert '<a href="#section-3">Three</a>' in read(client, "/en/about/")
    assert "page-index" not in read(client, "/en/short/")


def test_a_guide_says_for_whom_it_is(client):
    page(GuidePage, "guide", audience="for mayors and their staff")

    assert "for mayors and their staff" in read(client, "/en/guide/")


def test_a_translation_says_who_made_it_and_names_its_original_to_machines(client):
    translated(page(title="About us"), title="Über uns")

    content = read(client, "/de/about/")

    assert "Über uns" in content
    assert "translation-note" in content
    entity = entities(content)["WebPage"]
    assert entity["inLanguage"] == "de"
    assert entity["translationOfWork"]["url"].endswith("/en/about/")


def test_hreflang_names_the_languages_in_which_a_page_is_live(client):
    about = page()
    translated(about)
    translated(about, "fr", live=False)

    assert hreflangs(read(client, "/en/about/")) == {"en", "de", "x-default"}


def test_a_page_that_is_not_translated_is_shown_in_english_and_says_so(client):
    page(title="About us", body=THREE)

    content = read(client, "/el/about/")

    assert '<html lang="el"' in content
    assert '<h1 lang="en">About us</h1>' in content or '<h1 lang="en"' in content
    assert 'class="translation-note"' in content
    assert re.search(r'<link rel="canonical" href="[^"]+/en/about/">', content)
    assert '<meta name="robots" content="noindex, follow">' in content
    assert hreflangs(content) == set()


def test_a_page_below_one_that_is_translated_falls_back_alone(client):
    about = page(title="About us")
    page(slug="team", parent=about, title="Team")
    translated(about, title="Über uns")

    content = read(client, "/de/about/team/")

    assert '<a href="/de/about/">Über uns</a>' in content
    assert 'lang="en"' in content
    assert '<a href="/de/about/team/" lang="en">Team</a>' in read(client, "/de/about/")


def test_a_draft_answers_nowhere(client):
    page(live=False)

    assert client.get("/en/about/").status_code == 404
    assert client.get("/el/about/").status_code == 404
    assert client.get("/en/about/share.png").status_code == 404


def test_description_and_title_for_search_engines_are_the_editors_where_there_are_any(client):
    page(seo_title="For engines", search_description="A description.")
    page(slug="plain")

    content = read(client, "/en/about/")

    assert "For engines · Moving Cities" in content
    assert '<meta name="description" content="A description.">' in content
    assert '<meta name="description" content="Teaser of plain.">' in read(client, "/en/plain/")


def test_a_page_has_a_card_of_its_own(client):
    page()

    content = read(client, "/en/about/")
    card = client.get("/en/about/share.png")

    assert "/en/about/share.png" in content
    assert card["Content-Type"] == "image/png"
    assert client.get("/el/about/share.png").status_code == 200


def test_an_event_says_when_and_where_also_to_machines(client):
    article(
        "day-of-tests",
        kind="event",
        title="Day of tests",
        until=date(2026, 5, 15),
        where="Testburg",
        country=Country.objects.get_or_create(code="DE")[0],
    )

    content = read(client, "/en/news/day-of-tests/")

    assert "14 May 2026 to 15 May 2026" in content
    entity = entities(content)["Event"]
    assert (entity["startDate"], entity["endDate"]) == ("2026-05-14", "2026-05-15")
    assert entity["location"] == {"@type": "Place", "name": "Testburg", "address": "Germany"}


def test_news_are_articles_to_machines(client):
    article("tests-begin", title="Tests begin")

    entity = entities(read(client, "/en/news/tests-begin/"))["NewsArticle"]

    assert entity["headline"] == "Tests begin"
    assert entity["datePublished"] == "2026-05-14"


def test_events_to_come_stand_first_and_past_ones_apart(client):
    today = timezone.localdate()
    article(title="Old piece", day=date(2025, 1, 1))
    article(title="Old event", kind="event", day=today - timedelta(days=3))
    article(title="Next event", kind="event", day=today + timedelta(days=3))
    article(title="Running event", kind="event", day=today - timedelta(days=1), until=today)

    content = read(client, "/en/news/")

    positions = [content.index(title) for title in ("Running event", "Next event", "Old piece", "Old event")]
    assert positions == sorted(positions)


def test_news_can_be_asked_for_by_country_kind_and_year(client):
    germany = Country.objects.get_or_create(code="DE")[0]
    article(title="German piece", country=germany)
    article(title="European piece", day=date(2024, 1, 1))
    article(title="An event", kind="event", day=date(2024, 1, 1))

    of_germany = read(client, "/en/news/?country=DE")
    of_2024 = read(client, "/en/news/?year=2024&kind=event")

    assert "German piece" in of_germany
    assert "European piece" not in of_germany
    assert "An event" in of_2024
    assert "European piece" not in of_2024


def test_a_list_without_news_says_so_and_offers_nothing_to_narrow(client):
    news()

    whole = read(client, "/en/news/")
    narrowed = read(client, "/en/news/?kind=event")

    assert "There are no news and events here yet." in whole
    assert 'name="year"' not in whole
    assert "No news or event fits what you asked for." in narrowed


def test_an_address_that_asks_for_nonsense_says_what_was_left_out(client):
    article()

    content = read(client, "/en/news/?kind=gossip&country=ZZ&page=99")

    assert "gossip" in content
    assert "There is no such page; this is the last one." in content


def test_long_lists_of_news_are_parted(client):
    for number in range(21):
        article(title=f"Piece {number}.", day=date(2026, 1, 1) + timedelta(days=number))

    first, second = read(client, "/en/news/"), read(client, "/en/news/?page=2")

    assert "Piece 20." in first
    assert "Piece 0." not in first
    assert "Piece 0." in second


def test_news_that_are_not_translated_stand_among_those_that_are(client):
    list_in_german = translated(news())
    translated(article(title="First"), parent=list_in_german, title="Erstens")
    article(title="Second")

    content = read(client, "/de/news/")

    assert "Erstens" in content
    assert "First" not in content
    assert re.search(r'<a href="/de/news/[^"]+" lang="en">Second</a>', content)


def test_the_feed_of_news_says_the_language_of_each_entry(client):
    list_in_german = translated(news())
    translated(article(title="First"), parent=list_in_german, title="Erstens")
    article(title="Second")

    feed = read(client, "/de/feed/news/")

    assert "Erstens" in feed
    assert 'xml:lang="en"' in feed
    assert "/de/feed/news/" in read(client, "/de/news/")


@pytest.mark.parametrize(("model", "address"), [(SectionPage, "/en/about/"), (ArticlePage, "/en/news/")])
def test_a_page_costs_the_same_with_one_and_twelve_below_it(
    client, django_assert_max_num_queries, model, address
):
    above = page() if model is SectionPage else news()
    add = (lambda n: page(slug=f"p{n}", parent=above)) if model is SectionPage else (lambda n: article())
    add(0)
    client.get(address)
    with django_assert_max_num_queries(25) as one:
        client.get(address)
    for number in range(1, 12):
        add(number)

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(address)

    assert len(one.captured_queries) <= 20


def test_the_sitemap_names_a_page_only_in_its_languages(client):
    about = page()
    translated(about)
    page(slug="draft", live=False)

    sitemap = read(client, "/sitemap-pages.xml")

    assert re.findall(r"<loc>[^<]*/(\w\w)/about/</loc>", sitemap) == ["en", "de"]
    assert "draft" not in sitemap


@pytest.mark.parametrize("word", ["places", "search", "design", "admin", "account"])
def test_an_address_of_the_site_itself_is_refused(word):
    section = SectionPage(title="Test", slug=word, teaser="Test")

    with pytest.raises(ValidationError) as error:
        section.clean()

    assert "slug" in error.value.message_dict


def test_a_picture_for_shared_links_takes_the_place_of_the_card(client):
    page(share_image=ImageFactory())

    content = read(client, "/en/about/")

    assert re.search(r'<meta property="og:image" content="[^"]+/media/images/[^"]+\.jpg">', content)
    assert '<meta property="og:image:type" content="image/jpeg">' in content
    assert "share.png" not in content
