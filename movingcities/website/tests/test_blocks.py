"""The blocks of long texts as readers get them."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.models import Image
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
from movingcities.pages.tests.factories import page as editorial_page
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.actions import section_values
from movingcities.stories.tests.factories import (
    approach_story,
    country_story,
    decision_story,
    network_story,
    place_story,
)
from movingcities.website.body import read_body
from movingcities.website.tests.texts import KINDS, block, items, page, section

pytestmark = pytest.mark.django_db


def test_every_kind_of_block_is_shown():
    html = page(*map(block, KINDS))

    assert html.count('class="block ') == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_queries_of_a_text_do_not_grow_with_its_blocks(kind):
    blocks = [block(kind) for _number in range(12)]
    for image in Image.objects.all():
        image.get_renditions("width-384", "width-320", "width-160")

    with CaptureQueriesContext(connection) as few:
        page(blocks[0])
    with CaptureQueriesContext(connection) as many:
        page(*blocks)

    assert len(many) <= len(few)


def test_pages_that_texts_lead_to_are_asked_for_together():
    below = [editorial_page(slug=f"page-{number}") for number in range(12)]
    blocks = [
        blocks
        for each in below
        for blocks in (
            section(f'<p><a linktype="page" id="{each.pk}">there</a></p>'),
            ("call_to_action", {"text": "Look.", "label": "There", "page": each.pk, "address": ""}),
        )
    ]

    with CaptureQueriesContext(connection) as few:
        page(*blocks[:2])
    with CaptureQueriesContext(connection) as many:
        html = page(*blocks)

    assert html.count('href="/en/page-') == len(blocks)
    assert len(many) == len(few)


def test_a_live_number_is_the_number_of_the_list(client):
    network = NetworkFactory(slug="harbours")
    for _number in range(3):
        MembershipFactory(network=network)
    PlaceFactory()

    html = page(("live_number", {"subject": "places", "query": "network=harbours"}))

    listed = client.get("/en/places/?network=harbours").context["heading"]
    assert "<b>3</b> places are connected by" in html
    assert str(listed).startswith("3 places are connected by")
    assert 'href="/en/places/?network=harbours"' in html


def test_words_of_an_editor_cannot_become_a_script():
    evil = "<script>alert(1)</script>"

    html = page(
        ("quote", {"quote": evil, "person": evil, "role": evil, "source": None}),
        ("accordion", {"items": items({"heading": evil, "text": "<p>So.</p>"})}),
        ("table", {"data": [[evil]], "table_caption": evil}),
        ("call_to_action", {"text": evil, "label": evil, "page": None, "address": "/places/"}),
    )

    assert "<script" not in html


def test_a_film_is_not_fetched_before_it_is_asked_for():
    film = {"address": "https://vimeo.com/123", "title": "Film", "poster": None, "transcript": ""}

    html = page(("video", film))

    assert "<iframe" not in html
    assert 'data-player="https://player.vimeo.com/video/123?dnt=1"' in html
    assert "Vimeo learns your address" in html


def test_a_block_nobody_has_translated_is_marked_as_english_and_an_outdated_one_says_so():
    english = approach_story(body=section_values([("How", "<p>One.</p>"), ("Why", "<p>Two.</p>")]))
    greek = approach_story(
        english.approach, language="el", origin="human", title="Τ",
        body=section_values([("Πώς", "<p>Ένα.</p>"), ("Why", "<p>Two.</p>")]),
    )  # fmt: skip
    greek.outdated = [f"body.{greek.body[0].id}.text"]

    body = read_body(greek.body, "el", told_by=greek)

    assert [(part.language, part.is_outdated) for part in body.parts] == [("", True), ("en", False)]


def test_only_a_page_with_a_film_may_show_a_player(client):
    film = {
        "type": "video",
        "id": str(uuid.uuid4()),
        "value": {"address": "https://vimeo.com/123", "title": "Film", "poster": None, "transcript": ""},
    }
    with_film, without = approach_story(body=[film]), approach_story()

    policies = [
        client.get(f"/en/approaches/{story.approach.slug}/")["Content-Security-Policy"]
        for story in (with_film, without)
    ]

    assert "frame-src https://www.youtube-nocookie.com https://player.vimeo.com" in policies[0]
    assert "frame-src" not in policies[1]


@pytest.mark.parametrize(
    ("story", "address"),
    [
        (place_story, "places/{fact.country.pk}/{fact.slug}/"),
        (approach_story, "approaches/{fact.slug}/"),
        (network_story, "networks/{fact.slug}/"),
        (decision_story, "decisions/{fact.slug}/"),
        (country_story, "countries/{fact.pk}/"),
    ],
)
def test_the_page_of_a_fact_shows_the_blocks_of_its_story_and_their_sources(client, story, address):
    source = SourceFactory(title="Minutes of the council")
    told = story(
        body=[
            {
                "type": kind,
                "id": str(uuid.uuid4()),
                "value": value,
            }
            for kind, value in [
                section("<p>As decided [1].</p>", {"note": "", "source": source.pk}, heading="More"),
                ("quote", {"quote": "We do.", "person": "Test Person", "role": "mayor", "source": None}),
            ]
        ]
    )
    fact = getattr(told, told.fact_name)

    page = client.get("/en/" + address.format(fact=fact).lower()).content.decode()

    assert "“We do.”" in page
    assert page.count("Minutes of the council") == 2
