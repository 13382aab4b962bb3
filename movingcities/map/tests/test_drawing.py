import re

import pytest

from movingcities.map.drawing import (
    draw_constellation,
    draw_countries,
    draw_country,
    draw_europe,
    draw_locator,
    outlined,
)
from movingcities.map.frames import EUROPE, country_frame
from movingcities.map.glow import Cell, cell_size, sum_up
from movingcities.map.projection import to_laea
from movingcities.map.tests.factories import make_light, make_lights

TBILISI = {"longitude": 44.8, "latitude": 41.7, "name": "Tbilisi"}


def dots(drawing):
    return sum(layer.count for layer in drawing.layers if layer.kind != "pale") + len(drawing.linked)


def test_every_place_is_drawn_or_named_as_missing():
    lights = [*make_lights(50), make_light(**TBILISI), make_light(None, None, name="Nowhere")]

    drawing = draw_europe(lights, title="Europe")

    assert drawing.drawn_count == dots(drawing) == 50
    assert [light.name for light in drawing.outside] == ["Tbilisi"]
    assert [light.name for light in drawing.without_position] == ["Nowhere"]
    assert drawing.outside_count == 1


def test_the_same_places_give_the_same_drawing():
    assert draw_europe(make_lights(30), title="E") == draw_europe(make_lights(30), title="E")


def test_an_empty_map_is_a_map():
    drawing = draw_country("XK", [], title="Kosovo")

    assert drawing is not None
    assert drawing.drawn_count == 0
    assert drawing.base_file == "map/country-xk.svg"


def test_a_country_without_outlines_is_not_drawn():
    assert draw_country("RE", [make_light()], title="Réunion") is None


def test_places_of_another_country_are_outside_a_countrys_frame():
    drawing = draw_country("CY", [make_light(33.36, 35.17), make_light(13.4, 52.5, name="Berlin")], title="C")

    assert drawing is not None
    assert drawing.drawn_count == 1
    assert [light.name for light in drawing.outside] == ["Berlin"]


def test_a_light_is_a_link_only_if_links_are_wanted_and_it_has_an_address():
    lights = [make_light(href="/en/places/de/potsdam/"), make_light(9.99, 53.55, name="Hamburg")]

    linked = draw_europe(lights, title="E", linked=True)
    plain = draw_europe(lights, title="E")

    assert [light.href for light in linked.linked] == ["/en/places/de/potsdam/"]
    assert plain.linked == ()
    assert dots(linked) == dots(plain) == 2


def test_pins_are_planted_in_every_set_of_names():
    potsdam = make_light(name="Potsdam", hoist="POT")

    drawing = draw_europe([potsdam], title="E", pins=[potsdam])

    for names in drawing.labels:
        assert [flag.letter for flag in names.pins[0].flags] == ["P", "O", "T"]
        assert names.slips == ()


def test_the_constellation_joins_all_members_over_pale_others():
    members = make_lights(12, seed=2)
    others = make_lights(40, seed=3)

    drawing = draw_constellation(members, countries=["DE", "FR"], title="N", others=[*others, members[0]])

    assert drawing.lines.count("M") == 11
    assert drawing.drawn_count == 12
    assert sum(layer.count for layer in drawing.layers if layer.kind == "pale") <= 40


def test_no_line_crosses_from_the_mainland_into_an_inset():
    members = [
        make_light(-15.43, 28.1, name="Las Palmas"),
        make_light(-16.25, 28.47, name="Santa Cruz"),
        make_light(-3.7, 40.4, name="Madrid"),
        make_light(2.17, 41.39, name="Barcelona"),
    ]

    drawing = draw_constellation(members, countries=["ES"], title="N")

    assert drawing.drawn_count == 4
    assert drawing.lines.count("M") == 2


def test_a_network_without_members_shows_europe_without_a_line():
    drawing = draw_constellation([], countries=[], title="N")

    assert drawing.kind == "europe"
    assert drawing.lines == ""


def test_an_active_place_hoists_its_flags_among_its_neighbours():
    potsdam = make_light(name="Potsdam", hoist="POT")
    berlin = make_light(13.4, 52.5, name="Berlin", kind="story")

    drawing = draw_locator(potsdam, [potsdam, berlin], country="DE", active=True, title="Potsdam")

    assert drawing is not None
    assert drawing.mark is None
    assert drawing.drawn_count == 1
    for names in drawing.labels:
        assert names.pins[0].slip.here
        assert [slip.text for slip in names.slips] == ["Berlin"]


