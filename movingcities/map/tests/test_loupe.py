from movingcities.map.drawing import draw_constellation, draw_country
from movingcities.map.frames import country_frame, mapped_countries
from movingcities.map.geometry import boxes_meet
from movingcities.map.outlines import read_outlines
from movingcities.map.tests.factories import make_light, make_lights

CALABRIA = {"west": 16.2, "south": 38.6, "east": 16.6, "north": 39.5}


def test_a_heap_of_lights_is_repeated_larger_in_a_free_corner():
    members = [*make_lights(90, **CALABRIA), make_light(9.19, 45.46, name="Milano")]

    drawing = draw_constellation(members, countries=["IT"], title="SAI")

    loupe = drawing.loupe
    assert loupe is not None
    assert sum(layer.count for layer in loupe.layers) == 90
    growth = loupe.width / (loupe.lens.source[2] - loupe.lens.source[0])
    assert growth >= 2
    assert loupe.lines


def test_a_loupe_does_not_count_its_lights_again():
    drawing = draw_country("IT", make_lights(90, **CALABRIA), title="Italy")

    assert drawing is not None
    assert drawing.loupe is not None
    assert drawing.drawn_count == 90
    assert sum(layer.count for layer in drawing.layers) == 90


def test_a_loupe_hides_no_light_and_no_name():
    lights = [*make_lights(90, **CALABRIA), *make_lights(60, west=7.5, south=42, east=13, north=46, seed=7)]

    drawing = draw_country("IT", lights, title="Italy")

    assert drawing is not None
    assert drawing.loupe is not None
    frame = country_frame("IT")
    left, top, right, bottom = drawing.loupe.lens.box
    for light in lights:
        x, y = frame.place(light.longitude, light.latitude)
        assert not (left < x < right and top < y < bottom)
    for names in drawing.labels:
        for slip in names.slips:
            assert not boxes_meet(slip.box, drawing.loupe.lens.box)


def test_a_place_stands_in_the_loupe_where_the_outlines_under_it_are():
    drawing = draw_country("IT", make_lights(90, **CALABRIA), title="Italy")

    assert drawing is not None
    assert drawing.loupe is not None
    lens, frame = drawing.loupe.lens, country_frame("IT")
    enlarged = lens.enlarge(frame.place(16.4, 39.0))
    placed = lens.frame.place(16.4, 39.0)
    assert abs(enlarged[0] - placed[0]) < 0.5
    assert abs(enlarged[1] - placed[1]) < 0.5


def test_lights_spread_over_a_country_need_no_loupe():
    drawing = draw_country("DE", make_lights(200, west=7, south=48, east=13, north=53), title="Germany")

    assert drawing is not None
    assert drawing.loupe is None


def test_a_heap_without_a_free_corner_gets_no_loupe():
    drawing = draw_country("XK", make_lights(60, west=20.6, south=42.3, east=21.4, north=43), title="Kosovo")

    assert drawing is not None
    assert drawing.loupe is None


def test_free_corners_hold_nothing_of_the_country():
    for code in mapped_countries():
        frame = country_frame(code)
        outline = [frame.to_view(*point) for ring in read_outlines("laea_mid").rings(code) for point in ring]
        for left, top, right, bottom in frame.free:
            assert not any(left < x < right and top < y < bottom for x, y in outline), code


def test_free_corners_of_spain_leave_its_islands_alone():
    frame = country_frame("ES")

    for inset in frame.insets:
        west, south, east, north = inset.box
        box = (*frame.to_view(west, north), *frame.to_view(east, south))
        assert not any(boxes_meet(box, free) for free in frame.free)
