from hypothesis import given
from hypothesis import strategies as st

from movingcities.map.geometry import (
    box_of,
    clip_line,
    clip_ring,
    dissolve,
    path_data,
    point_data,
    signed_area,
    simplify,
    snap,
)

WHOLE_POINTS = st.tuples(st.integers(-500, 500), st.integers(-500, 500))


@given(st.lists(WHOLE_POINTS, min_size=2, max_size=40), st.floats(0, 500))
def test_simplifying_keeps_both_ends_and_invents_no_point(line, area):
    simplified = simplify(line, area)

    assert simplified[0] == line[0]
    assert simplified[-1] == line[-1]
    assert set(simplified) <= set(line)


def test_simplifying_drops_the_small_bend_and_keeps_the_large_one():
    assert simplify([(0, 0), (50, 1), (100, 0), (150, 80), (200, 0)], 100) == [
        (0, 0),
        (100, 0),
        (150, 80),
        (200, 0),
    ]


@given(st.lists(WHOLE_POINTS, min_size=3, max_size=12))
def test_a_clipped_ring_stays_in_its_box(ring):
    clipped = clip_ring(ring, (-100, -100, 100, 100))

    if clipped:
        left, top, right, bottom = box_of(clipped)
        assert left >= -100.001
        assert top >= -100.001
        assert right <= 100.001
        assert bottom <= 100.001


def test_a_ring_around_the_whole_box_is_clipped_to_the_box():
    clipped = clip_ring([(-9, -9), (9, -9), (9, 9), (-9, 9)], (-2, -2, 2, 2))

    assert abs(signed_area(clipped)) == 16


def test_a_line_that_leaves_and_returns_becomes_two_pieces():
    pieces = clip_line([(0, 0), (1, 1), (9, 9), (20, 9), (9, 8), (1, 0)], (-1, -1, 3, 3))

    assert [piece[0] for piece in pieces] == [(0, 0), (9, 8)]


def test_two_squares_that_share_an_arc_dissolve_into_one_ring():
    # The shared border is arc 0, upwards for the left square, downwards for the right one.
    ends = [((1, 0), (1, 1)), ((1, 1), (1, 0)), ((1, 1), (1, 0))]

    joined = dissolve([[0, 1], [~0, ~2]], ends)

    assert [sorted(ring) for ring in joined] == [[~2, 1]]


def test_path_data_is_relative_whole_and_without_points_on_the_way():
    assert path_data([[(0, 0), (5, 0), (10, 0), (10, 10)]], closed=False) == "M0 0l10 0 0 10"
    assert path_data([[(3, 4), (3, -6), (9, 4), (3, 4)]], closed=True) == "M3 4l0-10 6 10z"


def test_points_become_lines_without_length():
    assert point_data([(10, 20), (7, 25)]) == "M10 20h0m-3 5h0"


def test_snapping_turns_metres_into_units_with_the_north_above():
    assert snap([(1000, 9000), (1100, 9000), (3000, 5000)], (1000, 9000), 500) == [(0, 0), (4, 8)]
