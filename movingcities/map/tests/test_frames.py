import pytest

from movingcities.map.frames import (
    EUROPE,
    EUROPE_BASE,
    EUROPE_WIDE,
    countries_frame,
    country_frame,
    locator_frame,
    mapped_countries,
    network_frame,
)
from movingcities.map.projection import to_laea

COUNCIL_OF_EUROPE = {
    *("AD", "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "CH", "CY", "CZ", "DE"),
    *("DK", "EE", "ES", "FI", "FR", "GB", "GE", "GR", "HR", "HU", "IE", "IS"),
    *("IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO"),
    *("PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "TR", "UA"),
}


def test_every_member_of_the_council_of_europe_and_kosovo_has_a_frame():
    assert COUNCIL_OF_EUROPE | {"XK"} <= set(mapped_countries())
    assert len(COUNCIL_OF_EUROPE) == 46


@pytest.mark.parametrize("code", ["RE", "GF", "GP", "MQ", "YT", "ZZ", ""])
def test_a_land_without_outlines_has_no_frame(code):
    assert country_frame(code) is None


@pytest.mark.parametrize("code", mapped_countries())
def test_a_frame_keeps_the_true_ratio_and_lies_in_its_outlines(code):
    frame = country_frame(code)

    across = (frame.east - frame.west) / frame.width
    down = (frame.north - frame.south) / frame.height
    assert across == pytest.approx(down, rel=0.001)
    assert frame.base.covers((frame.west, frame.south, frame.east, frame.north))


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("DE", 8.31, 54.91),
        ("IT", 12.60, 35.50),
        ("CY", 34.45, 35.66),
        ("NO", 25.78, 71.17),
        ("ES", 4.27, 39.87),
        ("GB", -1.14, 60.15),
        ("MT", 14.24, 36.05),
    ],
)
def test_the_farthest_corner_of_a_country_lies_in_its_frame(code, longitude, latitude):
    assert country_frame(code).place(longitude, latitude) is not None


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"), [("ES", -15.43, 28.1), ("PT", -16.92, 32.65), ("PT", -25.67, 37.74)]
)
def test_far_islands_are_set_into_their_countrys_map_and_into_europes(code, longitude, latitude):
    for frame in (country_frame(code), EUROPE, EUROPE_WIDE):
        x, y = frame.place(longitude, latitude)
        assert 0 < x < frame.width
        assert 0 < y < frame.height


def test_far_islands_keep_their_distances_on_an_inset():
    frame = country_frame("ES")
    las_palmas, santa_cruz = frame.place(-15.43, 28.1), frame.place(-16.25, 28.47)

    units = ((las_palmas[0] - santa_cruz[0]) ** 2 + (las_palmas[1] - santa_cruz[1]) ** 2) ** 0.5

    assert units * frame.metres_per_unit == pytest.approx(90_000, rel=0.03)


def test_an_island_of_another_country_is_outside():
    assert country_frame("ES").place(-25.67, 37.74) is None
    assert country_frame("DE").place(-15.43, 28.1) is None


def test_a_place_and_the_outlines_under_it_agree():
    frame = network_frame([(2.17, 41.39), (12.57, 55.68)], ["ES", "DK"])
    easting, northing = to_laea(2.17, 41.39)
    base = frame.base

    moved, scale = frame.base_transform.split(") scale(")
    left, top = map(float, moved.removeprefix("translate(").split())
    factor = float(scale.rstrip(")"))
    drawn = (
        left + factor * (easting - base.west) / base.metres_per_unit,
        top + factor * (base.north - northing) / base.metres_per_unit,
    )

    assert frame.to_view(easting, northing) == pytest.approx(drawn, abs=0.05)


def test_one_country_has_its_own_map_and_overseas_lands_stand_on_europes():
    assert countries_frame(["DE"]) == country_frame("DE")
    assert countries_frame([]) == countries_frame(["RE"]) == countries_frame(["FR", "RE"]) == EUROPE


