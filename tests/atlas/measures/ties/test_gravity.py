"""The gravity model: the maximum found by a general optimiser, margins kept, planted effects found."""

import numpy as np
import pytest
from scipy.optimize import minimize

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties import gravity as module
from squaremile.atlas.measures.ties.gravity import gravity


def drawn(seed, n=25, effect=-0.8):
    """Counts with a planted effect of the logarithm of distance, and one of a second covariate."""
    random = np.random.default_rng(seed)
    place, size = random.uniform(0, 100, (n, 2)), random.lognormal(0.8, 0.5, n)
    far = np.log(np.maximum(np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1)), 1))
    alike = random.random((n, n))
    alike = (alike + alike.T) / 2
    upper = np.triu(random.poisson(np.outer(size, size) * np.exp(effect * (far - far.mean()) + 1.5 * alike)), 1)
    return (upper + upper.T).astype(float), far, alike


def test_it_is_the_maximum_of_the_likelihood():
    counts, far, alike = drawn(1, n=9)
    found = gravity(counts, {"far": far, "alike": alike})
    i, j = np.triu_indices(9, 1)

    def minus(p):
        power = p[i] + p[j] + p[9] * far[i, j] + p[10] * alike[i, j]
        return np.exp(power).sum() - (counts[i, j] * power).sum()

    free = minimize(minus, np.zeros(11), method="BFGS", options={"gtol": 1e-9, "maxiter": 5000})
    assert [found.effects["far"], found.effects["alike"]] == pytest.approx(free.x[9:], abs=1e-5)
    power = free.x[i] + free.x[j] + free.x[9] * far[i, j] + free.x[10] * alike[i, j]
    assert found.expected[i, j] == pytest.approx(np.exp(power), rel=1e-4)


def test_expected_ties_add_up_to_those_there_are():
    counts, far, alike = drawn(2)
    counts[3] = counts[:, 3] = 0
    found = gravity(counts, {"far": far, "alike": alike})
    assert found.expected.sum(axis=1) == pytest.approx(counts.sum(axis=1), abs=1e-8)
    assert (found.expected * far).sum() == pytest.approx((counts * far).sum(), rel=1e-9)
    assert found.expected[3].tolist() == [0] * 25
    assert found.expected.diagonal().tolist() == [0] * 25


def test_planted_effects_lie_within_their_errors():
    near = [gravity(*_given(seed)) for seed in range(40)]
    z = np.array(
        [[(g.effects["far"] + 0.8) / g.errors["far"], (g.effects["alike"] - 1.5) / g.errors["alike"]] for g in near]
    )
    assert np.abs(z.mean(axis=0)).max() < 0.5
    assert 0.88 <= (np.abs(z) < 1.96).mean() <= 1.0


def _given(seed):
    counts, far, alike = drawn(seed)
    return counts, {"far": far, "alike": alike}


def test_the_units_of_a_covariate_do_not_matter():
    counts, far, _ = drawn(4)
    one, other = gravity(counts, {"far": far}), gravity(counts, {"far": far * 1000 + 7})
    assert other.expected == pytest.approx(one.expected, rel=1e-8)
    assert other.effects["far"] * 1000 == pytest.approx(one.effects["far"], rel=1e-8)


def test_what_does_not_vary_between_pairs_is_left_out():
    counts, far, _ = drawn(5)
    own = np.add.outer(np.arange(25.0), np.arange(25.0))
    found = gravity(counts, {"far": far, "same": np.ones((25, 25)), "own": own})
    assert found.left_out == ("same", "own")
    assert found.effects == gravity(counts, {"far": far}).effects


def test_without_covariates_it_is_the_configuration_of_sizes():
    counts = np.ones((6, 6)) - np.eye(6)
    assert gravity(counts * 3, {}).expected == pytest.approx(counts * 3)


def test_a_star_has_no_answer(monkeypatch):
    star = np.zeros((6, 6))
    star[0, 1:] = star[1:, 0] = 4
    with pytest.raises(Unmeasurable):
        gravity(star, {})
    with pytest.raises(Unmeasurable):
        gravity(np.zeros((6, 6)), {})
    monkeypatch.setattr(module, "LARGEST", 5)
    with pytest.raises(Unmeasurable):
        gravity(np.ones((6, 6)), {})
