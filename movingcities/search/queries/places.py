"""Places by name: while somebody types, and when they have typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from movingcities.kit.distance import kilometres_between
from movingcities.places.models import Place
from movingcities.search.backends import backend
from movingcities.search.models import Kind, SearchDocument
from movingcities.search.queries.matching import documents_matching
from movingcities.search.rules import (
    LONGEST_QUESTION,
    SEPARATOR,
    edit_distance,
    spellings,
    words,
)

# A code of an airport or a train station is another name too: BER, PAR.
SHORTEST_OTHER_NAME = 4
SHORTEST_TYPO = 4
MOST_CANDIDATES = 6_000
# GeoNames lists some places twice, a few kilometres apart.
SAME_PLACE_KILOMETRES = 10.0
WITHOUT_DOUBT = 10


class Likeness(StrEnum):
    """How the name of a suggested place answers what was typed."""

    EXACT = "exact"
    BEGINNING = "beginning"
    WORD = "word"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place somebody may mean."""

    place: Place
    likeness: Likeness


def suggest_places(text: str, limit: int = 8) -> list[Suggestion]:
    """Places by exact name, then beginning of a name, then population; similar names if there is none.

    Two letters at least. Two queries, three when names have to be compared letter by letter.
    """
    typed = " ".join(words(text[:LONGEST_QUESTION]))
    if len(typed) < 2:
        return []
    ranked = list(
        _named(text)
        .annotate(rank=_rank(typed))
        .order_by("rank", "-population", "object_id")
        .values_list("object_id", "rank")[: limit * 3]
    )
    likeness = {
        place_id: (Likeness.EXACT, Likeness.BEGINNING, Likeness.WORD)[rank] for place_id, rank in ranked
    }
    if not likeness:
        likeness = dict.fromkeys(_similar(typed, limit * 3), Likeness.SIMILAR)
    places = Place.objects.for_listing().in_bulk(list(likeness))
    known = [Suggestion(places[key], how) for key, how in likeness.items() if key in places]
    return _without_doubles(known)[:limit]


def exact_place(text: str) -> Place | None:
    """The place whose name the whole text is, if there is no doubt which one is meant.

    That is: the only place of this name, or the only active one, or one ten times as large as the next.
    """
    typed = " ".join(words(text[:LONGEST_QUESTION]))
    if not typed:
        return None
    whole = f"{SEPARATOR}{typed}{SEPARATOR}"
    named = _named(text)
    places = _places_of(named.filter(names__contains=whole)) or _places_of(named.filter(text__contains=whole))
    if len(places) == 1:
        return places[0]
    active = [place for place in places if place.is_active]
    if len(active) == 1:
        return active[0]
    by_size = sorted(active or places, key=lambda place: -(place.population or 0))
    if by_size and (by_size[0].population or 0) >= WITHOUT_DOUBT * max(1, by_size[1].population or 0):
        return by_size[0]
    return None


def _places_of(documents: QuerySet[SearchDocument]) -> list[Place]:
    places = Place.objects.for_listing().filter(pk__in=documents.values("object_id"))
    return _distinct(places.order_by("-population", "pk"))


def _named(text: str) -> QuerySet[SearchDocument]:
    """Documents that hold the names of places, with all words asked for."""
    return documents_matching(text).filter(kind=Kind.PLACE, language="")


def _rank(typed: str) -> Case:
    """0 for a whole name, 1 for its beginning or a whole name elsewhere, 2 for a word within."""
    whole = f"{SEPARATOR}{typed}{SEPARATOR}"
    beginning = Q(names__contains=f"{SEPARATOR}{typed}")
    if len(typed) >= SHORTEST_OTHER_NAME:
        beginning |= Q(text__contains=whole)
    return Case(
        When(names__contains=whole, then=Value(0)),
        When(beginning, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _similar(typed: str, limit: int) -> list[int]:
    """Places whose name is a slip of the finger away, nearest and then largest first."""
    if len(typed) < SHORTEST_TYPO:
        return []
    at_most = 1 if len(typed) < 8 else 2
    first, second, third = typed[0], typed[1], typed[2]
    beginnings = [first + second, second + first, first + third, *(first + vowel for vowel in "aeiou")]
    ranked = sorted(_compared(typed, beginnings, at_most))
    return [place_id for _, _, place_id in ranked[:limit]]


def _compared(typed: str, beginnings: Iterable[str], at_most: int) -> Iterable[tuple[int, int, int]]:
    """(distance, negative population, primary key) of the places that are near enough."""
    index = backend()
    begins = Q()
    for beginning in dict.fromkeys(beginnings):
        if not beginning.isspace() and beginning.strip() == beginning:
            begins |= Q(pk__in=index.documents_with([beginning], is_beginning=True, in_names=True))
    if not begins:
        return
    candidates = (
        SearchDocument.objects.filter(begins, kind=Kind.PLACE, language="")
        .order_by("-population", "pk")
        .values_list("object_id", "names", "population")[:MOST_CANDIDATES]
    )
    letters = set(typed)
    for place_id, names, population in candidates:
        nearest = at_most + 1
        for name in names.strip(SEPARATOR).split(SEPARATOR):
            if (
                abs(len(name) - len(typed)) <= at_most
                and len(letters.symmetric_difference(name)) <= 2 * at_most
            ):
                nearest = min(nearest, edit_distance(typed, name, at_most=at_most))
        if nearest <= at_most and place_id is not None:
            yield nearest, -population, place_id


def _without_doubles(suggestions: list[Suggestion]) -> list[Suggestion]:
    kept = _distinct(suggestion.place for suggestion in suggestions)
    kept_keys = {place.pk for place in kept}
    return [suggestion for suggestion in suggestions if suggestion.place.pk in kept_keys]


def _distinct(places: Iterable[Place]) -> list[Place]:
    """Of populated places and municipalities with one name at one spot only the active or first one."""
    kept: list[Place] = []
    for place in places:
        double = next((other for other in kept if _is_double(place, other)), None)
        if double is None:
            kept.append(place)
        elif place.is_active and not double.is_active:
            kept[kept.index(double)] = place
    return kept


def _is_double(place: Place, other: Place) -> bool:
    settlements = (Place.Kind.MUNICIPALITY, Place.Kind.POPULATED_PLACE)
    return (
        place.country_id == other.country_id
        and place.kind in settlements
        and other.kind in settlements
        and spellings(place.name) == spellings(other.name)
        and None not in (place.latitude, place.longitude, other.latitude, other.longitude)
        and kilometres_between(
            float(place.latitude or 0),
            float(place.longitude or 0),
            float(other.latitude or 0),
            float(other.longitude or 0),
        )
        <= SAME_PLACE_KILOMETRES
    )
