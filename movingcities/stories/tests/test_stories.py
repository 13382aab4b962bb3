"""Publishing stories, finding the one to show, and what editors do to them."""

import pytest

from movingcities.evidence.actions import MissingSource
from movingcities.evidence.models import Change
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.languages.actions import ensure_locales
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.actions import publish_story, section_values, takeaway_values
from movingcities.stories.models import NetworkStory, PlaceStory
from movingcities.stories.queries import sources_of_stories
from movingcities.stories.tests.factories import network_story, place_story

pytestmark = pytest.mark.django_db


def correct(story, **fields):
    return publish_story(
        **{
            "model": type(story),
            "fact": story.place,
            "language": story.language,
            "words": {"introduction": "Corrected."},
            "sources": story.sources.all(),
            "existing": story,
            "by": None,
            "at": NOW,
            **fields,
        }
    )


def test_a_story_is_published_with_its_sources_and_a_revision():
    source = SourceFactory()
    ensure_locales()

    story = publish_story(
        model=NetworkStory,
        fact=NetworkFactory(),
        language="en",
        words={"description": "Unites towns."},
        sources=[source],
        written="2026-11",
        by=None,
        at=NOW,
    )

    stored = NetworkStory.objects.published().get()
    assert (stored.description, stored.origin, stored.written) == ("Unites towns.", "original", "2026-11")
    assert list(stored.sources.all()) == [source]
    assert stored.revisions.count() == 1
    assert Change.objects.filter(verb="published", kind="network story", object_id=story.pk).exists()


def test_a_story_without_a_source_is_refused():
    ensure_locales()

    with pytest.raises(MissingSource, match="The text about"):
        publish_story(
            model=NetworkStory,
            fact=NetworkFactory(),
            language="en",
            words={"description": "x"},
            sources=[],
            by=None,
            at=NOW,
        )

    assert not NetworkStory.objects.exists()


def test_a_correction_is_a_revision_of_the_same_story():
    story = place_story()

    correct(story)

    stored = PlaceStory.objects.get()
    assert (stored.pk, stored.introduction) == (story.pk, "Corrected.")
    assert stored.revisions.count() == 2
    assert not stored.has_unpublished_changes


def test_a_portrait_makes_its_place_active_until_it_is_withdrawn():
    story = place_story()
    place = story.place
    place.refresh_from_db()
    published = (place.story_count, place.is_active)

    story.unpublish()

    place.refresh_from_db()
    assert published == (1, True)
    assert (place.story_count, place.is_active) == (0, False)


def test_a_deleted_portrait_is_no_longer_counted():
    story = place_story()
    place = story.place

    story.delete()

    place.refresh_from_db()
    assert (place.story_count, place.is_active) == (0, False)


def test_a_draft_is_not_shown():
    story = place_story()
    story.introduction = "A draft."
    story.save_revision()

    shown = PlaceStory.objects.published().get()

    assert shown.introduction == "Test introduction."


def test_a_story_is_shown_in_the_readers_language_else_in_english():
    both, english = PlaceFactory(), PlaceFactory()
    place_story(both), place_story(english)
    place_story(both, language="de", introduction="Deutsch.")
    facts = [both.pk, english.pk]

    german = PlaceStory.objects.by_fact(facts, "de")
    french = PlaceStory.objects.by_fact(facts, "fr")

    assert {pk: story.language for pk, story in german.items()} == {both.pk: "de", english.pk: "en"}
    assert {pk: story.language for pk, story in french.items()} == {both.pk: "en", english.pk: "en"}


def test_a_story_in_another_language_is_shown_to_nobody_else():
    place = PlaceFactory()
    place_story(place, language="pl")

    assert PlaceStory.objects.by_fact([place.pk], "de") == {}


def test_a_withdrawn_translation_falls_back_to_english():
    place = PlaceFactory()
    place_story(place)
    place_story(place, language="de").unpublish()

    assert PlaceStory.objects.by_fact([place.pk], "de")[place.pk].language == "en"


def test_translations_of_a_story_belong_together():
    place = PlaceFactory()

    english, german = place_story(place), place_story(place, language="de")

    assert english.translation_key == german.translation_key


def test_stories_of_many_facts_are_one_query(django_assert_num_queries):
    places = [PlaceFactory() for _ in range(12)]
    for place in places[:6]:
        place_story(place)

    with django_assert_num_queries(1):
        PlaceStory.objects.by_fact([place.pk for place in places], "de")


def test_sources_of_several_stories_are_listed_once_each():
    first, second = network_story(), network_story()
    second.sources.add(*first.sources.all())
    second.save()

    listed = sources_of_stories(NetworkStory, [first, second])

    assert len(listed) == len(set(listed)) == 2


def test_blocks_have_ids_so_that_translations_can_hang_on_them():
    blocks = [*section_values([("A", "a"), ("B", "b")]), *takeaway_values(["one"])]

    assert len({block["id"] for block in blocks}) == 3
    assert blocks[0]["value"] == {"heading": "A", "text": "a", "footnotes": []}
