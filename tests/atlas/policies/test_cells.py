"""Cells: every point in one, smaller ones inside larger ones, all nearly of their size."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.policies import cells
from squaremile.atlas.policies.polygons import metres

NORTH, EAST = st.floats(-90, 90), st.floats(-180, 180)


@given(NORTH, EAST)
def test_a_smaller_cell_lies_in_one_larger(north, east):
    large = cells.cell(north, east, "4km")
    assert cells.wider(cells.cell(north, east, "1km"), "1km") == large
    assert cells.wider(cells.cell(north, east, "250m"), "250m") == large
    assert 0 <= large < 2**63


@given(st.floats(-80, 80), st.floats(-179, 179))
def test_two_points_of_one_cell_are_near(north, east):
    """A cell of 4 km has a diagonal of 4√2 km; parallels of one band differ a little in length."""
    for side, longest in (("4km", 4000), ("1km", 1000), ("250m", 250)):
        step = longest / 111_195
        here = cells.cell(north, east, side)
        for n, e in ((north + step * 0.4, east), (north, east + step * 0.4 / math.cos(math.radians(north)))):
            if n <= 90 and e <= 180 and cells.cell(n, e, side) == here:
                assert metres(north, east, n, e) <= longest * math.sqrt(2) * 1.05


def test_points_four_kilometres_apart_are_in_different_cells():
    assert cells.cell(35.82, 127.14, "4km") != cells.cell(35.82 + 4.1 / 111.195, 127.14, "4km")


@pytest.mark.parametrize(("north", "east"), [(90.1, 0), (0, 180.1), (float("nan"), 0)])
def test_no_point_of_the_earth_is_in_none(north, east):
    with pytest.raises(ValueError):
        cells.cell(north, east, "4km")
