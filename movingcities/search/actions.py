"""Keeping the index true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import Q

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.search.backends import backend
from movingcities.search.documents import (
    document_of_approach,
    document_of_country,
    document_of_decision,
    document_of_network,
    document_of_place,
    document_of_story,
    document_of_topic,
)
from movingcities.search.models import Kind, SearchDocument
from movingcities.stories.models import (
    STORY_MODELS,
    ApproachStory,
    DecisionStory,
    NetworkStory,
    PlaceStory,
)
from movingcities.stories.story import Story

BATCH = 2_000
_is_paused: ContextVar[bool] = ContextVar("search_is_paused", default=False)
_PLACE_COLUMNS = ("country_id", "name", "names", "other_names", "population")

Progress = Callable[[int], object]


@contextmanager
def paused() -> Iterator[None]:
    """While many records are written: nothing is indexed one by one; call `rebuild_index` afterwards."""
    token = _is_paused.set(True)
    try:
        yield
    finally:
        _is_paused.reset(token)


def is_paused() -> bool:
    """Whether somebody has promised to rebuild the index."""
    return _is_paused.get()


def rebuild_index(*, progress: Progress | None = None) -> int:
    """Write the whole index anew in one transaction; returns the number of documents.

    `progress` is called with the number of documents written since its last call.
    """
    written = 0
    index = backend()
    with transaction.atomic():
        index.empty()
        batch: list[SearchDocument] = []
        for document in _all_documents():
            batch.append(document)
            if len(batch) == BATCH:
                written += _write(batch, progress)
                batch = []
        written += _write(batch, progress)
        index.fill()
    return written


def count_records() -> int:
    """About how many documents `rebuild_index` will write, for a progress bar."""
    models: tuple[Any, ...] = (Place, Network, Approach, Decision, Country, Topic)
    stories = sum(model._default_manager.filter(live=True).count() for model in STORY_MODELS)
    return stories + sum(model._default_manager.count() for model in models)


def index_place(*, place: Place) -> None:
    """Index a place, and what is found by its name."""
    _replace(document_of_place(place), language="")
    for approach in Approach.objects.filter(places=place):
        index_approach(approach=approach)
    for decision in Decision.objects.filter(place=place).select_related("network"):
        decision.place = place
        index_decision(decision=decision)


def index_network(*, network: Network) -> None:
    """Index the names of a network."""
    _replace(document_of_network(network), language="")


def index_approach(*, approach: Approach) -> None:
    """Index what an approach is found by besides its stories."""
    _replace(document_of_approach(approach, _largest_first(approach)), language="")


def index_decision(*, decision: Decision) -> None:
    """Index what a decision is found by besides its stories."""
    _replace(document_of_decision(decision, decision.place, decision.network), language="")


def index_country(*, country: Country) -> None:
    """Index the names of a country."""
    _replace(document_of_country(country), language="")


def index_topic(*, topic: Topic) -> None:
    """Index labels and synonyms of a topic."""
    _replace(document_of_topic(topic), language="")


def index_story(*, story: Story) -> None:
    """Index a published story; one that is not live is forgotten."""
    if story.live:
        _replace(document_of_story(story), language=story.language)
    else:
        forget_story(story=story)


def forget(*, kind: Kind, key: int | str) -> None:
    """Take a record and its stories out of the index; `key` is its primary key, a country's code."""
    SearchDocument.objects.filter(kind=kind).filter(_is_record(kind, key)).delete()


def forget_story(*, story: Story) -> None:
    """Take a story that was withdrawn or deleted out of the index."""
    kind = Kind(story.fact_name)
    key = getattr(story, f"{story.fact_name}_id")
    SearchDocument.objects.filter(_is_record(kind, key), kind=kind, language=story.language).delete()


def _is_record(kind: Kind, key: int | str) -> Q:
    return Q(country=key) if kind == Kind.COUNTRY else Q(object_id=key)


def _replace(document: SearchDocument, *, language: str) -> None:
    kind = Kind(document.kind)
    key = document.country if document.object_id is None else document.object_id
    with transaction.atomic():
        known = SearchDocument.objects.filter(_is_record(kind, key), kind=kind, language=language).first()
        document.pk = known.pk if known else None
        document.save(force_update=known is not None, force_insert=known is None)


def _write(batch: list[SearchDocument], progress: Progress | None) -> int:
    SearchDocument.objects.bulk_create(batch)
    if progress is not None:
        progress(len(batch))
    return len(batch)


def _all_documents() -> Iterable[SearchDocument]:
    for place in Place.objects.only(*_PLACE_COLUMNS).order_by("pk").iterator(BATCH):
        yield document_of_place(place)
    for country in Country.objects.order_by("code"):
        yield document_of_country(country)
    for topic in Topic.objects.in_order():
        yield document_of_topic(topic)
    for network in Network.objects.order_by("pk"):
        yield document_of_network(network)
    for approach in Approach.objects.prefetch_related("places").order_by("pk"):
        yield document_of_approach(approach, _largest_first(approach))
    for decision in Decision.objects.select_related("place", "network").order_by("pk"):
        yield document_of_decision(decision, decision.place, decision.network)
    for model in STORY_MODELS:
        stories = model._default_manager.filter(live=True).select_related("locale", *_with_fact(model))
        for story in stories.order_by("pk").iterator(BATCH):
            yield document_of_story(story)


def _largest_first(approach: Approach) -> list[Place]:
    return sorted(approach.places.all(), key=lambda place: (-(place.population or 0), place.pk))


def _with_fact(model: type[Story]) -> tuple[str, ...]:
    """What a document of such a story reads besides it."""
    if model is DecisionStory:
        return ("decision__place",)
    return (model.fact_name,) if model in (PlaceStory, ApproachStory, NetworkStory) else ()
