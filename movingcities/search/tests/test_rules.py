import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from movingcities.search.documents import excerpt_of
from movingcities.search.rules import (
    LONGEST_QUESTION,
    LONGEST_WORD,
    MOST_WORDS,
    edit_distance,
    indexed_text,
    joined_names,
    question_words,
    spellings,
)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Göttingen", ["gottingen", "goettingen"]),
        ("Århus", ["arhus", "aarhus"]),
        ("Αθήνα", ["αθηνα", "athina"]),
        ("Πειραιάς", ["πειραιασ", "peiraias"]),
        ("Łódź", ["lodz"]),
        ("Sankt-Pölten", ["sankt polten", "sankt poelten"]),
    ],
)
def test_a_name_is_known_in_every_way_people_write_it(name, ways):
    assert spellings(name) == ways


def test_names_are_joined_without_repeating_one():
    joined = joined_names(["Göttingen", "Goettingen", "", "Gottinga"])

    assert joined == "|gottingen|goettingen|gottinga|"


def test_no_name_leaves_nothing_that_could_be_found():
    assert joined_names(["", "…", "—"]) == ""


def test_words_with_umlauts_are_indexed_spelled_out_as_well():
    text = indexed_text(["Für Geflüchtete", "für alle"])

    assert text.split() == ["fur", "gefluchtete", "fur", "alle", "fuer", "gefluechtete"]


def test_fillers_of_a_question_are_left_out():
    assert question_words("What is the identity card for people without papers?") == [
        "identity",
        "card",
        "people",
        "without",
        "papers",
    ]


def test_a_question_of_nothing_but_fillers_is_asked_as_it_is():
    assert question_words("Au") == ["au"]


@settings(deadline=None)
@given(st.text(max_size=4 * LONGEST_QUESTION))
def test_any_question_becomes_a_few_plain_words(text):
    asked = question_words(text)

    assert len(asked) <= MOST_WORDS
    assert all(0 < len(word) <= LONGEST_WORD for word in asked)
    assert not any(mark in word for word in asked for mark in "\"'*:^()|&!<>\\ \x00")


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("hambrug", "hamburg", 1),
        ("thesaloniki", "thessaloniki", 1),
        ("wroclav", "wroclaw", 1),
        ("berlin", "berlin", 0),
        ("berlin", "hamburg", 3),
        ("", "ab", 2),
    ],
)
def test_distance_counts_slips_of_the_finger(one, other, distance):
    assert edit_distance(one, other, at_most=2) == distance


@settings(deadline=None)
@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_distance_is_the_same_both_ways(one, other):
    assert edit_distance(one, other, at_most=3) == edit_distance(other, one, at_most=3)


def test_an_excerpt_ends_with_a_sentence():
    text = "First sentence. " + "Second sentence that goes on. " * 20

    excerpt = excerpt_of(text)

    assert excerpt.startswith("First sentence. Second")
    assert excerpt.endswith("goes on.")
    assert len(excerpt) <= 300


def test_an_excerpt_of_one_long_sentence_ends_with_a_word():
    excerpt = excerpt_of("word " * 200)

    assert excerpt.endswith("word…")
    assert len(excerpt) <= 300
