"""Texts built of blocks for tests, and how their page prints them."""

import uuid

from django.template.loader import render_to_string
from django.utils import translation

from movingcities.approaches.tests.factories import ApproachFactory
from movingcities.blocks.bodies import PageBodyBlock
from movingcities.evidence.tests.factories import SourceFactory
from movingcities.media.tests.factories import DocumentFactory, ImageFactory
from movingcities.networks.tests.factories import NetworkFactory
from movingcities.places.tests.factories import PlaceFactory
from movingcities.stories.tests.factories import approach_story
from movingcities.website.body import read_body

KINDS = sorted(PageBodyBlock().child_blocks)


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


def note(words):
    return {"note": words, "source": None}


def block(kind):
    """A block with objects of its own that are none of another block's."""
    return (kind, _VALUES[kind]())


def _section():
    return section("<p>Said [1].</p>", {"note": "Remark", "source": SourceFactory().pk}, heading="First")[1]


def _quote():
    return {"quote": "We do.", "person": "Test Person", "role": "mayor", "source": SourceFactory().pk}


def _figure():
    return {"image": ImageFactory().pk, "alt_text": "Grey", "caption": "A test"}


def _approach_card():
    approach = ApproachFactory()
    approach_story(approach)
    return {"approach": approach.pk}


def _timeline():
    event = {"day": "2019-05", "heading": "It began", "text": "", "source": SourceFactory().pk}
    return {"events": items(event)}


def _table():
    return {"data": [["A", "B"], ["1", "2"]], "first_row_is_table_header": True, "table_caption": "T"}


def _video():
    address = "https://www.youtube.com/watch?v=abcdefghijk"
    return {"address": address, "title": "Film", "poster": ImageFactory().pk, "transcript": ""}


def _people():
    person = {"name": "N", "role": "R", "picture": ImageFactory().pk, "text": ""}
    return {"heading": "Team", "people": items(person)}


def _partners():
    partner = {"name": "P", "logo": ImageFactory().pk, "address": "https://partner.example/"}
    return {"heading": "Partners", "partners": items(partner)}


_VALUES = {
    "section": _section,
    "quote": _quote,
    "figure": _figure,
    "gallery": lambda: {"figures": items(_figure(), _figure())},
    "downloads": lambda: {"heading": "", "documents": items({"document": DocumentFactory().pk, "title": ""})},
    "accordion": lambda: {"items": items({"heading": "Why?", "text": "<p>So.</p>"})},
    "steps": lambda: {"steps": items({"heading": "Begin", "text": "<p>Now.</p>"})},
    "live_number": lambda: {"subject": "places", "query": ""},
    "mini_map": lambda: {"query": "", "caption": "Where"},
    "place_card": lambda: {"place": PlaceFactory().pk},
    "approach_card": _approach_card,
    "network_card": lambda: {"network": NetworkFactory().pk},
    "timeline": _timeline,
    "table": _table,
    "call_to_action": lambda: {"text": "Look.", "label": "Places", "page": None, "address": "/places/"},
    "video": _video,
    "people": _people,
    "partners": _partners,
}
