"""A catalogue is checked for what would break or mar a page."""

import pytest
from babel.messages.catalog import Catalog

from scripts.catalogue_faults import catalogue_faults


def faults_of(text, translation, language="de", flags=()):
    catalogue = Catalog(locale=language)
    catalogue.add(text, translation, flags=flags)
    return [fault.kind for fault in catalogue_faults(catalogue)]


@pytest.mark.parametrize(
    ("text", "translation", "language"),
    [
        ("Place", "Ort", "de"),
        ("%(n)s of %(m)s", "%(m)s: %(n)s", "de"),
        ("<b>%(n)s</b> places", "Orte: <b>%(n)s</b>", "de"),
        (("%(n)s place", "%(n)s places"), ("ein Ort", "%(n)s Orte"), "de"),
        (("One place", "%(n)s places in %(m)s"), ("Ein Ort", "%(n)s Orte in %(m)s"), "de"),
        (("%(n)s place", "%(n)s places"), ("%(n)s gmina", "%(n)s gminy", "%(n)s gmin"), "pl"),
        ("“%(name)s”", "„%(name)s“", "de"),
        ("“%(name)s”", "« %(name)s »", "fr"),
        ('<a href="x">A</a>', '<a href="x">B</a>', "fr"),
    ],
)
def test_a_faithful_translation_has_no_faults(text, translation, language):
    assert faults_of(text, translation, language) == []


@pytest.mark.parametrize(
    ("text", "translation", "language", "fault"),
    [
        ("Place", "", "de", "not translated"),
        ("Place", " ", "de", "not translated"),
        (("%(n)s place", "%(n)s places"), ("%(n)s Ort", ""), "de", "not translated"),
        (("%(n)s place", "%(n)s places"), ("%(n)s gmina", "%(n)s gminy"), "pl", "2 plural forms instead of"),
        ("%(n)s places", "Orte", "de", "other placeholders"),
        ("%(n)s places", "%(count)s Orte", "de", "other placeholders"),
        (("%(n)s place", "%(n)s places"), ("%(n)s Ort", "Orte"), "de", "other placeholders"),
        ("%(n)s of all", "%(n)s: 20 % aller", "de", "a percent sign"),
        ("<b>Place</b>", "Ort", "de", "other tags"),
        ("Place ", "Ort", "de", "other space"),
        ("“A”", "“A”", "de", "marks the language does not write: ”"),
        ("“A”", '"A"', "de", 'marks the language does not write: "'),
        ("the city's", "l'alcaldía", "es", "marks the language does not write: '"),
    ],
)
def test_what_would_break_or_mar_a_page_is_found(text, translation, language, fault):
    found = faults_of(text, translation, language)

    assert len(found) == 1
    assert found[0].startswith(fault)


def test_a_translation_that_a_program_guessed_is_found():
    assert faults_of("Place", "Ort", flags=["fuzzy"]) == ["marked as doubtful"]
