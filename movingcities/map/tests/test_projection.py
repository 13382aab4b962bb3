import pytest

from movingcities.map.projection import EUROPE, SHEETS, sheet_of, to_laea


def test_the_official_test_point_of_epsg_3035_is_met_to_a_centimetre():
    easting, northing = to_laea(5.0, 50.0)

    assert easting == pytest.approx(3962799.45, abs=0.01)
    assert northing == pytest.approx(2999718.85, abs=0.01)


def test_the_centre_of_the_projection_is_its_false_origin():
    assert to_laea(10.0, 52.0) == pytest.approx((4321000.0, 3210000.0))


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(-9.14, 38.72), (33.36, 35.17), (25.78, 71.17), (10.0, 52.0), (-15.41, 28.1)]
)
def test_a_point_comes_back_from_metres_to_where_it_was(longitude, latitude):
    back = EUROPE.inverse(*to_laea(longitude, latitude))

    assert back == pytest.approx((longitude, latitude), abs=1e-6)


@pytest.mark.parametrize(
    ("longitude", "latitude", "name"),
    [(-15.41, 28.1, "canaries"), (-16.92, 32.65, "madeira"), (-25.67, 37.74, "azores")],
)
def test_the_capitals_of_the_far_islands_lie_on_their_own_sheets(longitude, latitude, name):
    sheet = sheet_of(longitude, latitude)

    assert sheet is not None
    assert sheet.name == name


def test_lisbon_and_the_balearic_islands_belong_to_the_map_of_europe():
    assert sheet_of(-9.14, 38.72) is None
    assert sheet_of(2.65, 39.57) is None


def test_the_centre_of_a_sheet_is_its_origin():
    for sheet in SHEETS:
        assert sheet.forward(sheet.longitude, sheet.latitude) == pytest.approx((0.0, 0.0), abs=1e-6)
