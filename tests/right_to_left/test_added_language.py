"""A language more is one setting and one folder: what has no words in it is shown in English and says so."""

from xml.etree import ElementTree

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from movingcities.networks.tests.factories import MembershipFactory
from movingcities.pages.actions import ensure_home_pages
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.tests.factories import place_story
from movingcities.website.tests.world import PAGES, make_world
from scripts.markup import Document, faults
from tests.architecture.house import ROOT

pytestmark = pytest.mark.django_db

CATALOGUE = ROOT / "tests/right_to_left/locale/ar/LC_MESSAGES/django.po"


@pytest.fixture
def arabic(settings, tmp_path):
    """The site with one language more: a line of the settings, and a folder with a catalogue."""
    target = tmp_path / "ar/LC_MESSAGES/django.mo"
    target.parent.mkdir(parents=True)
    with CATALOGUE.open("rb") as source, target.open("wb") as output:
        write_mo(output, read_po(source, locale="ar"))
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, tmp_path]
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES


def test_every_page_answers_in_the_new_language_on_sound_markup(client, arabic):
    make_world(rows=1)

    wrong = {}
    for path in PAGES.values():
        response = client.get(f"/ar/{path}")
        document = Document.parse(response.content, f"http://testserver/ar/{path}")
        root = next(document.elements("html"))
        found = (response.status_code, root.get("lang"), root.get("dir"), faults(document))
        if found != (200, "ar", "rtl", []):
            wrong[path] = found

    assert wrong == {}


def test_its_strings_are_shown_and_a_text_without_translation_is_marked_as_english(client, arabic):
    place_story(PlaceFactory(name="Potsdam"), subtitle="A harbour on the Havel")

    document = Document.parse(client.get("/ar/places/de/potsdam/").content)

    navigation = [document.text(link) for link in document.elements("a")]
    assert "الأماكن" in navigation
    (subtitle,) = [one for one in document.elements("p") if document.text(one) == "A harbour on the Havel"]
    assert (subtitle.get("lang"), subtitle.get("dir")) == ("en", "ltr")


def test_it_is_offered_negotiated_and_told_to_machines(client, arabic):
    ensure_home_pages(featured=[], hostname="testserver", port=80)

    page = client.get("/en/places/").content.decode()
    root = client.get("/", headers={"accept-language": "ar-EG,en;q=0.5"})
    sitemap = ElementTree.fromstring(client.get("/sitemap-home.xml").content)

    assert '<a href="/ar/places/" lang="ar" dir="rtl" hreflang="ar">العربيّة</a>' in page
    assert '<link rel="alternate" hreflang="ar" href="http://testserver/ar/places/">' in page
    assert root.url == "/ar/"
    assert client.get("/ar/").status_code == 200
    assert any(element.text == "http://testserver/ar/" for element in sitemap.iter())


def test_plural_forms_and_dates_are_those_of_the_new_language(client, arabic):
    place = PlaceFactory(name="Potsdam")
    MembershipFactory(place=place, since="2019-05")
    MembershipFactory(place=place)

    page = client.get("/ar/places/de/potsdam/").content.decode()

    assert "شبكتان" in page
    assert "منذ مايو 2019" in page
