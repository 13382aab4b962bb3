"""The desk: opening a translation, following a changed original, taking stock."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from movingcities.accounts.tests.factories import UserFactory
from movingcities.evidence.tests.factories import NOW
from movingcities.stories.actions import section_values
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story, rewrite
from movingcities.translation.actions import CARRIED, confirm_machine_translation, open_for_translation
from movingcities.translation.outcomes import NotAnOriginal

pytestmark = pytest.mark.django_db


def greek():
    return Locale.objects.get(language_code="el")


def translate(job, path, words, *, kind="manual", number=0):
    """As the desk notes what a translator types."""
    segment = StringSegment.objects.filter(source=job.source, context__path=path).order_by("order")[number]
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=job.target_locale,
        defaults={"data": words, "translation_type": kind, "tool_name": ""},
    )


def target(job):
    return ApproachStory.objects.get(locale=job.target_locale, translation_key=job.source.object_id)


def finished(**words):
    """An English story and its Greek translation by a person, published from the desk."""
    english = approach_story(**words)
    job = open_for_translation(original=english, locale=greek(), by=None)
    translate(job, "title", "Τίτλος")
    translate(job, "summary", "Περίληψη.")
    job.save_target(publish=True)
    return english, job


def test_a_new_translation_is_a_draft_that_nobody_sees():
    english = approach_story()

    job = open_for_translation(original=english, locale=greek(), by=None)

    assert not target(job).live
    assert job.get_progress() == (2, 0)


def test_opening_twice_makes_one_job():
    english = approach_story()

    jobs = [open_for_translation(original=english, locale=greek(), by=None) for _time in range(2)]

    assert jobs[0] == jobs[1]


def test_a_translation_that_readers_see_stays_as_it_is_and_is_what_the_translator_begins_with():
    english = approach_story(body=section_values([("How", "<p>One.</p><p>Two.</p>")]))
    machine = approach_story(
        english.approach, language="el", origin="machine", title="Τίτλος", summary="",
        body=section_values([("Πώς", "<p>Ένα.</p><p>Δύο.</p>")]),
    )  # fmt: skip

    job = open_for_translation(original=english, locale=greek(), by=None)

    machine.refresh_from_db()
    assert (machine.live, machine.title, machine.summary) == (True, "Τίτλος", "")
    known = StringTranslation.objects.filter(locale=greek())
    assert {each.data for each in known} == {"Τίτλος", "Πώς", "Ένα.", "Δύο."}
    assert {each.translation_type for each in known} == {"machine"}
    assert job.get_progress() == (5, 4)


def test_a_translation_is_not_translated_again():
    english = approach_story()
    german = approach_story(english.approach, language="de", origin="human")

    with pytest.raises(NotAnOriginal):
        open_for_translation(original=german, locale=greek(), by=None)


def test_what_is_published_from_the_desk_says_who_translated_it(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _english, job = finished()

    story = target(job)
    assert (story.live, story.origin, story.title) == (True, "human", "Τίτλος")
    assert set(story.standing) == {"title", "summary"}
    assert story.outdated == []


def test_one_changed_sentence_makes_one_passage_outdated_and_changes_nothing_else(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()

    rewrite(english, summary="Another summary.")

    story = target(job)
    assert story.outdated == ["summary"]
    assert (story.live, story.title, story.summary) == (True, "Τίτλος", "Περίληψη.")
    carried = StringTranslation.objects.get(locale=greek(), tool_name=CARRIED)
    assert (carried.data, carried.translation_of.data) == ("Περίληψη.", "Another summary.")


def test_a_carried_over_passage_stays_outdated_until_a_person_has_seen_it(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    rewrite(english, summary="Another summary.")

    with django_capture_on_commit_callbacks(execute=True):
        job.save_target(publish=True)
    before = target(job).outdated
    translate(job, "summary", "Άλλη περίληψη.")
    with django_capture_on_commit_callbacks(execute=True):
        job.save_target(publish=True)

    assert before == ["summary"]
    assert target(job).outdated == []
    assert target(job).summary == "Άλλη περίληψη."


def test_an_original_that_is_taken_back_brings_its_translation_back(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    rewrite(english, summary="Another summary.")

    rewrite(english, summary="Test summary.")

    assert target(job).outdated == []


def test_a_machines_translation_is_called_so_until_a_person_puts_a_name_to_it(
    django_capture_on_commit_callbacks,
):
    english = approach_story()
    job = open_for_translation(original=english, locale=greek(), by=None)
    translate(job, "title", "Τίτλος", kind="machine")
    translate(job, "summary", "Περίληψη.")
    with django_capture_on_commit_callbacks(execute=True):
        job.save_target(publish=True)
    before = target(job).origin
    checker = UserFactory()

    confirm_machine_translation(translation=target(job), by=checker, at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        job.save_target(publish=True)

    story = target(job)
    assert (before, story.origin, story.checked_by, story.checked_at) == ("machine", "checked", checker, NOW)


def test_an_older_revision_does_not_bring_its_notes_back(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    revision = target(job).latest_revision
    rewrite(english, summary="Another summary.")

    revision.publish()

    assert target(job).outdated == ["summary"]


def test_what_is_written_in_the_ordinary_editor_is_a_persons(django_capture_on_commit_callbacks):
    english = approach_story(title="Flats")
    german = approach_story(
        english.approach, language="de", origin="machine", title="Flache", summary="Kurz."
    )

    story = rewrite(german, title="Wohnungen")

    assert {path: stand["how"] for path, stand in story.standing.items()} == {
        "title": "human",
        "summary": "machine",
    }
    assert story.origin == "machine"
