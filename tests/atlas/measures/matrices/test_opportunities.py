"""Opportunities, partners and the test of entry."""

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import minimize

from squaremile.atlas.measures.matrices.complexity import complexity
from squaremile.atlas.measures.matrices.entry import entry
from squaremile.atlas.measures.matrices.logit import area, logit, predicted
from squaremile.atlas.measures.matrices.opportunities import complementarity, opportunities
from squaremile.atlas.measures.matrices.sifting import Sieve
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.matrices import tables


def drawn(seed=0, regions=30, activities=20, pull=0.0):
    """A table with structure: regions and activities on a line, present where they are near."""
    dice = np.random.default_rng(seed)
    where, what = np.linspace(0, 1, regions), np.linspace(0, 1, activities)
    chance = np.exp(-((where[:, None] - what) ** 2) / (0.04 + pull)) + 0.05
    return (dice.random((regions, activities)) < chance * 0.8).astype(float)


@pytest.fixture(scope="module")
def found():
    return complexity(tables.named(drawn()), given=True, updates=5)


class TestOpportunities:
    def test_lists_every_missing_activity_by_what_it_unlocks(self, found):
        ahead = opportunities(found, "r03")
        missing = {a for a, there in zip(found.matrix.activities, found.present[3], strict=True) if not there}
        assert set(ahead.activity) == missing
        assert (np.diff(ahead.unlocks) <= 0).all()

    def test_unlocks_by_loops(self, found):
        ahead = opportunities(found, "r03")
        phi, pci, missing = found.nearness, found.order.pci, np.flatnonzero(found.present[3] == 0)
        for name, unlocks in zip(ahead.activity, ahead.unlocks, strict=True):
            c = found.matrix.activities.index(name)
            assert unlocks == pytest.approx(
                sum(phi[c, k] / phi[k].sum() * pci[k] for k in missing if k != c), abs=1e-12
            )

    def test_quadrants_are_told_from_the_medians(self, found):
        ahead = opportunities(found, "r03")
        for density, pci, quadrant in zip(ahead.density, ahead.pci, ahead.quadrant, strict=True):
            near, complex_ = density >= np.median(ahead.density), pci >= np.median(ahead.pci)
            assert (
                quadrant
                == {(1, 1): "high-road", (1, 0): "low-road", (0, 1): "casino", (0, 0): "dead-end"}[near, complex_]
            )

    def test_reasons_are_present_and_what_comes_nearer_is_missing(self, found):
        ahead = opportunities(found, "r03")
        has = {a for a, there in zip(found.matrix.activities, found.present[3], strict=True) if there}
        assert all(set(because) <= has for because in ahead.because)
        assert all(not set(then) & has for then in ahead.from_there)
        assert all(name not in then for name, then in zip(ahead.activity, ahead.from_there, strict=True))

    def test_refuses_regions_it_does_not_have(self, found):
        with pytest.raises(Unmeasurable, match="no region “nowhere”"):
            opportunities(found, "nowhere")

    def test_says_why_a_region_was_left_out(self):
        values = drawn()
        values[4] = 0
        values[4, 4] = 1
        sifted = complexity(tables.named(values), given=True, updates=5, sieve=Sieve(min_diversity=2))
        with pytest.raises(Unmeasurable, match="was left out: present in fewer"):
            opportunities(sifted, "r04")


class TestComplementarity:
    def test_by_loops(self, found):
        brings = complementarity(found, "r02", "r09")
        m, near, pci = found.present, found.near, found.order.pci
        want = sum((1 - m[2, c]) * near[2, c] * m[9, c] * pci[c] for c in range(m.shape[1]))
        assert brings.score == pytest.approx(want, abs=1e-12)
        assert sum(brings.terms) == pytest.approx(want, abs=1e-12)
        assert (np.diff(brings.terms) <= 0).all()

    def test_a_region_does_not_complement_itself(self, found):
        with pytest.raises(Unmeasurable, match="the same"):
            complementarity(found, "r02", "r02")


