"""How often readers ask for a text in a language, and the queue that is ordered by it."""

import uuid
from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from movingcities.accounts.tests.factories import UserFactory
from movingcities.languages.actions import ensure_locales
from movingcities.pages.actions import ensure_home_pages
from movingcities.pages.models import HomePage, SectionPage
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)
from movingcities.translation import actions, interest
from movingcities.translation.interest import AT_ONCE, SECONDS, Gathering
from movingcities.translation.models import Interest
from movingcities.translation.stock import queue_of
from movingcities.website.addresses import page_address

BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def asked(monkeypatch, settings):
    """What is counted while a test reads pages."""
    settings.COUNT_INTEREST = True
    counts = Counter()
    monkeypatch.setattr(interest._gathering, "add", lambda each: counts.update([each[:2]]))
    return counts


def address(story):
    return story.get_full_url().removeprefix("http://testserver").removeprefix("/en")


@pytest.mark.django_db
@pytest.mark.parametrize("make", [approach_story, country_story, decision_story, network_story, place_story])
def test_the_page_of_a_fact_counts_its_text_in_the_language_of_the_reader(client, asked, make):
    story = make()

    for language in ("en", "el", "el"):
        assert client.get(f"/{language}{address(story)}", **BROWSER).status_code == 200

    assert asked == {(story.translation_key, "en"): 1, (story.translation_key, "el"): 2}


@pytest.mark.django_db
def test_an_editorial_page_is_counted_once(client, asked):
    ensure_locales()
    ensure_home_pages(featured=[], hostname="testserver", port=80)
    page = SectionPage(title="About", slug="about", teaser="T")
    HomePage.objects.get(slug="home").add_child(instance=page)

    client.get(page_address(page), **BROWSER)

    assert asked == {(page.translation_key, "en"): 1}


@pytest.mark.django_db
def test_robots_previews_and_other_methods_do_not_count(client, asked):
    story = approach_story()
    path = f"/en{address(story)}"

    client.get(path, HTTP_USER_AGENT="Mozilla/5.0 (compatible; Testbot/2.1)")
    client.get(path)
    client.head(path, **BROWSER)
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    client.get(f"/admin/snippets/stories/approachstory/preview/{story.pk}/", **BROWSER)

    assert not asked


@pytest.mark.django_db
def test_an_installation_may_leave_it(client, asked, settings):
    settings.COUNT_INTEREST = False
    story = approach_story()

    client.get(f"/en{address(story)}", **BROWSER)

    assert not asked


def test_counts_are_written_down_together_or_after_a_while():
    written, now = [], [0.0]
    gathering = Gathering(written.append, clock=lambda: now[0])
    text = (uuid.uuid4(), "el", NOVEMBER)

    for _n in range(AT_ONCE - 1):
        gathering.add(text)
    before = list(written)
    gathering.add(text)
    now[0] = SECONDS
    gathering.add(text)

    assert before == []
    assert written == [{text: AT_ONCE}, {text: 1}]


@pytest.mark.django_db
def test_numbers_add_up_and_hold_nothing_about_readers():
    text = uuid.uuid4()

    actions.note_interest(counts={(text, "el", NOVEMBER): 3})
    actions.note_interest(counts={(text, "el", NOVEMBER): 2, (text, "de", NOVEMBER): 1})

    rows = Interest.objects.order_by("-asked").values_list("translation_key", "language", "month", "asked")
    assert list(rows) == [(text, "el", NOVEMBER, 5), (text, "de", NOVEMBER, 1)]
    assert {field.name for field in Interest._meta.fields} == {
        "id", "translation_key", "language", "month", "asked",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_database_that_is_busy_costs_the_reader_nothing(client, settings, monkeypatch, caplog):
    def busy(**_fields):
        raise DatabaseError("database is locked")

    settings.COUNT_INTEREST = True
    monkeypatch.setattr("movingcities.translation.interest.AT_ONCE", 1)
    monkeypatch.setattr(Interest.objects, "get_or_create", busy)
    story = approach_story()

    response = client.get(f"/en{address(story)}", **BROWSER)

    assert response.status_code == 200
    assert "database is locked" in caplog.text


@pytest.mark.django_db
def test_what_readers_asked_for_comes_first_in_the_queue(client):
    _portrait, approach, other = place_story(), approach_story(), approach_story()
    actions.note_interest(
        counts={(approach.translation_key, "el", NOVEMBER): 7, (other.translation_key, "de", NOVEMBER): 9}
    )

    greek = [(entry.original_id, entry.asked) for entry in queue_of("el")]
    client.force_login(UserFactory(is_superuser=True, role="administrator"))
    page = client.get("/admin/translation-desk/el/").content.decode()

    assert greek[0] == (approach.pk, 7)
    assert {asked for _pk, asked in greek[1:]} == {0}
    assert "<td>7</td>" in page


@pytest.mark.django_db
def test_after_a_year_it_is_deleted(time_machine):
    text = uuid.uuid4()
    for month in (date(2025, 10, 1), date(2025, 11, 1), NOVEMBER):
        actions.note_interest(counts={(text, "el", month): 1})

    time_machine.move_to("2026-11-27")
    call_command("forget_interest")

    assert sorted(Interest.objects.values_list("month", flat=True)) == [date(2025, 11, 1), NOVEMBER]
