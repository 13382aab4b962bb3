"""The way of a story: drafted, reviewed, sent back, published."""

import pytest
from wagtail.models import TaskState

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.newsroom.tests.test_roles import edit, fields, in_country
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
        "body-count": "0", "sources": [source.pk], "written": "",
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


def test_two_editors_of_one_story_lose_no_words(client, story):
    """Whoever saves later is told that somebody else is there; both drafts stay in the history."""
    enter(client, "country_editor", countries=["DE"])
    client.post(edit(story), fields(story, title="First words"))
    enter(client, "country_editor", countries=["DE"])
    client.post(edit(story), fields(story, title="Second words"))

    kept = [revision.content["title"] for revision in now(story).revisions.order_by("pk")]

    assert kept[-2:] == ["First words", "Second words"]


def test_beside_the_form_stand_the_fact_with_its_sources_and_the_other_languages(client, story):
    greek = approach_story(story.approach, language="el", origin="human", title="Τ")
    enter(client, "managing_editor")

    page = client.get(edit(story)).content.decode()

    assert f"/admin/fact-approaches/edit/{story.approach_id}/" in page
    assert story.approach.sources.first().url in page
    assert edit(greek) in page
