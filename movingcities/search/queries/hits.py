"""The answers of one page, with what is shown of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Q

from movingcities.approaches.models import Approach, Topic
from movingcities.decisions.models import Decision
from movingcities.languages.maps import FALLBACK_LANGUAGE, Said
from movingcities.networks.models import Network
from movingcities.places.models import Country, Place
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.rules import SEPARATOR, is_beginning, root

# A record's kind and its primary key, a country's code.
Key = tuple[Kind, Any]


class Found(StrEnum):
    """Why something was found."""

    NAME = "name"
    TITLE = "title"
    TEXT = "text"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `record` is a Place, Network, Approach, Decision, Country or Topic.

    `heading` and `excerpt` come from its story in the reader's language, else in the fallback language,
    else in any; of a story translated in part each comes in the language it is told in. Their text is empty
    where there is none. Approaches come with `places`, decisions with `place`.
    """

    kind: Kind
    record: Any
    heading: Said
    excerpt: Said
    reasons: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Words with what each is worth, and the topics the question names."""

    typed: str
    asked: tuple[str, ...]
    worth: Mapping[str, float]
    topics: tuple[Topic, ...]
    all_topics: Mapping[int, Topic]

    def stands_in(self, text: str) -> bool:
        """Whether one of the words stands in a folded text, as the search understands them."""
        spaced = f" {text.replace(SEPARATOR, ' ')} "
        return any(
            f" {root(word)}{'' if is_beginning(word, self.asked) else ' '}" in spaced for word in self.asked
        )


def hits_of(keys: Sequence[Key], question: Question, language: str) -> list[Hit]:
    """The answers of a page, in the order of the keys; one query for texts, up to seven for records."""
    records = {**_records(keys), **{(Kind.TOPIC, pk): topic for pk, topic in question.all_topics.items()}}
    documents = _documents(keys)
    return [
        _hit(kind, records[kind, key], documents[kind, key], question, language)
        for kind, key in keys
        if (kind, key) in records
    ]


def _hit(
    kind: Kind, record: Any, documents: Sequence[SearchDocument], question: Question, language: str
) -> Hit:
    told = _preferred(documents, language)
    reasons = []
    if any(question.stands_in(document.names) for document in documents):
        reasons.append(Found.TITLE if kind in (Kind.APPROACH, Kind.DECISION) else Found.NAME)
    if any(question.stands_in(document.text) for document in documents):
        reasons.append(Found.TEXT)
    if kind is Kind.APPROACH and {topic.pk for topic in record.topics.all()}.intersection(
        topic.pk for topic in question.topics
    ):
        reasons.append(Found.TOPIC)
    return Hit(
        kind,
        record,
        _first(Said(document.heading, document.language) for document in told),
        _first(Said(document.excerpt, document.language) for document in told),
        tuple(reasons),
    )


def _preferred(documents: Sequence[SearchDocument], language: str) -> list[SearchDocument]:
    """The texts: that in the reader's language first, then the fallback language, then any."""
    order = {FALLBACK_LANGUAGE: 1} | {language: 0}
    texts = [document for document in documents if document.language]
    return sorted(texts, key=lambda document: (order.get(document.language, 2), document.language))


def _first(texts: Iterable[Said]) -> Said:
    return next((said for said in texts if said.text), Said("", ""))


def _documents(keys: Iterable[Key]) -> dict[Key, list[SearchDocument]]:
    wanted = Q(pk__in=())
    for kind, ids in _by_kind(keys).items():
        wanted |= Q(kind=kind, country__in=ids) if kind is Kind.COUNTRY else Q(kind=kind, object_id__in=ids)
    documents: dict[Key, list[SearchDocument]] = defaultdict(list)
    for document in SearchDocument.objects.filter(wanted).order_by("pk"):
        kind = Kind(document.kind)
        key = document.country if kind is Kind.COUNTRY else document.object_id
        documents[kind, key].append(document)
    return documents


def _records(keys: Iterable[Key]) -> dict[Key, Any]:
    """One query per kind that occurs, one more each for places and topics of approaches."""
    readers: dict[Kind, Any] = {
        Kind.PLACE: Place.objects.for_listing(),
        Kind.NETWORK: Network.objects.all(),
        Kind.APPROACH: Approach.objects.for_listing(),
        Kind.DECISION: Decision.objects.for_listing(),
        Kind.COUNTRY: Country.objects.all(),
    }
    return {
        (kind, record.pk): record
        for kind, ids in _by_kind(keys).items()
        if kind in readers
        for record in readers[kind].filter(pk__in=ids)
    }


def _by_kind(keys: Iterable[Key]) -> dict[Kind, list[Any]]:
    grouped: dict[Kind, list[Any]] = defaultdict(list)
    for kind, key in keys:
        grouped[kind].append(key)
    return grouped
