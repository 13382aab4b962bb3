"""Sections of portraits were plain text; they are rich text from now on, in their revisions too."""

import json

from django.db import migrations

from movingcities.blocks.rich_text import rich_text


def make_rich(apps, schema_editor):
    story_model = apps.get_model("stories", "PlaceStory")
    for story in story_model.objects.all():
        blocks = _rich(list(story.body.raw_data))
        story.body = json.dumps(blocks)
        story.save(update_fields=["body"])
    content_types = apps.get_model("contenttypes", "ContentType")
    content_type = content_types.objects.filter(app_label="stories", model="placestory").first()
    revisions = apps.get_model("wagtailcore", "Revision").objects.filter(content_type=content_type)
    for revision in revisions if content_type else ():
        revision.content["body"] = json.dumps(_rich(json.loads(revision.content.get("body") or "[]")))
        revision.save(update_fields=["content"])


def _rich(blocks):
    for block in blocks:
        value = block["value"]
        if block["type"] == "section" and not value["text"].startswith("<p>"):
            block["value"] = {**value, "text": rich_text(value["text"]), "footnotes": []}
    return blocks


class Migration(migrations.Migration):
    dependencies = [("stories", "0003_bodies_of_blocks_and_notes_on_translation")]

    operations = [migrations.RunPython(make_rich, migrations.RunPython.noop)]
