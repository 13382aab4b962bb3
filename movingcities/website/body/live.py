"""What the facts say now: numbers and maps of the site's own lists, by the queries these are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from movingcities.approaches.models import Approach
from movingcities.blocks.facts import Subject
from movingcities.decisions.models import Decision
from movingcities.design.components import Link
from movingcities.evidence.models import Source, SourceQuerySet
from movingcities.explorer.filters import ApproachFilter, DecisionFilter, NetworkFilter, PlaceFilter
from movingcities.explorer.queries.approaches import approach_facets
from movingcities.explorer.queries.decisions import decision_facets
from movingcities.explorer.queries.networks import list_networks
from movingcities.explorer.queries.place_counts import count_places
from movingcities.explorer.queries.places import place_facets, place_summary
from movingcities.languages.saying import say_date, say_number
from movingcities.map.drawing import Drawing, draw_countries
from movingcities.networks.models import Membership
from movingcities.website import approach_list, decision_list, network_list, places_sentence
from movingcities.website.addresses import list_address
from movingcities.website.body.parts import LiveNumber, MiniMap
from movingcities.website.lights import light_of
from movingcities.website.rows import source_line

NAMED_SOURCES = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """How many there are, the sentence of the list that says so, and what the facts counted rest on."""

    total: int
    sentence: str
    address: str
    sources: SourceQuerySet


class Asked:
    """Answers for one page: the same question is put to the database once."""

    def __init__(self, language: str, today: date) -> None:
        self.language = language
        self.today = today
        self._answers: dict[tuple[str, str], Answer] = {}
        self._sources: dict[tuple[str, str], list[Source]] = {}
        self._drawings: dict[str, Drawing] = {}

    def number(self, subject: str, query: str) -> LiveNumber:
        """A live number as its block prints it."""
        answer = self._answer(subject, query)
        sources = self._sources_of(subject, query)
        others = len(sources) - NAMED_SOURCES
        return LiveNumber(
            sentence=_with_its_number(answer, self.language),
            counted=_("Counted on %(day)s.") % {"day": say_date(self.today, self.language)},
            list=Link(_("See the list"), answer.address),
            sources=[source_line(source, self.language) for source in sources[:NAMED_SOURCES]],
            sources_title=ngettext("%(count)s source", "%(count)s sources", len(sources))
            % {"count": say_number(len(sources), self.language)},
            others=ngettext(
                "%(count)s more is named beside the facts on the list.",
                "%(count)s more are named beside the facts on the list.",
                others,
            )
            % {"count": say_number(others, self.language)}
            if others > 0
            else "",
        )

    def map(self, query: str, caption: str) -> MiniMap:
        """A small map as its block prints it; at most eight queries."""
        answer = self._answer(Subject.PLACES.value, query)
        if query not in self._drawings:
            view = PlaceFilter.from_query(QueryDict(query))
            places = view.queryset().active().for_lights()
            self._drawings[query] = draw_countries(
                view.countries,
                [light_of(place, self.language) for place in places],
                title=_("Map: %(sentence)s") % {"sentence": answer.sentence},
            )
        return MiniMap(
            self._drawings[query], answer.sentence, caption, Link(_("See the list"), answer.address)
        )

    def _sources_of(self, subject: str, query: str) -> list[Source]:
        key = (subject, query)
        if key not in self._sources:
            answer = self._answer(subject, query)
            self._sources[key] = list(answer.sources.for_listing()) if answer.total else []
        return self._sources[key]

    def _answer(self, subject: str, query: str) -> Answer:
        key = (subject, query)
        if key not in self._answers:
            self._answers[key] = _ANSWERS[Subject(subject)](QueryDict(query), self.language)
        return self._answers[key]


def _places(query: QueryDict, language: str) -> Answer:
    view = PlaceFilter.from_query(query)
    counts = count_places(view)
    facets = place_facets(view, language=language, counts=counts)
    summary = place_summary(view, counts=counts)
    places = view.queryset()
    memberships = Membership.objects.filter(place__in=places)
    if view.networks:
        memberships = memberships.filter(network__slug__in=view.networks)
    rests_on = [memberships] if view.networks else [
        memberships,
        Decision.objects.filter(place__in=places),
        Approach.objects.filter(places__in=places),
    ]  # fmt: skip
    return Answer(
        summary.total,
        places_sentence.sentence(view, facets, summary, language),
        list_address("places") + view.query_string(),
        _sources_of(*rests_on),
    )


def _approaches(query: QueryDict, language: str) -> Answer:
    view = ApproachFilter.from_query(query)
    total = view.queryset().count()
    facets = approach_facets(view, language=language)
    sentence = approach_list.heading(view, facets, total, language)
    address = list_address("approaches") + view.query_string()
    return Answer(total, sentence, address, _sources_of(view.queryset()))


def _decisions(query: QueryDict, language: str) -> Answer:
    view = DecisionFilter.from_query(query)
    total = view.queryset().count()
    facets = decision_facets(view, language=language)
    sentence = decision_list.heading(view, facets, total, language)
    address = list_address("decisions") + view.query_string()
    return Answer(total, sentence, address, _sources_of(view.queryset()))


def _networks(query: QueryDict, language: str) -> Answer:
    view = NetworkFilter.from_query(query)
    found = list_networks(view, language=language)
    total = sum(len(group.networks) for group in found)
    sentence = network_list.heading(view, found, total, language)
    address = list_address("networks") + view.query_string()
    return Answer(total, sentence, address, _sources_of(view.queryset()))


_ANSWERS: dict[Subject, Callable[[QueryDict, str], Answer]] = {
    Subject.PLACES: _places,
    Subject.APPROACHES: _approaches,
    Subject.DECISIONS: _decisions,
    Subject.NETWORKS: _networks,
}


def _sources_of(*records: QuerySet[Any]) -> SourceQuerySet:
    """The sources of records of several kinds, each once."""
    sources = Source.objects.all().none()
    for found in records:
        model: type[Model] = found.model
        sources_field: Any = model._meta.get_field("sources")
        through = sources_field.remote_field.through
        links = through.objects.filter(**{f"{model._meta.model_name}__in": found.order_by().values("pk")})
        sources = sources | Source.objects.filter(pk__in=links.values("source_id"))
    return sources


def _with_its_number(answer: Answer, language: str) -> SafeString:
    """The sentence with its number set apart; without one there is none to set apart."""
    number = escape(say_number(answer.total, language))
    before, found, after = escape(answer.sentence).partition(number)
    if not found:
        return mark_safe(before)
    return format_html("{}<b>{}</b>{}", mark_safe(before), mark_safe(number), mark_safe(after))
