import pytest

from movingcities.map.outlines import LEVELS, read_outlines
from movingcities.map.projection import SHEETS, to_laea


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "country"),
    [
        ("Simferopol", 34.10, 44.95, "UA"),
        ("Sevastopol", 33.53, 44.59, "UA"),
        ("Famagusta", 33.94, 35.12, "CY"),
        ("North Nicosia", 33.36, 35.19, "CY"),
        ("Akrotiri", 32.95, 34.62, "CY"),
        ("Pristina", 21.17, 42.66, "XK"),
        ("Tiraspol", 29.60, 46.84, "MD"),
        ("Belgrade", 20.46, 44.81, "RS"),
        ("Potsdam", 13.06, 52.40, "DE"),
    ],
)
def test_a_place_lies_in_the_country_the_european_union_sees_it_in(
    level, place, longitude, latitude, country
):
    outlines = read_outlines(f"laea_{level}")

    assert outlines.country_at(*to_laea(longitude, latitude)) == country


@pytest.mark.parametrize("level", LEVELS)
def test_cyprus_is_one_island_without_a_line_across_it(level):
    outlines = read_outlines(f"laea_{level}")

    assert len(outlines.countries["CY"]) == 1
    assert outlines.box("GB")[2] < 4_000_000


def test_the_open_sea_is_no_country():
    assert read_outlines("laea_ov").country_at(*to_laea(-20.0, 50.0)) is None


def test_every_island_sheet_has_an_outline_around_its_own_capital():
    capitals = {"canaries": (-15.43, 28.10), "madeira": (-16.92, 32.66), "azores": (-25.60, 37.77)}

    for sheet in SHEETS:
        outlines = read_outlines(f"inset_{sheet.name}")
        assert outlines.country_at(*sheet.forward(*capitals[sheet.name])) == sheet.country
