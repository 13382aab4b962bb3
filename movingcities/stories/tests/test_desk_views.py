"""The pages of the desk, and the ways of the translation tool that it keeps shut."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail_localize.models import StringTranslation, TranslationSource

from movingcities.accounts.tests.factories import UserFactory, somebody
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story, place_story, rewrite
from movingcities.stories.tests.test_desk import finished, greek, target, translate
from movingcities.translation import views
from movingcities.translation.actions import confirm_passage, open_for_translation
from movingcities.translation.outcomes import PassageHasGaps
from movingcities.translation.permissions import may_translate
from movingcities.translation.stock import queue_of, stock_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    """Somebody who may do everything, signed in."""
    user = UserFactory(is_superuser=True, role="administrator")
    client.force_login(user)
    return user


def numbers(language, kind):
    stock = next(each for each in stock_of([language]) if each.kind.name == kind)
    return {count.state: count.number for count in stock.counts if count.number}


def address(view, story, language="el"):
    return reverse(f"translation_desk:{view}", args=[language, story._meta.model_name, story.pk])


def test_counts_tell_what_readers_find(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, _job = finished()
    approach_story()
    rewrite(english, summary="Another summary.")

    counts = numbers("el", "approachstory")

    assert counts == {"human": 1, "outdated": 1, "missing": 1}
    assert numbers("en", "approachstory") == {"original": 2}


def test_a_translation_that_nobody_sees_yet_is_missing():
    english = approach_story()

    open_for_translation(original=english, locale=greek(), by=None)

    assert numbers("el", "approachstory") == {"missing": 1}


def test_counts_lead_to_queues_of_that_length(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, _job = finished()
    approach_story()
    rewrite(english, summary="Another summary.")

    counts = numbers("el", "approachstory")

    for state, number in counts.items():
        assert len(queue_of("el", kind="approachstory", state=state)) == number


def test_the_number_of_queries_does_not_grow_with_the_texts(django_assert_num_queries):
    approach_story()
    stock_of(["de", "el"])
    with django_assert_num_queries(10):
        stock_of(["de", "el"])
    for _story in range(3):
        approach_story()

    with django_assert_num_queries(10):
        stock_of(["de", "el"])


def test_the_dashboard_and_the_queue_can_be_looked_at(client, chief):
    story = place_story()

    dashboard = client.get(reverse("translation_desk:dashboard"))
    queue = client.get(reverse("translation_desk:queue", args=["el"]), {"kind": "placestory"})

    assert "?kind=placestory&amp;state=missing" in dashboard.text
    assert address("translate", story) in queue.text


def test_translate_opens_the_editor_and_leaves_what_readers_see(client, chief):
    english = approach_story()
    machine = approach_story(english.approach, language="el", origin="machine", title="Τίτλος")

    response = client.post(address("translate", english))

    machine.refresh_from_db()
    assert response.status_code == 302
    assert response.url.endswith(f"/approachstory/edit/{machine.pk}/")
    assert (machine.live, machine.title) == (True, "Τίτλος")


def test_an_outdated_passage_shows_what_changed_and_can_be_called_right(
    client, chief, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
        rewrite(english, summary="Test summary.")
    rewrite(english, summary="Test synopsis.")

    page = client.get(address("comparison", english))
    client.post(address("comparison", english), {"path": "summary"})

    assert "<del> summary.</del><ins> synopsis.</ins>" in page.text
    story = target(job)
    assert (story.outdated, story.summary, story.origin) == ([], "Περίληψη.", "human")
    assert not StringTranslation.objects.filter(tool_name="carried over").exists()


def test_a_passage_with_other_parts_cannot_be_called_right(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _english, job = finished()

    with pytest.raises(PassageHasGaps):
        confirm_passage(translation=target(job), path="results", by=UserFactory())


def test_a_machines_translation_is_confirmed_with_a_name(client, chief):
    english = approach_story()
    approach_story(english.approach, language="el", origin="machine", title="Τίτλος")

    client.post(address("comparison", english))

    story = ApproachStory.objects.get(locale=greek())
    assert (story.origin, story.checked_by) == ("checked", chief)


def test_nothing_translated_is_nothing_to_publish(client, chief):
    english = approach_story()
    job = open_for_translation(original=english, locale=greek(), by=None)
    story = target(job)
    edit = reverse("wagtailsnippets_stories_approachstory:edit", args=[story.pk])

    client.post(edit, {"action": "publish"})

    assert not target(job).live


def test_what_is_half_translated_is_published_and_its_gaps_are_named(
    client, chief, django_capture_on_commit_callbacks
):
    english = approach_story()
    job = open_for_translation(original=english, locale=greek(), by=None)
    translate(job, "title", "Τίτλος")
    edit = reverse("wagtailsnippets_stories_approachstory:edit", args=[target(job).pk])

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(edit, {"action": "publish"}, follow=True)

    assert target(job).live
    assert "readers see the original: summary." in response.text


def test_ways_that_would_harm_a_translation_lead_to_the_desk(
    client, chief, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    source = TranslationSource.objects.get()
    ways = [
        reverse("wagtail_localize:submit_snippet_translation", args=["stories", "approachstory", english.pk]),
        reverse("wagtail_localize:update_translations", args=[source.pk]),
        reverse("wagtail_localize:stop_translation", args=[job.pk]),
        reverse("wagtail_localize:machine_translate", args=[job.pk]),
        reverse("wagtail_localize:upload_pofile", args=[job.pk]),
        reverse("wagtail_localize:convert_to_alias", args=[1]),
    ]

    answers = [client.post(way, {"publish_translations": "on"}) for way in ways]

    assert {answer.url for answer in answers} == {reverse("translation_desk:dashboard")}
    job.refresh_from_db()
    assert (job.enabled, target(job).live) == (True, True)


def test_a_translator_works_in_own_languages_only(rf):
    english = approach_story()
    translator = somebody("translator", languages=["de"])
    request = rf.post(address("translate", english, "el"))
    request.user = translator

    with pytest.raises(PermissionDenied):
        views.translate(request, "el", "approachstory", str(english.pk))

    assert may_translate(translator, "de")
    assert not TranslationSource.objects.exists()