@pytest.mark.parametrize(
    "codes", [["DE", "IT"], ["LU", "BE"], ["ES", "PT"], ["GR", "CY", "BG"], ["IE", "GB"]]
)
def test_several_countries_share_a_part_of_europe_that_shows_each_of_them_whole(codes):
    frame = countries_frame(codes)

    assert frame == countries_frame(codes[::-1])
    assert frame.base == EUROPE_BASE
    assert 1_500_000 <= frame.east - frame.west < EUROPE.east - EUROPE.west
    for code in codes:
        own = country_frame(code)
        assert frame.west <= own.west < own.east <= frame.east
        assert frame.south <= own.south < own.north <= frame.north


def test_countries_with_far_islands_keep_them_beside_others():
    frame = countries_frame(["ES", "FR"])

    assert frame.place(-15.43, 28.1) is not None


def test_countries_at_two_ends_of_europe_are_drawn_on_all_of_it():
    assert countries_frame(["IS", "CY"]) == EUROPE


def test_a_network_of_one_country_is_drawn_on_that_countrys_map():
    assert network_frame([(13.4, 52.5), (9.99, 53.55)], ["DE"]) == country_frame("DE")


def test_a_network_with_a_member_overseas_is_drawn_where_the_others_are():
    frame = network_frame([(55.45, -20.88), (2.35, 48.86), (5.37, 43.3)], ["FR"])

    assert frame.base == EUROPE_BASE
    assert frame.place(2.35, 48.86) is not None
    assert frame.place(55.45, -20.88) is None


def test_a_network_shows_its_members_on_far_islands():
    frame = network_frame([(-15.43, 28.1), (2.17, 41.39), (4.84, 45.76)], ["ES", "FR"])

    assert frame.place(-15.43, 28.1) is not None


@pytest.mark.parametrize("members", [[], [(55.45, -20.88)]])
def test_a_network_without_a_member_on_the_map_gets_all_europe(members):
    assert network_frame(members, ["FR", "RE"]) == EUROPE


def test_two_members_in_one_street_get_a_frame_with_surroundings():
    frame = network_frame([(6.10, 49.60), (6.12, 49.61)], ["LU", "FR"])

    assert frame.east - frame.west == pytest.approx(1_500_000)


def test_a_neighbourhood_widens_until_eight_neighbours_are_seen():
    neighbours = [(13.06 + step * 0.15, 52.4) for step in range(1, 13)]

    frame = locator_frame(13.06, 52.4, "DE", neighbours)

    seen = [spot for spot in neighbours if frame.place(*spot)]
    assert len(seen) >= 8
    assert frame.east - frame.west < 450_000


def test_a_neighbourhood_does_not_widen_for_lights_too_far_away():
    frame = locator_frame(-18.09, 65.68, "IS", [(-21.9, 64.1), (-6.26, 53.35), (5.32, 60.39)])

    assert frame.place(-21.9, 64.1) is not None
    assert frame.east - frame.west <= 900_001


def test_a_border_town_looks_over_the_border():
    frame = locator_frame(6.08, 50.78, "DE", [(5.57, 50.63), (5.69, 50.85)])

    assert frame.place(5.57, 50.63) is not None
    assert frame.base.covers((frame.west, frame.south, frame.east, frame.north))


def test_a_place_on_a_far_island_is_located_on_its_own_sheet():
    frame = locator_frame(-15.43, 28.1, "ES", [])

    assert frame.base.file == "map/islands-canaries.svg"
    assert frame.place(-15.43, 28.1) is not None


@pytest.mark.parametrize(("longitude", "latitude", "country"), [(55.45, -20.88, "RE"), (49.87, 40.41, "AZ")])
def test_a_place_beyond_the_outlines_has_no_neighbourhood(longitude, latitude, country):
    assert locator_frame(longitude, latitude, country, []) is None
