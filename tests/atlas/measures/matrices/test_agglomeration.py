"""Ellison–Glaeser: the textbook number, chance, and refusals."""

import numpy as np
import pytest

from squaremile.atlas.measures.matrices.agglomeration import coagglomeration, dartboard, ellison_glaeser, plants
from squaremile.atlas.measures.refusing import Unmeasurable

CITIES = ["Wien"] * 5 + ["Linz"] * 4 + ["Graz"]
JOBS = [200, 650, 12000, 100, 50, 16000, 13000, 1500, 1500, 25000]
TOTALS = {"Wien": 500_000, "Linz": 400_000, "Graz": 100_000}
X = np.array([0.4, 0.3, 0.2, 0.1])


def one(regions, sizes, totals=None, **options):
    return ellison_glaeser(plants(regions, ["i"] * len(sizes), sizes, totals), **options)[0]


class TestPublished:
    def test_farhauer_and_kroell_2014(self):
        """As REAT 3.0.3 prints it: 0.05990628."""
        found = one(CITIES, JOBS, TOTALS)
        assert found.gamma == pytest.approx(0.05990628, abs=5e-9)
        assert (found.plants, found.verdict) == (10, "concentrated")

    def test_by_the_definition(self):
        found = one(CITIES, JOBS, TOTALS)
        total, x = sum(JOBS), {r: t / 1_000_000 for r, t in TOTALS.items()}
        s = {r: sum(j for c, j in zip(CITIES, JOBS, strict=True) if c == r) / total for r in x}
        g, h = sum((s[r] - x[r]) ** 2 for r in x), sum((j / total) ** 2 for j in JOBS)
        free = 1 - sum(v * v for v in x.values())
        assert found.g == pytest.approx(g, rel=1e-13)
        assert found.h == pytest.approx(h, rel=1e-13)
        assert found.gamma == pytest.approx((g - free * h) / (free * (1 - h)), rel=1e-12)
        squares = sum(v * v for v in s.values()) - sum(v * v for v in x.values())
        assert found.maurel_sedillot == pytest.approx((squares / free - h) / (1 - h), rel=1e-12)


class TestChance:
    """Plants that fall by chance: mean 0, the stated variance, and a p that is even."""

    SIZES = np.array([5.0, 3, 3, 2, 1, 1, 1])

    def thrown(self, times):
        dice = np.random.default_rng(11)
        totals = {str(n): 1000 * share for n, share in enumerate(X)}
        for _ in range(times):
            yield one(dice.choice(4, size=7, p=X).astype(str), self.SIZES, totals)

    def test_gamma_and_maurel_sedillot_have_mean_zero(self):
        found = list(self.thrown(4000))
        for name in ("gamma", "maurel_sedillot"):
            drawn = np.array([getattr(f, name) for f in found])
            assert abs(drawn.mean()) < 4 * drawn.std() / np.sqrt(len(drawn)), name

    def test_g_has_the_stated_mean_and_variance(self):
        z = self.SIZES / self.SIZES.sum()
        drawn = dartboard(z, X, 60_000, seed=2)
        stated = next(self.thrown(1))
        assert drawn.mean() == pytest.approx(stated.expected, rel=0.02)
        assert drawn.var() == pytest.approx(stated.variance, rel=0.05)

    def test_p_is_small_only_where_plants_crowd(self):
        totals = {str(n): 1000 * share for n, share in enumerate(X)}
        crowd = one(["3"] * 40, np.ones(40), totals, simulations=199)
        spread = one([str(n) for n in [0] * 16 + [1] * 12 + [2] * 8 + [3] * 4], np.ones(40), totals, simulations=199)
        assert crowd.p == 1 / 200
        assert spread.p == 1.0
        assert spread.gamma < 0 < crowd.gamma

    def test_simulations_are_repeatable(self):
        assert np.array_equal(dartboard(X, X, 50, seed=9), dartboard(X, X, 50, seed=9))


