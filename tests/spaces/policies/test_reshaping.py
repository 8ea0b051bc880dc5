"""Geometry of merging and splitting, and which place may lie in which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.spaces.policies.nesting import fits
from squaremile.spaces.policies.plan import area
from squaremile.spaces.policies.reshaping import adjoin, connected, joined, strips


def bench(left, bottom, width=2.0, depth=1.0):
    return ((left, bottom), (left + width, bottom), (left + width, bottom + depth), (left, bottom + depth))


def test_side_by_side_is_more_than_a_corner():
    assert adjoin(bench(0, 0), bench(2, 0))
    assert adjoin(bench(0, 0), bench(1, 1))
    assert not adjoin(bench(0, 0), bench(2, 1))
    assert not adjoin(bench(0, 0), bench(2.1, 0))
    assert connected([bench(0, 0), bench(4, 0), bench(2, 0)])
    assert not connected([bench(0, 0), bench(4, 0)])
    assert connected([])


def test_what_is_no_rectangle_has_no_outline():
    assert joined([bench(0, 0), bench(1, 1)]) is None
    assert joined([]) is None
    assert strips(((0, 0), (2, 0), (0, 2)), 2) is None


@settings(max_examples=30)
@given(st.floats(0.5, 20), st.floats(0.5, 20), st.integers(2, 10))
def test_strips_are_equal_and_fill_the_whole(width, depth, count):
    whole = bench(0, 0, width, depth)
    parts = strips(whole, count)
    assert [area(part) for part in parts] == pytest.approx([area(whole) / count] * count)
    assert [value for corner in joined(parts) for value in corner] == pytest.approx([value for corner in whole for value in corner])
    assert connected(parts)


@pytest.mark.parametrize(("kind", "parent", "may"), [
    ("bench", "bay", True), ("desk", "bay", True), ("bay", "room", True), ("bench", "room", True), ("shelf", "bench", True),
    ("bay", "bench", False), ("bay", "bay", False), ("bench", "desk", False), ("shelf", "shelf", False),
])  # fmt: skip
def test_a_bay_holds_benches(kind, parent, may):
    assert fits(kind, parent) is may
