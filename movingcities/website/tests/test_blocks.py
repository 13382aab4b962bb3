"""The blocks of long texts as readers get them."""

import uuid

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.blocks.bodies import PageBodyBlock
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.tests.factories import DocumentFactory, ImageFactory
from movingcities.networks.tests.factories import MembershipFactory, NetworkFactory
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

pytestmark = pytest.mark.django_db


def items(*values):
    return [{"type": "item", "id": str(uuid.uuid4()), "value": value} for value in values]


def stream(*blocks):
    raw = [{"type": kind, "id": str(uuid.uuid4()), "value": value} for kind, value in blocks]
    return PageBodyBlock().to_python(raw)


def page(*blocks, language="en"):
    with translation.override(language):
        return render_to_string("website/parts/body.html", {"body": read_body(stream(*blocks), language)})


def section(text, *footnotes, heading=""):
    return ("section", {"heading": heading, "text": text, "footnotes": items(*footnotes)})


def one_of_each():
    place, approach, network = PlaceFactory(), ApproachFactory(), NetworkFactory()
    approach_story(approach)
    image, document, source = ImageFactory().pk, DocumentFactory().pk, SourceFactory().pk
    figure = {"image": image, "alt_text": "Grey", "caption": "A test"}
    return [
        section("<p>Said [1].</p>", {"note": "Remark", "source": source}, heading="First"),
        ("quote", {"quote": "We do.", "person": "Test Person", "role": "mayor", "source": source}),
        ("figure", figure),
        ("gallery", {"figures": items(figure, figure)}),
        ("downloads", {"heading": "", "documents": items({"document": document, "title": ""})}),
        ("accordion", {"items": items({"heading": "Why?", "text": "<p>So.</p>"})}),
        ("steps", {"steps": items({"heading": "Begin", "text": "<p>Now.</p>"})}),
        ("live_number", {"subject": "places", "query": ""}),
        ("mini_map", {"query": "", "caption": "Where"}),
        ("place_card", {"place": place.pk}),
        ("approach_card", {"approach": approach.pk}),
        ("network_card", {"network": network.pk}),
        (
            "timeline",
            {"events": items({"day": "2019-05", "heading": "It began", "text": "", "source": source})},
        ),
        (
            "table",
            {"data": [["A", "B"], ["1", "2"]], "first_row_is_table_header": True, "table_caption": "T"},
        ),
        ("call_to_action", {"text": "Look.", "label": "Places", "page": None, "address": "/places/"}),
        (
            "video",
            {
                "address": "https://www.youtube.com/watch?v=abcdefghijk",
                "title": "Film",
                "poster": image,
                "transcript": "",
            },
        ),
        (
            "people",
            {"heading": "Team", "people": items({"name": "N", "role": "R", "picture": image, "text": ""})},
        ),
        (
            "partners",
            {"heading": "Partners", "partners": items({"name": "P", "logo": image, "address": ""})},
        ),
    ]


def test_every_kind_of_block_is_shown():
    blocks = one_of_each()

    html = page(*blocks)

    assert {kind for kind, _value in blocks} == set(PageBodyBlock().child_blocks)
    assert html.count('class="block ') == len(blocks)


@pytest.mark.parametrize("kind", sorted(PageBodyBlock().child_blocks))
def test_the_queries_of_a_text_do_not_grow_with_its_blocks(kind, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    chosen = [block for block in one_of_each() if block[0] == kind]
    for image in ImageFactory._meta.model.objects.all():
        image.get_renditions("width-384", "width-320", "width-160")
    with CaptureQueriesContext(connection) as few:
        page(*chosen)

    with django_assert_max_num_queries(len(few)):
        page(*chosen * 12)


def test_footnotes_are_numbered_through_the_text_and_lead_back():
    source = SourceFactory(title="Minutes of the council").pk

    html = page(
        section("<p>One [1] and two [2].</p>", {"note": "A", "source": None}, {"note": "B", "source": None}),
        section("<p>Three [1].</p>", {"note": "", "source": source}),
    )

    assert '<a id="note-3-mark" href="#note-3" role="doc-noteref">3</a>' in html
    assert html.count('role="doc-backlink"') == 3
    assert "Minutes of the council" in html


def test_links_lead_to_the_readers_language_and_nowhere_unsafe():
    text = (
        '<p><a href="/places/?country=DE">all</a> <a href="https://example.org/">out</a>'
        ' <a href="javascript:alert(1)">bad</a> <a href="//evil.example/">worse</a></p>'
    )

    html = page(section(text), language="el")

    assert '<a href="/el/places/?country=DE">' in html
    assert '<a href="https://example.org/">' in html
    assert "javascript:" not in html
    assert "evil.example" not in html


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
