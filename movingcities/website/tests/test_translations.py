"""What a page says about its texts: who translated them, and what is not translated."""

import json
import re

import pytest
from django.utils import translation

from movingcities.approaches.tests.factories import ApproachFactory, TopicFactory
from movingcities.decisions.tests.factories import DecisionFactory
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.pages.tests.factories import page as editorial_page
from movingcities.pages.tests.factories import translated
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.actions import section_values, takeaway_values
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
    rewrite,
)
from movingcities.translation.models import Translated
from movingcities.website.translations import Told, note_of_page, origin_in_words, translation_note

pytestmark = pytest.mark.django_db

EXPLAINED = re.compile(r'href="/\w+/about-the-data/#translations"')


@pytest.fixture(autouse=True)
def said_in_english():
    """The catalogues of the other languages are none of these tests' business."""
    with translation.override("en"):
        yield


def greek(client, path):
    response = client.get(f"/el/{path}")
    assert response.status_code == 200
    return response.content.decode()


def json_ld(page):
    blocks = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL)
    return [json.loads(block) for block in blocks]


def sentences(*told, language="el", topics=()):
    note = translation_note(language, *told, topics=topics)
    return list(note.sentences) if note else []


def half_translated_approach():
    approach = ApproachFactory()
    approach_story(approach, title="Flats", summary="Flats, not halls.", how_it_works="Keys are handed over.")
    approach_story(approach, language="el", origin="machine", title="Διαμερίσματα", summary="Όχι αίθουσες.")
    return approach


def read(story, language="el"):
    fact_id = getattr(story, f"{story.fact_name}_id")
    return type(story).objects.by_fact([fact_id], language)[fact_id]


def test_an_original_needs_no_note():
    assert sentences(Told([read(approach_story(), "en")], ["title", "summary"]), language="en") == []


def test_a_machine_is_named_once_whatever_it_translated():
    approach = half_translated_approach()
    story = ApproachStory.objects.by_fact([approach.pk], "el")[approach.pk]

    assert sentences(Told([story], ["title"]), Told([story], ["summary"])) == [
        "Texts on this page were translated by a machine; no person has checked them yet."
    ]


def test_what_is_missing_in_a_translation_is_told():
    story = read(half_translated_approach().stories.first())

    assert sentences(Told([story], ["title", "how_it_works"]))[1:] == [
        "What has not been translated yet is shown in English."
    ]


def test_a_field_that_nobody_filled_in_is_not_missing():
    story = read(half_translated_approach().stories.first())

    assert len(sentences(Told([story], ["title", "funding", "results"]))) == 1


def test_a_text_in_english_only_says_so():
    assert sentences(Told([read(approach_story())], ["title"])) == [
        "This text has not been translated yet; it is shown in English."
    ]


def test_a_person_is_named():
    story = approach_story()
    approach_story(story.approach, language="el", origin="human")

    assert sentences(Told([read(story)], ["title"])) == ["Texts on this page were translated by a person."]


def test_a_machine_that_a_person_checked_is_told():
    story = approach_story()
    approach_story(story.approach, language="el", origin="checked")

    assert sentences(Told([read(story)], ["title"])) == [
        "Texts on this page were translated by a machine and checked by a person."
    ]


@pytest.mark.parametrize("origin", [origin for origin in Translated.Origin if origin != "original"])
def test_every_origin_of_a_translation_has_its_words(origin):
    story = approach_story()
    told = approach_story(story.approach, language="el", origin=origin)

    assert sentences(Told([read(story)], ["title"]))
    assert origin_in_words(told)


def test_the_words_of_origins_differ():
    told = [origin_in_words(ApproachStory(origin=origin)) for origin in Translated.Origin]

    assert len(set(told)) == len(told)


def test_an_outdated_translation_is_told():
    story = approach_story()
    approach_story(story.approach, language="el", origin="human")
    rewrite(story, title="Another title")

    assert sentences(Told([read(story)], ["title"]))[1:] == [
        "The original of a text has changed since it was translated."
    ]


def test_labels_of_topics_count_too():
    topic = TopicFactory(labels={"en": "Housing", "el": "Στέγαση"}, label_origins={"el": "machine"})

    assert "machine" in sentences(topics=[topic])[0]
    assert sentences(topics=[topic], language="de") == [
        "This text has not been translated yet; it is shown in English."
    ]


def test_an_approach_in_greek_tells_what_is_translated_and_marks_the_rest(client):
    approach = half_translated_approach()

    page = greek(client, f"approaches/{approach.slug}/")

    assert re.search(r"<h1[^>]*>Διαμερίσματα</h1>", page)
    assert '<p class="opening">Όχι αίθουσες.</p>' in page
    assert '<p lang="en">Keys are handed over.</p>' in page
    assert len(EXPLAINED.findall(page)) == 1


