"""Writing topics and approaches, and what is counted of them."""

import pytest
from django.core.exceptions import ValidationError

from movingcities.approaches.actions import ApproachEntry, TopicEntry, record_approach, record_topic
from movingcities.approaches.models import Approach, Topic
from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.evidence.actions import MissingSource
from movingcities.evidence.models import Change, PreviousSlug
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db


def correct(approach, **fields):
    return record_approach(
        **{
            "entry": ApproachEntry(slug=approach.slug, status=approach.status),
            "places": list(approach.places.all()),
            "topics": list(approach.topics.all()),
            "sources": approach.sources.all(),
            "existing": approach,
            "by": None,
            "at": NOW,
            **fields,
        }
    )


def test_an_approach_makes_its_places_active():
    first, second = PlaceFactory(), PlaceFactory()

    ApproachFactory(places=[first, second])

    for place in (first, second):
        place.refresh_from_db()
        assert (place.approach_count, place.is_active) == (1, True)


def test_an_approach_that_moves_leaves_true_counts_behind():
    before, after = PlaceFactory(), PlaceFactory()
    approach = ApproachFactory(places=[before])

    correct(approach, places=[after])

    before.refresh_from_db(), after.refresh_from_db()
    assert (before.approach_count, before.is_active) == (0, False)
    assert (after.approach_count, after.is_active) == (1, True)


def test_a_changed_slug_keeps_its_former_address():
    approach = ApproachFactory(slug="before")

    correct(approach, entry=ApproachEntry(slug="after", status="unknown"))

    former = PreviousSlug.objects.get()
    assert (former.kind, former.slug, former.object_id) == ("approach", "before", approach.pk)


def test_an_approach_without_a_source_is_refused():
    with pytest.raises(MissingSource, match="The approach “flats”"):
        record_approach(
            entry=ApproachEntry(slug="flats", status="active"),
            places=[PlaceFactory()],
            topics=[],
            sources=[],
            by=None,
            at=NOW,
        )

    assert not Approach.objects.exists()


def test_an_approach_of_unknown_status_is_refused():
    with pytest.raises(ValidationError, match="status"):
        ApproachFactory(status="sleeping")


def test_adding_and_correcting_are_logged():
    approach = ApproachFactory()

    correct(approach, why="ended in spring")

    log = Change.objects.filter(kind="approach").order_by("pk").values_list("verb", "why")
    assert list(log) == [("added", ""), ("corrected", "ended in spring")]


def test_a_topic_is_corrected_with_labels_and_synonyms():
    topic = TopicFactory(slug="housing")

    record_topic(
        entry=TopicEntry(
            "housing", 3, {"en": "Housing", "de": "Wohnen"}, synonyms={"en": ("flats", "shelter")}
        ),
        existing=topic,
        by=None,
        at=NOW,
    )

    stored = Topic.objects.get()
    assert (stored.position, stored.synonyms) == (3, {"en": ["flats", "shelter"]})
    assert [(said.text, said.language) for said in map(stored.label_in, ("de", "fr"))] == [
        ("Wohnen", "de"),
        ("Housing", "en"),
    ]


def test_what_runs_comes_before_what_ended():
    place = PlaceFactory()
    statuses = ["reversed", "ended", "unknown", "planned", "active"]
    for status in statuses:
        ApproachFactory(places=[place], status=status)

    listed = [approach.status for approach in Approach.objects.of_place(place)]

    assert listed == ["active", "planned", "unknown", "ended", "reversed"]


def test_sources_are_replaced_by_a_correction():
    approach, source = ApproachFactory(), SourceFactory()

    correct(approach, sources=[source])

    assert list(approach.sources.all()) == [source]
