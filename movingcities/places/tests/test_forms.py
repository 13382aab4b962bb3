"""The form of a place: a name for each language, an address of its own, no source lost by accident."""

import pytest
from django.core.management import call_command
from django.db.models import JSONField, Value

from movingcities.accounts.models import User
from movingcities.accounts.tests.factories import somebody
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.actions import PlaceEntry, record_place
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db

SOURCE = "https://example.org/minutes"
NEW = "/admin/fact-places/new/"


@pytest.fixture
def editors(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


def place_form(place, **changed):
    names = {f"name_{language}": name for language, name in (place.names or {}).items()}
    return {
        "country": place.country_id, "slug": place.slug, "name": place.name, "kind": place.kind,
        "other_names": "", "note": "", "latitude": "52.4", "longitude": "13.06", "population": "50000",
        "sources_by_address": "", "why": "W", "seen": "", **names, **changed,
    }  # fmt: skip


def edit(place):
    return f"/admin/fact-places/edit/{place.pk}/"


def test_there_is_a_name_for_each_language_labelled_by_it(editors):
    page = editors.get(edit(PlaceFactory(names={"de": "Athen"}))).content.decode()

    assert "Name (German)" in page
    assert "Name (Greek)" in page
    assert 'value="Athen"' in page
    assert "{&quot;" not in page.split('name="seen"')[0].split('name="name_de"')[-1]


def test_what_is_typed_together_makes_the_names_and_others_stay(editors):
    place = PlaceFactory(country="GR", name="Αθήνα", names={"de": "Athen", "ca": "Atenes"})

    editors.post(edit(place), place_form(place, name_de=" ", name_en="Athens"))

    place.refresh_from_db()
    assert place.names == {"ca": "Atenes", "en": "Athens"}
    assert place.hoist == "ATH"


@pytest.mark.parametrize("names", [{}, Value(None, JSONField())], ids=["empty", "null"])
def test_a_place_without_names_can_be_corrected(editors, names):
    place = PlaceFactory()
    Place.objects.filter(pk=place.pk).update(names=names)
    place.refresh_from_db()

    answer = editors.post(edit(place), place_form(place, name="Corrected"))

    place.refresh_from_db()
    assert answer.status_code == 302
    assert (place.name, place.names) == ("Corrected", {})


def test_names_that_nobody_gave_are_none():
    place = record_place(
        entry=PlaceEntry(country="DE", slug="potsdam", name="Potsdam", names=None),
        existing=PlaceFactory(),
        by=None,
        at=NOW,
    )

    assert place.names == {}


def test_a_taken_address_is_told_at_its_field_and_what_was_typed_stays(editors):
    taken = PlaceFactory()

    page = editors.post(
        NEW, place_form(taken, name="Another", name_fr="Une autre", sources_by_address=SOURCE)
    )

    assert page.status_code == 200
    assert "choose another" in page.context["form"].errors["slug"][0]
    assert 'value="Une autre"' in page.content.decode()


def test_half_a_position_is_told_at_its_field(editors):
    place = PlaceFactory()

    page = editors.post(edit(place), place_form(place, longitude=""))

    assert "Give both latitude" in page.context["form"].errors["latitude"][0]


def with_source(**fields):
    place = PlaceFactory(**fields)
    place.sources.set([SourceFactory()])
    return place


def test_the_sources_of_a_place_that_cites_geonames_can_be_emptied(editors):
    place = with_source(geonames_id=2852458)

    editors.post(edit(place), place_form(place, sources_by_address=""))

    assert not place.sources.exists()


def test_the_last_source_of_any_other_place_stays(editors):
    place = with_source()

    page = editors.post(edit(place), place_form(place, sources_by_address=""))

    assert "Add at least one page" in page.context["form"].errors["sources_by_address"][0]
    assert place.sources.exists()


def test_whoever_says_nothing_of_sources_leaves_them(db):
    place = with_source()
    entry = PlaceEntry(country=place.country_id, slug=place.slug, name="Corrected")

    record_place(entry=entry, existing=place, by=None, at=NOW)

    assert place.sources.exists()


@pytest.mark.parametrize("section", ["places", "networks", "approaches", "decisions", "sources"])
def test_nothing_is_deleted_past_the_verbs(editors, section):
    place = PlaceFactory()

    assert editors.post(f"/admin/fact-{section}/delete/{place.pk}/").status_code == 404
    assert editors.get(f"/admin/fact-{section}/").status_code == 200
    assert b"/delete/" not in editors.get(edit(place)).content


@pytest.mark.parametrize("role", ["researcher", "translator"])
def test_who_only_researches_or_translates_corrects_no_fact(client, role):
    call_command("ensure_roles")
    place = PlaceFactory()
    client.force_login(somebody(role, countries=["DE"], languages=["de"]))

    answers = [
        client.post(edit(place), place_form(place, name="Corrected")),
        client.post(NEW, place_form(place, slug="another")),
    ]

    place.refresh_from_db()
    assert [answer["Location"] for answer in answers] == ["/admin/", "/admin/"]
    assert place.name != "Corrected"
    assert Place.objects.count() == 1
