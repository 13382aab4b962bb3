"""Whole sentences about facts that several pages say: states, votes, dates of membership."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.lists import format_list
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from movingcities.approaches.models import Approach
from movingcities.decisions.rules import count_votes
from movingcities.evidence.models import Source
from movingcities.kit.partial_date import PartialDate, parse_or_none
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.languages.saying import babel_locale, country_name, say_number, say_partial_date
from movingcities.languages.templatetags.languages import in_words
from movingcities.networks.models import Membership, Network
from movingcities.places.models import Place
from movingcities.stories.models import Story

LONGEST_OPENING = 400
"""Characters up to which a whole paragraph may be set large."""

OPENING_SENTENCES = 2


def words_of(text: str, written_in: str) -> str:
    """A text of a story, marked with its language where that is not the page's own."""
    return in_words(Said(text, written_in))


def marked(text: str, **words: str | Said) -> SafeString:
    """A translated text with words put in; a Said among them carries its language."""
    return mark_safe(
        escape(text)
        % {
            name: conditional_escape(in_words(word) if isinstance(word, Said) else word)
            for name, word in words.items()
        }
    )


def foreign(written_in: str, language: str) -> str:
    """The language to mark a text with: its own, or empty where that is the page's or not known."""
    return written_in if written_in != language else ""


def paragraphs(text: str) -> list[str]:
    """A text of a story in paragraphs; an empty line parts them."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def sentences(text: str) -> list[str]:
    """A paragraph in sentences; a capital letter after the stop is taken for a new one."""
    return re.split(r"(?<=[.!?;·])\s+(?=[A-ZÀ-ÞΑ-Ω])", " ".join(text.split()))


def opened(text: str) -> list[str]:
    """A text in paragraphs of which the first can be set large: of a long one its first sentences."""
    first, *others = paragraphs(text) or [""]
    parts = sentences(first)
    if len(first) <= LONGEST_OPENING or len(parts) <= OPENING_SENTENCES:
        return [first, *others]
    return [" ".join(parts[:OPENING_SENTENCES]), " ".join(parts[OPENING_SENTENCES:]), *others]


def first_sentence(text: str, *, at_least: int = 70) -> str:
    """As many whole sentences from the beginning as make a line or two, at least so many characters."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[^\W\d_a-z])", " ".join(text.split()))
    said = ""
    for sentence in sentences:
        said = f"{said} {sentence}".strip()
        if len(said) >= at_least:
            break
    return said


def listed(items: Iterable[str], language: str) -> str:
    """Words in a row, as the language joins them: “a, b and c”."""
    return str(format_list(list(items), locale=babel_locale(language)))


def place_and_country(place: Place, language: str) -> str:
    """“Potsdam, Germany”."""
    return _("%(place)s, %(country)s") % {
        "place": place.name_in(language).text,
        "country": country_name(place.country_id, language),
    }


def marked_place_and_country(place: Place, language: str) -> SafeString:
    """The same for a page, on which a local name says its language."""
    return marked(
        _("%(place)s, %(country)s"),
        place=place.name_in(language),
        country=country_name(place.country_id, language),
    )


def marked_places(places: Iterable[Place], language: str) -> SafeString:
    """Several places in a row, parted by dots."""
    return format_html_join(" · ", "{}", ((marked_place_and_country(place, language),) for place in places))


def approach_state(approach: Approach, language: str) -> str:
    """The state of an approach with the dates a source gives: “Active since 2019”."""
    started = _say(approach.started_on, language)
    ended = _say(approach.ended_on, language)
    dates = {"started": started, "ended": ended}
    match approach.status:
        case Approach.Status.PLANNED:
            return _("Planned · in preparation since %(started)s") % dates if started else _("Planned")
        case Approach.Status.ACTIVE:
            return _("Active since %(started)s") % dates if started else _("Active, start not known to us")
        case Approach.Status.ENDED:
            if started and ended:
                return _("Ended: %(started)s to %(ended)s") % dates
            if ended:
                return _("Ended %(ended)s") % dates
            return _("Ended · began %(started)s") % dates if started else _("Ended")
        case Approach.Status.REVERSED:
            if ended:
                return _("Reversed %(ended)s") % dates
            return _("Reversed · began %(started)s") % dates if started else _("Reversed")
        case _other:
            return (
                _("Present status unknown · began %(started)s") % dates
                if started
                else _("Present status unknown")
            )


_USUAL_VOTES = {
    "unanimous": pgettext_lazy("vote", "unanimous"),
    "majority": pgettext_lazy("vote", "majority"),
    "large majority": pgettext_lazy("vote", "large majority"),
    "broad majority": pgettext_lazy("vote", "broad majority"),
    "cross-party": pgettext_lazy("vote", "cross-party"),
    "adopted in a roll-call vote": pgettext_lazy("vote", "adopted in a roll-call vote"),
}


