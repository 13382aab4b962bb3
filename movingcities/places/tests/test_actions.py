"""Writing places."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from movingcities.evidence.models import Change, PreviousSlug
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.actions import (
    Activity,
    PlaceEntry,
    SlugTaken,
    record_country,
    record_gazetteer,
    record_place,
    set_activity,
    set_first_member,
)
from movingcities.places.models import Country, Place
from movingcities.places.tests.factories import CountryFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def entry(**fields):
    return PlaceEntry(**{"country": "DE", "slug": "teststadt", "name": "Teststadt", **fields})


def test_a_country_is_corrected_not_doubled():
    record_country(code="GB", is_eu_member=True, is_council_of_europe_member=True)
    record_country(code="GB", is_eu_member=False, is_council_of_europe_member=True)

    assert not Country.objects.get().is_eu_member


def test_what_follows_from_a_place_is_stored_with_it():
    CountryFactory()

    place = record_place(entry=entry(name="Łódzkie Öhringen", latitude=52.0, longitude=10.0), by=None, at=NOW)

    assert (place.hoist, place.sort_name) == ("LOD", "lodzkie ohringen")
    assert (place.easting, place.northing) == (4321000, 3210000)
    assert (place.created_at, place.changed_at) == (NOW, NOW)


def test_a_changed_slug_keeps_its_former_address():
    place = PlaceFactory(slug="before")

    record_place(entry=entry(slug="after"), existing=place, by=None, at=NOW)

    former = PreviousSlug.objects.get()
    assert (former.kind, former.within, former.slug, former.object_id) == ("place", "DE", "before", place.pk)


def test_an_unchanged_slug_leaves_no_former_address():
    place = PlaceFactory(slug="teststadt")

    record_place(entry=entry(name="Other name"), existing=place, by=None, at=NOW)

    assert not PreviousSlug.objects.exists()


def test_a_slug_that_another_place_has_is_refused():
    PlaceFactory(slug="teststadt")
    changes = Change.objects.count()

    with pytest.raises(SlugTaken, match="Another place in DE already has the address “teststadt”"):
        record_place(entry=entry(), by=None, at=NOW)

    assert Place.objects.count() == 1
    assert Change.objects.count() == changes


def test_names_that_are_no_map_are_refused():
    CountryFactory()

    with pytest.raises(ValidationError, match="language codes"):
        record_place(entry=entry(names={"en": ""}), by=None, at=NOW)


def test_adding_and_correcting_are_logged():
    CountryFactory()

    place = record_place(entry=entry(), by=None, at=NOW, why="first")
    record_place(entry=entry(note="seen"), existing=place, by=None, at=NOW, why="second")

    log = Change.objects.filter(kind="place").order_by("pk").values_list("verb", "object_id", "why")
    assert list(log) == [("added", place.pk, "first"), ("corrected", place.pk, "second")]


def test_sources_of_a_place_stay_when_none_are_given():
    CountryFactory()
    source = SourceFactory()
    place = record_place(entry=entry(), sources=[source], by=None, at=NOW)

    record_place(entry=entry(note="seen"), existing=place, by=None, at=NOW)

    assert list(place.sources.all()) == [source]


def test_the_gazetteer_is_written_like_single_places():
    CountryFactory()
    facts = entry(
        geonames_id=7, names={"en": "Test town"}, other_names="Testopolis", latitude=52.0, longitude=10.0
    )
    one_by_one = record_place(entry=facts, by=None, at=NOW)
    one_by_one.refresh_from_db()
    Place.objects.all().delete()

    added = record_gazetteer(entries=[facts], by=None, at=NOW)

    together = Place.objects.get()
    assert added == 1
    for column in Place._meta.local_concrete_fields:
        if not column.primary_key:
            assert getattr(together, column.attname) == getattr(one_by_one, column.attname), column


def test_the_gazetteer_is_one_line_in_the_log():
    CountryFactory()

    record_gazetteer(entries=[entry(slug=f"t-{number}") for number in range(3)], by=None, at=NOW)

    change = Change.objects.get(kind="place")
    assert (change.object_id, change.why) == (None, "3 places of the gazetteer")


def test_a_place_is_active_as_long_as_one_count_is_above_zero():
    place = PlaceFactory()

    set_activity(activity=Activity.MEMBERSHIPS, counts={place.pk: 2})
    set_activity(activity=Activity.STORIES, counts={place.pk: 1})
    set_activity(activity=Activity.MEMBERSHIPS, counts={place.pk: 0})
    place.refresh_from_db()
    still_active = place.is_active
    set_activity(activity=Activity.STORIES, counts={place.pk: 0})

    place.refresh_from_db()
    assert still_active
    assert (place.is_active, place.membership_count, place.story_count) == (False, 0, 0)


def test_counting_leaves_other_places_alone():
    place, other = PlaceFactory(), PlaceFactory()

    set_activity(activity=Activity.DECISIONS, counts={place.pk: 3})
    set_first_member(days={place.pk: date(2019, 1, 1)})

    other.refresh_from_db()
    assert (other.decision_count, other.is_active, other.first_member_on) == (0, False, None)
