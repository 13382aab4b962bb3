"""What each role may do, and what not: asked of the editorial system itself.

The table in docs/reference/roles.md is this one; the last test holds it.
"""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Locale, Page

from movingcities.accounts.tests.factories import somebody
from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.models import Image
from movingcities.media.tests.test_uploads import WORDS, picture
from movingcities.pages.models import HomePage, Menu, NewsPage, SectionPage
from movingcities.places.models import Country
from movingcities.places.tests.factories import CountryFactory, PlaceFactory
from movingcities.stories.models import ApproachStory, PlaceStory
from movingcities.stories.tests.factories import approach_story, place_story
from movingcities.translation.actions import open_for_translation
from movingcities.translation.po_files import export
from movingcities.translation.queries import progress_of
from tests.databases import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]

ROLES = ("researcher", "country_editor", "translator", "managing_editor", "administrator")
TABLE = ROOT / "docs/reference/roles.md"


def in_country(code):
    country = Country.objects.filter(pk=code).first() or CountryFactory(code=code)
    return PlaceFactory(country=country)


def story_in(code):
    return approach_story(ApproachFactory(places=[in_country(code)]))


def fields(story, **changed):
    return {
        "approach": story.approach_id,
        "title": "Changed title",
        "summary": "Changed summary.",
        "written": "",
        "sources": "\n".join(source.url for source in story.sources.all()),
        "body-count": "0",
        **changed,
    }


def edit(story):
    return f"/admin/snippets/stories/approachstory/edit/{story.pk}/"


def drafts(client, code):
    story = story_in(code)
    client.post(edit(story), fields(story))
    return ApproachStory.objects.get(pk=story.pk).has_unpublished_changes


def publishes(client, code):
    story = story_in(code)
    client.post(edit(story), fields(story, **{"action-publish": "publish"}))
    return ApproachStory.objects.get(pk=story.pk).title == "Changed title"


def begins(client, code):
    place, source = in_country(code), place_story().sources.first()
    form = {
        "place": place.pk, "subtitle": "S", "introduction": "I.", "takeaways-count": "0", "body-count": "0",
        "sources": source.url, "written": "",
    }  # fmt: skip
    client.post("/admin/snippets/stories/placestory/add/", form)
    return PlaceStory.objects.filter(place=place).exists()


def unpublishes(client, code):
    story = story_in(code)
    client.post(f"/admin/snippets/stories/approachstory/unpublish/{story.pk}/")
    return not ApproachStory.objects.get(pk=story.pk).live


def deletes(client, code):
    story = story_in(code)
    client.post(f"/admin/snippets/stories/approachstory/delete/{story.pk}/")
    return not ApproachStory.objects.filter(pk=story.pk).exists()


def translates(client, language):
    story = story_in("FR")
    locale = Locale.objects.get(language_code=language)
    job = open_for_translation(original=story, locale=locale, by=None)
    segment = job.source.stringsegment_set.order_by("order").first()
    address = f"/admin/localize/translate/{job.pk}/strings/{segment.pk}/edit/"
    answer = client.put(address, "value=Word", content_type="application/x-www-form-urlencoded")
    return answer.status_code == 201


def publishes_translation(client, language):
    story = story_in("FR")
    locale = Locale.objects.get(language_code=language)
    job = open_for_translation(original=story, locale=locale, by=None)
    for segment in job.source.stringsegment_set.all():
        segment.string.translations.create(
            locale=locale, context=segment.context, data="Words", translation_type="manual"
        )
    target = job.get_target_instance()
    client.post(edit(target), {"action": "publish"})
    return ApproachStory.objects.get(pk=target.pk).live


def translated_by_machine(language):
    story = story_in("FR")
    made = approach_story(story.approach, language=language, origin="machine", title="T")
    return story, made


def checks_translation(client, language):
    story, made = translated_by_machine(language)
    client.post(f"/admin/translation-desk/{language}/approachstory/{story.pk}/compare/")
    return ApproachStory.objects.get(pk=made.pk).origin == "checked"


def exports_files(client, language):
    story_in("FR")
    return client.post(f"/admin/translation-desk/{language}/export/").status_code == 200


def imports_file(client, language):
    story = story_in("FR")
    job = open_for_translation(original=story, locale=Locale.objects.get(language_code=language), by=None)
    words = export(job, [])
    for entry in words:
        entry.msgstr = "Words"
    file = SimpleUploadedFile("a.po", str(words).encode())
    client.post(f"/admin/translation-desk/{language}/import/", {"file": file})
    return progress_of(job).translated > 0


def submits_past_the_desk(client, _):
    """Wagtail-localize's own way, which would make a live copy of every text at once."""
    story = story_in("DE")
    greek = Locale.objects.get(language_code="el").pk
    client.post(f"/admin/localize/submit/snippet/stories/approachstory/{story.pk}/", {"locales": [greek]})
    return ApproachStory.objects.filter(approach=story.approach, locale=greek).exists()


def section():
    page = SectionPage(title="About", slug=f"about-{uuid.uuid4().hex[:6]}", teaser="Teaser")
    HomePage.objects.get(slug="home").add_child(instance=page)
    page.save_revision().publish()
    return page


def page_fields(page, **changed):
    return {
        "title": "Changed", "slug": page.slug, "teaser": "T", "adapt": "", "body-count": "0",
        "seo_title": "", "search_description": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        **changed,
    }  # fmt: skip


