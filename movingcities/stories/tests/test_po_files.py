"""Translations that go out as files and come back: nothing is lost, nobody's words are replaced unasked."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from wagtail_localize.models import StringTranslation

from movingcities.accounts.tests.factories import UserFactory
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.evidence.tests.factories import NOW
from movingcities.stories.tests.factories import approach_story, rewrite
from movingcities.stories.tests.test_desk import finished, greek, translate
from movingcities.translation.actions import import_answers, open_for_translation
from movingcities.translation.models import GlossaryTerm, NotTaken
from movingcities.translation.po_files import NotAPoFile, export, read
from movingcities.translation.terms import Term

pytestmark = pytest.mark.django_db

WORDS = some.text(some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>%{}"), min_size=1)


def come_back(job, po):
    _key, _language, answers = read(str(po).encode())
    return import_answers(job=job, answers=answers, by=None, at=NOW)


def words(original):
    return StringTranslation.objects.get(translation_of__data=original, locale=greek()).data


def an_open_job():
    return open_for_translation(original=approach_story(), locale=greek(), by=None)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=WORDS.filter(str.strip))
def test_a_round_trip_loses_nothing(title):
    StringTranslation.objects.all().delete()
    job = an_open_job()
    po = export(job, [])
    po.find("Test approach").msgstr = title

    come_back(job, po)

    assert export(job, []).find("Test approach").msgstr == title
    assert come_back(job, export(job, [])).taken == 0


def test_a_string_that_was_translated_meanwhile_stays_and_the_files_words_are_kept():
    job = an_open_job()
    po = export(job, [])
    translate(job, "title", "Τίτλος")
    po.find("Test approach").msgstr = "Άλλος"

    report = come_back(job, po)

    assert (report.taken, len(report.refused), words("Test approach")) == (0, 1, "Τίτλος")
    assert NotTaken.objects.get().words == "Άλλος"


def test_words_for_an_original_that_has_changed_are_kept_for_review():
    english = approach_story()
    job = open_for_translation(original=english, locale=greek(), by=None)
    po = export(job, [])
    po.find("Test summary.").msgstr = "Περίληψη."
    rewrite(english, summary="Another summary.")

    come_back(job, po)

    assert NotTaken.objects.get().words == "Περίληψη."


def test_a_forbidden_word_is_refused():
    GlossaryTerm.objects.create(language="el", forbidden=["λαθρομετανάστης"])
    job = an_open_job()
    po = export(job, [])
    po.find("Test approach").msgstr = "Λαθρομετανάστες"

    assert come_back(job, po).taken == 0


def test_carried_over_words_are_fuzzy_with_the_former_original(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    rewrite(english, summary="Another summary.")

    entry = export(job, []).find("Another summary.")

    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Περίληψη.", True, "Test summary.")


def test_a_carried_over_string_is_confirmed_by_taking_off_the_mark(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english, job = finished()
    rewrite(english, summary="Another summary.")
    po = export(job, [])
    untouched = come_back(job, po)
    po.find("Another summary.").flags = []

    assert untouched.taken == 0
    assert come_back(job, po).taken == 1
    assert not export(job, []).find("Another summary.").fuzzy


def test_the_glossary_is_told_to_translators():
    job = an_open_job()

    entry = export(job, [Term("approach", required=("προσέγγιση",))]).find("Test approach")

    assert "approach: προσέγγιση" in entry.comment


@pytest.mark.parametrize(
    "content",
    [b"", b"/etc/passwd", b"\xff\xfe\x00", b"msgid\0\n", b"<html>\n", b'msgid "x\nbroken', b"x" * 5_000_001],
)
def test_what_is_no_po_file_is_refused(content):
    with pytest.raises(NotAPoFile):
        read(content)


def test_files_go_out_in_a_zip_and_come_back_one_by_one(client):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    approach_story()

    packed = client.post(reverse("translation_desk:export", args=["el"]) + "?state=missing")
    [name] = ZipFile(BytesIO(packed.content)).namelist()
    po = ZipFile(BytesIO(packed.content)).read(name)
    po = po.replace(b'msgid "Test approach"\nmsgstr ""', b'msgid "Test approach"\nmsgstr "Titlos"')
    client.post(reverse("translation_desk:import", args=["el"]), {"file": SimpleUploadedFile("../x.po", po)})

    assert words("Test approach") == "Titlos"


def test_a_zip_that_holds_only_a_part_of_the_queue_says_so(client, monkeypatch):
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    monkeypatch.setattr("movingcities.translation.views.MOST_FILES", 1)
    approach_story()
    approach_story(ApproachFactory())

    packed = client.post(
        reverse("translation_desk:export", args=["el"]) + "?state=missing&kind=approachstory"
    )

    assert b"the first 1 of 2 texts" in ZipFile(BytesIO(packed.content)).read("README.txt")
    assert len(ZipFile(BytesIO(packed.content)).namelist()) == 2
