"""Ripley's K: the correction by walking round the circle, and πr² where nothing is going on."""

import numpy as np
import pytest

from squaremile.atlas.measures.points.ripley import _inside, ripley
from squaremile.atlas.measures.points.sites import globe, plane
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.points import brute

WINDOW = (0.0, 0.0, 8000.0, 6000.0)
RADII = np.linspace(0, 1500, 16)


@pytest.mark.parametrize("seed", range(20))
def test_the_share_of_a_circle_inside(seed):
    random = np.random.default_rng(seed)
    x, y, r = random.uniform(0, 8000), random.uniform(0, 6000), random.uniform(10, 3000)
    assert _inside(x, y, r, *WINDOW) == pytest.approx(brute.share_inside(x, y, r, WINDOW), abs=2e-4)


def test_it_is_the_sum_that_defines_it():
    random = np.random.default_rng(1)
    xy = random.uniform((0, 0), (8000, 6000), (60, 2))
    expected = np.zeros(len(RADII))
    for i in range(60):
        for j in range(60):
            d = np.hypot(*(xy[i] - xy[j]))
            if i != j and d <= 1500:
                expected += (d <= RADII) / brute.share_inside(*xy[i], d, WINDOW)
    expected *= 8000 * 6000 / (60 * 59)
    assert ripley(plane(*xy.T), WINDOW, RADII).k == pytest.approx(expected, rel=1e-3)


def test_complete_randomness_gives_the_disc():
    random = np.random.default_rng(2)
    runs = [ripley(plane(*random.uniform((0, 0), (8000, 6000), (300, 2)).T), WINDOW, RADII) for _ in range(100)]
    assert np.mean([r.k for r in runs], axis=0)[5:] == pytest.approx(runs[0].expected_k[5:], rel=0.02)
    assert np.mean([r.l for r in runs], axis=0)[5:] == pytest.approx(RADII[5:], rel=0.02)


@pytest.mark.parametrize(
    ("sites", "radii"),
    [
        (globe([0, 1], [0, 1]), RADII),
        (plane([0, 9000], [0, 0]), RADII),
        (plane([0, 10], [0, 0]), np.array([0.0, 3001])),
        (plane([0, 10], [0, 0]), np.array([0.0])),
    ],
)
def test_what_it_cannot_do_is_refused(sites, radii):
    with pytest.raises(Unmeasurable):
        ripley(sites, WINDOW, radii)
