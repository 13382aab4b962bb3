"""The order in which the dataset is brought in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models

from movingcities.approaches.models import Approach, Topic
from movingcities.contributions.starter import bringing_stories as stories
from movingcities.contributions.starter.bringing_approaches import ApproachKind, DecisionKind, TopicKind
from movingcities.contributions.starter.bringing_networks import MembershipKind, NetworkKind
from movingcities.contributions.starter.bringing_pages import MenuKind, PageKind, parents_first
from movingcities.contributions.starter.bringing_places import (
    GazetteerKind,
    PlaceKind,
    bring_in_countries,
    unnamed,
)
from movingcities.contributions.starter.bringing_sources import SourceKind
from movingcities.contributions.starter.bringing_terms import TermKind
from movingcities.contributions.starter.bringing_translations import (
    NetworkNameKind,
    TopicWordsKind,
    name_rows,
    topic_words_rows,
)
from movingcities.contributions.starter.checking_places import GAZETTEER, PLACES
from movingcities.contributions.starter.dataset import Dataset, Translation
from movingcities.contributions.starter.known import Known
from movingcities.contributions.starter.memory import Kind, Tally, reconcile, sum_of
from movingcities.contributions.starter.progress import Progress
from movingcities.decisions.models import Decision
from movingcities.evidence.models import Source
from movingcities.languages.actions import ensure_locales
from movingcities.languages.maps import FALLBACK_LANGUAGE
from movingcities.languages.saying import language_name
from movingcities.networks.models import Network
from movingcities.pages.actions import ensure_home_pages
from movingcities.places.models import Country, Place
from movingcities.stories.story import Story

# Whose portraits the home page tells first; the first one large.
FEATURED = ("de-potsdam", "it-palermo", "es-barcelona", "pl-gdansk")
_PORTS = {"http": 80, "https": 443}

AnyModel = TypeVar("AnyModel", bound=models.Model)


def bring_in(dataset: Dataset, *, changed_files: Set[str], at: datetime, progress: Progress) -> list[Tally]:
    """Write the dataset; each kind after those it refers to. Call it inside a transaction."""
    tallies: list[Tally] = []

    def step(kind: Kind[Any, Any, Any], rows: Mapping[str, Any]) -> dict[str, int]:
        with progress.step(kind.label.capitalize(), len(rows)) as advance:
            tally, ids = reconcile(kind, rows, advance=advance)
        tallies.append(tally)
        return ids

    known = Known(at=at)
    ensure_locales()
    bring_in_countries(dataset)
    known.countries = Country.objects.in_bulk()
    known.sources = _objects(Source, step(SourceKind(at=at), dataset.sources))
    known.places = _objects(Place, step(PlaceKind(dataset=dataset, at=at), dataset.places))
    rest = unnamed(dataset)
    if not changed_files.isdisjoint({GAZETTEER, PLACES}):
        step(GazetteerKind(dataset=dataset, at=at), rest)
    else:
        tallies.append(Tally(GazetteerKind.label, len(rest), unchanged=len(rest)))
    tallies[-1].in_the_data = len(dataset.gazetteer)
    tallies[-1].elsewhere = len(dataset.gazetteer) - len(rest)
    known.networks = _objects(Network, step(NetworkKind(known), dataset.networks))
    memberships = {f"{place}/{network}": row for (place, network), row in dataset.memberships.items()}
    step(MembershipKind(known), memberships)
    known.topics = _objects(Topic, step(TopicKind(at=at), dataset.topics))
    known.approaches = _objects(Approach, step(ApproachKind(known), dataset.approaches))
    known.decisions = _objects(Decision, step(DecisionKind(known), dataset.decisions))
    words = stories.story_rows(dataset)
    originals = {
        kind.model: _objects(kind.model, step(kind(known, known.facts_of(kind.model)), words[kind.model]))
        for kind in stories.STORY_KINDS
    }
    make_home_pages(known.places)
    if dataset.pages:
        step(PageKind(known, dataset.pages), parents_first(dataset.pages))
    for language, translation in dataset.translations.items():
        rows = stories.translated_rows(words, translation)
        tallies.append(_translate(language, translation, rows, originals, dataset, known, progress))
    if dataset.menus:
        step(MenuKind(at=at), dataset.menus)
    if dataset.terms:
        step(TermKind(dataset.terms, at=at), dataset.terms)
    return tallies


def _translate(
    language: str,
    translation: Translation,
    rows: Mapping[type[Story], Mapping[str, stories.StoryRow]],
    originals: Mapping[type[Story], Collection[str]],
    dataset: Dataset,
    known: Known,
    progress: Progress,
) -> Tally:
    """Bring in what a language has: one line in the report for all kinds of records."""
    own_names = {slug: row.name for slug, row in dataset.networks.items()}
    work: list[tuple[Kind[Any, Any, Any], Mapping[str, Any]]] = [
        (TopicWordsKind(known, language), topic_words_rows(translation.topics)),
        (NetworkNameKind(known, language), name_rows(translation.network_names, own_names)),
        *(
            (
                kind(
                    known,
                    known.facts_of(kind.model),
                    language=language,
                    originals=originals[kind.model],
                ),
                rows[kind.model],
            )
            for kind in stories.STORY_KINDS
        ),
        (PageKind(known, translation.pages, language=language), parents_first(translation.pages)),
    ]
    label = f"translated into {language_name(language, FALLBACK_LANGUAGE)}"
    parts: dict[str, Tally] = {}
    with progress.step(label[0].upper() + label[1:], sum(len(records) for _kind, records in work)) as advance:
        for kind, records in work:
            parts[kind.label], _ids = reconcile(kind, records, advance=advance)
    return sum_of(label, parts)


def _objects(model: type[AnyModel], ids: Mapping[str, int]) -> dict[str, AnyModel]:
    """{identifier in the dataset: object}; what an editor has removed is left out."""
    things = model._default_manager.in_bulk(list(ids.values()))
    return {key: things[pk] for key, pk in ids.items() if pk in things}


def make_home_pages(places: Mapping[str, Place]) -> None:
    """Give every language of the settings a front page; `places` are those to tell of, by their keys."""
    address = urlsplit(settings.SITE_URL)
    ensure_home_pages(
        featured=[places[key] for key in FEATURED if key in places],
        hostname=address.hostname or "localhost",
        port=address.port or _PORTS.get(address.scheme, 80),
    )
