"""The home pages of the languages."""

from datetime import date

import pytest
from django.conf import settings
from wagtail.models import Locale, Page, Site

from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import (
    ArticlePage,
    FeaturedPlace,
    GuidePage,
    HomePage,
    Menu,
    MenuItem,
    NewsPage,
    SectionPage,
)
from movingcities.places.tests.factories import PlaceFactory
from tests.constraints import violates

pytestmark = pytest.mark.django_db


def make(*featured):
    return ensure_home_pages(featured=featured, hostname="test.example", port=443)


def test_every_language_gets_a_home_page_that_is_a_translation_of_the_english_one():
    made = make()

    pages = HomePage.objects.all()
    assert made == len(settings.LANGUAGES)
    assert {page.locale.language_code for page in pages} == {code for code, _name in settings.LANGUAGES}
    assert len({page.translation_key for page in pages}) == 1
    assert all(page.live for page in pages)


def test_the_english_one_is_the_root_of_the_only_site():
    make()

    site = Site.objects.get()

    assert (site.hostname, site.port, site.is_default_site) == ("test.example", 443, True)
    assert site.root_page.specific.locale.language_code == "en"


def test_wagtails_welcome_page_is_gone():
    make()

    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_a_second_call_makes_nothing_and_leaves_editors_changes():
    make()
    HomePage.objects.filter(slug="home").update(headline="By hand")

    made = make(PlaceFactory())

    assert made == 0
    assert HomePage.objects.get(slug="home").headline == "By hand"
    assert not FeaturedPlace.objects.filter(page__slug="home").exists()


def test_a_new_language_gets_its_page_later(settings):
    languages = settings.LANGUAGES
    settings.LANGUAGES = languages[:2]
    make()
    settings.LANGUAGES = languages[:3]

    assert make() == 1
    assert Locale.objects.filter(language_code=languages[2][0]).exists()


def test_featured_places_keep_their_order():
    places = [PlaceFactory() for _ in range(3)]

    make(*places)

    page = HomePage.objects.get(slug="home")
    assert [entry.place for entry in page.featured_places.all()] == places


def test_featured_place_appears_once_on_a_page():
    place = PlaceFactory()
    make(place)

    with violates(FeaturedPlace, "featured_place_appears_once_on_a_page"):
        FeaturedPlace.objects.create(page=HomePage.objects.get(slug="home"), place=place)


def test_home_pages_stand_beside_each_other_and_nothing_but_editorial_pages_below():
    assert HomePage.allowed_subpage_models() == [SectionPage, GuidePage, NewsPage]
    assert HomePage.can_create_at(Page.objects.get(depth=1))


def test_article_ends_after_it_begins():
    make()
    news = NewsPage(title="News", slug="news", teaser="What is new")
    HomePage.objects.get(slug="home").add_child(instance=news)
    article = ArticlePage(title="Test", slug="test", teaser="Test", day=date(2026, 5, 2))
    news.add_child(instance=article)

    with violates(ArticlePage, "article_ends_after_it_begins"):
        ArticlePage.objects.filter(pk=article.pk).update(until=date(2026, 5, 1))


@pytest.mark.parametrize(
    "leads_to",
    [
        {},
        {"list": "places", "address": "https://example.org/"},
        {"address": "https://example.org/", "label": ""},
    ],
)
def test_menu_item_leads_to_one_thing(leads_to):
    menu = Menu.objects.create(where=Menu.Where.HEAD)
    item = MenuItem.objects.create(menu=menu, list="networks")

    with violates(MenuItem, "menu_item_leads_to_one_thing"):
        MenuItem.objects.filter(pk=item.pk).update(**{"list": "", **leads_to})
