"""Publishing pages: what is not ready stays a draft, what moves is still found, what is due appears."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from movingcities.pages.actions import publish_page
from movingcities.pages.editorial import NotReady
from movingcities.pages.models import SectionPage
from movingcities.pages.tests.factories import home, page, translated

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FORM = {
    "title": "Imprint",
    "teaser": "Who answers for this site.",
    "slug": "imprint",
    "body-count": "0",
    "seo_title": "",
    "search_description": "",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "1000",
}


@pytest.fixture(autouse=True)
def homes():
    home()


@pytest.fixture
def imprint():
    return page(slug="imprint", title="Imprint", adapt="Name and address of the publisher.", live=False)


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_page_with_something_to_fill_in_is_not_published_and_says_what_to_do(admin_client, imprint):
    answer = admin_client.post(
        edit(imprint), {**FORM, "adapt": imprint.adapt, "action-publish": "action-publish"}
    )

    imprint.refresh_from_db()
    assert not imprint.live
    assert "then empty the note and publish again" in answer.content.decode()


def test_it_can_be_saved_as_a_draft(admin_client, imprint):
    answer = admin_client.post(edit(imprint), {**FORM, "title": "Imprint, begun", "adapt": imprint.adapt})

    imprint.refresh_from_db()
    assert answer.status_code == 302
    assert imprint.get_latest_revision_as_object().title == "Imprint, begun"


def test_it_is_published_once_the_note_is_empty(admin_client, imprint):
    admin_client.post(edit(imprint), {**FORM, "adapt": "", "action-publish": "action-publish"})

    imprint.refresh_from_db()
    assert imprint.live


def test_the_form_warns_of_what_is_to_be_filled_in(admin_client, imprint):
    warned = admin_client.get(edit(imprint)).content.decode()
    ready = admin_client.get(edit(page())).content.decode()

    assert "The page can be published once this is done" in warned
    assert "The page can be published once this is done" not in ready


def test_no_other_way_publishes_it_either(admin_client, imprint):
    revision = imprint.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    admin_client.post(f"{bulk}?id={imprint.pk}&next=/admin/pages/")

    with pytest.raises(NotReady):
        revision.publish()
    imprint.refresh_from_db()
    assert not imprint.live


def test_a_page_is_published_at_its_hour(client):
    about = page(live=False)
    about.go_live_at = timezone.now() + timedelta(days=1)
    revision = about.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    about.refresh_from_db()
    assert client.get("/en/about/").status_code == 404
    revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.save()

    call_command("publish_scheduled")

    assert client.get("/en/about/").status_code == 200


def test_a_page_that_moves_is_found_in_every_language(client, django_capture_on_commit_callbacks):
    about = page(title="About us")
    page(slug="team", parent=about)
    translated(about, title="Über uns")

    with django_capture_on_commit_callbacks(execute=True):
        about.slug = "project"
        about.save()

    for former, today in (
        ("/en/about/", "/en/project/"),
        ("/de/about/", "/de/project/"),
        ("/el/about/", "/el/project/"),
        ("/en/about/team/", "/en/project/team/"),
        ("/el/about/team/", "/el/project/team/"),
    ):
        answer = client.get(former)
        assert (answer.status_code, answer["Location"].removeprefix("http://testserver")) == (301, today)
        assert client.get(today).status_code == 200


def test_the_next_publication_of_a_translation_keeps_the_new_address(django_capture_on_commit_callbacks):
    about = page()
    german = translated(about)
    german.save_revision().publish()

    with django_capture_on_commit_callbacks(execute=True):
        about.slug = "project"
        about.save()
    german.refresh_from_db()
    german.get_latest_revision().publish()

    assert SectionPage.objects.get(pk=german.pk).slug == "project"


def test_a_published_translation_says_where_its_passages_stand():
    about = page()

    german = publish_page(
        model=SectionPage,
        parent=home("de"),
        language="de",
        slug="about",
        words={"title": "Über uns", "teaser": "Wer wir sind."},
        original=about,
        by=None,
        at=NOW,
    )

    assert german.translation_key == about.translation_key
    assert (german.live, german.origin) == (True, "machine")
    assert set(german.standing) >= {"title", "teaser"}


def test_an_original_that_changes_makes_its_translations_outdated():
    about = page()
    german = translated(about)

    about.teaser = "Another teaser."
    about.save_revision().publish()

    german.refresh_from_db()
    assert german.outdated == ["teaser"]


def test_menus_are_a_section_of_the_editorial_system(admin_client):
    made = admin_client.post(
        reverse("menus:add"),
        {
            "where": "head",
            "items-TOTAL_FORMS": "1",
            "items-INITIAL_FORMS": "0",
            "items-MIN_NUM_FORMS": "0",
            "items-MAX_NUM_FORMS": "1000",
            "items-0-list": "places",
            "items-0-ORDER": "1",
        },
    )

    assert made.status_code == 302
    assert "head of every page" in admin_client.get(reverse("menus:index")).content.decode()
    assert Page.objects.exists()
