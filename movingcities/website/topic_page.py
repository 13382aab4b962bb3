"""What the page of a topic says, read and put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import STATUS_ORDER, Approach, Topic
from movingcities.approaches.queries import approaches_of_topic, topic_figures
from movingcities.design.components import ApproachLine, Figure, Link, Member, MemberGroup
from movingcities.kit.folding import fold
from movingcities.languages.maps import Said
from movingcities.languages.saying import say_number
from movingcities.map.drawing import Drawing, draw_europe
from movingcities.places.models import Place
from movingcities.stories.models import ApproachStory
from movingcities.website.addresses import country_address, list_address
from movingcities.website.designations import country_label, designation_note
from movingcities.website.lights import light_of
from movingcities.website.map_gaps import not_drawn
from movingcities.website.rows import approach_line, place_link, topic_link
from movingcities.website.takeaways import Takeaway, takeaway_of_approach
from movingcities.website.translations import Told, TranslationNote, translation_note

TAKEAWAYS = 3


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Approaches in one state."""

    title: str
    note: str
    approaches: Sequence[ApproachLine]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """Everything the page of a topic prints."""

    title: Said
    sentence: str
    figures: Sequence[Figure]
    drawing: Drawing | None
    not_drawn: Sequence[str]
    groups: Sequence[StatusGroup]
    takeaways: Sequence[Takeaway]
    by_country: Sequence[Link]
    places: Sequence[MemberGroup]
    others: Sequence[Link]
    designation: str
    translation: TranslationNote | None


def read_topic_page(topic: Topic, language: str) -> TopicPage:
    """Read what is known of a topic; at most 9 queries, whatever the number of its approaches."""
    approaches = approaches_of_topic(topic)
    stories = ApproachStory.objects.by_fact([each.pk for each in approaches], language)
    by_place: dict[int, tuple[Place, int]] = {}
    for approach in approaches:
        for place in approach.places.all():
            by_place[place.pk] = (place, by_place.get(place.pk, (place, 0))[1] + 1)
    places = list(by_place.values())
    label = topic.label_in(language)
    drawing = _map(label.text, [place for place, _count in places], language) if places else None
    return TopicPage(
        title=label,
        sentence=_also_found_under(topic, language),
        figures=_figures(approaches, [place for place, _count in places], language),
        drawing=drawing,
        not_drawn=not_drawn(drawing, language),
        groups=_groups(approaches, stories, language),
        takeaways=[
            takeaway
            for approach in approaches
            if (takeaway := takeaway_of_approach(approach, stories.get(approach.pk), language))
        ][:TAKEAWAYS],
        by_country=_by_country(topic, approaches, language),
        places=_places(places, language),
        others=[
            topic_link(other.topic, language, count=other.approach_count)
            for other in topic_figures()
            if other.topic.pk != topic.pk
        ],
        designation=designation_note(place.country_id for place, _count in places),
        translation=translation_note(
            language, Told(stories.values(), ("title", "transferability")), topics=[topic]
        ),
    )


def _also_found_under(topic: Topic, language: str) -> str:
    """Other words the search understands for it, if there are any in the reader’s language."""
    synonyms = topic.synonyms.get(language, ())
    if not synonyms:
        return ""
    return _("Also found under: %(words)s.") % {"words": ", ".join(synonyms)}


def _figures(approaches: Sequence[Approach], places: Sequence[Place], language: str) -> list[Figure]:
    active = sum(1 for approach in approaches if approach.status == Approach.Status.ACTIVE)
    countries = len({place.country_id for place in places})
    counted = (
        (len(approaches), ngettext("approach", "approaches", len(approaches))),
        (active, ngettext("of them active", "of them active", active)),
        (len(places), ngettext("place", "places", len(places))),
        (countries, ngettext("country", "countries", countries)),
    )
    return [Figure(say_number(count, language), label) for count, label in counted]


def _map(label: str, places: Sequence[Place], language: str) -> Drawing:
    return draw_europe(
        [light_of(place, language) for place in places],
        title=_("Map: places with an approach on “%(topic)s”") % {"topic": label},
    )


def _groups(
    approaches: Sequence[Approach], stories: dict[int, ApproachStory], language: str
) -> list[StatusGroup]:
    notes = {
        Approach.Status.ACTIVE: _("A source shows them at work."),
        Approach.Status.PLANNED: _("A source shows that they are being prepared."),
        Approach.Status.UNKNOWN: _("No source shows whether they still run."),
        Approach.Status.ENDED: _("A source shows their end."),
        Approach.Status.REVERSED: _("A source shows that they were taken back."),
    }
    groups = []
    for status in STATUS_ORDER:
        found = [approach for approach in approaches if approach.status == status]
        if found:
            lines = [
                approach_line(each, stories.get(each.pk), language, places=list(each.places.all()))
                for each in found
            ]
            groups.append(StatusGroup(str(status.label), notes[status], lines))
    return groups


def _by_country(topic: Topic, approaches: Sequence[Approach], language: str) -> list[Link]:
    """Countries with how many approaches, each leading to them in the library."""
    counted = Counter(
        code for approach in approaches for code in {place.country_id for place in approach.places.all()}
    )
    return [
        Link(
            country_label(code, language),
            list_address("approaches", {"topic": topic.slug, "country": code}),
            count=count,
        )
        for code, count in sorted(
            counted.items(), key=lambda pair: (-pair[1], fold(country_label(pair[0], language)))
        )
    ]


def _places(places: Sequence[tuple[Place, int]], language: str) -> list[MemberGroup]:
    """Places by country, the country with most of them first."""
    by_country: dict[str, list[tuple[Place, int]]] = {}
    for place, count in sorted(places, key=lambda pair: fold(pair[0].name_in(language).text)):
        by_country.setdefault(place.country_id, []).append((place, count))
    codes = sorted(by_country, key=lambda code: (-len(by_country[code]), fold(country_label(code, language))))
    return [
        MemberGroup(
            Link(country_label(code, language), country_address(code)),
            [
                Member(
                    place.hoist,
                    place_link(place, language),
                    ngettext("%(count)s approach", "%(count)s approaches", count)
                    % {"count": say_number(count, language)}
                    if count > 1
                    else "",
                )
                for place, count in by_country[code]
            ],
        )
        for code in codes
    ]
