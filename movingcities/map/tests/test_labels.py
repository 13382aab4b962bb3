from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from movingcities.map.frames import EUROPE, country_frame
from movingcities.map.geometry import boxes_meet
from movingcities.map.labelling import RADIUS, STYLES, label_sets
from movingcities.map.labels import Occupied, light_box, place_pins, place_slips, within
from movingcities.map.lights import PlacedLight
from movingcities.map.tests.factories import make_light
from movingcities.map.text_width import text_width

NAMES = st.sampled_from(
    ["Ulm", "Rottenburg am Neckar", "Θεσσαλονίκη", "Тбилиси", "İstanbul", "Llanfairpwllgwyngyll", "Ås"]
)
PLACED = st.builds(
    lambda x, y, name, kind, weight, hoist: PlacedLight(
        x, y, make_light(name=name, kind=kind, weight=weight, hoist=hoist)
    ),
    st.floats(0, 1520),
    st.floats(0, 1398),
    NAMES,
    st.sampled_from(["story", "network", "pale"]),
    st.integers(0, 9),
    st.sampled_from(["", "U", "ROT"]),
)


@given(st.lists(PLACED, max_size=40), st.integers(0, 5), st.sampled_from(["europe", "country"]))
def test_no_name_covers_another_or_leaves_the_frame(lights, pinned, kind):
    sets = label_sets(kind, EUROPE, lights, pinned=lights[:pinned])

    for names in sets:
        boxes = [pin.box for pin in names.pins] + [slip.box for slip in names.slips]
        for one, other in combinations(boxes, 2):
            assert not boxes_meet(one, other)
        for box in boxes:
            assert within(box, (0, 0, EUROPE.width, EUROPE.height))


@given(st.lists(PLACED, max_size=40))
def test_no_slip_lies_on_a_light(lights):
    sets = label_sets("europe", EUROPE, lights)

    for names, plan in zip(sets, STYLES["europe"].plans, strict=True):
        for slip in names.slips:
            for one in lights:
                radius = RADIUS[one.light.kind] * STYLES["europe"].unit * plan.light_scale
                assert not boxes_meet(slip.box, light_box(one, radius))


@given(st.lists(PLACED, min_size=1, max_size=12))
def test_flags_and_slip_of_a_pin_stay_together_on_one_side_of_the_mast(lights):
    pins = place_pins(
        lights,
        taken=Occupied(()),
        shining=Occupied(()),
        bounds=(0, 0, 1520, 1398),
        size=34,
        lift=10,
    )

    for pin in pins:
        edges = [flag.left for flag in pin.flags] + [pin.slip.left]
        ends = [flag.left + pin.flag_size for flag in pin.flags] + [pin.slip.left + pin.slip.width]
        assert max(ends) <= pin.x if pin.leftward else min(edges) >= pin.x
        assert pin.slip.top + pin.slip.height < pin.y
        assert pin.top + (pin.flag_size if pin.flags else 0) <= pin.slip.top + 0.001


def test_a_pin_at_the_right_edge_flies_its_flags_to_the_left():
    (pin,) = place_pins(
        [PlacedLight(1500, 700, make_light(hoist="ATH", name="Athens"))],
        taken=Occupied(()),
        shining=Occupied(()),
        bounds=(0, 0, 1520, 1398),
        size=34,
        lift=10,
    )

    assert pin.leftward
    assert [flag.letter for flag in sorted(pin.flags, key=lambda flag: flag.left)] == ["A", "T", "H"]


def test_a_pin_turns_to_the_side_where_it_hides_fewer_lights():
    shining = Occupied(light_box(PlacedLight(760 + step * 20, 660, make_light()), 5) for step in range(1, 6))

    (pin,) = place_pins(
        [PlacedLight(760, 700, make_light(hoist="POT", name="Potsdam"))],
        taken=Occupied(()),
        shining=shining,
        bounds=(0, 0, 1520, 1398),
        size=34,
        lift=10,
    )

    assert pin.leftward


def test_the_heavier_place_gets_its_name_first():
    lights = [
        PlacedLight(700, 700, make_light(name="Light one", weight=1)),
        PlacedLight(702, 702, make_light(name="Heavy one", weight=9)),
    ]

    sets = label_sets("europe", EUROPE, lights)

    assert sets[0].slips[0].text == "Heavy one"


def test_a_phone_gets_fewer_and_larger_names():
    frame = country_frame("DE")
    lights = [
        PlacedLight(150 + 300 * column, 150 + 220 * row, make_light(name=f"Town {column}{row}"))
        for column in range(5)
        for row in range(8)
    ]

    large, small = label_sets("country", frame, lights)

    assert len(small.slips) < len(large.slips)
    phone_pixels = small.slips[0].size * 350 / frame.width
    assert phone_pixels >= 12


def test_no_name_lies_on_the_line_of_a_network():
    here = PlacedLight(700, 700, make_light(name="On the line"))

    (large, _) = label_sets("country", country_frame("DE"), [here], lines=[((0, 700), (1520, 700))])

    (slip,) = large.slips
    assert slip.top > 700 or slip.top + slip.height < 700


def test_a_place_without_a_name_gets_no_slip():
    slips = place_slips(
        [PlacedLight(700, 700, make_light(name=""))],
        taken=Occupied(()),
        bounds=(0, 0, 1520, 1398),
        size=34,
        limit=5,
        radii=RADIUS,
        clearance=4,
    )

    assert slips == ()


def test_accents_do_not_widen_a_name_and_letters_without_a_width_count_as_wide():
    assert text_width("Łódź", 100) == text_width("Łodz", 100)
    assert text_width("Суми", 100) > text_width("Cymu", 100)
    assert text_width("Αθήνα", 100) == text_width("Αθηνα", 100)
