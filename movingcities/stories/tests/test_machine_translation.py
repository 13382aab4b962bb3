"""Machines at the desk: what they may translate, and what of it is taken."""

import logging

import pytest
import requests
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from movingcities.accounts.tests.factories import UserFactory, somebody
from movingcities.evidence.tests.factories import NOW
from movingcities.stories.tests.factories import approach_story, rewrite
from movingcities.stories.tests.test_desk import finished, greek, target, translate
from movingcities.translation import views
from movingcities.translation.actions import open_for_translation, translate_by_machine
from movingcities.translation.engines import EngineFailed
from movingcities.translation.models import GlossaryTerm, NotTaken
from movingcities.translation.tasks import translate_job_by_machine, translate_queue_by_machine

pytestmark = pytest.mark.django_db


class Echo(BaseMachineTranslator):
    """An engine for tests: says the original with a word before it."""

    display_name = "Echo"

    def can_translate(self, source_locale, target_locale):
        return source_locale != target_locale

    def translate(self, source_locale, target_locale, strings):
        problem = self.options.get("PROBLEM")
        if problem:
            raise problem
        word = self.options.get("WORD", "ηχώ")
        return {string: StringValue(f"{word} {string.data}") for string in strings}


@pytest.fixture
def echo(settings):
    """Switch the engine on with options."""

    def switch(**options):
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{__name__}.Echo", "OPTIONS": options}

    switch()
    return switch


def words():
    return {each.translation_of.data: (each.data, each.translation_type)
            for each in StringTranslation.objects.select_related("translation_of")}  # fmt: skip


def test_a_machine_fills_gaps_and_leaves_a_persons_words(echo):
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)
    translate(job, "title", "Τίτλος")

    report = translate_by_machine(job=job, by=None, at=NOW)

    assert words() == {
        "Test approach": ("Τίτλος", "manual"),
        "Test summary.": ("ηχώ Test summary.", "machine"),
    }
    assert (report.taken, report.refused, target(job).live) == (1, 0, False)


def test_a_persons_carried_over_words_are_not_replaced(echo, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    rewrite(english, summary="Another summary.")

    translate_by_machine(job=job, by=None, at=NOW)

    assert words()["Another summary."] == ("Περίληψη.", "manual")


def test_a_machines_own_words_are_renewed_when_the_original_changed(echo, django_capture_on_commit_callbacks):
    english = approach_story()
    job = open_for_translation(original=english, locale=greek(), by=None)
    translate_by_machine(job=job, by=None, at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        job.save_target(publish=True)
    rewrite(english, summary="Another summary.")

    translate_by_machine(job=job, by=None, at=NOW)

    assert words()["Another summary."] == ("ηχώ Another summary.", "machine")


def test_what_breaks_the_glossary_is_kept_with_the_reason_and_not_taken(echo):
    GlossaryTerm.objects.create(language="el", forbidden=["ηχώ"], required=["φωνή"])
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)

    report = translate_by_machine(job=job, by=None, at=NOW)

    assert (report.taken, report.refused) == (0, 2)
    assert not words()
    assert "φωνή" in NotTaken.objects.get(path="title").reason


def test_lost_or_new_marks_are_not_taken(echo):
    echo(WORD="<b>x</b>")
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)

    report = translate_by_machine(job=job, by=None, at=NOW)

    assert report.taken == 0


@pytest.mark.parametrize(
    "problem", [requests.Timeout("key=secret"), ValueError("key=secret"), KeyError("translations")]
)
def test_an_engine_that_fails_changes_nothing_and_its_key_is_not_told(echo, problem, caplog):
    echo(PROBLEM=problem)
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)

    with caplog.at_level(logging.WARNING), pytest.raises(EngineFailed) as raised:
        translate_by_machine(job=job, by=None, at=NOW)

    assert not words()
    assert "secret" not in caplog.text + str(raised.value)


def test_without_an_engine_nothing_is_translated():
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)

    with pytest.raises(EngineFailed):
        translate_by_machine(job=job, by=None, at=NOW)


@pytest.mark.parametrize("publishes", [False, True])
def test_a_machines_text_is_published_only_where_the_settings_say_so(
    echo, settings, publishes, django_capture_on_commit_callbacks
):
    settings.MACHINE_TRANSLATION_PUBLISHES = publishes
    job = open_for_translation(original=approach_story(), locale=greek(), by=None)

    with django_capture_on_commit_callbacks(execute=True):
        translate_job_by_machine.func(job_id=job.pk, user_id=UserFactory().pk)

    assert target(job).live is publishes
    assert target(job).origin == ("machine" if publishes else "human") or not publishes


def test_glossary_term_is_unique_per_language():
    GlossaryTerm.objects.create(language="de", source="refugee")

    with pytest.raises(IntegrityError), transaction.atomic():
        GlossaryTerm.objects.create(language="de", source="refugee")


@pytest.fixture
def chief(client):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))


@pytest.mark.usefixtures("chief")
def test_a_queue_is_translated_by_machine_but_for_what_a_person_said(client, echo):
    first, second = approach_story(), approach_story()
    translate(open_for_translation(original=first, locale=greek(), by=None), "title", "Τίτλος")

    page = client.get("/admin/translation-desk/el/").content.decode()
    client.post("/admin/translation-desk/el/by-machine/?kind=approachstory&state=missing")

    made = {
        (each.context.object_id, each.data, each.translation_type)
        for each in StringTranslation.objects.filter(context__path="title")
    }
    assert "Have a machine translate what is listed here" in page
    assert made == {
        (first.translation_key, "Τίτλος", "manual"),
        (second.translation_key, "ηχώ Test approach", "machine"),
    }


@pytest.mark.usefixtures("chief")
@pytest.mark.parametrize(
    "address", ["el/by-machine/?state=nonsense", "el/by-machine/?kind=nonsense", "xx/by-machine/"]
)
def test_a_queue_that_does_not_exist_is_not_translated(client, echo, address):
    assert client.post(f"/admin/translation-desk/{address}").status_code == 404


@pytest.mark.usefixtures("chief")
def test_without_an_engine_there_is_no_machine_to_ask(client):
    approach_story()

    page = client.get("/admin/translation-desk/el/").content.decode()

    assert "Have a machine" not in page
    assert client.post("/admin/translation-desk/el/by-machine/").status_code == 404


@pytest.mark.usefixtures("echo")
def test_a_translator_has_no_machine_translate_into_other_languages(rf):
    approach_story()
    request = rf.post("/")
    request.user = somebody("translator", languages=["el"])

    with pytest.raises(PermissionDenied):
        views.queue_by_machine(request, "de")

    assert not StringTranslation.objects.exists()


def test_a_queue_ends_where_the_engine_fails(echo, caplog):
    approach_story()
    approach_story()
    echo(PROBLEM=requests.ConnectionError())

    translate_queue_by_machine.enqueue(language="el", kind="", state="", user_id=UserFactory().pk)

    assert caplog.text.count("stays untranslated") == 1
