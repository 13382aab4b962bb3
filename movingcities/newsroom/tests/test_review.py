"""The way of a story: drafted, reviewed, sent back, published."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupApprovalTask, TaskState

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.newsroom.actions import ensure_roles
from movingcities.newsroom.tests.test_roles import edit, fields, in_country, page_fields, section
from movingcities.pages.models import ArticlePage, HomePage, NewsPage
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.models import ApproachStory
from movingcities.stories.previewing import previewing
from movingcities.stories.tests.factories import approach_story, place_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]


@pytest.fixture
def story():
    return approach_story(ApproachFactory(places=[in_country("DE")]))


def enter(client, role, **bound):
    user = somebody(role, **bound)
    client.force_login(user)
    return user


def submit(client, story):
    client.post(edit(story), fields(story, **{"action-submit": "submit"}))
    return TaskState.objects.get()


def decide(client, story, state, verb, comment=""):
    return client.post(
        f"/admin/snippets/stories/approachstory/workflow/action/{story.pk}/{verb}/{state.pk}/",
        {"comment": comment},
    )


def opened_at(text):
    """What the form of a text says of the revision it was opened on."""
    latest = type(text).objects.get(pk=text.pk).get_latest_revision()
    return {
        "loaded_revision_id": str(latest.pk),
        "loaded_revision_created_at": latest.created_at.isoformat(),
    }


def now(story):
    return ApproachStory.objects.get(pk=story.pk)


def test_a_researcher_submits_and_an_editor_of_the_country_publishes(client, story):
    enter(client, "researcher")
    state = submit(client, story)
    before = now(story).title
    enter(client, "country_editor", countries=["DE"])

    decide(client, story, state, "approve")

    assert before == "Test approach"
    assert now(story).title == "Changed title"


def test_an_editor_asks_for_a_change_and_the_researcher_reads_why(client, story):
    researcher = enter(client, "researcher")
    state = submit(client, story)
    enter(client, "country_editor", countries=["DE"])

    decide(client, story, state, "reject", "Who says so? Add a source.")

    client.force_login(researcher)
    page = client.get(edit(story)).content.decode()
    state.refresh_from_db()
    assert state.status == "rejected"
    assert state.comment == "Who says so? Add a source."
    assert "Who says so? Add a source." in page
    assert now(story).title == "Test approach"


def test_an_editor_of_another_country_does_not_decide(client, story):
    enter(client, "researcher")
    state = submit(client, story)
    enter(client, "country_editor", countries=["FR"])

    response = decide(client, story, state, "approve")

    assert response.status_code in (302, 403)
    assert now(story).title == "Test approach"


def test_what_waits_is_shown_to_those_who_decide(client, story):
    enter(client, "researcher")
    submit(client, story)

    waiting = [
        TaskState.objects.reviewable_by(somebody("country_editor", countries=countries)).count()
        for countries in (["DE"], ["FR"])
    ]

    assert waiting == [1, 0]


@pytest.mark.parametrize("role", ["country_editor", "managing_editor"])
def test_what_waits_is_found_with_as_many_queries_for_one_story_as_for_twelve(client, role):
    def wait(number):
        for _n in range(number):
            story = approach_story(ApproachFactory(places=[in_country("DE")]))
            client.post(edit(story), fields(story, **{"action-submit": "submit"}))
        editor = somebody(role, countries=["DE"])
        with CaptureQueriesContext(connection) as asked:
            found = TaskState.objects.reviewable_by(editor).count()
        return found, len(asked)

    enter(client, "administrator")
    one, asked_for_one = wait(1)
    twelve, asked_for_twelve = wait(11)

    assert (one, twelve) == (1, 12)
    assert asked_for_twelve <= asked_for_one


def test_the_author_cannot_change_what_is_being_reviewed(client, story):
    enter(client, "researcher")
    submit(client, story)

    client.post(edit(story), fields(story, title="Changed again"))

    assert now(story).get_latest_revision_as_object().title == "Changed title"


def test_a_preview_is_the_real_page_with_the_words_of_the_form(client, story):
    enter(client, "researcher")
    address = f"/admin/snippets/stories/approachstory/preview/{story.pk}/"

    client.post(address, fields(story, title="Not yet said"))
    page = client.get(address).content.decode()

    assert "<h1" in page
    assert "Not yet said" in page
    assert "masthead" in page
    assert "Not yet said" not in client.get(f"/en/approaches/{story.approach.slug}/").content.decode()


def test_a_first_portrait_can_be_previewed_though_its_place_does_not_act_yet(client):
    place = PlaceFactory()
    source = place_story().sources.first()
    enter(client, "administrator")
    form = {
        "place": place.pk, "subtitle": "A first portrait", "introduction": "I.", "takeaways-count": "0",
        "body-count": "0", "sources": source.url, "written": "",
    }  # fmt: skip

    client.post("/admin/snippets/stories/placestory/preview/", form)
    page = client.get("/admin/snippets/stories/placestory/preview/").content.decode()

    assert "A first portrait" in page


def test_a_preview_is_not_for_those_who_may_not_write(client, story):
    enter(client, "country_editor", countries=["FR"])

    response = client.get(f"/admin/snippets/stories/approachstory/preview/{story.pk}/")

    assert response.status_code in (302, 403)


def test_words_that_are_previewed_stay_in_their_own_call(story):
    unpublished = now(story)
    unpublished.title = "Not yet said"

    with previewing(unpublished):
        inside = ApproachStory.objects.by_fact([story.approach_id], "en")[story.approach_id].title
    outside = ApproachStory.objects.by_fact([story.approach_id], "en")[story.approach_id].title

    assert (inside, outside) == ("Not yet said", "Test approach")


def test_published_words_are_everywhere_at_once(client, story):
    enter(client, "country_editor", countries=["DE"])

    client.post(edit(story), fields(story, title="Published words", **{"action-publish": "publish"}))

    for address in (
        f"/en/approaches/{story.approach.slug}/",
        "/en/approaches/",
        "/en/feed/",
        "/en/search/?q=Published+words",
    ):
        assert "Published words" in client.get(address).content.decode(), address


@pytest.mark.parametrize("action", [{}, {"action-publish": "publish"}], ids=["save", "publish"])
def test_whoever_saves_later_is_told_first_and_keeps_what_was_typed(client, story, action):
    opened = opened_at(story)
    other = enter(client, "country_editor", countries=["DE"])
    other.first_name, other.last_name = "Ada", "Example"
    other.save()
    client.post(edit(story), fields(story, title="First words"))
    enter(client, "country_editor", countries=["DE"])

    refused = client.post(edit(story), fields(story, title="Second words", **opened, **action))
    kept = now(story).get_latest_revision_as_object().title
    again = fields(story, title="Second words", **opened_at(story), **action)
    client.post(edit(story), again)

    assert "Ada Example saved this text" in refused.content.decode()
    assert 'value="Second words"' in refused.content.decode()
    assert kept == "First words"
    titles = [revision.content["title"] for revision in now(story).revisions.order_by("pk")]
    assert titles[-2:] == ["First words", "Second words"]


def test_whoever_was_not_overtaken_saves_at_once(client, story):
    opened = opened_at(story)
    enter(client, "country_editor", countries=["DE"])

    client.post(edit(story), fields(story, title="First words", **opened))

    assert now(story).get_latest_revision_as_object().title == "First words"


def test_pages_are_not_written_over_either(client):
    page = section()
    opened = opened_at(page)
    page.title = "First words"
    page.save_revision()
    enter(client, "managing_editor")
    form = page_fields(page, title="Second words", **opened)

    refused = client.post(f"/admin/pages/{page.pk}/edit/", form)

    assert "saved this text while you were writing" in refused.content.decode()
    assert 'value="Second words"' in refused.content.decode()
    assert page.get_latest_revision_as_object().title == "First words"


def test_beside_the_form_stand_the_fact_with_its_sources_and_the_other_languages(client, story):
    greek = approach_story(story.approach, language="el", origin="human", title="Τ")
    enter(client, "managing_editor")

    page = client.get(edit(story)).content.decode()

    assert f"/admin/fact-approaches/edit/{story.approach_id}/" in page
    assert story.approach.sources.first().url in page
    assert edit(greek) in page


def news(**changed):
    return {
        "title": "A meeting of towns", "slug": "a-meeting", "teaser": "Towns meet.", "kind": "news",
        "day": "2026-11-27", "until": "", "where": "", "country": "", "adapt": "", "body-count": "0",
        "seo_title": "", "search_description": "", "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0", **changed,
    }  # fmt: skip


@pytest.fixture
def list_of_news(newsroom):
    page = HomePage.objects.get(slug="home").add_child(
        instance=NewsPage(title="News", slug="news", teaser="T")
    )
    ensure_roles()
    return f"/admin/pages/add/pages/articlepage/{page.pk}/"


def test_news_of_a_country_editor_is_published_by_a_managing_editor(client, list_of_news):
    enter(client, "country_editor", countries=["DE"])
    client.post(list_of_news, news(**{"action-submit": "submit"}))
    state = TaskState.objects.get()
    before = ArticlePage.objects.get().live
    managing = enter(client, "managing_editor")
    page = ArticlePage.objects.get()

    waiting = list(TaskState.objects.reviewable_by(managing))
    client.post(f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/", {"comment": ""})

    assert waiting == [state]
    assert (before, ArticlePage.objects.get().live) == (False, True)


@pytest.mark.usefixtures("list_of_news")
def test_a_review_of_pages_that_somebody_changed_stays_as_it_is():
    task = GroupApprovalTask.objects.get()
    task.name = "Four eyes"
    task.save()
    task.groups.set([Group.objects.create(name="Friends")])

    ensure_roles()

    task.refresh_from_db()
    assert (task.name, [group.name for group in task.groups.all()]) == ("Four eyes", ["Friends"])


def test_what_is_still_to_be_filled_in_is_not_submitted(client, list_of_news):
    enter(client, "country_editor", countries=["DE"])

    page = client.post(list_of_news, news(adapt="Where do they meet?", **{"action-submit": "submit"}))

    assert "This page cannot be published yet" in page.content.decode()
    assert "A meeting of towns" in page.content.decode()
    assert not TaskState.objects.exists()
