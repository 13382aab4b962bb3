"""In which language the local name of a place is."""

import pytest

from movingcities.places.models import Place


@pytest.mark.parametrize(
    ("country", "name", "kind", "language"),
    [
        ("DE", "Potsdam", "municipality", "de"),
        ("DE", "Quedlinburg", "populated-place", ""),
        ("GR", "Αθήνα", "municipality", "el"),
        ("GR", "Λιβαδειά", "populated-place", "el"),
        ("CY", "Επαρχία Λάρνακας", "county", "el"),
        ("GE", "ბათუმი", "municipality", "ka"),
        ("AM", "Երևան", "municipality", "hy"),
        ("UA", "Шептицький", "municipality", "uk"),
        ("BG", "София", "populated-place", "bg"),
        ("RS", "Нови Сад", "municipality", "und"),
        ("BE", "Gent", "municipality", ""),
    ],
)
def test_a_local_name_is_in_the_language_of_its_country_or_of_its_letters(country, name, kind, language):
    place = Place(country_id=country, name=name, kind=kind)

    assert place.local_name.language == language
