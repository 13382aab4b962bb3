"""Questions to the index."""

from movingcities.search.queries.finding import Results, find
from movingcities.search.queries.hits import Found, Hit
from movingcities.search.queries.matching import place_matches, record_matches
from movingcities.search.queries.places import Likeness, Suggestion, exact_place, suggest_places

__all__ = [
    "Found",
    "Hit",
    "Likeness",
    "Results",
    "Suggestion",
    "exact_place",
    "find",
    "place_matches",
    "record_matches",
    "suggest_places",
]
