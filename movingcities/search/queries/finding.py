"""One question over everything: networks, approaches, decisions, countries, topics, active places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from django.db.models import Case, CharField, Count, F, FloatField, Max, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce

from movingcities.approaches.models import Approach, Topic
from movingcities.places.models import Place
from movingcities.search.backends import backend
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.queries.hits import Hit, Question, hits_of
from movingcities.search.rules import (
    LONGEST_QUESTION,
    SEPARATOR,
    is_beginning,
    question_words,
    root,
    words,
)

# How much a word counts where it stands, and what an exact name, the reader's language or a topic add.
IN_NAMES = 3.0
IN_TEXT = 1.0
WHOLE_NAME = 100.0
OWN_LANGUAGE = 0.1
BY_TOPIC = 0.5
# Of five words three must be there; of one or two, all.
ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Results:
    """A page of answers; `counts_by_kind` counts all kinds, also those that were not asked for."""

    total: int
    counts_by_kind: Mapping[Kind, int]
    hits: Sequence[Hit]
    page: int
    page_count: int


def find(
    text: str,
    *,
    language: str,
    kinds: Collection[Kind | str] = (),
    page: int = 1,
    per_page: int = 20,
) -> Results:
    """Answers to a question, best first; at most twelve queries, however many answers there are.

    Titles count more than text, rare words more than frequent ones, the reader's language breaks a tie. A
    topic's label or synonym in the question also finds the approaches of that topic.
    """
    asked = question_words(text)
    if not asked:
        return Results(0, {}, (), 1, 1)
    topics = {topic.pk: topic for topic in Topic.objects.in_order()}
    question = Question(
        typed=" ".join(words(text[:LONGEST_QUESTION])),
        asked=tuple(asked),
        worth=_worth_of(asked),
        topics=_topics_named(text, topics.values()),
        all_topics=topics,
    )
    found = _scored(question, language)
    counts_by_kind = {
        Kind(kind): count
        for kind, count in found.values_list("kind")
        .annotate(count=Count(_record_key(), distinct=True))
        .order_by("kind")
    }
    wanted = [kind for kind in Kind if not kinds or kind in kinds]
    total = sum(counts_by_kind.get(kind, 0) for kind in wanted)
    page_count = max(1, -(-total // per_page))
    page = min(max(1, page), page_count)
    best = (
        found.filter(kind__in=wanted)
        .values(
            "kind",
            "object_id",
            country_key=Case(When(kind=Kind.COUNTRY, then=F("country")), default=Value("")),
        )
        .annotate(best=Max("score"), heaviest=Max("weight"))
        .order_by("-best", "-heaviest", "kind", "object_id", "country_key")
    )
    start = (page - 1) * per_page
    keys = [
        (Kind(row["kind"]), row["object_id"] or row["country_key"]) for row in best[start : start + per_page]
    ]
    return Results(total, counts_by_kind, hits_of(keys, question, language), page, page_count)


def _findable() -> QuerySet[SearchDocument]:
    """Everything but places of which nothing is known: those are suggested, not answers."""
    return SearchDocument.objects.filter(
        ~Q(kind=Kind.PLACE) | Q(object_id__in=Place.objects.active().values("pk"))
    )


def _record_key() -> Coalesce:
    return Coalesce(Cast("object_id", CharField()), F("country"))


def _holds(word: str, asked: Sequence[str], *, in_names: bool) -> Q:
    found = backend().documents_with([root(word)], is_beginning=is_beginning(word, asked), in_names=in_names)
    return Q(pk__in=found)


def _worth_of(asked: Sequence[str]) -> dict[str, float]:
    """How telling each word is: the logarithm of how rare it is among the documents."""
    counted = SearchDocument.objects.exclude(kind=Kind.PLACE, language="").aggregate(
        everything=Count("pk"),
        **{
            f"word_{number}": Count("pk", filter=_holds(word, asked, in_names=False))
            for number, word in enumerate(asked)
        },
    )
    return {
        word: 1 + log((1 + counted["everything"]) / (1 + counted[f"word_{number}"]))
        for number, word in enumerate(asked)
    }


def _topics_named(text: str, topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Topics with a label or synonym, in any language, that stands in the question.

    Of a label one word is enough if nothing else is asked for: “housing” for “Reception and housing”.
    """
    asked = f" {' '.join(root(word) for word in words(text[:LONGEST_QUESTION]))} "
    alone = " ".join(root(word) for word in question_words(text))
    return tuple(
        topic
        for topic in topics
        if any(f" {name} " in asked for name in _names(topic)) or alone in _label_words(topic)
    )


def _label_words(topic: Topic) -> set[str]:
    """The telling words of its labels."""
    return {root(word) for label in topic.labels.values() for word in question_words(label)}


def _names(topic: Topic) -> Iterable[str]:
    for name in [*topic.labels.values(), *(word for listed in topic.synonyms.values() for word in listed)]:
        folded = " ".join(root(word) for word in words(name))
        if folded:
            yield folded


def _scored(question: Question, language: str) -> QuerySet[SearchDocument]:
    """Documents that hold enough of the question, each with its `score`."""
    score: Any = Case(When(language=language, then=Value(OWN_LANGUAGE)), default=Value(0.0))
    held: Any = Value(0.0)
    for word in question.asked:
        worth = question.worth[word]
        in_names = _holds(word, question.asked, in_names=True)
        anywhere = _holds(word, question.asked, in_names=False)
        score = score + Case(
            When(in_names, then=Value(worth * IN_NAMES)),
            When(anywhere, then=Value(worth * IN_TEXT)),
            default=Value(0.0),
            output_field=FloatField(),
        )
        held = held + Case(When(anywhere, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    whole = f"{SEPARATOR}{question.typed}{SEPARATOR}"
    score = score + Case(When(names__contains=whole, then=Value(WHOLE_NAME)), default=Value(0.0))
    count = len(question.asked)
    enough = count if count <= 2 else max(2, -(-count * ENOUGH // 1))
    any_word = Q()
    for word in question.asked:
        any_word |= _holds(word, question.asked, in_names=False)
    by_topic = Q(pk__in=())
    if question.topics:
        of_topics = Approach.objects.filter(topics__in=[topic.pk for topic in question.topics]).values("pk")
        by_topic = Q(kind=Kind.APPROACH, language="", object_id__in=of_topics) | Q(
            kind=Kind.TOPIC, object_id__in=[topic.pk for topic in question.topics]
        )
        score = score + Case(When(by_topic, then=Value(BY_TOPIC)), default=Value(0.0))
    return (
        _findable()
        .filter(any_word | by_topic)
        .annotate(score=score, held=held)
        .filter(Q(held__gte=enough) | by_topic)
    )
