"""Which records hold all words of a question."""

from __future__ import annotations

from django.db.models import QuerySet

from movingcities.search.backends import backend
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.rules import SHORTEST_BEGINNING, question_words


def documents_matching(text: str, *, in_names: bool = False) -> QuerySet[SearchDocument]:
    """Documents that hold every word asked for, the last one as a beginning; none without a word."""
    asked = question_words(text)
    if not asked:
        return SearchDocument.objects.none()
    found = backend().documents_with(
        asked, is_beginning=len(asked[-1]) >= SHORTEST_BEGINNING, in_names=in_names
    )
    return SearchDocument.objects.filter(pk__in=found)


def record_matches(kind: Kind, text: str) -> QuerySet[SearchDocument, int | None]:
    """Primary keys of the records of a kind whose names or stories hold every word: for `pk__in`."""
    return documents_matching(text).filter(kind=kind).values_list("object_id", flat=True)


def place_matches(text: str) -> QuerySet[SearchDocument, int | None]:
    """Primary keys of the places with every word in their names or portrait: for `Place.filter(pk__in=…)`."""
    return record_matches(Kind.PLACE, text)
