"""A word in another language than the page is noticed, unless it is marked."""

import pytest

from scripts.foreign_words import Interface, foreign_words, is_untranslated
from scripts.markup import Document

PAGE = '<!doctype html><html lang="{}"><head><title>Test</title></head><body>{}</body></html>'


@pytest.fixture(autouse=True)
def catalogue(monkeypatch):
    """A catalogue of two strings, one of them the same in German."""
    import re

    from scripts import foreign_words as module

    said = Interface(
        frozenset({"Orte", "Region"}),
        frozenset({"Places"}),
        (re.compile(r"[\d.,\s]+ places"),),
    )
    monkeypatch.setattr(module, "interface", lambda _language: said)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Orte in der Region</p>",
        "<p>Region</p>",
        '<p lang="en">Places of the world which act</p>',
        '<p>Das Netzwerk <span lang="en">Cities of the world and of the sea</span> tagt</p>',
        '<p translate="no">Places</p>',
        "<p>Europäische Städte: European Coalition of Cities against Racism</p>",
        "<p>Siehe https://example.org/the/state/of/the/union</p>",
        "<script>the of and which</script>",
        "<p>Lac de la Haute-Sûre</p>",
        '<svg aria-label="Karte: Суми"><title>Суми und die Orte in der Nähe</title></svg>',
    ],
)
def test_what_is_german_or_marked_is_left_alone(markup):
    assert foreign_words(Document.parse(PAGE.format("de", markup)), "de") == []


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>Places</p>", "English interface text: “Places”"),
        ("<p>1.200 places</p>", "English interface text: “1.200 places”"),
        ('<button aria-label="Places">O</button>', "English interface text: “Places”"),
        ('<input placeholder="Places">', "English interface text: “Places”"),
        ('<p data-offline="12 places">O</p>', "English interface text: “12 places”"),
        ("<p>The state of cities</p>", "text in “en” without lang: “The state of cities”"),
        ("<p>The <b>state of</b> cities</p>", "text in “en” without lang: “The state of cities”"),
        ("<p>Αθήνα</p>", "Greek letters without lang: “Αθήνα”"),
        ("<p>7 December 2019</p>", "text in “en” without lang: “7 December 2019”"),
        ("<p>La ville et les villages pour tous</p>", "text in “fr” without lang"),
    ],
)
def test_what_is_not_german_is_found(markup, found):
    told = foreign_words(Document.parse(PAGE.format("de", markup)), "de")

    assert any(one.startswith(found) for one in told), told


def test_a_string_that_is_alike_in_both_languages_is_no_fault():
    said = Interface(frozenset({"Region"}), frozenset({"Region", "Places"}), ())

    assert not is_untranslated("Region", said)
    assert is_untranslated("Places", said)
