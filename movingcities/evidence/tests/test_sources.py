"""Sources: noted once, filled, corrected; the log of changes; former addresses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from movingcities.accounts.models import User
from movingcities.evidence.actions import (
    MissingSource,
    SourceEntry,
    correct_source,
    log_change,
    note_sources,
    remember_slug,
    require_sources,
)
from movingcities.evidence.models import Change, PreviousSlug, Source
from movingcities.evidence.tests.factories import NOW, SourceFactory

pytestmark = pytest.mark.django_db


def test_the_same_address_is_one_source():
    first, second = (note_sources(entries=[SourceEntry("https://test.example/a")])[0] for _ in range(2))

    assert first == second
    assert Source.objects.count() == 1


def test_sources_come_back_in_the_order_given():
    known = SourceFactory(url="https://test.example/known")

    noted = note_sources(
        entries=[SourceEntry("https://test.example/new"), SourceEntry(known.url), SourceEntry(known.url)]
    )

    assert [source.url for source in noted] == ["https://test.example/new", "https://test.example/known"]


def test_what_was_empty_is_filled_and_what_was_written_stays():
    known = SourceFactory(title="By hand", publisher="")

    note_sources(entries=[SourceEntry(known.url, title="Other", publisher="Press", published="2024-05")])

    known.refresh_from_db()
    assert (known.title, known.publisher, known.published) == ("By hand", "Press", "2024-05")
    assert (known.published_earliest, known.published_latest) == (date(2024, 5, 1), date(2024, 5, 31))


def test_an_address_of_the_greatest_length_with_greek_letters_is_kept():
    url = "https://test.example/αθήνα/" + "x" * 470

    source = note_sources(entries=[SourceEntry(url)])[0]

    assert Source.objects.get(pk=source.pk).url == url


@pytest.mark.parametrize(
    "entry", [SourceEntry("not an address"), SourceEntry("https://t.example/", published="soon")]
)
def test_a_source_that_is_none_is_refused(entry):
    with pytest.raises(ValidationError):
        note_sources(entries=[entry])

    assert not Source.objects.exists()


def test_a_correction_replaces_and_is_logged():
    source = SourceFactory(title="Wrong", publisher="Wrong")
    editor = User.objects.create(username="editor")

    correct_source(source=source, entry=SourceEntry(source.url, title="Right"), by=editor, at=NOW, why="typo")

    source.refresh_from_db()
    change = Change.objects.get()
    assert (source.title, source.publisher) == ("Right", "")
    assert (change.verb, change.kind, change.object_id) == ("corrected", "source", source.pk)
    assert (change.by, change.at, change.why) == (editor, NOW, "typo")


def test_a_source_without_a_title_is_called_by_its_host():
    assert str(SourceFactory(title="", url="https://www.test.example/a/b")) == "test.example"
    assert str(SourceFactory(title="A title")) == "A title"


def test_a_record_without_a_source_is_refused_in_words_that_help():
    with pytest.raises(MissingSource, match="The network “X” has no source: add at least one page"):
        require_sources([], "The network “X”")


def test_a_former_address_leads_to_the_last_thing_that_had_it():
    for object_id in (1, 2):
        remember_slug(kind=PreviousSlug.Kind.NETWORK, within="", slug="old", object_id=object_id)

    assert PreviousSlug.objects.get(slug="old").object_id == 2


def test_a_command_on_the_server_is_logged_without_a_person():
    log_change(verb="added", kind="place", object_id=None, by=None, at=NOW, why="all of them")

    assert str(Change.objects.get()) == "added place"
