"""The densest disc is the densest: against brute force in the plane and on the sphere."""

import numpy as np
import pytest

import squaremile.atlas as atlas
from squaremile.atlas.measures.squares.enclosing import enclosing
from tests.atlas.measures.squares import brute


def drawn(seed):
    rng = np.random.default_rng(seed)
    n, size = int(rng.integers(1, 30)), float(rng.uniform(1, 20))
    x, y = rng.uniform(0, size, n), rng.uniform(0, size, n)
    if seed % 2:  # many on one circle, many in one place
        x, y = np.rint(x), np.rint(y)
    return rng, x, y, float(rng.integers(1, 12)) / (1 if seed % 2 else 1.7)


@pytest.mark.parametrize("seed", range(200))
class TestAgainstBruteForce:
    def test_rows(self, seed):
        _, x, y, r = drawn(seed)
        found = atlas.densest(x, y, radius=r, plane=True)
        assert found.count == brute.disc(x, y, np.ones(len(x), int), r)
        away = np.hypot(x - found.best.centre[0], y - found.best.centre[1])
        assert sorted(np.flatnonzero(away <= r + 1e-6).tolist()) == found.members.tolist()

    def test_weights(self, seed):
        rng, x, y, r = drawn(seed)
        weight = rng.integers(0, 7, len(x))
        weight[0] = 1
        assert atlas.densest(x, y, radius=r, plane=True, weight=weight).best.weight == brute.disc(x, y, weight, r)

    def test_different_organisations(self, seed):
        rng, x, y, r = drawn(seed)
        names = rng.integers(0, 6, len(x))
        found = atlas.densest(x, y, radius=r, plane=True, distinct=names)
        assert found.count == brute.disc(x, y, names, r, colours=True)

    def test_on_the_sphere(self, seed):
        rng = np.random.default_rng(seed)
        n, spread = int(rng.integers(1, 20)), float(10 ** rng.uniform(-2, 1))
        lat = rng.uniform(-80, 80) + rng.uniform(-1, 1, n) * spread
        lat = np.clip(lat, -88.9, 88.9)
        lon = (rng.uniform(-180, 180) + rng.uniform(-1, 1, n) * spread + 180) % 360 - 180
        r = spread * 111_000 * float(rng.uniform(0.2, 0.8))
        r = min(r, 400_000.0)
        names = rng.integers(0, 5, n)
        found = atlas.densest(lat, lon, radius=r)
        assert found.count == brute.cap(lat, lon, np.ones(n, int), r)
        coloured = atlas.densest(lat, lon, radius=r, distinct=names)
        assert coloured.count == brute.cap(lat, lon, names, r, colours=True)

    def test_one_after_the_other_none_touching(self, seed):
        _, x, y, r = drawn(seed)
        places = atlas.densest(x, y, radius=r, plane=True, top=3).squares
        for i, place in enumerate(places):
            apart = [np.hypot(place.centre[0] - p.centre[0], place.centre[1] - p.centre[1]) for p in places[:i]]
            assert all(d > 2 * r for d in apart)
            samples = np.random.default_rng(seed).uniform(-r, 20 + r, (300, 2))
            for a, b in samples:
                if all(np.hypot(a - p.centre[0], b - p.centre[1]) > 2 * r + 1e-3 for p in places[:i]):
                    assert (np.hypot(x - a, y - b) <= r).sum() <= place.count


def test_a_disc_beside_a_taken_one_may_stop_against_it():
    """Two points that only a disc pressed against the first one holds."""
    x, y = np.array([0.0, 0, 0, 3.0, 3.9]), np.array([0.0, 0, 0, 0, 0.0])
    first, second = atlas.densest(x, y, radius=1, plane=True, top=2).squares
    assert (first.rows, second.rows) == (3, 2)


def test_diameter_or_radius():
    x, y = [0.0, 10.0], [0.0, 0.0]
    assert atlas.densest(x, y, side=10, shape="disc", plane=True).count == 2
    assert atlas.densest(x, y, radius=5, plane=True).as_dict()["radius_m"] == 5
    assert atlas.densest(x, y, radius=4.999, plane=True).count == 1


def test_the_smallest_circle_around_points():
    rng = np.random.default_rng(2)
    for _ in range(100):
        x, y = rng.normal(size=12), rng.normal(size=12)
        a, b, r = enclosing(x, y)
        assert (np.hypot(x - a, y - b) <= r * (1 + 1e-9)).all()
        for p, q in rng.normal(0, 0.2, (50, 2)):
            assert np.hypot(x - a - p, y - b - q).max() >= r * (1 - 1e-9)
