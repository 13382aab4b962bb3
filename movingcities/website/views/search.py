"""One question over everything; a place's name leads to the place."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from movingcities.approaches.models import Approach
from movingcities.design.components import Hit as HitLine
from movingcities.design.components import Link, Pages
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.languages.saying import country_name, say_number, say_partial_date
from movingcities.languages.templatetags.languages import in_words
from movingcities.places.models import Place
from movingcities.search.models import Kind
from movingcities.search.queries import Found, Hit, Likeness, Results, exact_place, find, suggest_places
from movingcities.website.addresses import (
    approach_address,
    country_address,
    decision_address,
    list_address,
    network_address,
    place_address,
    topic_address,
)
from movingcities.website.asked import numbered_pages, page_number, printable
from movingcities.website.phrases import (
    counts_in_words,
    listed,
    marked_place_and_country,
    marked_places,
    network_kind,
)
from movingcities.website.rows import said_link
from movingcities.website.translations import TranslationNote, explanation
from movingcities.website.views.page import PageMeta, render_page

LONGEST_QUESTION = 500
SUGGESTIONS = 6
# “Par” is a village in Cornwall, but hardly what was meant.
SHORTEST_QUIET_NAME = 4


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """A place the question may name: what stands beside its hoist."""

    letters: str
    name: Link
    detail: str
    is_bare: bool
    """Nothing is known of it: its flags are shown as ghosts."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answers to `q`, perhaps of one `kind`; with `go` a place named without doubt is gone to at once."""
    language = get_language() or "en"
    text = printable(request.GET.get("q", ""))
    is_cut = len(text) > LONGEST_QUESTION
    text = text[:LONGEST_QUESTION]
    kind = request.GET.get("kind", "")
    kinds = [kind] if kind in Kind.values else []
    if text and request.GET.get("go"):
        place = exact_place(text)
        if place is not None and (place.is_active or len(text) >= SHORTEST_QUIET_NAME):
            return HttpResponseRedirect(place_address(place))
    results = find(text, language=language, kinds=kinds, page=page_number(request.GET.get("page", "")))
    answers = {hit.record.pk for hit in results.hits if hit.kind is Kind.PLACE}
    suggestions = [one for one in suggest_places(text, limit=SUGGESTIONS) if one.place.pk not in answers]
    places = [suggested_place(suggestion.place, language) for suggestion in suggestions]
    context = {
        "query": text,
        "is_cut": is_cut,
        "heading": heading(text, results, places, language),
        "hits": [hit_line(hit, language) for hit in results.hits],
        "options": options(text, kind if kinds else "", results, language),
        "places": places,
        "only_similar": all(one.likeness is Likeness.SIMILAR for one in suggestions),
        "pages": _pages(text, kind if kinds else "", results),
        "examples": [] if results.hits or places else examples(),
        "translation": note_on_answers(results, language),
    }
    meta = PageMeta(
        title=_("Search: %(question)s") % {"question": text} if text else _("Search"),
        description=_("Ask a question about what municipalities do, or name a place in Europe."),
        canonical_path=list_address("search"),
        is_indexable=not request.GET,
    )
    return render_page(request, "website/search.html", context, meta=meta)


def note_on_answers(results: Results, language: str) -> TranslationNote | None:
    """That answers may be translated, and that some are shown in English, where it is so."""
    shown = {said.language for hit in results.hits for said in (hit.heading, hit.excerpt) if said.text}
    sentences = []
    if language != FALLBACK_LANGUAGE and language in shown:
        sentences.append(_("The page of each answer says whether a machine or a person translated its text."))
    if shown - {language}:
        sentences.append(_("What has not been translated yet is shown in English."))
    return TranslationNote(sentences, explanation()) if sentences else None


def suggested_place(place: Place, language: str) -> SuggestedPlace:
    """A place whose name begins like the question, with what is known of it."""
    known = counts_in_words(place, language) if place.is_active else _("nothing known to us yet")
    return SuggestedPlace(
        place.hoist,
        said_link(place.name_in(language), place_address(place), language),
        " · ".join([country_name(place.country_id, language), known]),
        is_bare=not place.is_active,
    )


def heading(text: str, results: Results, places: list[SuggestedPlace], language: str) -> str:
    """The result as a sentence: “9 approaches and 2 decisions answer this”."""
    if not text:
        return _("What are you looking for?")
    if not results.total:
        return _("Nothing of ours answers this yet") if not places else _("These places may be meant")
    said = [counted_kind(kind, count, language) for kind, count in _in_order(results)]
    return ngettext("%(answers)s answers this", "%(answers)s answer this", results.total) % {
        "answers": listed(said, language)
    }


