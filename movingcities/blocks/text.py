"""Blocks of running text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    """A heading and what is said under it; an empty line parts paragraphs."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=200)
    text = blocks.TextBlock(label=_("Text"), rows=8)

    class Meta:
        label = _("Section")
        icon = "title"


class BodyBlock(blocks.StreamBlock):
    """The body of a story: sections in order."""

    section = SectionBlock()


class TakeawaysBlock(blocks.StreamBlock):
    """What others can take from it: one sentence each."""

    takeaway = blocks.CharBlock(label=_("Takeaway"), max_length=400)