def edits_page(client, publish):
    page = section()
    client.post(
        f"/admin/pages/{page.pk}/edit/",
        page_fields(page, **({"action-publish": "publish"} if publish else {})),
    )
    page = SectionPage.objects.get(pk=page.pk)
    return page.title == "Changed" if publish else page.has_unpublished_changes


def writes_news(client, _):
    news = NewsPage.objects.get(locale__language_code="en")
    return client.get(f"/admin/pages/add/pages/articlepage/{news.pk}/").status_code == 200


def corrects(client, code):
    place = in_country(code)
    form = {
        "country": code, "slug": place.slug, "name": "Corrected", "kind": place.kind, "names": "{}",
        "other_names": "", "note": "", "latitude": "", "longitude": "", "population": "",
        "sources_by_address": "", "why": "It was misspelt.", "seen": "",
    }  # fmt: skip
    client.post(f"/admin/fact-places/edit/{place.pk}/", form)
    place.refresh_from_db()
    return place.name == "Corrected"


def opens_source(client, _):
    return client.get(f"/admin/fact-sources/edit/{SourceFactory().pk}/").status_code == 200


def uploads(client, _):
    client.post("/admin/images/add/", {**WORDS, "file": SimpleUploadedFile("a.png", picture())})
    return Image.objects.exists()


def opens(address):
    return lambda client, _: client.get(address).status_code == 200


ACTIONS = {
    "draft a story of an own country": (drafts, "DE"),
    "draft a story of another country": (drafts, "FR"),
    "begin a story of an own country": (begins, "DE"),
    "begin a story of another country": (begins, "FR"),
    "publish a story of an own country": (publishes, "DE"),
    "publish a story of another country": (publishes, "FR"),
    "take a story of an own country from the site": (unpublishes, "DE"),
    "take a story of another country from the site": (unpublishes, "FR"),
    "delete a story": (deletes, "DE"),
    "translate into an own language": (translates, "el"),
    "translate into another language": (translates, "de"),
    "publish a translation in an own language": (publishes_translation, "el"),
    "publish a translation in another language": (publishes_translation, "de"),
    "confirm a machine's translation into an own language": (checks_translation, "el"),
    "confirm a machine's translation into another language": (checks_translation, "de"),
    "take texts of an own language out as .po files": (exports_files, "el"),
    "take texts of another language out as .po files": (exports_files, "de"),
    "bring .po files of an own language back": (imports_file, "el"),
    "bring .po files of another language back": (imports_file, "de"),
    "have texts translated past the desk": (submits_past_the_desk, ""),
    "correct a fact of an own country": (corrects, "DE"),
    "correct a fact of another country": (corrects, "FR"),
    "correct what is stated of a source": (opens_source, ""),
    "draft a page": (edits_page, False),
    "publish a page": (edits_page, True),
    "write news": (writes_news, ""),
    "upload a picture": (uploads, ""),
    "edit the menus": (opens("/admin/menus/"), ""),
    "edit redirects": (opens("/admin/redirects/"), ""),
    "manage accounts": (opens("/admin/users/"), ""),
    "change settings of the site": (opens("/admin/sites/"), ""),
}

PAST_THE_DESK = {"have texts translated past the desk"}
MAY = {
    "researcher": {
        "draft a story of an own country",
        "begin a story of an own country",
        "upload a picture",
    },
    "country_editor": {
        "draft a story of an own country",
        "begin a story of an own country",
        "publish a story of an own country",
        "take a story of an own country from the site",
        "correct a fact of an own country",
        "write news",
        "upload a picture",
    },
    "translator": {
        "translate into an own language",
        "publish a translation in an own language",
        "confirm a machine's translation into an own language",
        "take texts of an own language out as .po files",
        "bring .po files of an own language back",
    },
    "managing_editor": set(ACTIONS) - PAST_THE_DESK - {"manage accounts", "change settings of the site"},
    "administrator": set(ACTIONS) - PAST_THE_DESK,
}


@pytest.fixture(autouse=True)
def _news(newsroom):
    home = HomePage.objects.get(slug="home")
    home.add_child(instance=NewsPage(title="News", slug="news", teaser="What is new"))
    Menu.objects.create(where=Menu.Where.HEAD)
    from movingcities.newsroom.actions import ensure_roles

    ensure_roles()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(client, role):
    client.force_login(somebody(role, countries=["DE"], languages=["el"]))

    done = {action for action, (attempt, with_what) in ACTIONS.items() if attempt(client, with_what)}

    assert done == MAY[role]


def test_nobody_enters_without_a_role(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))

    assert client.get("/admin/").status_code == 302


def test_the_document_shows_this_table():
    lines = [
        f"| {action} | " + " | ".join("yes" if action in MAY[role] else "no" for role in ROLES) + " |"
        for action in ACTIONS
    ]

    text = TABLE.read_text()

    assert "\n".join(lines) in text


def test_the_roles_are_the_same_after_setting_them_up_twice(django_assert_num_queries):
    from movingcities.newsroom.actions import ensure_roles

    before = _state()

    ensure_roles()

    assert _state() == before


def _state():
    from django.contrib.auth.models import Group
    from wagtail.models import GroupPagePermission, Workflow

    return (
        sorted((group.name, group.permissions.count()) for group in Group.objects.all()),
        GroupPagePermission.objects.count(),
        Workflow.objects.filter(active=True).count(),
        Page.objects.count(),
    )
