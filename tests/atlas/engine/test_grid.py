"""Places as integers: nested, near square, one line at the antimeridian, and refused where they are none."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.engine.grid import EARTH_M, NOWHERE, SIZES, coarser, middle_of, place, size_of
from squaremile.atlas.engine.regions import features, region_cells
from squaremile.atlas.measures.refusing import Unmeasurable

LAT = st.floats(-85, 85)
LON = st.floats(-180, 180)


def far(lat1, lon1, lat2, lon2):
    """Metres between two places on the sphere (haversine)."""
    a, b, c, d = np.radians([lat1, lon1, lat2, lon2])
    h = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    return 2 * EARTH_M * np.arcsin(np.sqrt(h))


@given(LAT, LON)
def test_a_cell_lies_in_the_coarser_ones(lat, lon):
    cells = place([lat], [lon]).cells
    for fine, coarse in itertools.pairwise(SIZES):
        assert coarser(cells[fine], coarse)[0] == cells[coarse][0]
        assert size_of(int(cells[fine][0])) == fine


@given(st.floats(-60, 60), LON)
def test_the_middle_of_a_cell_is_near_and_in_it(lat, lon):
    for size in SIZES:
        cell = place([lat], [lon]).cells[size]
        mid_lat, mid_lon = middle_of(cell)
        # Half a diagonal, and the 0.9 % that a row's edge is off at 60 degrees.
        assert far(lat, lon, mid_lat[0], mid_lon[0]) <= size * 0.7072 * 1.01
        if abs(mid_lon[0]) < 180:
            assert place(mid_lat, mid_lon).cells[size][0] == cell[0]


def test_metres_on_the_plane_are_metres():
    at = place([35.85, 35.85, 35.86], [127.10, 127.11, 127.10])
    assert at.row[0] == at.row[1] == at.row[2]
    assert at.x_m[1] - at.x_m[0] == pytest.approx(far(35.85, 127.10, 35.85, 127.11), rel=0.005)
    assert at.y_m[2] - at.y_m[0] == pytest.approx(far(35.85, 127.10, 35.86, 127.10), rel=1e-9)


def test_the_antimeridian_is_one_line():
    west, east = place([10.0], [-180.0]), place([10.0], [180.0])
    assert all(west.cells[size] == east.cells[size] for size in SIZES)


def test_no_place_is_no_cell():
    at = place([np.nan, 1.0], [np.nan, 1.0])
    assert [at.cells[s][0] for s in SIZES] == [NOWHERE] * 4
    assert np.isnan(at.x_m[0]) and not np.isnan(at.x_m[1])


@pytest.mark.parametrize(("lat", "lon"), [(127.1, 35.8), (35.8, np.nan), (np.nan, 1.0), (np.inf, 0.0), (0.0, 180.1)])
def test_off_the_earth_is_refused_by_row(lat, lon):
    with pytest.raises(Unmeasurable) as refused:
        place([0.0, lat], [0.0, lon])
    assert refused.value.text.en.startswith("Row 2") and refused.value.text.ko.startswith("2번째 행")


def test_cells_of_a_region_cover_its_area():
    """A degree square at 36 degrees: as many cells as its area holds, to the width of its border."""
    ring = [(127.0, 36.0), (128.0, 36.0), (128.0, 37.0), (127.0, 37.0)]
    cells = region_cells([("here", [ring])], 1000)
    area = (np.pi / 180) * EARTH_M**2 * (np.sin(np.radians(37)) - np.sin(np.radians(36))) / 1e6
    assert cells.num_rows == pytest.approx(area, rel=0.02)
    assert len(set(cells.column("cell").to_pylist())) == cells.num_rows


def test_regions_of_geojson_and_their_refusals():
    shape = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    document = {"features": [{"properties": {"name": "A"}, "geometry": shape}]}
    assert features(document, "name") == [("A", shape["coordinates"])]
    with pytest.raises(Unmeasurable, match="no property code"):
        features(document, "code")
    with pytest.raises(Unmeasurable, match="no polygon"):
        features({"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [0, 0]}}]}, "name")
    with pytest.raises(Unmeasurable, match="antimeridian"):
        region_cells([("A", [[(179, 0), (-179, 0), (-179, 1)]])])
    with pytest.raises(Unmeasurable, match="three corners"):
        region_cells([("A", [[(0, 0), (1, 1)]])])
