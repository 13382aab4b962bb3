from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from movingcities.map.constellation import line_data, spanning_tree

POINTS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=12)


@given(POINTS)
def test_the_line_joins_every_member_with_one_stretch_fewer_than_members(points):
    lines = spanning_tree(points)

    reached = {points[0]}
    for start, end in lines:
        assert start in reached
        reached.add(end)
    assert len(lines) == len(points) - 1
    assert reached == set(points)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=5, unique=True))
def test_no_path_through_all_members_is_shorter_than_the_line(points):
    def length(stretches):
        return sum(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for a, b in stretches)

    shortest_path = min(length(pairwise(way)) for way in permutations(points))

    assert length(spanning_tree(points)) <= shortest_path + 1e-9


def test_no_member_needs_no_line():
    assert spanning_tree([]) == []
    assert line_data([]) == ""


def test_a_stretch_is_written_in_whole_units():
    assert line_data([((1.4, 2.6), (10.2, 3.1))]) == "M1 3L10 3"
