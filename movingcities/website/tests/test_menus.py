"""The menus of head and foot: what editors choose, in the reader's language."""

import pytest
from django.utils.translation import override

from movingcities.pages.models import Menu, MenuItem
from movingcities.pages.tests.factories import home, page, translated
from movingcities.website.menus import read_menus

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def homes():
    home()


def menu(where, *items):
    made = Menu.objects.create(where=where)
    for order, item in enumerate(items):
        MenuItem.objects.create(menu=made, sort_order=order, **item)


def links(where, language="en"):
    with override(language):
        return [(link.label, link.url, link.language) for link in read_menus(language).get(where, [])]


def test_without_menus_the_site_has_those_it_always_had(client):
    content = client.get("/en/places/").content.decode()

    assert '<a href="/en/decisions/">Decisions</a>' in content
    assert "How we know" in content


def test_an_item_is_called_as_its_page_is_called_in_the_readers_language(client):
    about = page(title="About us")
    translated(about, title="Über uns")
    menu("head", {"page": about}, {"list": "places"})

    content = client.get("/de/places/").content.decode()

    assert links("head") == [("About us", "/en/about/", ""), ("Places", "/en/places/", "")]
    assert '<a href="/de/about/">Über uns</a>' in content
    assert 'href="/de/decisions/" aria-current' not in content


def test_an_item_in_any_language_leads_to_the_readers_own():
    about = page(title="About us")
    menu("head", {"page": translated(about, title="Über uns")})

    assert links("head", "en") == [("About us", "/en/about/", "")]


def test_a_page_that_is_not_translated_is_named_in_english_and_marked(client):
    menu("foot-project", {"page": page(title="About us")})

    content = client.get("/el/places/").content.decode()

    assert '<a href="/el/about/" lang="en" hreflang="en">About us</a>' in content


def test_a_page_that_is_not_live_is_hidden():
    about = page(title="About us", live=False)
    translated(about, "fr", title="Qui nous sommes")
    menu("foot-project", {"page": about}, {"list": "sources"})

    assert links("foot-project", "en") == [("Sources", "/en/sources/", "")]
    assert links("foot-project", "fr")[0] == ("Qui nous sommes", "/fr/about/", "")


def test_another_site_keeps_its_own_name(client):
    menu("foot-rights", {"address": "https://test.example/", "label": "Test example"})

    content = client.get("/de/places/").content.decode()

    assert '<a href="https://test.example/">Test example</a>' in content
    assert 'href="/de/feed/"' in content


def test_the_current_page_is_marked_in_the_head(client):
    menu("head", {"page": page(title="About us")}, {"list": "places"})

    content = client.get("/en/about/").content.decode()

    assert '<a href="/en/about/" aria-current="page">About us</a>' in content
    assert '<a href="/en/places/">Places</a>' in content


@pytest.mark.parametrize("count", [0, 1, 12])
def test_menus_cost_one_query(django_assert_num_queries, count):
    menu("head", *({"page": page(slug=f"page-{number}")} for number in range(count)))

    with django_assert_num_queries(1):
        read_menus("de")
