"""Words a translation must use and must not: pure."""

import pytest

from movingcities.translation.terms import Term, breaches, hints, is_named, is_said


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Asylant", "viele Asylanten kamen"),
        ("illegal", "die illegalen Menschen"),
        ("illegal migrant", "Illegal migrants arrive"),
        ("λαθρομετανάστης", "οι λαθρομετανάστες"),
        ("λαθρομετανάστης", "των λαθρομεταναστών"),
        ("clandestino", "i <b>clandestini</b>"),
        ("nielegalny", "nielegalnych migrantów"),
    ],
)
def test_a_forbidden_word_is_found_in_its_endings(word, text):
    assert is_said(word, text)


@pytest.mark.parametrize(
    ("word", "text"), [("Asylant", "Der Asylantrag"), ("illegal", "legal"), ("Asylant", "Asyl")]
)
def test_a_word_that_only_begins_alike_is_not_forbidden(word, text):
    assert not is_said(word, text)


@pytest.mark.parametrize(
    ("term", "text", "named"),
    [
        ("refugee", "Refugees arrive", True),
        ("refugee", "a place of refuge", False),
        ("municipality", "two municipalities", True),
        ("network", "networks of cities", True),
        ("network", "networking", False),
        ("safe harbour", "They became safe harbours.", True),
        ("safe harbour", "The harbour is safe.", False),
    ],
)
def test_a_term_of_the_original_is_known_in_singular_and_plural(term, text, named):
    assert is_named(term, text) is named


def test_a_required_word_is_asked_for_only_where_the_term_stands():
    term = Term("asylum seeker", required=("Asylsuchende",))

    assert breaches("Asylum seekers arrive.", "Flüchtlinge kommen an.", [term])[0].wanted == ("Asylsuchende",)
    assert not breaches("Asylum seekers arrive.", "Asylsuchenden wird geholfen.", [term])
    assert not breaches("Boats arrive.", "Boote kommen an.", [term])


def test_hints_are_the_terms_a_string_contains():
    term = Term("asylum seeker", required=("Asylsuchende",))

    assert hints("Flats for asylum seekers", [term, Term("", forbidden=("Asylant",))]) == [term]
