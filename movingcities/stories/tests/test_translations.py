"""A story in the reader's language, and what it leaves to the English one."""

import pytest

from movingcities.evidence.actions import MissingSource
from movingcities.evidence.models import Change
from movingcities.evidence.tests.factories import NOW, SourceFactory
from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.actions import StoryEntry, publish_new_stories, section_values, takeaway_values
from movingcities.stories.models import ApproachStory, PlaceStory
from movingcities.stories.tests.factories import approach_story, decision_story, place_story, rewrite
from tests.constraints import violates

pytestmark = pytest.mark.django_db

LONG = "A text that is long enough to be known again when somebody has copied it. " * 2


def read(story, language="de"):
    fact_id = getattr(story, f"{story.fact_name}_id")
    return type(story).objects.by_fact([fact_id], language)[fact_id]


def test_a_translated_field_is_told_in_the_readers_language_and_the_rest_in_english():
    english = approach_story(title="Flats", summary="Flats, not halls.", results="Many live there.")
    approach_story(english.approach, language="de", origin="machine", title="Wohnungen", summary="")

    story = read(english)

    assert (story.said("title").text, story.said("title").language) == ("Wohnungen", "de")
    assert (story.said("summary").text, story.said("summary").language) == ("Flats, not halls.", "en")
    assert (story.said("results").text, story.said("results").language) == ("Many live there.", "en")


def test_a_field_that_nobody_filled_in_is_empty_in_the_readers_language():
    english = approach_story()
    approach_story(english.approach, language="de", origin="machine")

    assert read(english).said("funding").text == ""


def test_a_story_in_english_only_is_told_in_english():
    story = read(approach_story(title="Flats"))

    assert story.spare is None
    assert (story.said("title").text, story.said("title").language) == ("Flats", "en")


def test_a_long_text_copied_from_the_english_is_not_taken_for_a_translation():
    english = approach_story(title="Buddies", summary=LONG, how_it_works=LONG)
    approach_story(
        english.approach, language="de", origin="machine", title="Buddies", summary=LONG, how_it_works="Kurz."
    )

    story = read(english)

    assert story.said("summary").language == "en"
    assert story.said("how_it_works").language == "de"
    assert story.said("title").language == "de"


def test_copied_takeaways_are_not_taken_for_a_translation():
    english = place_story(takeaways=takeaway_values(["Begin small."]))
    place_story(
        english.place, language="de", origin="machine", takeaways=takeaway_values(["Begin small."]),
        body=section_values([("Anfang", "Klein.")]),
    )  # fmt: skip

    story = read(english)

    assert story.teller("takeaways").language == "en"
    assert story.teller("body").language == "de"


def test_a_translation_is_outdated_where_its_original_reads_differently_now():
    english = decision_story(title="Town decides")
    decision_story(english.decision, language="de", origin="machine", title="Stadt beschließt")
    assert not read(english).is_outdated

    rewrite(english, what_was_decided="More than before.")

    assert read(english).outdated == ["what_was_decided"]
    assert read(english).title == "Stadt beschließt"
    assert not read(english, "en").is_outdated


def test_a_translation_is_not_outdated_by_an_original_published_anew_as_it_was():
    english = decision_story()
    decision_story(english.decision, language="de", origin="machine", title="Stadt beschließt")

    rewrite(english, title=english.title)

    assert not read(english).is_outdated


@pytest.mark.parametrize(
    ("make", "field", "name"),
    [
        (place_story, "introduction", "original_portrait_has_an_introduction"),
        (approach_story, "summary", "original_text_of_an_approach_has_a_summary"),
        (decision_story, "what_was_decided", "original_text_of_a_decision_says_what_was_decided"),
    ],
)
def test_an_original_is_whole(make, field, name):
    story = make()

    with violates(type(story), name):
        type(story).objects.filter(pk=story.pk).update(**{field: ""})


def test_a_portrait_in_two_languages_is_one_portrait():
    english = place_story()
    place_story(english.place, language="de", origin="machine")

    assert Place.objects.get(pk=english.place_id).story_count == 1


def test_many_stories_published_at_once_are_as_if_published_one_by_one():
    one_by_one = place_story()
    place, source = PlaceFactory(), SourceFactory()
    words = {"subtitle": "Together", "introduction": "At once.", "takeaways": takeaway_values(["Hurry."])}

    (story,) = publish_new_stories(
        model=PlaceStory, entries=[StoryEntry(place, words, [source], "2026")], language="en", by=None, at=NOW
    )

    story = PlaceStory.objects.get(pk=story.pk)
    assert (story.live, story.written) == (True, "2026")
    assert list(story.sources.all()) == [source]
    assert story.live_revision_id == story.latest_revision_id
    assert not story.has_unpublished_changes
    assert Place.objects.get(pk=place.pk).story_count == 1
    as_published = story.live_revision.as_object()
    assert [str(block.value) for block in as_published.takeaways] == ["Hurry."]
    assert list(as_published.sources.all()) == [source]
    logged = Change.objects.filter(kind="place story", object_id__in=[one_by_one.pk, story.pk])
    assert set(logged.values_list("verb")) == {("published",)}


def test_the_queries_of_publishing_do_not_grow_with_each_field_of_each_story(django_assert_max_num_queries):
    source = SourceFactory()
    english = [approach_story() for _number in range(12)]
    entries = [StoryEntry(story.approach, {"title": "Titel", "summary": ""}, [source]) for story in english]

    with django_assert_max_num_queries(14 + 8 * len(entries)):
        publish_new_stories(
            model=ApproachStory, entries=entries, language="de", origin="machine", by=None, at=NOW
        )


def test_stories_published_at_once_need_a_source_each():
    entries = [StoryEntry(PlaceFactory(), {"subtitle": "A", "introduction": "B"}, [])]
    place_story()

    with pytest.raises(MissingSource):
        publish_new_stories(model=PlaceStory, entries=entries, language="en", by=None, at=NOW)


def test_an_editor_is_told_that_an_original_must_be_whole(admin_client):
    english = approach_story()
    form = {
        "approach": english.approach_id,
        "title": "Title",
        "written": "",
        "sources": "\n".join(source.url for source in english.sources.all()),
        "summary": "",
        "body-count": "0",
        "action-publish": "publish",
    }

    refused = admin_client.post(f"/admin/snippets/stories/approachstory/edit/{english.pk}/", form)

    assert "Only a translation may leave this empty." in refused.content.decode()
    assert ApproachStory.objects.get(pk=english.pk).summary == "Test summary."
