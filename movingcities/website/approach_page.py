"""What the page of an approach says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

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
from movingcities.languages.maps import Said
from movingcities.stories.models import ApproachStory, DecisionStory
from movingcities.website.addresses import place_address
from movingcities.website.phrases import listed, opened, paragraphs, place_and_country
from movingcities.website.rows import (
    approach_line,
    decision_line,
    merged_sources,
    source_line,
    sources_checked_text,
    topic_link,
)
from movingcities.website.votes import vote_of

SAME_COURSE = 8


@dataclass(frozen=True, slots=True)
class ApproachPage:
    """Everything the page of an approach prints; `language` is that of its story, empty if the page’s own."""

    story: ApproachStory | None
    title: Said
    letters: str
    kicker: Sequence[Link]
    language: str
    opening: str
    summary: Sequence[str]
    how_it_works: Sequence[str]
    results: Sequence[str]
    elsewhere: Sequence[str]
    particulars: Sequence[Particular]
    votes: Sequence[Vote]
    decisions: Sequence[DecisionLine]
    same_course: Sequence[ApproachLine]
    sources: Sequence[SourceLine]
    sources_checked: str


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
    sources = merged_sources(story.sources.all() if story else (), approach.sources.all())
    opening, *rest = opened(story.summary) if story else [""]
    return ApproachPage(
        story=story,
        title=Said(story.title, story.language) if story else Said(approach.slug, ""),
        letters=places[0].hoist if places else "",
        kicker=[
            *(Link(place_and_country(place, language), place_address(place)) for place in places),
            *(topic_link(topic, language) for topic in topics),
        ],
        language=story.language if story and story.language != language else "",
        opening=opening,
        summary=rest,
        how_it_works=paragraphs(story.how_it_works) if story else (),
        results=paragraphs(story.results) if story else (),
        elsewhere=paragraphs(story.transferability) if story else (),
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
    )


def _particulars(approach: Approach, story: ApproachStory | None, language: str) -> list[Particular]:
    """For, Lead, With, Money, Ground: only what is known."""
    told = story.language if story and story.language != language else ""
    stated = (
        (_("For"), story.target_group if story else "", told),
        (_("Lead"), approach.lead, ""),
        (_("With"), listed(approach.partners, language) if approach.partners else "", ""),
        (_("Money"), story.funding if story else "", told),
        (_("Ground"), story.legal_basis if story else "", told),
    )
    return [Particular(term, text, written_in) for term, text, written_in in stated if text]
