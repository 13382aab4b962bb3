"""The section of sources: found by what is known of them, corrected by the verb, added only by citing."""

import pytest

from movingcities.accounts.models import User
from movingcities.evidence.actions import SourceEntry, correct_source
from movingcities.evidence.models import Change, Source
from movingcities.evidence.tests.factories import NOW, SourceFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/fact-sources/"


@pytest.fixture
def editors(client):
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


def edit(source):
    return f"{LIST}edit/{source.pk}/"


def opened(editors, source, **changed):
    """What a browser sends back from the form as it was opened now, with changes."""
    form = editors.get(edit(source)).context["form"]
    names = ("url", "title", "publisher", "published", "language", "read_on", "seen")
    return {**{name: form[name].value() for name in names}, "why": "A typo.", **changed}


@pytest.mark.parametrize("typed", ["minutes", "TOWN HALL", "council.test"])
def test_a_source_is_found_by_title_publisher_and_address(editors, typed):
    found = SourceFactory(title="Minutes", publisher="Town hall", url="https://council.test/a")
    SourceFactory()

    page = editors.get(LIST, {"q": typed})

    assert list(page.context["object_list"]) == [found]


def test_a_source_without_a_title_can_be_opened_from_the_list(editors):
    source = SourceFactory(title="", url="https://www.council.test/a")

    page = editors.get(LIST).content.decode()

    assert "council.test" in page
    assert edit(source) in page


def test_a_correction_is_written_by_the_verb(editors):
    source = SourceFactory()

    editors.post(
        edit(source),
        opened(editors, source, title="Right", publisher="Town hall", published="2024-05", language="de"),
    )

    source.refresh_from_db()
    assert (source.title, source.publisher, source.published) == ("Right", "Town hall", "2024-05")
    assert Change.objects.get(kind="source", verb="corrected").why == "A typo."


def test_a_new_address_has_not_been_checked_yet(editors):
    source = SourceFactory(last_checked_at=NOW, last_status=404, archive_url="https://archive.test/a")

    editors.post(edit(source), opened(editors, source, url="https://test.example/moved"))

    source.refresh_from_db()
    assert source.url == "https://test.example/moved"
    assert (source.last_checked_at, source.last_status, source.archive_url) == (None, None, "")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"url": "https://test.example/taken"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "ftp://test.example/"}, "url"),
        ({"published": "soon"}, "published"),
        ({"why": ""}, "why"),
    ],
)
def test_what_cannot_be_right_is_told_at_its_field(editors, changed, field):
    SourceFactory(url="https://test.example/taken")
    source = SourceFactory()

    page = editors.post(edit(source), opened(editors, source, **changed))

    assert page.context["form"].errors[field]
    assert not Change.objects.exists()


def test_what_somebody_changed_meanwhile_is_told(editors):
    source = SourceFactory(title="Before")
    form = opened(editors, source, title="Mine")
    correct_source(source=source, entry=SourceEntry(source.url, title="Theirs"), by=None, at=NOW)

    page = editors.post(edit(source), form)

    assert page.context["form"].errors["title"] == ["Meanwhile it says: “Theirs”."]
    assert Source.objects.get().title == "Theirs"


def test_a_source_is_added_only_by_citing_it(editors):
    assert editors.get(f"{LIST}new/").status_code == 404
    assert f"{LIST}new/" not in editors.get(LIST).content.decode()
