"""What the page of a decision says, read and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.decisions.models import Decision
from movingcities.decisions.queries import decisions_of_kind, other_decisions_of_place
from movingcities.design.components import DecisionLine, Link, NetworkLine, Particular, SourceLine, Vote
from movingcities.languages.maps import Said
from movingcities.languages.saying import say_number, say_partial_date
from movingcities.stories.models import DecisionStory
from movingcities.website.addresses import country_address, list_address
from movingcities.website.body import Body, body_of
from movingcities.website.designations import country_label, designation_note
from movingcities.website.phrases import (
    Passage,
    marked_place_and_country,
    passage,
    vote_in_words,
)
from movingcities.website.rows import (
    decision_line,
    merged_sources,
    network_line,
    place_link,
    source_line,
    sources_checked_text,
)
from movingcities.website.translations import Told, TranslationNote, translation_note
from movingcities.website.votes import vote_of

SAME_KIND = 6


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Everything the page of a decision prints."""

    story: DecisionStory | None
    title: Said
    date: str
    crumbs: Sequence[Link]
    text: Passage
    body: Body
    vote: Vote | None
    particulars: Sequence[Particular]
    same_kind_title: str
    all_of_kind: str
    same_kind_url: str
    networks: Sequence[NetworkLine]
    same_place: Sequence[DecisionLine]
    same_kind: Sequence[DecisionLine]
    sources: Sequence[SourceLine]
    sources_checked: str
    designation: str
    translation: TranslationNote | None


def read_decision_page(decision: Decision, language: str) -> DecisionPage:
    """Read what is known of a decision (place and network joined); at most 8 more queries."""
    same_kind = decisions_of_kind(decision, limit=SAME_KIND)
    same_place = other_decisions_of_place(decision)
    stories = DecisionStory.objects.by_fact(
        [each.pk for each in (decision, *same_kind, *same_place)], language
    )
    story = stories.get(decision.pk)
    body = body_of(story, language)
    sources = merged_sources(story.sources.all() if story else (), body.sources, decision.sources.all())
    vote = vote_of(decision, story, language)
    kind_count = Decision.objects.filter(kind=decision.kind).count()
    kind = capfirst(decision.get_kind_display())
    day = decision.decided_on
    return DecisionPage(
        story=story,
        title=Said(story.title, story.language) if story else Said(kind, language),
        date=say_partial_date(day, language) if day else "",
        crumbs=[
            Link(_("Decisions"), list_address("decisions")),
            Link(
                country_label(decision.place.country_id, language), country_address(decision.place.country_id)
            ),
            place_link(decision.place, language),
        ],
        text=passage(story, "what_was_decided", language),
        body=body,
        vote=vote,
        particulars=_particulars(decision, vote is not None, language),
        same_kind_title=(
            _("Other matters councils decided")
            if decision.kind == Decision.Kind.OTHER
            else _("Other councils on the same matter")
        ),
        all_of_kind=ngettext(
            "%(matter)s: the one decision", "%(matter)s: all %(count)s decisions", kind_count
        )
        % {"matter": kind, "count": say_number(kind_count, language)},
        same_kind_url=list_address("decisions", {"kind": decision.kind}),
        networks=[network_line(decision.network, language)] if decision.network else [],
        same_place=[decision_line(each, stories.get(each.pk), language) for each in same_place],
        same_kind=[decision_line(each, stories.get(each.pk), language) for each in same_kind],
        sources=[source_line(source, language) for source in sources],
        sources_checked=sources_checked_text(sources, language),
        designation=designation_note([decision.place.country_id]),
        translation=translation_note(
            language,
            Told([story] if story else [], ("title", "what_was_decided", "body")),
            Told(stories.values(), ("title",)),
        ),
    )


def short_description(page: DecisionPage, place: str) -> str:
    """One sentence for search engines and shared links; `place` with its country."""
    words = {"place": place, "title": page.title.text, "day": page.date}
    if page.date:
        return _("%(place)s, %(day)s: %(title)s. What the council decided, and how we know.") % words
    return _("%(place)s: %(title)s. What the council decided, and how we know.") % words


def _particulars(decision: Decision, is_counted: bool, language: str) -> list[Particular]:
    """Council and matter; the vote in words unless a bar shows it; no date says so."""
    particulars = [
        Particular(_("Council"), marked_place_and_country(decision.place, language)),
        Particular(_("Matter"), capfirst(decision.get_kind_display())),
    ]
    if not is_counted:
        said = vote_in_words(decision.vote, language) or _("How the council voted is not known to us.")
        particulars.append(Particular(_("Vote"), said))
    if not decision.decided:
        particulars.append(Particular(_("Date"), _("No source says when.")))
    return particulars
