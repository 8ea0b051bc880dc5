"""Outlines: inside as counted by hand, on the edge in, holes out; areas by known answers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.policies.polygons import EARTH_KM, Unsound, metres, outline

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
HOLE = [[0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]]


def polygon(*rings):
    return outline({"type": "Polygon", "coordinates": list(rings)})


@pytest.mark.parametrize(("north", "east", "inside"), [(1, 1, True), (0, 0, True), (1, 2, True), (2.0001, 1, False), (1, -0.0001, False)])
def test_inside_and_on_the_edge(north, east, inside):
    assert polygon(SQUARE).holds(north, east) is inside


def test_a_hole_is_outside_and_its_edge_inside():
    shape = polygon(SQUARE, HOLE)
    assert [shape.holds(1, 1), shape.holds(0.5, 0.5), shape.holds(0.25, 0.25)] == [False, True, True]


@given(st.floats(0, 2), st.floats(0, 2))
def test_a_square_holds_what_its_box_holds(north, east):
    assert polygon(SQUARE).holds(north, east)


@given(st.floats(-1, 3), st.floats(-1, 3))
def test_a_square_cut_in_two_holds_what_the_whole_holds(north, east):
    left, right = [[0, 0], [1, 0], [1, 2], [0, 2], [0, 0]], [[1, 0], [2, 0], [2, 2], [1, 2], [1, 0]]
    both = outline({"type": "MultiPolygon", "coordinates": [[left], [right]]})
    assert both.holds(north, east) == polygon(SQUARE).holds(north, east)


def test_the_area_of_a_box_is_that_of_its_zone():
    """A box of longitudes and latitudes: R² Δλ (sin φ2 - sin φ1), exactly."""
    expected = EARTH_KM**2 * math.radians(2) * math.sin(math.radians(2))
    assert polygon(SQUARE).area_km2 == pytest.approx(expected, rel=1e-12)
    assert polygon(SQUARE, HOLE).area_km2 < expected


@pytest.mark.parametrize(("geometry", "why"), [
    ({"type": "Point", "coordinates": [0, 0]}, "kind"), ({}, "kind"), ({"type": "Polygon", "coordinates": []}, "empty"),
    ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}, "open"),
    ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}, "empty"),
    ({"type": "Polygon", "coordinates": [[[0, "x"], [1, 0], [1, 1], [0, "x"]]]}, "number"),
    ({"type": "Polygon", "coordinates": [[[0, 95], [1, 0], [1, 1], [0, 95]]]}, "range"),
    ({"type": "Polygon", "coordinates": [[[0, math.nan], [1, 0], [1, 1], [0, math.nan]]]}, "range"),
    ({"type": "MultiPolygon", "coordinates": []}, "empty"),
])  # fmt: skip
def test_what_is_no_outline_says_why(geometry, why):
    with pytest.raises(Unsound) as unsound:
        outline(geometry)
    assert unsound.value.why == why


def test_a_degree_of_latitude():
    assert metres(0, 0, 1, 0) == pytest.approx(math.pi * EARTH_KM * 1000 / 180, rel=1e-12)