class TestCoagglomeration:
    def test_industries_that_choose_apart_have_mean_zero(self):
        dice = np.random.default_rng(3)
        totals = {str(n): 1000 * share for n, share in enumerate(X)}
        drawn = []
        for _ in range(1500):
            held = plants(
                dice.choice(4, size=14, p=X).astype(str), ["i"] * 7 + ["j"] * 7, np.tile(TestChance.SIZES, 2), totals
            )
            drawn.append(coagglomeration(held, ["i", "j"]))
        assert abs(np.mean(drawn)) < 4 * np.std(drawn) / np.sqrt(len(drawn))

    def test_industries_that_follow_each_other(self):
        totals = {str(n): 1000 * share for n, share in enumerate(X)}
        together = plants(["3"] * 20, ["i"] * 10 + ["j"] * 10, np.ones(20), totals)
        apart = plants(["3"] * 10 + ["0"] * 10, ["i"] * 10 + ["j"] * 10, np.ones(20), totals)
        assert coagglomeration(together, ["i", "j"]) > 0.5
        assert coagglomeration(apart, ["i", "j"]) < 0

    def test_two_industries_are_a_covariance(self):
        """For two, γc = Σ(s_i−x)(s_j−x)/(1−Σx²) (Ellison, Glaeser & Kerr 2010): another formula."""
        dice = np.random.default_rng(8)
        totals = {str(n): 1000 * share for n, share in enumerate(X)}
        region, size = dice.choice(4, size=30), dice.integers(1, 90, 30).astype(float)
        held = plants(region.astype(str), ["i"] * 12 + ["j"] * 18, size, totals)
        s = [
            np.bincount(region[part], weights=size[part], minlength=4) / size[part].sum()
            for part in (slice(12), slice(12, 30))
        ]
        want = ((s[0] - X) * (s[1] - X)).sum() / (1 - (X**2).sum())
        assert coagglomeration(held, ["i", "j"]) == pytest.approx(want, rel=1e-10)

    @pytest.mark.parametrize(("group", "says"), [(["i"], "two industries"), (["i", "k"], "no plant of “k”")])
    def test_refuses(self, group, says):
        held = plants(["a", "b", "a"], ["i", "j", "j"], [1, 2, 3])
        with pytest.raises(Unmeasurable, match=says):
            coagglomeration(held, group)


class TestPlants:
    def test_regions_without_a_plant_are_part_of_the_dartboard(self):
        with_them, without = (
            one(["a", "b"], [1, 1], {"a": 10, "b": 10, "c": 80}),
            one(["a", "b"], [1, 1], {"a": 10, "b": 10}),
        )
        assert with_them.g > without.g == 0

    def test_one_plant_has_no_gamma(self):
        found = one(["a"], [5], {"a": 1, "b": 1})
        assert np.isnan(found.gamma)
        assert found.verdict == "undefined"
        assert found.as_dict()["gamma"] is None

    def test_plants_of_size_zero_are_left_out_and_said(self):
        held = plants(["a", "b", "b"], ["i", "i", "i"], [3, 2, 0])
        assert (len(held.size), held.notes[0].en) == (2, "1 plants of size 0 were left out.")

    @pytest.mark.parametrize(
        ("regions", "sizes", "totals", "says"),
        [
            (["a", "b"], [1, -1], None, "negative"),
            (["a", "b"], [1, float("nan")], None, "not a finite number"),
            (["a", "a"], [1, 2], None, "Two regions"),
            (["a", "b"], [1, 2], {"a": 3.0}, "lack “b”"),
            (["a", "b"], [1], None, "unequal length"),
        ],
    )
    def test_refuses(self, regions, sizes, totals, says):
        with pytest.raises(Unmeasurable, match=says) as refused:
            plants(regions, ["i"] * len(regions), sizes, totals)
        assert refused.value.text.ko.endswith("니다.")


def test_what_chance_would_gather_more_is_dispersed():
    held = plants(["a", "b", "c", "d"], ["x"] * 4, [1.0] * 4)
    (found,) = ellison_glaeser(held)
    assert found.gamma < 0
    assert found.verdict == "dispersed"
