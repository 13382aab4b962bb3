"""What each block refuses, and that it says where."""

import pytest
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from movingcities.blocks.bodies import BodyBlock, PageBodyBlock
from movingcities.blocks.facts import LiveNumberBlock, MiniMapBlock
from movingcities.blocks.neutral import TableBlock
from movingcities.blocks.pictures import (
    DownloadsBlock,
    FigureBlock,
    GalleryBlock,
    PartnersBlock,
    PeopleBlock,
    VideoBlock,
)
from movingcities.blocks.text import (
    AccordionBlock,
    CallToActionBlock,
    FootnoteBlock,
    QuoteBlock,
    SectionBlock,
    StepsBlock,
    TimelineBlock,
)
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.models import Image
from movingcities.media.tests.factories import DocumentFactory, ImageFactory

pytestmark = pytest.mark.django_db


def items(*values):
    return [{"type": "item", "id": "1", "value": value} for value in values]


def refused(error, path=""):
    """{where: what was said} of the errors of a block and of the blocks in it."""
    inner = getattr(error, "block_errors", None)
    if not inner:
        return {path: " ".join(error.messages)}
    pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
    return {
        where: said
        for name, each in pairs
        if each is not None
        for where, said in refused(each, f"{path}.{name}".lstrip(".")).items()
    }


def cleaned(block, value):
    return block.clean(block.to_python(value))


def refusal(block, value):
    with pytest.raises(ValidationError) as error:
        cleaned(block, value)
    return refused(error.value)


