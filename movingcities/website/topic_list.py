"""What the list of topics says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import STATUS_ORDER, Approach
from movingcities.approaches.queries import TopicFigures, topic_figures
from movingcities.design.components import Column, Row
from movingcities.languages.saying import say_number
from movingcities.stories.models import ApproachStory
from movingcities.website.rows import topic_link
from movingcities.website.takeaways import Takeaway, takeaway_of_approach
from movingcities.website.translations import Told, TranslationNote, translation_note

TAKEAWAYS = 3


@dataclass(frozen=True, slots=True)
class TopicList:
    """Everything the list of topics prints."""

    heading: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    takeaways: Sequence[Takeaway]
    translation: TranslationNote | None


def read_topic_list(language: str) -> TopicList:
    """Read every topic with its numbers; eight queries."""
    topics = topic_figures()
    newest = list(
        Approach.objects.filter(status=Approach.Status.ACTIVE)
        .for_listing()
        .order_by("-started_earliest", "slug")[:TAKEAWAYS]
    )
    stories = ApproachStory.objects.by_fact([each.pk for each in newest], language)
    statuses = [status for status in STATUS_ORDER if any(each.by_status.get(status) for each in topics)]
    return TopicList(
        heading=ngettext("%(count)s topic", "%(count)s topics", len(topics))
        % {"count": say_number(len(topics), language)},
        columns=[
            Column(_("Approaches")),
            *(Column(str(status.label)) for status in statuses),
            Column(_("Countries")),
        ],
        rows=[_row(each, statuses, language) for each in topics],
        takeaways=[
            takeaway
            for each in newest
            if (takeaway := takeaway_of_approach(each, stories.get(each.pk), language))
        ],
        translation=translation_note(
            language,
            Told(stories.values(), ("title", "transferability")),
            topics=[figures.topic for figures in topics],
        ),
    )


def _row(figures: TopicFigures, statuses: Sequence[Approach.Status], language: str) -> Row:
    return Row(
        letters="",
        name=topic_link(figures.topic, language),
        cells=[
            say_number(count, language)
            for count in (
                figures.approach_count,
                *(figures.by_status.get(status, 0) for status in statuses),
                figures.country_count,
            )
        ],
    )