def test_a_portrait_in_greek_tells_its_takeaways_and_marks_its_english_body(client):
    place = PlaceFactory(name="Kleinstadt")
    place_story(
        place,
        introduction="It all began.",
        body=section_values([("Then", "It went on.")]),
        takeaways=takeaway_values(["Begin small."]),
    )
    place_story(
        place, language="el", origin="machine", subtitle="Μικρή πόλη", introduction="",
        takeaways=takeaway_values(["Αρχίστε μικρά."]),
    )  # fmt: skip

    page = greek(client, "places/de/kleinstadt/")

    assert "<li>Αρχίστε μικρά.</li>" in page
    assert '<p class="subtitle">Μικρή πόλη</p>' in page
    assert '<p class="opening" lang="en">It all began.</p>' in page
    assert re.search(r'<div class="block block-section" lang="en">\s*<h2[^>]*>Then</h2>', page)
    assert len(EXPLAINED.findall(page)) == 1


@pytest.mark.parametrize(
    "path",
    [
        "networks/{network}/",
        "decisions/{decision}/",
        "decisions/",
        "approaches/",
        "topics/{topic}/",
        "topics/",
    ],
)
def test_every_page_that_shows_a_machines_words_says_so_once(client, path):
    network, decision, topic = NetworkFactory(), DecisionFactory(), TopicFactory()
    approach = half_translated_approach()
    approach.topics.set([topic])
    network_story(network)
    network_story(network, language="el", origin="machine", description="Ενώνει πόλεις.")
    decision_story(decision)
    decision_story(decision, language="el", origin="machine", title="Απόφαση")

    page = greek(client, path.format(network=network.slug, decision=decision.slug, topic=topic.slug))

    assert len(EXPLAINED.findall(page)) == 1


def test_a_country_says_so_where_it_tells_what_municipalities_may_decide(client):
    country = PlaceFactory(country="IT").country
    country_story(country)
    country_story(country, language="el", origin="machine", context="Οι δήμοι αποφασίζουν.")

    page = greek(client, "countries/it/")

    assert "Οι δήμοι αποφασίζουν." in page
    assert len(EXPLAINED.findall(page)) == 1


def test_the_page_about_the_data_explains_translations(client):
    page = client.get("/en/about-the-data/").content.decode()

    assert 'id="translations"' in page
    assert "Translated by a machine" in page
    assert "checked by a person" in page
    assert "Have you found a mistake?" in page


def test_machines_are_told_the_languages_and_that_a_machine_translated(client):
    approach = half_translated_approach()

    article = next(
        one for one in json_ld(greek(client, f"approaches/{approach.slug}/")) if one["@type"] == "Article"
    )

    assert article["inLanguage"] == ["el", "en"]
    assert article["description"] == "Όχι αίθουσες."
    assert article["creativeWorkStatus"]
    assert article["translationOfWork"]["inLanguage"] == "en"
    assert article["translationOfWork"]["url"].endswith(f"/en/approaches/{approach.slug}/")


def test_machines_and_feeds_are_told_that_a_person_checked(client):
    approach = ApproachFactory()
    approach_story(approach)
    approach_story(approach, language="el", origin="checked", title="Διαμερίσματα", summary="Όχι αίθουσες.")

    page = greek(client, f"approaches/{approach.slug}/")
    feed = client.get("/el/feed/").content.decode()

    article = next(one for one in json_ld(page) if one["@type"] == "Article")
    with translation.override("el"):
        said = origin_in_words(ApproachStory(origin="checked"))
    assert article["creativeWorkStatus"] == said
    assert f"Όχι αίθουσες. ({said})" in feed


def test_an_editorial_page_says_that_a_person_checked_it(client):
    original = editorial_page(slug="about")
    translated(original, "de", origin="checked")

    page = client.get("/de/about/").content.decode()

    with translation.override("de"):
        note = note_of_page(type(original).objects.get(locale__language_code="de"), "de")
    assert note.sentences[0] in page


def test_machines_are_told_nothing_of_the_kind_about_an_original(client):
    approach = half_translated_approach()

    page = client.get(f"/en/approaches/{approach.slug}/").content.decode()
    article = next(one for one in json_ld(page) if one["@type"] == "Article")

    assert article["inLanguage"] == "en"
    assert not {"creativeWorkStatus", "translationOfWork"} & set(article)


def test_a_title_in_another_language_is_marked_in_the_head_too(client):
    story = approach_story(title="Flats", summary="Flats, not halls.")

    page = greek(client, f"approaches/{story.approach.slug}/")

    assert '<title lang="en">Flats' in page
    assert '<meta name="description" content="Flats, not halls." lang="en">' in page