@pytest.mark.parametrize(
    ("block", "value", "places"),
    [
        (SectionBlock(), {"heading": "How", "text": ""}, {"text"}),
        (QuoteBlock(), {"quote": "We do."}, {"person", "role"}),
        (AccordionBlock(), {"items": items({"heading": "Why?"})}, {"items.0.text"}),
        (StepsBlock(), {"steps": items({"text": "<p>Now.</p>"})}, {"steps.0.heading"}),
        (TimelineBlock(), {"events": items({"day": "2019"})}, {"events.0.heading", "events.0.source"}),
        (CallToActionBlock(), {"address": "/places/"}, {"text", "label"}),
        (FigureBlock(), {"alt_text": "", "image": None}, {"alt_text", "image"}),
        (
            GalleryBlock(),
            {"figures": items({"alt_text": "A"}, {"alt_text": "B"})},
            {"figures.0.image", "figures.1.image"},
        ),
        (DownloadsBlock(), {"documents": items({"title": "Guide"})}, {"documents.0.document"}),
        (VideoBlock(), {"title": "", "address": ""}, {"title", "address"}),
        (PeopleBlock(), {"people": items({"name": "N"})}, {"people.0.role"}),
        (PartnersBlock(), {"heading": "", "partners": items({"name": ""})}, {"heading", "partners.0.name"}),
        (LiveNumberBlock(), {"subject": "streets", "query": ""}, {"subject"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_missing_is_named_where_it_is_missing(block, value, places):
    assert set(refusal(block, value)) == places


@pytest.mark.parametrize(
    ("block", "name"),
    [
        (AccordionBlock(), "items"),
        (StepsBlock(), "steps"),
        (TimelineBlock(), "events"),
        (DownloadsBlock(), "documents"),
        (PeopleBlock(), "people"),
        (PartnersBlock(), "partners"),
        (GalleryBlock(), "figures"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_list_of_nothing_is_refused(block, name):
    assert name in refusal(block, {"heading": "Heading", name: []})


@pytest.mark.parametrize("card", ["place_card", "approach_card", "network_card"])
def test_a_card_is_of_something(card):
    value = BodyBlock().to_python([{"type": card, "id": "1", "value": {}}])

    with pytest.raises(ValidationError):
        BodyBlock().clean(value)


@pytest.mark.parametrize("right", ["licence", "credit", "consent"])
def test_a_picture_without_its_rights_is_refused(monkeypatch, right):
    """The database keeps no such picture; should it ever, none is shown."""
    image = ImageFactory()
    monkeypatch.setattr(Image, right, property(lambda image: "", lambda image, value: None))

    said = refusal(FigureBlock(), {"image": image.pk, "alt_text": "Grey"})

    assert "add them in its own form" in said["image"]


def test_a_picture_with_its_rights_is_taken():
    value = {"image": ImageFactory().pk, "alt_text": "Grey"}

    assert cleaned(FigureBlock(), value)["image"].pk == value["image"]


def test_a_file_is_taken_without_a_title_of_its_own():
    documents = items({"document": DocumentFactory().pk, "title": ""})

    assert len(cleaned(DownloadsBlock(), {"documents": documents})["documents"]) == 1


def test_a_footnote_says_something():
    assert (
        "Write a remark or choose a source" in refusal(FootnoteBlock(), {"note": "", "source": None})["note"]
    )
    assert cleaned(FootnoteBlock(), {"note": "", "source": SourceFactory().pk})["source"]
    assert cleaned(FootnoteBlock(), {"note": "A remark", "source": None})["note"]


@pytest.mark.parametrize(("text", "mark"), [("<p>One [1], two [2].</p>", "[2]"), ("<p>None [0].</p>", "[0]")])
def test_a_mark_without_footnote_is_named(text, mark):
    said = refusal(SectionBlock(), {"text": text, "footnotes": items({"note": "A"})})

    assert mark in said["text"]


@pytest.mark.parametrize(
    "text",
    [
        "<p>One [1], once more [1].</p>",
        "<p>In [2019] and [a].</p>",
        '<p><a href="https://example.org/?list[7]=1">A link</a></p>',
    ],
)
def test_what_is_no_mark_needs_no_footnote(text):
    assert cleaned(SectionBlock(), {"text": text, "footnotes": items({"note": "A"})})


@pytest.mark.parametrize("day", ["2019-13", "14.5.2019", "soon", "2019-02-30"])
def test_a_day_that_is_none_is_refused(day):
    event = {"day": day, "heading": "It began", "source": SourceFactory().pk}

    assert "2019-05-14" in refusal(TimelineBlock(), {"events": items(event)})["events.0.day"]


@pytest.mark.parametrize("day", ["2019", "2019-05", " 2019-05-14 "])
def test_a_day_is_taken_as_far_as_it_is_known(day):
    event = {"day": day, "heading": "It began", "source": SourceFactory().pk}

    assert cleaned(TimelineBlock(), {"events": items(event)})["events"][0]["day"] == day.strip()


@pytest.mark.parametrize(
    "table", [None, {"data": [["A"]], "table_caption": " ", "table_header_choice": "row"}]
)
def test_a_table_has_a_caption(table):
    assert "caption" in refusal(TableBlock(), table)[""]


def test_a_call_leads_to_one_place():
    said = refusal(CallToActionBlock(), {"text": "Look.", "label": "Here", "page": None, "address": ""})

    assert "one of the two" in said["address"]


@pytest.mark.parametrize("block", [LiveNumberBlock(), MiniMapBlock()], ids=lambda block: type(block).__name__)
def test_a_question_the_list_does_not_know_is_refused(block):
    said = refusal(block, {"subject": "places", "query": "/en/places/?network=nobody-knows-it"})

    assert "nobody-knows-it" in said["query"]


def test_a_text_is_refused_as_a_whole_with_the_errors_of_its_blocks():
    body = PageBodyBlock()
    value = body.to_python(
        [
            {"type": "section", "id": "1", "value": {"text": "<p>Fine.</p>"}},
            {"type": "video", "id": "2", "value": {"title": "Film", "address": "https://example.org/"}},
        ]
    )

    with pytest.raises(ValidationError) as error:
        body.clean(value)

    assert set(error.value.block_errors) - {NON_FIELD_ERRORS} == {1}
