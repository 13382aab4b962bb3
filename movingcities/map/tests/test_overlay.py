"""One network laid over another on a map."""

from movingcities.map.drawing import draw_constellation
from movingcities.map.frames import country_frame
from movingcities.map.tests.factories import make_light, make_lights

BERLIN = {"longitude": 13.4, "latitude": 52.5}
BONN = {"longitude": 7.1, "latitude": 50.7}
MUNICH = {"longitude": 11.6, "latitude": 48.1}
ATHENS = {"longitude": 23.7, "latitude": 38.0}


def overlaid(*lights):
    return draw_constellation(lights, countries={"DE"}, title="Two networks")


def test_each_network_has_a_line_of_its_own_through_the_places_of_both():
    drawing = overlaid(
        make_light(**BERLIN, kind="both"),
        make_light(**BONN, kind="network"),
        make_light(**MUNICH, kind="second"),
    )

    assert drawing.lines.count("M") == drawing.second_lines.count("M") == 1
    assert drawing.lines != drawing.second_lines
    assert [layer.kind for layer in drawing.layers] == ["second", "network", "both"]


def test_the_frame_is_that_of_the_first_network():
    drawing = overlaid(make_light(**BERLIN, kind="both"), make_light(**ATHENS, kind="second", name="Athens"))

    assert drawing.frame == country_frame("DE")
    assert [light.name for light in drawing.outside] == ["Athens"]


def test_a_loupe_repeats_both_lines():
    heap = make_lights(60, west=8.6, south=49.3, east=9.0, north=49.6, kind="both")
    far = [make_light(**spot) for spot in (BERLIN, MUNICH)]

    drawing = overlaid(*heap, *far)

    assert drawing.loupe is not None
    assert drawing.loupe.second_lines.count("M") >= 59
    assert drawing.loupe.lines.count("M") >= drawing.loupe.second_lines.count("M")


def test_without_a_second_network_nothing_changes():
    drawing = overlaid(make_light(**BERLIN), make_light(**BONN))

    assert drawing.second_lines == ""
