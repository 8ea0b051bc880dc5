"""Calibration finds the bias that was planted, and says when it cannot."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.residency.policies.calibration import Score, calibrated, parts
from squaremile.residency.policies.spread import alpha, habits


def simulated(seed, *, applications=60, reviewers=12, each=4, bias=8.0, noise=4.0):
    draw = np.random.default_rng(seed)
    worth, strict = draw.normal(60, 12, applications), draw.normal(0, bias, reviewers)
    scores = [
        Score(f"a{i:03}", f"r{j:02}", worth[i] + strict[j] + draw.normal(0, noise))
        for i in range(applications) for j in draw.choice(reviewers, each, replace=False)
    ]
    return scores, worth, strict


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_it_recovers_the_planted_bias(seed):
    scores, worth, strict = simulated(seed)
    found = calibrated(scores)
    assert found.held
    seen = np.array([found.reviewers[f"r{j:02}"].value for j in range(12)])
    planted = strict - strict.mean()
    assert np.corrcoef(seen, planted)[0, 1] > 0.9
    assert np.sqrt(((seen - seen.mean() - planted) ** 2).mean()) < 3
    said = np.array([found.applications[f"a{i:03}"].value for i in range(60)])
    raw = np.array([found.applications[f"a{i:03}"].raw for i in range(60)])
    assert np.std(said - worth) < np.std(raw - worth)


def test_standard_errors_cover_what_they_say():
    inside = total = 0
    for seed in range(20):
        scores, worth, _strict = simulated(seed)
        found = calibrated(scores)
        for i in range(60):
            one = found.applications[f"a{i:03}"]
            inside += abs(one.value - worth[i]) < 1.96 * one.error
            total += 1
    assert 0.92 < inside / total < 0.98


def test_a_reviewer_of_few_is_corrected_less_than_her_raw_difference():
    scores = [Score(f"a{i}", r, 50.0 + i) for i in range(8) for r in ("x", "y")] + [Score("a0", "z", 70.0)]
    assert 0 < calibrated(scores).reviewers["z"].value < 20


def test_equal_reviewers_leave_scores_alone():
    found = calibrated([Score(f"a{i}", r, 50.0 + i) for i in range(5) for r in ("x", "y", "z")])
    assert [round(found.applications[f"a{i}"].value, 3) for i in range(5)] == [50, 51, 52, 53, 54]


def test_groups_that_nothing_connects_are_not_corrected():
    scores = [Score("a", "x", 1), Score("a", "y", 2), Score("b", "z", 3), Score("b", "w", 9), Score("c", "w", 5)]
    found = calibrated(scores)
    assert (found.held, found.parts) == (False, (("w", "z"), ("x", "y")))
    assert found.applications["b"].value == 6
    assert "2 groups" in found.method.en
    joined = [*scores, Score("a", "z", 4)]
    assert parts(joined) == (("w", "x", "y", "z"),)
    assert calibrated(joined).held


def test_one_review_each_is_too_little():
    found = calibrated([Score("a", "x", 1), Score("b", "x", 2)])
    assert (found.held, found.applications["a"].error) == (False, None)


def test_a_pair_scores_once():
    with pytest.raises(ValueError, match="once"):
        calibrated([Score("a", "x", 1), Score("a", "x", 2)])


class TestSpread:
    def test_each_reviewers_habit_the_strictest_first(self):
        lines = habits([Score("a", "x", 10), Score("b", "x", 20), Score("a", "y", 5)])
        assert [(h.reviewer, h.count, h.mean) for h in lines] == [("y", 1, 5), ("x", 2, 15)]
        assert [h.spread for h in lines] == [None, pytest.approx(7.0711, abs=1e-4)]

    def test_alpha_of_a_worked_example(self):
        """Units (1,1), (2,2), (3,4): observed 2/1, expected Σ over 30 ordered pairs of 6 values / 5."""
        scores = [
            Score(unit, who, value)
            for unit, pair in {"a": (1, 1), "b": (2, 2), "c": (3, 4)}.items() for who, value in zip("xy", pair, strict=True)
        ]
        values = [1, 1, 2, 2, 3, 4]
        expected = sum((v - w) ** 2 for v in values for w in values) / 5
        assert alpha(scores) == pytest.approx(1 - 2 / expected)

    def test_alpha_at_its_ends(self):
        assert alpha([Score("a", "x", 1), Score("a", "y", 1), Score("b", "x", 5), Score("b", "y", 5)]) == 1
        assert alpha([Score("a", "x", 1), Score("b", "y", 5)]) is None
        assert alpha([Score("a", "x", 1), Score("a", "y", 1)]) is None