def vote_in_words(vote: str, language: str) -> str:
    """How a council voted: numbers and usual words in the reader’s language, else our record’s; or empty."""
    counted = count_votes(vote)
    if counted is None:
        usual = _USUAL_VOTES.get(vote)
        return str(usual) if usual else words_of(vote, FALLBACK_LANGUAGE) if vote else ""
    numbers = {"yes": say_number(counted.yes, language), "no": say_number(counted.no, language)}
    if not counted.abstentions:
        return _("%(yes)s yes, %(no)s no") % numbers
    return ngettext(
        "%(yes)s yes, %(no)s no, %(count)s abstention",
        "%(yes)s yes, %(no)s no, %(count)s abstentions",
        counted.abstentions,
    ) % {**numbers, "count": say_number(counted.abstentions, language)}


def vote_sentence(vote: str, language: str) -> str:
    """The same as a sentence of its own; empty if unknown."""
    said = vote_in_words(vote, language)
    return format_html("{} {}", _("How the council voted:"), said) if said else ""


def network_kind(network: Network) -> str:
    """What joining means and how far it reaches: “Campaign, national”."""
    return _("%(kind)s, %(scope)s") % {
        "kind": capfirst(network.get_kind_display()),
        "scope": network.get_scope_display(),
    }


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs in one language, which is empty where it is the page's own."""

    paragraphs: Sequence[str] = ()
    language: str = ""


def passage(story: Story | None, name: str, language: str) -> Passage:
    """A text field of a story, in the language it is told in; empty without a story."""
    if story is None:
        return Passage()
    said = story.said(name)
    return Passage(paragraphs(said.text), foreign(said.language, language))


def opened_passage(story: Story | None, name: str, language: str) -> Passage:
    """The same, so that the first paragraph can be set large."""
    if story is None or not story.said(name).text:
        return Passage()
    said = story.said(name)
    return Passage(opened(said.text), foreign(said.language, language))


@dataclass(frozen=True, slots=True)
class Dating:
    """When a membership is known to have held, in words, and the days to draw it from."""

    text: str
    start: date | None
    end: date | None = None
    is_sighting: bool = False
    """Only a day is known: when the place was seen as a member, or when a project began."""


def membership_dating(
    membership: Membership, network: Network, sources: Iterable[Source], language: str
) -> Dating:
    """Say since when, or from when the evidence is: “was listed in 2016” is not “is a member”."""
    since, until = membership.since_on, membership.until_on
    dates = {"since": _say(since, language), "until": _say(until, language)}
    start = since.earliest if since else None
    end = until.latest if until else None
    if network.is_time_limited:
        if since and until:
            text = _("took part from %(since)s to %(until)s") % dates
        elif since:
            # A project ends; that no source says when is no reason to draw it until today.
            return Dating(_("took part from %(since)s") % dates, start, is_sighting=True)
        elif until:
            text = _("took part until %(until)s") % dates
        else:
            return _dating_of_evidence(sources, language, time_limited=True)
        return Dating(text, start, end)
    if since and until:
        return Dating(_("from %(since)s to %(until)s") % dates, start, end)
    if since:
        return Dating(_("since %(since)s") % dates, start)
    if until:
        return Dating(_("until %(until)s") % dates, None, end)
    return _dating_of_evidence(sources, language, time_limited=False)


def _dating_of_evidence(sources: Iterable[Source], language: str, *, time_limited: bool) -> Dating:
    sources = list(sources)
    published = [(day.earliest, day) for source in sources if (day := source.published_on)]
    if published:
        day = max(published, key=lambda pair: pair[0])[1]
        seen = {"day": say_partial_date(day, language)}
        text = _("took part, as of %(day)s") % seen if time_limited else _("listed as of %(day)s") % seen
        return Dating(text, day.earliest, is_sighting=True)
    read = max((source.read_on for source in sources if source.read_on), default="")
    when = {"day": _say(parse_or_none(read), language)}
    if time_limited:
        return Dating(_("took part, undated, read %(day)s") % when if read else _("took part, undated"), None)
    return Dating(_("undated, read %(day)s") % when if read else _("undated"), None)


def counts_in_words(place: Place, language: str) -> str:
    """What is known of a place: “4 networks, 1 decision”."""
    return listed_plainly(
        [
            text % {"count": say_number(count, language)}
            for count, text in (
                (
                    place.membership_count,
                    ngettext("%(count)s network", "%(count)s networks", place.membership_count),
                ),
                (
                    place.decision_count,
                    ngettext("%(count)s decision", "%(count)s decisions", place.decision_count),
                ),
                (
                    place.approach_count,
                    ngettext("%(count)s approach", "%(count)s approaches", place.approach_count),
                ),
            )
            if count
        ]
        or [_("a story")]
    )


def listed_plainly(items: Iterable[str]) -> str:
    """Words in a row, parted by commas only."""
    return ", ".join(items)


def _say(day: PartialDate | None, language: str) -> str:
    return say_partial_date(day, language) if day else ""
