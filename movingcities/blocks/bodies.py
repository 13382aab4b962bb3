"""What long texts are built of: the streams of stories and of pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy
from wagtail import blocks

from movingcities.blocks.facts import (
    ApproachCardBlock,
    LiveNumberBlock,
    MiniMapBlock,
    NetworkCardBlock,
    PlaceCardBlock,
)
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
    QuoteBlock,
    SectionBlock,
    StepsBlock,
    TimelineBlock,
)

TEXT, MEDIA, FACTS, LAYOUT = (
    gettext_lazy("Text"),
    gettext_lazy("Pictures and files"),
    gettext_lazy("Facts of the site"),
    gettext_lazy("People and partners"),
)


class BodyBlock(blocks.StreamBlock):
    """The body of a story."""

    section = SectionBlock(group=TEXT)
    quote = QuoteBlock(group=TEXT)
    accordion = AccordionBlock(group=TEXT)
    timeline = TimelineBlock(group=TEXT)
    table = TableBlock(group=TEXT)
    call_to_action = CallToActionBlock(group=TEXT)
    figure = FigureBlock(group=MEDIA)
    gallery = GalleryBlock(group=MEDIA)
    downloads = DownloadsBlock(group=MEDIA)
    video = VideoBlock(group=MEDIA)
    live_number = LiveNumberBlock(group=FACTS)
    mini_map = MiniMapBlock(group=FACTS)
    place_card = PlaceCardBlock(group=FACTS)
    approach_card = ApproachCardBlock(group=FACTS)
    network_card = NetworkCardBlock(group=FACTS)


class PageBodyBlock(BodyBlock):
    """The body of a page: all that a story may hold, steps, people and partners."""

    steps = StepsBlock(group=TEXT)
    people = PeopleBlock(group=LAYOUT)
    partners = PartnersBlock(group=LAYOUT)


class HighlightsBlock(blocks.StreamBlock):
    """What an editor sets apart on the front page."""

    live_number = LiveNumberBlock()
    place_card = PlaceCardBlock()
    approach_card = ApproachCardBlock()
    network_card = NetworkCardBlock()
    quote = QuoteBlock()
    call_to_action = CallToActionBlock()


class TakeawaysBlock(blocks.StreamBlock):
    """What others can take from it: one sentence each."""

    takeaway = blocks.CharBlock(label=gettext_lazy("Takeaway"), max_length=400)
