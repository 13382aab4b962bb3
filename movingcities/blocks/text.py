"""Blocks of running text: sections, quotes, questions and answers, timelines, steps."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from movingcities.blocks.addresses import is_address
from movingcities.blocks.neutral import NeutralBlock
from movingcities.blocks.rich_text import passages
from movingcities.evidence.choosing import SourceChooserBlock
from movingcities.kit.partial_date import InvalidPartialDate, PartialDate

FEATURES = ["bold", "italic", "h3", "ol", "ul", "link"]
"""What rich text may hold; whatever else is pasted is cleaned away."""

FOOTNOTE_MARK = re.compile(r"\[(\d{1,2})\]")


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists, small headings and links: nothing else survives being pasted or saved."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "features": FEATURES})

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, {name: value for name, value in kwargs.items() if name != "features"}


class FootnoteBlock(blocks.StructBlock):
    """A remark or a source, or both, under a passage."""

    note = blocks.CharBlock(label=gettext_lazy("Remark"), max_length=500, required=False)
    source = SourceChooserBlock(label=gettext_lazy("Source"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned["note"] and not cleaned["source"]:
            raise StructBlockValidationError(
                block_errors={"note": ValidationError(_("Write a remark or choose a source."))}
            )
        return cleaned

    class Meta:
        label = gettext_lazy("Footnote")
        icon = "list-ol"


class SectionBlock(blocks.StructBlock):
    """A heading and what is said under it; marks like [1] in the text point to its footnotes."""

    heading = blocks.CharBlock(label=gettext_lazy("Heading"), max_length=200, required=False)
    text = TextBlock(label=gettext_lazy("Text"))
    footnotes = blocks.ListBlock(FootnoteBlock(), label=gettext_lazy("Footnotes"), default=[])

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        words = passages(cleaned["text"].source)
        marks = {int(mark) for each in words for mark in FOOTNOTE_MARK.findall(each)}
        count = len(cleaned["footnotes"])
        missing = sorted(mark for mark in marks if not 1 <= mark <= count)
        if missing and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={
                    "text": ValidationError(
                        _("The mark [%(mark)s] has no footnote: add it below, or take the mark out."),
                        params={"mark": missing[0]},
                    )
                }
            )
        return cleaned

    class Meta:
        label = gettext_lazy("Section")
        icon = "title"


class QuoteBlock(blocks.StructBlock):
    """What somebody said, who that is, in what role, and where it can be read."""

    quote = blocks.TextBlock(label=gettext_lazy("Quote"), rows=3, max_length=1_000)
    person = blocks.CharBlock(label=gettext_lazy("Who said it"), max_length=120)
    role = blocks.CharBlock(
        label=gettext_lazy("In what role"),
        max_length=200,
        help_text=gettext_lazy("For instance: mayor of the city since 2019."),
    )
    source = SourceChooserBlock(
        label=gettext_lazy("Source"),
        required=False,
        help_text=gettext_lazy("Where it can be read; leave it empty only if it was said to us."),
    )

    class Meta:
        label = gettext_lazy("Quote")
        icon = "openquote"


class QuestionBlock(blocks.StructBlock):
    """A line that opens, and what is under it."""

    heading = blocks.CharBlock(label=gettext_lazy("Line that is always shown"), max_length=200)
    text = TextBlock(label=gettext_lazy("Text that opens"))


class AccordionBlock(blocks.StructBlock):
    """Lines that open one by one, for questions and answers."""

    items = blocks.ListBlock(QuestionBlock(), label=gettext_lazy("Lines"), min_num=1)

    class Meta:
        label = gettext_lazy("Questions and answers")
        icon = "collapse-down"


class PartialDateBlock(NeutralBlock):
    """A day as far as it is known: 2019, 2019-05 or 2019-05-14."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "max_length": 10})

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, args, {name: value for name, value in kwargs.items() if name != "max_length"}

    def clean(self, value: str) -> str:
        cleaned = str(super().clean(value)).strip()
        if not cleaned:
            return cleaned
        try:
            PartialDate.parse(cleaned)
        except InvalidPartialDate:
            raise ValidationError(
                _("Write the day as far as it is known: 2019, 2019-05 or 2019-05-14.")
            ) from None
        return cleaned


class EventBlock(blocks.StructBlock):
    """What happened on a day, and where that can be read."""

    day = PartialDateBlock(label=gettext_lazy("Day"))
    heading = blocks.CharBlock(label=gettext_lazy("What happened"), max_length=200)
    text = blocks.TextBlock(label=gettext_lazy("More about it"), rows=2, max_length=1_000, required=False)
    source = SourceChooserBlock(label=gettext_lazy("Source"))


class TimelineBlock(blocks.StructBlock):
    """Days in order, each with its source."""

    events = blocks.ListBlock(EventBlock(), label=gettext_lazy("Days"), min_num=1)

    class Meta:
        label = gettext_lazy("Timeline")
        icon = "history"


class CallToActionBlock(blocks.StructBlock):
    """One thing to do next, as a sentence and a link."""

    text = blocks.CharBlock(label=gettext_lazy("Sentence"), max_length=300)
    label = blocks.CharBlock(label=gettext_lazy("Words of the link"), max_length=80)
    page = blocks.PageChooserBlock(label=gettext_lazy("Page of this site"), required=False)
    address = NeutralBlock(
        label=gettext_lazy("Or an address"),
        max_length=500,
        required=False,
        help_text=gettext_lazy(
            "Of this site without the language (/places/?country=DE), or of another site (https://…)."
        ),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        is_one = bool(cleaned["page"]) != bool(cleaned["address"])
        if not is_one and not self.is_deferred_validation:
            message = _("Choose a page, or write an address: one of the two.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        if cleaned["address"] and not is_address(cleaned["address"]):
            message = _("Begin the address with / for this site, or with https:// for another one.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)})
        return cleaned

    class Meta:
        label = gettext_lazy("Call to action")
        icon = "pick"


class StepBlock(blocks.StructBlock):
    """One step of a guide."""

    heading = blocks.CharBlock(label=gettext_lazy("What to do"), max_length=200)
    text = TextBlock(label=gettext_lazy("How"))


class StepsBlock(blocks.StructBlock):
    """What to do, one step after the other; numbered by themselves."""

    steps = blocks.ListBlock(StepBlock(), label=gettext_lazy("Steps"), min_num=1)

    class Meta:
        label = gettext_lazy("Steps")
        icon = "list-ol"