def counted_kind(kind: Kind, count: int, language: str) -> str:
    """“9 approaches”."""
    phrase = {
        Kind.PLACE: ngettext("%(count)s place", "%(count)s places", count),
        Kind.NETWORK: ngettext("%(count)s network", "%(count)s networks", count),
        Kind.APPROACH: ngettext("%(count)s approach", "%(count)s approaches", count),
        Kind.DECISION: ngettext("%(count)s decision", "%(count)s decisions", count),
        Kind.COUNTRY: ngettext("%(count)s country", "%(count)s countries", count),
        Kind.TOPIC: ngettext("%(count)s topic", "%(count)s topics", count),
    }[kind]
    return phrase % {"count": say_number(count, language)}


def kind_name(kind: Kind) -> str:
    """The plural that names a kind over a list."""
    return {
        Kind.PLACE: _("Places"),
        Kind.NETWORK: _("Networks"),
        Kind.APPROACH: _("Approaches"),
        Kind.DECISION: _("Decisions"),
        Kind.COUNTRY: _("Countries"),
        Kind.TOPIC: _("Topics"),
    }[kind]


def options(text: str, kind: str, results: Results, language: str) -> list[Link]:
    """All answers, or those of one kind."""
    if not results.counts_by_kind:
        return []
    everything = Link(_("All"), list_address("search", {"q": text}), is_current=not kind)
    return [
        everything,
        *(
            Link(
                kind_name(one),
                list_address("search", {"q": text, "kind": one.value}),
                is_current=kind == one.value,
                count=count,
            )
            for one, count in _in_order(results, every=True)
        ),
    ]


def hit_line(hit: Hit, language: str) -> HitLine:
    """One answer as the component prints it."""
    record = hit.record
    reason = found_by(hit, language)
    excerpt = in_words(hit.excerpt)
    strange = hit.excerpt.language if hit.excerpt.language != language else ""
    match hit.kind:
        case Kind.PLACE:
            return HitLine(
                said_link(record.name_in(language), place_address(record), language),
                _("Place"),
                excerpt=in_words(hit.heading) if hit.heading.text else excerpt,
                excerpt_language=strange,
                letters=record.hoist,
                place=country_name(record.country_id, language),
                date=counts_in_words(record, language),
                reason=reason,
            )
        case Kind.NETWORK:
            members = ngettext(
                "%(count)s member in our data", "%(count)s members in our data", record.member_count
            )
            return HitLine(
                said_link(record.name_in(language), network_address(record), language),
                network_kind(record),
                excerpt=excerpt,
                excerpt_language=strange,
                date=members % {"count": say_number(record.member_count, language)},
                reason=reason,
            )
        case Kind.APPROACH:
            places = list(record.places.all())
            return HitLine(
                said_link(hit.heading, approach_address(record), language),
                _("Approach"),
                excerpt=excerpt,
                excerpt_language=strange,
                letters=places[0].hoist if places else "",
                place=marked_places(places, language),
                status=Approach.Status(record.status).value,
                reason=reason,
            )
        case Kind.DECISION:
            day = record.decided_on
            return HitLine(
                said_link(hit.heading, decision_address(record), language),
                _("Decision"),
                excerpt=excerpt,
                excerpt_language=strange,
                letters=record.place.hoist,
                place=marked_place_and_country(record.place, language),
                date=say_partial_date(day, language) if day else _("undated"),
                reason=reason,
            )
        case Kind.COUNTRY:
            name = Said(country_name(record.code, language), language)
            return HitLine(
                said_link(name, country_address(record.code), language),
                _("Country"),
                excerpt=excerpt,
                excerpt_language=strange,
                reason=reason,
            )
        case _topic:
            return HitLine(
                said_link(record.label_in(language), topic_address(record), language),
                _("Topic"),
                reason=reason,
            )


def found_by(hit: Hit, language: str) -> str:
    """Why it was found: “Found by title and topic”."""
    said = {
        Found.NAME: _("name"),
        Found.TITLE: _("title"),
        Found.TEXT: _("text"),
        Found.TOPIC: _("topic"),
    }
    if not hit.reasons:
        return ""
    return _("Found by %(reasons)s") % {"reasons": listed([said[reason] for reason in hit.reasons], language)}


def examples() -> list[Link]:
    """Questions to begin with; each finds something in the dataset."""
    questions = (
        _("identity card for people without papers"),
        _("sea rescue"),
        _("language courses"),
        "Palermo",
    )
    return [Link(question, list_address("search", {"q": question})) for question in questions]


def _in_order(results: Results, *, every: bool = False) -> list[tuple[Kind, int]]:
    order = (Kind.APPROACH, Kind.DECISION, Kind.NETWORK, Kind.PLACE, Kind.COUNTRY, Kind.TOPIC)
    counted = [(kind, results.counts_by_kind.get(kind, 0)) for kind in order]
    shown = {hit.kind for hit in results.hits}
    total = sum(count for _kind, count in counted)
    if every or results.total == total:
        return [(kind, count) for kind, count in counted if count]
    return [(kind, count) for kind, count in counted if count and kind in shown]


def _pages(text: str, kind: str, results: Results) -> Pages:
    question = {"q": text, "kind": kind} if kind else {"q": text}
    return numbered_pages(
        results.page,
        results.page_count,
        lambda number: list_address("search", {**question, "page": number}),
    )