class TestEntry:
    @staticmethod
    def period(values):
        return complexity(tables.named(values), given=True, updates=5)

    def test_near_activities_come_where_nearness_decides(self):
        before = drawn()
        first = self.period(before)
        dice = np.random.default_rng(2)
        chance = 1 / (1 + np.exp(-(20 * (first.near - np.median(first.near)))))
        after = np.maximum(before, (dice.random(before.shape) < chance * 0.5).astype(float))
        told = entry([("2019", first), ("2024", self.period(after))])
        assert told.entries == int((after - before).sum())
        assert told.candidates == int((before == 0).sum())
        assert told.density.low > 0.6
        assert told.whole.low > 0.5
        assert told.model.coefficient[1] > 0

    def test_nothing_is_foretold_where_chance_decides(self):
        """Over many tables whose entries are pure chance, density's interval must hold 0.5 about as often as it says."""
        held = 0
        for seed in range(40):
            before = drawn(seed)
            after = np.maximum(before, (np.random.default_rng(seed + 100).random(before.shape) < 0.15).astype(float))
            told = entry([("1", self.period(before)), ("2", self.period(after))])
            held += told.density.low <= 0.5 <= told.density.high
        assert held >= 34

    def test_three_periods_are_validated_on_the_last(self):
        a = drawn()
        dice = np.random.default_rng(4)
        b = np.maximum(a, (dice.random(a.shape) < 0.1).astype(float))
        c = np.maximum(b, (dice.random(a.shape) < 0.1).astype(float))
        told = entry([("1", self.period(a)), ("2", self.period(b)), ("3", self.period(c))])
        assert told.entries == int((c - b).sum())
        assert told.validated_on.en == "2 → 3, with a model of the periods before"

    def test_refuses_one_period_and_no_entry(self):
        first = self.period(drawn())
        with pytest.raises(Unmeasurable, match="two periods"):
            entry([("1", first)])
        with pytest.raises(Unmeasurable, match="Nothing entered"):
            entry([("1", first), ("2", first)])


class TestLogit:
    def test_maximises_the_likelihood(self):
        dice = np.random.default_rng(0)
        x = dice.normal(size=(400, 2))
        y = dice.random(400) < 1 / (1 + np.exp(-(0.3 + x @ [1.0, -0.5])))
        found = logit(x, y)
        design = np.column_stack([np.ones(400), x])
        loss = lambda b: np.logaddexp(0, design @ b).sum() - (design @ b)[y].sum()
        want = minimize(
            loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 5000}
        )
        assert np.allclose(found.coefficient, want.x, atol=1e-6)
        step = 1e-4 * np.eye(3)
        bend = [
            [
                (loss(want.x + a + b) - loss(want.x + a - b) - loss(want.x - a + b) + loss(want.x - a - b)) / 4e-8
                for b in step
            ]
            for a in step
        ]
        assert np.allclose(found.error, np.sqrt(np.diag(np.linalg.inv(bend))), rtol=1e-4)
        assert predicted(found, x).mean() == pytest.approx(y.mean())

    def test_refuses_a_predictor_that_tells_them_apart(self):
        x = np.arange(20.0)[:, None]
        with pytest.raises(Unmeasurable, match="apart for sure"):
            logit(x, np.arange(20) >= 10)

    def test_refuses_predictors_that_repeat_each_other(self):
        x = np.random.default_rng(0).normal(size=50)
        with pytest.raises(Unmeasurable, match="repeat each other"):
            logit(np.column_stack([x, x]), np.random.default_rng(1).random(50) < 0.5)


class TestArea:
    def test_is_the_chance_of_a_higher_score(self):
        dice = np.random.default_rng(7)
        score, came = dice.integers(0, 6, 60).astype(float), dice.random(60) < 0.4
        pairs = [(a > b) + 0.5 * (a == b) for a in score[came] for b in score[~came]]
        found = area(score, came)
        assert found.auc == pytest.approx(np.mean(pairs))
        u = stats.mannwhitneyu(score[came], score[~came]).statistic
        assert found.auc == pytest.approx(u / (came.sum() * (~came).sum()))
        assert found.low < found.auc < found.high

    def test_perfect_scores_have_an_interval_of_one_point(self):
        found = area(np.array([1.0, 2, 3, 4]), np.array([False, False, True, True]))
        assert (found.auc, found.low, found.high) == (1, 1, 1)

    def test_refuses_without_cases(self):
        with pytest.raises(Unmeasurable, match="entries and others"):
            area(np.ones(3), np.zeros(3, dtype=bool))
