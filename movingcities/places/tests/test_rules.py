"""What is said about a place from its own fields."""

import pytest

from movingcities.places.models import Place
from movingcities.places.rules import hoist_letters, sort_name


@pytest.mark.parametrize(
    ("name", "names", "letters"),
    [
        ("Potsdam", {}, "POT"),
        ("Łódź", {"en": "Lodz"}, "LOD"),
        ("Á Strond", {}, "AST"),
        ("Aš", {}, "AS"),
        ("Å", {}, "A"),
        ("Αθήνα", {"en": "Athens"}, "ATH"),
        ("Αθήνα", {}, "ATH"),
        ("София", {}, "SOF"),
        ("’s-Hertogenbosch", {}, "SHE"),
        ("12", {}, ""),
    ],
)
def test_a_place_flies_the_first_letters_of_its_name(name, names, letters):
    assert hoist_letters(name, names) == letters


def test_places_sort_without_case_accents_and_alphabet():
    assert sorted(["Öhringen", "Oslo", "Ωραιόκαστρο", "aachen"], key=sort_name) == [
        "aachen",
        "Öhringen",
        "Ωραιόκαστρο",
        "Oslo",
    ]


@pytest.mark.parametrize(
    ("place", "language", "said"),
    [
        (
            Place(country_id="GR", kind="municipality", name="Αθήνα", names={"de": "Athen"}),
            "de",
            ("Athen", "de"),
        ),
        (
            Place(country_id="GR", kind="municipality", name="Αθήνα", names={"de": "Athen"}),
            "fr",
            ("Αθήνα", "el"),
        ),
        (
            Place(country_id="UA", kind="municipality", name="Суми", names={"en": "Sumy"}),
            "el",
            ("Sumy", "en"),
        ),
        (
            Place(country_id="GR", kind="municipality", name="Αθήνα", names={"en": "Athens"}),
            "el",
            ("Αθήνα", "el"),
        ),
        (
            Place(country_id="FR", kind="municipality", name="Lyon", names={"en": "Lyons"}),
            "de",
            ("Lyon", "fr"),
        ),
        (Place(country_id="PL", kind="municipality", name="Łódź", names={}), "en", ("Łódź", "pl")),
        (Place(country_id="BE", kind="municipality", name="Gent", names={}), "en", ("Gent", "")),
        (Place(country_id="DE", kind="populated-place", name="Munich", names={}), "de", ("Munich", "")),
    ],
)
def test_a_name_is_said_with_its_language_where_that_is_certain(place, language, said):
    name = place.name_in(language)

    assert (name.text, name.language) == said


def test_the_key_of_a_place_is_its_identifier_in_the_dataset():
    assert Place(country_id="DE", slug="koeln").key == "de-koeln"