def test_an_inactive_place_gets_a_ring_and_hoists_nothing():
    place = make_light(name="Brandenburg an der Havel", hoist="BRA", kind="pale")

    drawing = draw_locator(
        place, [make_light(13.4, 52.5, name="Berlin")], country="DE", active=False, title="B"
    )

    assert drawing is not None
    assert drawing.mark is not None
    assert dots(drawing) == 1
    for names in drawing.labels:
        assert names.pins == ()
        assert names.slips[0].here
        assert names.slips[0].text == "Brandenburg an der Havel"


def test_the_name_of_an_inactive_place_hides_no_neighbour_if_there_is_other_room():
    place = make_light(12.55, 52.41, name="Brandenburg an der Havel", kind="pale")
    potsdam = make_light(13.06, 52.40, name="Potsdam")

    drawing = draw_locator(place, [potsdam], country="DE", active=False, title="B")

    assert drawing is not None
    x, y = drawing.frame.place(13.06, 52.40)
    for names in drawing.labels:
        own, neighbour = names.slips
        assert not (own.left < x < own.left + own.width and own.top < y < own.top + own.height)
        assert neighbour.text == "Potsdam"


def test_the_nearest_neighbours_are_named_first():
    neighbours = [
        make_light(13.06 + 0.3 * step, 52.4 + 0.2 * (step % 2), name=f"At {step}", weight=step)
        for step in range(1, 14)
    ]

    drawing = draw_locator(make_light(name="Here"), neighbours, country="DE", active=True, title="H")

    assert drawing is not None
    assert drawing.labels[0].slips[1].text == "At 1"


@pytest.mark.parametrize(
    ("longitude", "latitude", "country"), [(None, None, "DE"), (55.45, -20.88, "RE"), (49.87, 40.41, "AZ")]
)
def test_a_place_we_cannot_locate_has_no_locator(longitude, latitude, country):
    place = make_light(longitude, latitude)

    assert draw_locator(place, [], country=country, active=False, title="P") is None


def test_places_summed_up_in_squares_are_counted_one_by_one():
    easting, northing = (round(metres) for metres in to_laea(13.06, 52.4))
    canary_east, canary_north = (round(metres) for metres in to_laea(-15.43, 28.1))
    cells = [
        Cell(easting, northing, 20),
        Cell(easting + 90_000, northing, 1),
        Cell(canary_east, canary_north, 5),
        Cell(9_000_000, 1_000_000, 7),
    ]

    drawing = draw_europe([make_light()], title="E", cells=cells)

    assert drawing.drawn_count == 27
    assert drawing.outside_count == 7
    assert sum(len(re.findall("h0", glow.dots)) for glow in drawing.glows) == 3


def test_places_of_two_countries_fill_the_picture():
    rome, berlin = make_light(12.5, 41.9, name="Rome"), make_light(13.4, 52.5, name="Berlin")

    drawing = draw_countries(
        ["DE", "IT"], [rome, berlin, make_light(-21.9, 64.1, name="Reykjavík")], title="M"
    )

    assert drawing.kind == "country"
    assert drawing.drawn_count == 2
    assert [light.name for light in drawing.outside] == ["Reykjavík"]
    assert draw_countries(["IS", "CY"], [rome], title="M").kind == "europe"


def test_a_square_is_finer_on_the_map_of_a_small_country():
    assert cell_size(country_frame("LU")) < cell_size(country_frame("DE")) < cell_size(EUROPE)


def test_places_are_summed_up_at_their_mean_position():
    cells = sum_up([(1_000, 2_000), (3_000, 4_000), (90_000, 90_000)], 10_000)

    assert sorted(cells, key=lambda cell: cell.easting) == [Cell(2_000, 3_000, 2), Cell(90_000, 90_000, 1)]


def test_a_line_goes_around_the_part_of_the_map_a_list_is_narrowed_to():
    drawing = draw_europe(make_lights(3), title="Test")
    left, top = EUROPE.to_view(3_700_000, 3_100_000)
    right, bottom = EUROPE.to_view(4_300_000, 2_500_000)

    around = outlined(drawing, (3_700_000, 2_500_000, 4_300_000, 3_100_000))

    assert around.lines == f"M{left:.0f} {top:.0f}H{right:.0f}V{bottom:.0f}H{left:.0f}Z"


@pytest.mark.parametrize(
    "box", [(0, 0, 9_000_000, 9_000_000), (8_000_000, 0, 9_000_000, 1_000_000)], ids=["all", "beyond"]
)
def test_no_line_goes_around_all_or_what_lies_beyond_the_map(box):
    drawing = draw_europe(make_lights(3), title="Test")

    assert outlined(drawing, box) == drawing
