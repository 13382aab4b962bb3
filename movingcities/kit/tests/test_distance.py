"""Distances and directions on the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from movingcities.kit.distance import COMPASS, EARTH_RADIUS_KM, direction_to, kilometres_between

latitudes = st.floats(min_value=-90, max_value=90)
longitudes = st.floats(min_value=-180, max_value=180)
POTSDAM = (52.39886, 13.06566)
PALERMO = (38.1166, 13.3636)


def test_from_potsdam_to_palermo():
    assert kilometres_between(*POTSDAM, *PALERMO) == pytest.approx(1588, abs=2)
    assert direction_to(*POTSDAM, *PALERMO) == "south"


def test_a_degree_of_latitude_is_111_kilometres():
    assert kilometres_between(0, 0, 1, 0) == pytest.approx(111.195, abs=0.001)


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ((1, 0), "north"),
        ((1, 1), "north-east"),
        ((0, 1), "east"),
        ((-1, 1), "south-east"),
        ((-1, 0), "south"),
        ((-1, -1), "south-west"),
        ((0, -1), "west"),
        ((1, -1), "north-west"),
    ],
)
def test_the_eight_directions(target, word):
    assert direction_to(0, 0, *target) == word


def test_the_date_line_is_no_obstacle():
    assert kilometres_between(0, 179.5, 0, -179.5) == pytest.approx(111.195, abs=0.001)
    assert direction_to(0, 179.5, 0, -179.5) == "east"


@given(latitudes, longitudes, latitudes, longitudes)
def test_there_is_as_far_as_back_and_never_further_than_round_half_the_globe(a, b, c, d):
    there = kilometres_between(a, b, c, d)

    assert there == pytest.approx(kilometres_between(c, d, a, b), abs=1e-6)
    assert 0 <= there <= 3.1416 * EARTH_RADIUS_KM
    assert direction_to(a, b, c, d) in COMPASS
