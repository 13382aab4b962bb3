"""A draft is shown as far as it has come: its preview prints what there is and never fails."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from movingcities.blocks.bodies import HighlightsBlock, PageBodyBlock
from movingcities.pages.models import SectionPage
from movingcities.pages.tests.factories import page as editorial_page
from movingcities.stories.tests.factories import approach_story
from movingcities.website.tests.texts import KINDS, block, items, page, section, stream

pytestmark = pytest.mark.django_db

NOTHING = st.sampled_from([None, "", " "])
WORDS = NOTHING | st.sampled_from(
    [
        "Words",
        "2019",
        "2019-13",
        "0000",
        "/places/",
        "//",
        "https://[bad",
        "https://youtu.be/abcdefghijk",
        "javascript:alert(1)",
        "places",
        "streets",
        "country=XX",
        "network=%",
        "<p>A [1]</p>",
        "<h3>B",
    ]
)
CHOICES = st.sampled_from([None, 1, 999_999])


def unfinished(field):
    """Stored values of a block of which any part may be missing."""
    if hasattr(field, "child_blocks"):
        return st.fixed_dictionaries(
            {}, optional={name: unfinished(each) for name, each in field.child_blocks.items()}
        )
    if hasattr(field, "child_block"):
        inner = unfinished(field.child_block).map(lambda value: items(value)[0])
        return st.lists(inner, max_size=2)
    if hasattr(field, "target_model") or hasattr(field, "model_class"):
        return CHOICES
    return WORDS


TABLES = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "data": st.none() | st.lists(st.lists(WORDS, max_size=2) | st.none(), max_size=2),
        "table_caption": WORDS,
        "first_row_is_table_header": st.booleans() | st.none(),
    },
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_unfinished_block_does_not_keep_a_page_from_being_shown(kind):
    block(kind)
    field = PageBodyBlock().child_blocks[kind]

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
    @given(TABLES if kind == "table" else unfinished(field))
    def is_shown(value):
        html = page((kind, value), (kind, value))

        assert '="javascript:' not in html
        assert "None" not in html

    is_shown()


def test_a_day_that_cannot_be_read_stands_at_the_end_as_it_was_written():
    event = {"heading": "", "text": "", "source": None}

    html = page(
        (
            "timeline",
            {"events": items({**event, "day": "2019-13", "heading": "Later"}, {**event, "day": "2020"})},
        )
    )

    assert html.index('<time datetime="2020">') < html.index("<b>2019-13</b>") < html.index("Later")


def test_a_film_without_an_address_has_its_title_and_no_player():
    film = {"title": "Our film", "address": "", "poster": None, "transcript": "<p>Somebody walks.</p>"}

    html = page(("video", film))

    assert "Our film" in html
    assert "Somebody walks." in html
    assert "<script" not in html
    assert "<a" not in html


def test_the_script_of_films_is_there_once_however_many_there_are():
    html = page(block("video"), section("<p>Words</p>"), block("video"))

    assert html.count("film.js") == 1
    assert html.count("data-player") == 2


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "/x/"])
def test_a_partner_without_a_web_address_is_named_only(address):
    partners = {
        "heading": "Partners",
        "partners": items({"name": "Partner", "logo": None, "address": address}),
    }

    html = page(("partners", partners))

    assert "<b>Partner</b>" in html
    assert "<a" not in html


def test_a_partners_address_is_escaped():
    address = 'https://example.org/?a=1&b="'
    partners = {
        "heading": "Partners",
        "partners": items({"name": "Partner", "logo": None, "address": address}),
    }

    assert 'href="https://example.org/?a=1&amp;b=&quot;"' in page(("partners", partners))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.org/", "https://[bad", ""])
def test_a_call_that_leads_nowhere_is_a_sentence_only(address):
    call = {"text": "Come along.", "label": "There", "page": None, "address": address}

    html = page(("call_to_action", call))

    assert "Come along." in html
    assert "<a" not in html


def test_a_page_that_was_taken_down_takes_its_call_with_it():
    gone = editorial_page(slug="gone", live=False)

    html = page(("call_to_action", {"text": "Come along.", "label": "There", "page": gone.pk, "address": ""}))

    assert "Come along." not in html


def test_what_nobody_has_said_yet_is_no_quote_without_role():
    html = page(("quote", {"quote": "We do.", "person": "Test Person", "role": "", "source": None}))

    assert "<b>Test Person</b></figcaption>" in html


BEGUN = [
    ("section", {"heading": "", "text": "<p>Not done [3]</p>", "footnotes": items({"note": ""})}),
    ("quote", {"quote": "", "person": "", "role": "", "source": None}),
    ("timeline", {"events": items({"day": "", "heading": "", "text": "", "source": None})}),
    ("video", {"address": "", "title": "", "poster": None, "transcript": ""}),
    ("call_to_action", {"text": "", "label": "", "page": None, "address": ""}),
    ("live_number", {"subject": "", "query": ""}),
    ("figure", {"image": None, "alt_text": "", "caption": ""}),
    ("table", None),
]


@pytest.mark.parametrize("field", [PageBodyBlock(), HighlightsBlock()], ids=["body", "highlights"])
def test_a_draft_may_be_saved_with_blocks_that_are_only_begun(field):
    begun = [value for value in stream(*BEGUN).get_prep_value() if value["type"] in field.child_blocks]

    saved = field.clean_deferred(field.to_python(begun))

    assert len(saved) == len(begun)


def test_the_live_preview_of_a_page_shows_blocks_that_are_only_begun(admin_client):
    made = editorial_page(SectionPage, "begun")
    made.body = stream(*BEGUN)
    made.save_revision()

    answer = admin_client.get(f"/admin/pages/{made.pk}/view_draft/")

    assert answer.status_code == 200
    assert "Not done" in answer.content.decode()


def test_the_live_preview_of_a_story_shows_blocks_that_are_only_begun():
    story = approach_story()
    story.body = stream(*BEGUN)

    answer = story.make_preview_request()

    assert answer.status_code == 200
    assert "Not done" in answer.content.decode()
