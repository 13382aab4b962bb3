"""What editors paste from Word or from a website comes out clean."""

import json

import pytest

from movingcities.blocks.text import TextBlock
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story

pytestmark = pytest.mark.django_db

PASTED = {
    "blocks": [
        {
            "key": "a",
            "type": "unstyled",
            "text": "Bold words <script>alert(1)</script>",
            "depth": 0,
            "inlineStyleRanges": [
                {"offset": 0, "length": 4, "style": "BOLD"},
                {"offset": 5, "length": 5, "style": "color-red"},
            ],
            "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
        },
        {"key": "b", "type": "header-one", "text": "Huge", "depth": 0},
        {"key": "c", "type": "unstyled", "text": "From Word", "depth": 0, "data": {"class": "MsoNormal"}},
    ],
    "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}},
}


def test_pasted_text_keeps_its_words_and_nothing_that_could_harm():
    block = TextBlock()
    field = block.field.widget

    html = field.value_from_datadict({"text": json.dumps(PASTED)}, {}, "text")

    assert "Bold" in html
    assert "From Word" in html
    assert "<script" not in html
    assert "javascript:" not in html
    assert "style=" not in html
    assert "Mso" not in html
    assert "<h1" not in html


def test_a_text_saved_in_the_editorial_system_is_clean(admin_client):
    story = approach_story()
    form = {
        "approach": story.approach_id,
        "title": "Title",
        "summary": "Summary.",
        "written": "",
        "sources": "\n".join(source.url for source in story.sources.all()),
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "section",
        "body-0-id": "",
        "body-0-value-heading": "How",
        "body-0-value-text": json.dumps(PASTED),
        "body-0-value-footnotes-count": "0",
        "action-publish": "publish",
    }

    admin_client.post(f"/admin/snippets/stories/approachstory/edit/{story.pk}/", form)

    source = ApproachStory.objects.get(pk=story.pk).body[0].value["text"].source
    assert "From Word" in source
    assert "<script" not in source
    assert "javascript:" not in source
