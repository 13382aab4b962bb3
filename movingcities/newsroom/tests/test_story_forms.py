"""The forms and lists of stories as their authors use them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.evidence.models import Source
from movingcities.newsroom.tests.test_roles import edit, fields, in_country
from movingcities.pages.models import HomePage, NewsPage
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.models import ApproachStory, PlaceStory
from movingcities.stories.tests.factories import approach_story, place_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]
LIST = "/admin/snippets/stories/approachstory/"
PORTRAITS = "/admin/snippets/stories/placestory/"
AS_ONE_TYPES = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def story():
    return approach_story(ApproachFactory(places=[in_country("DE")]))


@pytest.fixture
def editor(client):
    user = somebody("country_editor", countries=["DE"])
    client.force_login(user)
    return user


def portrait(place, **changed):
    return {
        "place": place.pk, "subtitle": "Subtitle", "introduction": "I.", "takeaways-count": "0",
        "body-count": "0", "sources": "https://test.example/council", "written": "", **changed,
    }  # fmt: skip


def addresses(story):
    latest = ApproachStory.objects.get(pk=story.pk).get_latest_revision_as_object()
    return sorted(source.url for source in latest.sources.all())


@pytest.mark.usefixtures("editor")
def test_whoever_saves_has_new_sources_noted(client, story):
    new = "https://test.example/minutes?a=1&b=ä"

    client.post(edit(story), fields(story, sources=f"{story.sources.first().url}\n  {new}\n{new}"))

    assert addresses(story) == sorted([story.sources.first().url, new])


@pytest.mark.usefixtures("editor")
def test_an_address_that_is_being_typed_makes_no_source(client, story):
    half = fields(story, sources="https://test.example/min")

    answer = client.post(edit(story), half, **AS_ONE_TYPES)
    client.post(f"{LIST}preview/{story.pk}/", half)

    assert answer.json()["success"] is False
    assert not Source.objects.filter(url__endswith="/min").exists()


@pytest.mark.usefixtures("editor")
@pytest.mark.parametrize("sources", ["", "not an address", "javascript:alert(1)"])
def test_without_a_source_nothing_is_published_and_nothing_typed_is_lost(client, story, sources):
    form = fields(story, sources=sources, title="Typed before", **{"action-publish": "publish"})

    page = client.post(edit(story), form).content.decode()

    assert "Add at least one page" in page or "is not the address of a page" in page
    assert 'value="Typed before"' in page
    assert sources in page
    assert ApproachStory.objects.get(pk=story.pk).title == "Test approach"


@pytest.mark.usefixtures("editor")
def test_the_form_names_the_sources_of_the_story_and_no_others(client, story):
    place_story()

    page = client.get(edit(story)).content.decode()

    assert f">\n{story.sources.first().url}</textarea>" in page
    assert page.count("<option") < 60


@pytest.mark.usefixtures("editor")
def test_of_a_fact_there_is_one_original(client):
    place = in_country("DE")
    place_story(place=place)

    page = client.post(f"{PORTRAITS}add/?locale=el", portrait(place)).content.decode()

    assert "There is a text about this already, in English" in page
    assert PlaceStory.objects.filter(place=place).count() == 1


@pytest.mark.usefixtures("editor")
def test_a_new_greek_original_is_previewed_and_saved_in_greek(client):
    place = in_country("DE")
    form = portrait(place, subtitle="Μια πόλη που ακούει")

    page = client.get(f"{PORTRAITS}add/?locale=el").content.decode()
    client.post(f"{PORTRAITS}preview/?locale=el", form)
    shown = client.get(f"{PORTRAITS}preview/?locale=el").content.decode()
    client.post(f"{PORTRAITS}add/?locale=el", form)

    assert f"{PORTRAITS}preview/?locale=el" in page
    assert '<html lang="el"' in shown
    assert "Μια πόλη που ακούει" in shown
    assert PlaceStory.objects.get(place=place).language == "el"


@pytest.mark.usefixtures("editor")
def test_the_list_is_searched_by_words_of_the_stories(client, story):
    other = approach_story(
        ApproachFactory(places=[PlaceFactory(country=story.approach.places.get().country)])
    )
    ApproachStory.objects.filter(pk=other.pk).update(title="A clinic on wheels")

    page = client.get(f"{LIST}?q=WHEELS").content.decode()

    assert "A clinic on wheels" in page
    assert "Test approach" not in page


@pytest.mark.usefixtures("editor")
def test_a_list_of_twelve_asks_as_much_as_a_list_of_one(client, story):
    def asked():
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(LIST).content.decode()
        return len(queries), page.count("Test approach")

    one, rows_of_one = asked()
    country = story.approach.places.get().country
    for _n in range(11):
        approach_story(ApproachFactory(places=[PlaceFactory(country=country)]))
    twelve, rows_of_twelve = asked()

    assert rows_of_twelve > 10 * rows_of_one // 2
    assert twelve <= one


@pytest.mark.usefixtures("editor")
def test_the_editorial_system_bears_the_name_of_the_site(client):
    page = client.get("/admin/").content.decode()

    assert "- Moving Cities" in page.split("</title>")[0]
    assert "design/favicon.svg" in page


@pytest.mark.parametrize("language", ["en", "el"])
@pytest.mark.parametrize("kind", ["place", "news"])
def test_countries_are_chosen_by_their_names(client, language, kind):
    for code in ("CH", "DE", "AT"):
        CountryFactory(code=code)
    user = somebody("administrator")
    user.is_superuser = True
    user.save()
    client.force_login(user)
    UserProfile.objects.create(user=user, preferred_language=language)

    home = HomePage.objects.get(slug="home")
    news = home.add_child(instance=NewsPage(title="News", slug="news", teaser="T"))
    forms = {"place": "/admin/fact-places/new/", "news": f"/admin/pages/add/pages/articlepage/{news.pk}/"}
    page = client.get(forms[kind]).content.decode()
    named = re.findall(r'<option value="(AT|CH|DE)">([^<]+)</option>', page)

    assert (
        named
        == {
            "en": [("AT", "Austria"), ("DE", "Germany"), ("CH", "Switzerland")],
            "el": [("AT", "Αυστρία"), ("DE", "Γερμανία"), ("CH", "Ελβετία")],
        }[language]
    )
