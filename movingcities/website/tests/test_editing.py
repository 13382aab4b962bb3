"""What is written in the editorial system, block by block, as readers get it."""

import json
import re
import uuid

import pytest
from django.urls import reverse
from wagtail.blocks import ListBlock, RichTextBlock, StructBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from movingcities.blocks.bodies import BodyBlock, PageBodyBlock
from movingcities.blocks.neutral import TableBlock
from movingcities.blocks.text import FEATURES
from movingcities.pages.models import SectionPage
from movingcities.pages.tests.factories import page as editorial_page
from movingcities.stories.models import ApproachStory
from movingcities.stories.tests.factories import approach_story
from movingcities.website.body.rich import rich
from movingcities.website.tests.texts import KINDS, block, section

pytestmark = pytest.mark.django_db

PAGE = {
    "title": "Guide",
    "slug": "guide",
    "teaser": "How it is done.",
    "adapt": "",
    "seo_title": "",
    "search_description": "",
    "action-publish": "action-publish",
    **nested_form_data(
        {
            "comments": {
                "TOTAL_FORMS": "0",
                "INITIAL_FORMS": "0",
                "MIN_NUM_FORMS": "0",
                "MAX_NUM_FORMS": "1000",
            }
        }
    ),
}


def posted(field, value):
    """A stored value of a block as the fields of Wagtail's editor send it."""
    if isinstance(field, StructBlock):
        return {name: posted(each, value.get(name)) for name, each in field.child_blocks.items()}
    if isinstance(field, ListBlock):
        sent = {
            str(number): {
                "value": posted(field.child_block, each["value"]),
                "order": str(number),
                "deleted": "",
                "id": each["id"],
            }
            for number, each in enumerate(value or [])
        }
        return {"count": str(len(sent)), **sent}
    if isinstance(field, RichTextBlock):
        return rich_text(value or "<p></p>", features=FEATURES)
    if isinstance(field, TableBlock):
        return json.dumps({**value, "table_header_choice": "row"})
    if isinstance(field, ChooserBlock):
        return str(value or "")
    return value or ""


def body(field, *blocks):
    sent = [(kind, posted(field.child_blocks[kind], value)) for kind, value in blocks]
    return nested_form_data({"body": streamfield(sent)})


def publish(client, story, *blocks):
    form = {
        "approach": story.approach_id,
        "title": "Title",
        "summary": "Summary.",
        "written": "",
        "sources": "\n".join(source.url for source in story.sources.all()),
        "action-publish": "action-publish",
        **body(BodyBlock(), *blocks),
    }
    return client.post(reverse(story.snippet_viewset.get_url_name("edit"), args=[story.pk]), form)


def test_every_block_of_a_page_can_be_written_in_its_form(admin_client, client):
    blocks = [block(kind) for kind in KINDS]
    made = editorial_page(slug="guide")

    answer = admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[made.pk]), {**PAGE, **body(PageBodyBlock(), *blocks)}
    )

    assert answer.status_code == 302, answer.context["form"].errors
    made = SectionPage.objects.get(pk=made.pk)
    assert [each.block_type for each in made.body] == KINDS
    shown = client.get("/en/guide/").content.decode()
    assert shown.count('<div class="block block-') == len(KINDS)


def test_every_block_of_a_story_can_be_written_in_its_form(admin_client, client):
    kinds = sorted(BodyBlock().child_blocks)
    story = approach_story()

    answer = publish(admin_client, story, *[block(kind) for kind in kinds])

    assert answer.status_code == 302, answer.context["form"].errors
    assert [each.block_type for each in ApproachStory.objects.get(pk=story.pk).body] == kinds
    shown = client.get(f"/en/approaches/{story.approach.slug}/").content.decode()
    assert shown.count('<div class="block block-') == len(kinds)


def test_a_block_that_is_refused_keeps_the_story_as_it_was_and_says_why(admin_client):
    story = approach_story()

    answer = publish(admin_client, story, ("video", {"title": "Film", "address": "https://[bad"}))

    assert answer.status_code == 200
    assert "Only films on YouTube and Vimeo can be shown" in answer.content.decode()
    assert not ApproachStory.objects.get(pk=story.pk).body


def test_a_story_that_is_only_begun_can_be_saved(admin_client):
    story = approach_story()
    form = {
        "approach": story.approach_id,
        "title": "Title",
        "summary": "Summary.",
        "written": "",
        "sources": "\n".join(source.url for source in story.sources.all()),
        **body(BodyBlock(), ("call_to_action", {"text": "Come along."}), ("table", {"data": [[None]]})),
    }

    answer = admin_client.post(reverse(story.snippet_viewset.get_url_name("edit"), args=[story.pk]), form)

    assert answer.status_code == 302, answer.context["form"].errors
    begun = ApproachStory.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert [each.block_type for each in begun.body] == ["call_to_action", "table"]


def test_the_preview_beside_the_form_shows_what_is_only_begun(admin_client):
    made = editorial_page(slug="guide")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[made.pk])
    event = {"type": "item", "id": str(uuid.uuid4()), "value": {"day": "", "heading": "It began"}}
    begun = [("timeline", {"events": [event]}), ("quote", {"quote": "We do."}), ("video", {})]

    sent = admin_client.post(address, {**PAGE, **body(PageBodyBlock(), *begun)})
    shown = admin_client.get(address)

    assert sent.json()["is_valid"]
    assert shown.status_code == 200
    assert "It began" in shown.content.decode()
    assert "We do." in shown.content.decode()


# What a browser hands over from Word, and from a page with scripts.
PASTED = """\
<p class="MsoNormal" style="mso-margin-top-alt:auto;color:red" onclick="alert(1)">From Word<o:p></o:p></p>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style>p.MsoNormal { margin: 0 }</style><script>alert(1)</script>
<h1 style="font-size: 40pt">Huge</h1><font face="Arial">plain</font>
<img src="https://tracker.example/pixel.gif" onerror="alert(1)"><iframe src="https://evil.example/"></iframe>
<ul><li class="MsoListParagraph">Item</li></ul><a href="javascript:alert(1)" onclick="alert(1)">link</a>
"""
ELEMENT = re.compile(r"<(\w[\w:]*)([^>]*)>")


def elements(html):
    """Which elements there are, and which attributes but the editor's own keys."""
    found = ELEMENT.findall(html)
    names = {name for _tag, written in found for name in re.findall(r"([\w-]+)=", written)}
    return {tag for tag, _written in found}, names - {"data-block-key"}


def test_what_is_pasted_from_word_is_saved_clean(admin_client):
    story = approach_story()

    publish(admin_client, story, section(PASTED))

    source = ApproachStory.objects.get(pk=story.pk).body[0].value["text"].source
    assert "From Word" in source
    assert elements(source) == ({"p", "ul", "li", "a"}, set())


def test_what_was_saved_by_another_way_is_printed_clean():
    html = rich(PASTED, "en", {}, level=3)

    assert "<p>From Word</p>" in html
    assert elements(html) == ({"p", "h3", "ul", "li"}, set())
    assert "alert" not in html
    assert "MsoNormal" not in html
