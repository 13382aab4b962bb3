"""Folding for searching and sorting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from movingcities.kit.folding import fold, is_latin, latin_letters, to_latin


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Αθήνα", "αθηνα"),
        ("ΑΘΗΝΑ", "αθηνα"),
        ("Πειραιάς", "πειραιασ"),
        ("ΠΕΙΡΑΙΑΣ", "πειραιασ"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Þórshöfn", "thorshofn"),
        ("İzmir", "izmir"),
        ("Iğdır", "igdir"),
        ("L'Hospitalet  de\tLlobregat", "l hospitalet de llobregat"),
        ("Saint-Denis", "saint denis"),
        ("’s-Hertogenbosch", "s hertogenbosch"),
        ("ﬁne", "fine"),
        ("a_b", "a b"),
        ("", ""),
        ("???", ""),
    ],
)
def test_case_accents_and_signs_do_not_matter(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "meant"), [("lodz", "Łódź"), ("ΑΘΗΝΑ", "Αθήνα"), ("koln", "Köln"), ("ζαγορασ", "Ζαγοράς")]
)
def test_what_is_typed_is_what_is_meant(typed, meant):
    assert fold(typed) == fold(meant)


def test_the_two_ways_to_write_an_accent_are_one():
    assert fold("Ko\u0308ln") == fold("Köln") == "koln"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "latin"),
    [("Αθήνα", "ATHINA"), ("Łódź", "LODZ"), ("’s-Hertogenbosch", "SHERTOGENBOSCH"), ("12", "")],
)
def test_letters_of_a_hoist_are_capitals_from_a_to_z(text, latin):
    assert latin_letters(text) == latin


def test_transliteration_keeps_case():
    assert to_latin("Łódź") == "Lodz"


@pytest.mark.parametrize(
    ("text", "latin"), [("Łódź 2", True), ("Αθήνα", False), ("Sofia (София)", False), ("", True)]
)
def test_the_alphabet_of_a_name_is_known(text, latin):
    assert is_latin(text) is latin
