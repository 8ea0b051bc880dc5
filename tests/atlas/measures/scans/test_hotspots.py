"""Hot spots are those of the definition, and their p-values mean what they say."""

import math

import numpy as np
import pytest

import squaremile.atlas as atlas
from squaremile.atlas.measures.refusing import Unmeasurable


def xlogy(a, b):
    return a * math.log(b) if a else 0.0


def bernoulli_by_definition(x, y, cases, share):
    """Kulldorff 1997, equation for L(Z)/L0, over every circle around every point."""
    n, c = len(x), int(cases.sum())
    best = 0.0
    for i in range(n):
        away = np.hypot(x - x[i], y - y[i])
        for r in np.unique(away):
            inside = away <= r * (1 + 1e-12)
            nz, cz = int(inside.sum()), int(cases[inside].sum())
            if nz > share * n or nz == n or cz * (n - nz) <= (c - cz) * nz:
                continue
            p, q = cz / nz, (c - cz) / (n - nz)
            ratio = xlogy(cz, p) + xlogy(nz - cz, 1 - p) + xlogy(c - cz, q) + xlogy(n - nz - c + cz, 1 - q)
            best = max(best, ratio - xlogy(c, c / n) - xlogy(n - c, 1 - c / n))
    return best


def poisson_by_definition(x, y, cases, population, share):
    c = int(cases.sum())
    expected = population * c / population.sum()
    best = 0.0
    for i in range(len(x)):
        away = np.hypot(x - x[i], y - y[i])
        for r in np.unique(away):
            inside = away <= r * (1 + 1e-12)
            e, cz = float(expected[inside].sum()), int(cases[inside].sum())
            if population[inside].sum() > share * population.sum() or cz <= e:
                continue
            best = max(best, xlogy(cz, cz / e) + (xlogy(c - cz, (c - cz) / (c - e)) if c > cz else 0.0))
    return best


@pytest.mark.parametrize("seed", range(60))
class TestAgainstTheDefinition:
    def test_bernoulli(self, seed):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(4, 40))
        x, y = rng.uniform(0, 9, n), rng.uniform(0, 9, n)
        if seed % 2:
            x, y = np.rint(x), np.rint(y)
        cases = rng.integers(0, 2, n)
        cases[:2] = 0, 1
        share = float(rng.uniform(0.2, 0.5))
        found = atlas.hotspots(x, y, cases, plane=True, share=share, draws=0)
        best = found.spots[0].ratio if found.spots else 0.0
        assert best == pytest.approx(bernoulli_by_definition(x, y, cases, share), abs=1e-9)

    def test_poisson(self, seed):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(3, 30))
        x, y = rng.uniform(0, 9, n), rng.uniform(0, 9, n)
        population = rng.uniform(1, 100, n)
        cases = rng.poisson(population / 20)
        cases[0] += 1
        found = atlas.hotspots(x, y, cases, population=population, plane=True, draws=0)
        best = found.spots[0].ratio if found.spots else 0.0
        assert best == pytest.approx(poisson_by_definition(x, y, cases, population, 0.5), abs=1e-8)


def test_a_planted_hot_spot_is_found_and_named():
    rng = np.random.default_rng(4)
    lat, lon = 36 + rng.uniform(-0.1, 0.1, 400), 127 + rng.uniform(-0.1, 0.1, 400)
    near = np.hypot((lat - 36.03) * 111.2, (lon - 127.02) * 90.0) < 3.0
    cases = rng.random(400) < np.where(near, 0.9, 0.2)
    best = atlas.hotspots(lat, lon, cases, draws=199, seed=1).spots[0]
    assert best.p == 1 / 200
    assert (near[best.members]).mean() > 0.7
    assert best.risk > 2.5
    assert best.cases == cases[best.members].sum()
    assert best.expected == pytest.approx(best.sites * cases.sum() / 400)


def test_p_values_are_even_where_nothing_gathers():
    rng = np.random.default_rng(11)
    x, y = rng.uniform(0, 1000, 60), rng.uniform(0, 1000, 60)
    p = []
    for trial in range(200):
        cases = np.zeros(60, int)
        cases[rng.choice(60, 20, replace=False)] = 1
        found = atlas.hotspots(x, y, cases, plane=True, draws=39, seed=trial, top=1)
        p.append(found.spots[0].p if found.spots else 1.0)
    assert 0.01 <= np.mean(np.array(p) <= 0.05) <= 0.10
    assert 0.40 <= np.mean(np.array(p) <= 0.5) <= 0.62


def test_hot_spots_share_no_place_and_fall_in_likelihood():
    rng = np.random.default_rng(5)
    x, y, cases = rng.uniform(0, 9, 80), rng.uniform(0, 9, 80), rng.integers(0, 2, 80)
    spots = atlas.hotspots(x, y, cases, plane=True, draws=9, top=5).spots
    rows = np.concatenate([s.members for s in spots])
    assert len(rows) == len(set(rows.tolist())) and len(spots) == 5
    assert [s.ratio for s in spots] == sorted((s.ratio for s in spots), reverse=True)


def test_one_seed_one_answer_and_a_limit_of_radius():
    rng = np.random.default_rng(6)
    x, y, cases = rng.uniform(0, 9, 80), rng.uniform(0, 9, 80), rng.integers(0, 2, 80)
    first, second = (atlas.hotspots(x, y, cases, plane=True, draws=49, seed=3) for _ in range(2))
    assert first.as_dict() == second.as_dict()
    assert all(s.radius_m <= 1.5 for s in atlas.hotspots(x, y, cases, plane=True, draws=0, radius=1.5).spots)


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("no points", lambda: atlas.hotspots([], [], [])),
        ("nothing but cases", lambda: atlas.hotspots([1, 2], [1, 2], [1, 1])),
        ("no case", lambda: atlas.hotspots([1, 2], [1, 2], [0, 0])),
        ("cannot be counted", lambda: atlas.hotspots([1, 2], [1, 2], [2, 0])),
        ("cannot be counted", lambda: atlas.hotspots([1, 2], [1, 2], [1, 0], population=[-1, 2])),
        ("cannot be counted", lambda: atlas.hotspots([1, 2], [1, 2], [math.nan, 0])),
        ("at most 0.5", lambda: atlas.hotspots([1, 2], [1, 2], [1, 0], share=0.6)),
        ("1 values", lambda: atlas.hotspots([1, 2], [1, 2], [1])),
        ("no position", lambda: atlas.hotspots([95, 2], [1, 2], [1, 0])),
    ],
)
def test_refusals_in_both_languages(words, call):
    with pytest.raises(Unmeasurable) as refused:
        call()
    assert words in refused.value.text.en
    assert "니다" in refused.value.text.ko
