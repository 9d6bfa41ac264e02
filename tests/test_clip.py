"""What of a shape lies within the picture."""

from __future__ import annotations

import pytest
from exhibit.views.atlas.clip import Point, clipped
from hypothesis import given
from hypothesis import strategies as st

SQUARE: list[Point] = [(0, 0), (4, 0), (4, 4), (0, 4)]
CUT: list[tuple[str, list[Point], list[Point]]] = [
    ("inside", [(1, 1), (2, 1), (2, 2)], [(1, 1), (2, 1), (2, 2)]),
    ("outside", [(5, 5), (6, 5), (6, 6)], []),
    ("over a side", [(2, 1), (6, 1), (6, 3), (2, 3)], [(2, 1), (4, 1), (4, 3), (2, 3)]),
    ("over a corner", [(3, 3), (5, 3), (5, 5), (3, 5)], [(3, 4), (3, 3), (4, 3), (4, 4)]),
    ("around it all", [(-9, -9), (9, -9), (9, 9), (-9, 9)], SQUARE),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("ring", "expected"), [row[1:] for row in CUT], ids=[row[0] for row in CUT])
def test_a_ring_is_cut_at_the_sides(ring: list[Point], expected: list[Point]) -> None:
    found = clipped(ring, 0, 0, 4, 4)
    assert sorted(found) == sorted(expected)


COORDINATE = st.integers(-20, 20)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=3, max_size=12))
def test_nothing_is_left_outside_and_nothing_inside_is_lost(ring: list[Point]) -> None:
    found = clipped(ring, 0, 0, 4, 4)
    assert all(-1e-9 <= x <= 4 + 1e-9 and -1e-9 <= y <= 4 + 1e-9 for x, y in found)
    assert {point for point in ring if 0 <= point[0] <= 4 and 0 <= point[1] <= 4} <= set(found)
