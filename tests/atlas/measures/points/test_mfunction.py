"""M against its definition, to the last digits, and what it is on average when types mean nothing."""

import numpy as np
import pytest

from squaremile.atlas.measures.points.mfunction import m
from squaremile.atlas.measures.points.redrawing import redrawn
from squaremile.atlas.measures.points.sites import globe, marks, plane
from tests.atlas.measures.points import brute
from tests.atlas.measures.points.test_kdensity import town

RADII = np.array([0.0, 5, 20, 50, 100, 200, 400, 800])


@pytest.mark.parametrize("neighbour", [None, "it"])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("spread", [100.0, 3_000.0])
def test_it_is_the_ratio_that_defines_it(neighbour, weighted, spread):
    xy, kinds, weight = town(150, 1, spread)
    xy[10] = xy[0]  # two establishments at one address
    held = marks(kinds, "bio", neighbour, weight if weighted else None)
    expected = brute.m(xy, held.weight, held.reference, held.neighbour, RADII)
    assert m(plane(*xy.T), held, RADII) == pytest.approx(expected, rel=1e-12, nan_ok=True)


def test_four_sites_by_hand():
    """Around each a at 0 and 1 with r = 1.5: one of two neighbours is an a; among all others, one of three. M = 1.5."""
    held = marks(["a", "a", "b", "b"], "a")
    found = m(plane([0, 1, 0.5, 50], [0, 0, 0, 0]), held, np.array([0.0, 1.5, 100]))
    assert found == pytest.approx([np.nan, 1.5, 1.0], nan_ok=True)


def test_the_circle_is_closed():
    held = marks(["a", "a", "b"], "a")
    found = m(plane([0, 3, 0], [0, 4, 9]), held, np.array([4.999999, 5.0]))
    assert found == pytest.approx([np.nan, 2.0], nan_ok=True)


def test_a_site_without_weight_is_nobodys_neighbour():
    held = marks(["a", "a", "b"], "a", weight=[1, 0, 0])
    assert np.isnan(m(plane([0, 1, 2], [0, 0, 0]), held, np.array([0.5]))).all()


@pytest.mark.parametrize(("neighbour", "null"), [(None, "location"), ("it", "labels")])
def test_it_is_one_on_average_when_types_mean_nothing(neighbour, null):
    xy, kinds, weight = town(80, 2)
    sites, held = plane(*xy.T), marks(kinds, "bio", neighbour, weight if null == "labels" else None)
    drawn = np.vstack([m(sites, each, RADII[4:]) for each in redrawn(held, null, 600, 7)])
    error = drawn.std(axis=0, ddof=1) / np.sqrt(len(drawn))
    assert np.abs(drawn.mean(axis=0) - 1).max() < 0.01
    assert (np.abs(drawn.mean(axis=0) - 1) < 4 * error + 1e-3).all()


def test_the_globe_agrees_with_the_plane_across_the_antimeridian():
    xy, kinds, _ = town(100, 8)
    metre = 180 / np.pi / 6_371_008.8
    lon = (xy[:, 0] * metre + 180 + 180) % 360 - 180
    assert lon.min() < -179
    assert lon.max() > 179
    held = marks(kinds, "bio")
    at = np.array([60.5, 130.5, 333.3])
    assert m(globe(xy[:, 1] * metre, lon), held, at) == pytest.approx(m(plane(*xy.T), held, at), rel=1e-12)
