import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from movingcities.places.models import Place
from movingcities.places.tests.factories import PlaceFactory
from movingcities.search.actions import rebuild_index
from movingcities.search.queries import exact_place, find, place_matches, suggest_places

NASTY = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "🌊",
    "🌊🌊 hafen",
    '"',
    "'",
    "''; DROP TABLE places_place; --",
    'names : "x" OR text:*',
    "NOT",
    "AND OR NOT NEAR(a b)",
    "NEAR/2",
    "a*b*",
    "^a",
    "(((",
    "{names}: a",
    "- - -",
    "…„“",
    "%_%",
    "\\",
    "a" * 10_000,
    "ab " * 5_000,
    "\ud800",
    "ı İ ẞ ﬃ ½ ² ٣",
    "\u0345\u0300",
    "नमस्ते",
    "𞤀𞤣𞤤𞤢𞤥",
)


@pytest.fixture
def some_places(db):
    PlaceFactory(name="Hafen", slug="hafen")
    PlaceFactory(name="Ab", slug="ab", latitude=50)
    rebuild_index()


def ask_everything(text):
    list(Place.objects.filter(pk__in=place_matches(text)))
    suggest_places(text)
    exact_place(text)
    find(text, language="en")


@pytest.mark.parametrize("text", NASTY)
def test_no_question_is_an_error(some_places, text):
    ask_everything(text)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
@example(text="Hafen")
def test_whatever_somebody_types_is_no_error(some_places, text):
    ask_everything(text)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("\"'*:^()-+ANDORTnear{}|&!<>\\ ", max_size=30))
def test_operators_of_the_databases_mean_nothing(some_places, text):
    ask_everything(text)


def test_punctuation_finds_nothing_rather_than_everything(some_places):
    assert not Place.objects.filter(pk__in=place_matches("?!")).exists()
    assert find("?!", language="en").total == 0
