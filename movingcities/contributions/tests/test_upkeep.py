"""What needs a hand, shown to those whose it is."""

from datetime import date

import pytest
from django.utils import timezone

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.models import Approach
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.contributions.upkeep.half_lives import read_before
from movingcities.contributions.upkeep.lists import LISTS, list_named
from movingcities.evidence.models import Source
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.languages.actions import ensure_locales
from movingcities.media.models import Licence
from movingcities.media.tests.factories import ImageFactory
from movingcities.newsroom.actions import ensure_roles
from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import HomePage, Menu, MenuItem, SectionPage
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.tests.factories import approach_story, rewrite

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _newsroom():
    ensure_locales()
    ensure_home_pages(featured=[], hostname="testserver", port=80)
    ensure_roles()


def rows(name, role="managing_editor", **bound):
    return list(list_named(name).rows(somebody(role, **bound), TODAY))


def running_approach(read_on, country="DE"):
    place = PlaceFactory(country=CountryFactory(code=country))
    approach = ApproachFactory(status=Approach.Status.ACTIVE, places=[place])
    Source.objects.filter(pk__in=approach.sources.all()).update(read_on=read_on)
    return approach


def test_the_day_of_a_half_life_is_counted_in_whole_months():
    assert read_before("approaches", TODAY) == date(2025, 5, 1)
    assert read_before("memberships", date(2026, 1, 15)) == date(2024, 1, 1)


def test_an_approach_whose_sources_were_read_long_ago_is_to_be_looked_at():
    old, _fresh = running_approach("2025-04"), running_approach("2026-09")

    assert rows("approaches") == [old]


def test_a_country_editor_is_shown_the_own_countries_only():
    own, _other = running_approach("2020", "DE"), running_approach("2020", "FR")

    assert rows("approaches", "country_editor", countries=["DE"]) == [own]


def test_a_source_that_gave_an_error_is_dead():
    dead = SourceFactory(last_status=404, last_checked_at=timezone.now())
    SourceFactory(last_status=200, last_checked_at=timezone.now())

    assert rows("sources") == [dead]


def test_an_outdated_translation_is_shown_to_those_who_translate_into_its_language():
    english = approach_story()
    greek = approach_story(english.approach, language="el", origin="human", title="Τ")
    rewrite(english, title="Another title")

    lists = [rows("outdated-approachstory", "translator", languages=[code]) for code in ("el", "de")]

    assert lists == [[greek], []]


def test_a_picture_by_permission_is_to_be_asked_about():
    picture = ImageFactory(licence=Licence.PERMISSION)
    ImageFactory()

    assert rows("pictures") == [picture]


def test_a_page_that_no_menu_leads_to_is_found():
    home = HomePage.objects.get(slug="home")
    lost, found = (SectionPage(title=name, slug=name, teaser="T") for name in ("lost", "found"))
    for page in (lost, found):
        home.add_child(instance=page)
    MenuItem.objects.create(menu=Menu.objects.create(where=Menu.Where.HEAD), page=found)

    assert [page.slug for page in rows("unlinked")] == ["lost"]


def test_the_front_page_counts_and_leads_to_each_list(client):
    running_approach("2020")
    client.force_login(somebody("managing_editor"))

    front = client.get("/admin/").content.decode()

    assert 'href="/admin/upkeep/approaches/"' in front
    assert client.get("/admin/upkeep/nothing/").status_code == 404


@pytest.mark.parametrize("name", [each.name for each in LISTS])
def test_every_list_opens_also_when_there_is_nothing_to_do(client, name):
    client.force_login(somebody("managing_editor"))

    page = client.get(f"/admin/upkeep/{name}/")

    assert page.status_code == 200
    assert "Nothing to do here." in page.content.decode()
