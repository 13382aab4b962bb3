"""Blocks of running text."""

import pytest
from django.core.exceptions import ValidationError

from movingcities.blocks.bodies import BodyBlock, TakeawaysBlock


def test_sections_come_back_as_they_were_written():
    block = BodyBlock()
    raw = [
        {"type": "section", "id": "1", "value": {"heading": "How it began", "text": "<p>One.</p><p>Two.</p>"}}
    ]

    value = block.to_python(raw)

    assert [(section.value["heading"], section.value["text"].source) for section in value] == [
        ("How it began", "<p>One.</p><p>Two.</p>")
    ]


@pytest.mark.parametrize(("heading", "text"), [("x" * 201, "text"), ("heading", "")])
def test_a_section_needs_a_short_heading_and_a_text(heading, text):
    block = BodyBlock()
    value = block.to_python([{"type": "section", "id": "1", "value": {"heading": heading, "text": text}}])

    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_takeaway_is_one_sentence_not_an_essay():
    block = TakeawaysBlock()
    value = block.to_python([{"type": "takeaway", "id": "1", "value": "x" * 401}])

    with pytest.raises(ValidationError):
        block.clean(value)
