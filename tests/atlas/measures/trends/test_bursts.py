"""Bursts: the cheapest path by trying all, a planted burst found in its years, none where nothing happens."""

from itertools import product

import numpy as np
import pytest

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.trends.bursts import Automaton, bursts, states
from tests.atlas.measures.trends.test_growth import FIELD, held


def cost(counts, field, path, automaton):
    """Kleinberg's cost of a path, the binomial coefficient left out."""
    share = sum(counts) / sum(field)
    total, before = 0.0, 0
    for count, whole, state in zip(counts, field, path, strict=True):
        p = min(share * automaton.ratio**state, 0.999)
        total -= count * np.log(p) + (whole - count) * np.log(1 - p)
        total += automaton.gamma * np.log(len(field)) * max(0, state - before)
        before = state
    return total


@pytest.mark.parametrize("automaton", [Automaton(), Automaton(1.5, 0.5, 2), Automaton(3, 2, 1)])
@pytest.mark.parametrize("seed", range(6))
def test_no_path_is_cheaper(seed, automaton):
    random = np.random.default_rng(seed)
    field = random.integers(80, 120, 7).astype(float)
    counts = random.binomial(field.astype(int), 0.05 * random.choice([1, 1, 1, 3], 7)).astype(float)
    found = states(held(counts, field), automaton)[0]
    cheapest = min(cost(counts, field, p, automaton) for p in product(range(automaton.levels + 1), repeat=7))
    assert cost(counts, field, found, automaton) == pytest.approx(cheapest, rel=1e-12)


def test_a_planted_burst_is_found_in_its_years():
    random = np.random.default_rng(4)
    counts = random.poisson(FIELD * 0.001, (300, 10))
    counts[42, 6:8] = FIELD[6:8] * 0.004
    found = [b for b in bursts(held(counts)) if b.q <= 0.05]
    assert [(b.series, b.start, b.end) for b in found] == [(42, 6, 7)]
    burst = found[0]
    assert burst.observed == counts[42, 6:8].sum()
    assert burst.expected == pytest.approx(counts[42].sum() * FIELD[6:8].sum() / FIELD.sum())
    assert burst.weight > 10


def test_the_weight_is_what_the_burst_saves():
    counts, field = np.array([2.0, 2, 9, 8, 2]), np.full(5, 100.0)
    found = bursts(held(counts, field))[0]
    p = counts.sum() / 500
    saved = sum(c * np.log(2) + (100 - c) * np.log((1 - 2 * p) / (1 - p)) for c in (9, 8))
    assert (found.start, found.end, found.weight) == (2, 3, pytest.approx(saved, rel=1e-12))


def test_none_is_found_in_stationary_series():
    """The automaton alone sees bursts in noise; at a false discovery rate of 5 % hardly a run reports one."""
    random = np.random.default_rng(5)
    alone, reported = 0, 0
    for _ in range(40):
        found = bursts(held(random.poisson(FIELD * 0.0004, (250, 10))))
        alone += len(found)
        reported += any(b.q <= 0.05 for b in found)
    assert alone > 0
    assert reported <= 4


def test_growth_of_the_indexer_is_no_burst():
    field = np.array([1000, 1000, 1000, 9000, 9000, 1000.0])
    assert bursts(held(field * 0.02, field)) == []


def test_levels_are_nested():
    counts, field = np.array([[1, 1, 12, 60, 14, 1, 1, 1, 1, 1]]), np.full(10, 1000.0)
    found = bursts(held(counts, field), Automaton(levels=3))
    spans = {b.level: (b.start, b.end) for b in found}
    assert sorted(spans) == list(range(1, max(spans) + 1))
    assert max(spans) >= 2
    for level in range(2, max(spans) + 1):
        assert spans[level - 1][0] <= spans[level][0] <= spans[level][1] <= spans[level - 1][1]


def test_a_series_without_counts_has_none():
    assert bursts(held(np.zeros((2, 10)))) == []


@pytest.mark.parametrize("values", [(1, 1, 1), (2, 0, 1), (2, 1, 0)])
def test_an_automaton_that_is_none_is_refused(values):
    with pytest.raises(Unmeasurable):
        Automaton(*values)
