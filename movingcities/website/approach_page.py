"""What the page of an approach says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from movingcities.approaches.models import Approach
from movingcities.approaches.queries import approaches_on_the_same_course
from movingcities.decisions.queries import decisions_behind
from movingcities.design.components import (
    ApproachLine,
    DecisionLine,
    Link,
    Particular,
    SourceLine,
    Vote,
)
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.addresses import place_address
from movingcities.website.body import Body, body_of
from movingcities.website.phrases import (
    Passage,
    foreign,
    listed,
    opened_passage,
    passage,
    place_and_country,
)
from movingcities.website.rows import (
    approach_line,
    decision_line,
    merged_sources,
    source_line,
    sources_checked_text,
    topic_link,
)
from movingcities.website.translations import Told, TranslationNote, translation_note
from movingcities.website.votes import vote_of

SAME_COURSE = 8
_PRINTED = (
    "summary",
    "how_it_works",
    "results",
    "transferability",
    "target_group",
    "funding",
    "legal_basis",
    "body",
)


@dataclass(frozen=True, slots=True)
class ApproachPage:
    """Everything the page of an approach prints."""

    story: ApproachStory | None
    title: Said
    letters: str
    kicker: Sequence[Link]
    summary: Passage
    how_it_works: Passage
    results: Passage
    elsewhere: Passage
    body: Body
    particulars: Sequence[Particular]
    votes: Sequence[Vote]
    decisions: Sequence[DecisionLine]
    same_course: Sequence[ApproachLine]
    sources: Sequence[SourceLine]
    sources_checked: str
    translation: TranslationNote | None


def read_approach_page(approach: Approach, language: str) -> ApproachPage:
    """Read what is known of an approach (places, topics and sources prefetched); at most 11 more queries."""
    story = ApproachStory.objects.by_fact([approach.pk], language).get(approach.pk)
    places, topics = list(approach.places.all()), list(approach.topics.all())
    others = approaches_on_the_same_course(approach, limit=SAME_COURSE)
    stories = ApproachStory.objects.by_fact([other.pk for other in others], language) if others else {}
    decisions = decisions_behind(approach)
    decision_stories = (
        DecisionStory.objects.by_fact([each.pk for each in decisions], language) if decisions else {}
    )
    body = body_of(story, language)
    sources = merged_sources(story.sources.all() if story else (), body.sources, approach.sources.all())
    return ApproachPage(
        story=story,
        title=Said(story.title, story.language) if story else Said(approach.slug, ""),
        letters=places[0].hoist if places else "",
        kicker=[
            *(Link(place_and_country(place, language), place_address(place)) for place in places),
            *(topic_link(topic, language) for topic in topics),
        ],
        summary=opened_passage(story, "summary", language),
        how_it_works=passage(story, "how_it_works", language),
        results=passage(story, "results", language),
        elsewhere=passage(story, "transferability", language),
        body=body,
        particulars=_particulars(approach, story, language),
        votes=[
            vote
            for each in decisions
            if (vote := vote_of(each, decision_stories.get(each.pk), language, is_linked=True))
        ],
        decisions=[decision_line(each, decision_stories.get(each.pk), language) for each in decisions],
        same_course=[
            replace(
                approach_line(other, stories.get(other.pk), language, places=list(other.places.all())),
                status_text="",
            )
            for other in others
        ],
        sources=[source_line(source, language) for source in sources],
        sources_checked=sources_checked_text(sources, language),
        translation=translation_note(
            language,
            Told([story] if story else [], ("title", *_PRINTED)),
            Told([*stories.values(), *decision_stories.values()], ("title",)),
            topics=topics,
        ),
    )


def _particulars(approach: Approach, story: ApproachStory | None, language: str) -> list[Particular]:
    """For, Lead, With, Money, Ground: only what is known."""
    nothing = Said("", "")
    # Facts are noted once, in English: who leads and who takes part are words of a fact.
    partners = listed(approach.partners, FALLBACK_LANGUAGE) if approach.partners else ""
    stated = (
        (_("For"), story.said("target_group") if story else nothing),
        (_("Lead"), Said(approach.lead, FALLBACK_LANGUAGE)),
        (pgettext("partners", "With"), Said(partners, FALLBACK_LANGUAGE)),
        (_("Money"), story.said("funding") if story else nothing),
        (_("Ground"), story.said("legal_basis") if story else nothing),
    )
    return [
        Particular(term, said.text, foreign(said.language, language)) for term, said in stated if said.text
    ]
