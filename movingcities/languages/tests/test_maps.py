"""Names that differ by language."""

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from movingcities.languages.maps import Said, say, say_or_fall_back, validate_language_map

LOCAL = Said("Αθήνα", "el")


def test_a_name_is_said_in_the_readers_language_else_as_it_is():
    names = {"de": "Athen"}

    assert say(names, "de", otherwise=LOCAL) == Said("Athen", "de")
    assert say(names, "fr", otherwise=LOCAL) == LOCAL
    assert say({"fr": ""}, "fr", otherwise=LOCAL) == LOCAL


def test_a_text_falls_back_to_english_then_to_any():
    assert say_or_fall_back({"pl": "Dom", "en": "House"}, "de") == Said("House", "en")
    assert say_or_fall_back({"pl": "Dom"}, "de") == Said("Dom", "pl")
    assert say_or_fall_back({"de": "Haus", "en": "House"}, "de") == Said("Haus", "de")
    assert say_or_fall_back({}, "de") == Said("", "")


@pytest.mark.parametrize("value", [{}, {"de": "Athen"}, {"pt-BR": "Atenas"}])
def test_a_map_of_codes_to_texts_is_accepted(value):
    validate_language_map(value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "Athen",
        {"d": "x"},
        {"de": ""},
        {"de": " "},
        {"de": 3},
        {"de": None},
        {3: "x"},
        {"x" * 11: "y"},
    ],
)
def test_what_is_no_map_is_refused(value):
    with pytest.raises(ValidationError, match="language codes"):
        validate_language_map(value)


def printed(source, language="en", **values):
    with translation.override(language):
        return Template("{% load languages %}" + source).render(Context(values))


def test_a_name_in_another_language_is_marked_as_such():
    assert printed("{{ name|in_words }}", name=LOCAL) == '<span lang="el">Αθήνα</span>'
    assert printed("{{ name|in_words }}", "el", name=LOCAL) == "Αθήνα"
    assert printed("<b{% lang_of name %}>", name=LOCAL) == '<b lang="el">'
    assert printed("<b{% lang_of name %}>", name=Said("x", "")) == "<b>"


def test_a_name_is_escaped():
    assert "&lt;b&gt;" in printed("{{ name|in_words }}", name=Said("<b>", "de"))


def test_a_missing_number_is_printed_as_nothing():
    assert printed("{{ n|number }}", n=None) == ""
