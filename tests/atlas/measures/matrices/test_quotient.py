"""Location quotients: published ratios, textbook, exact intervals, bases, withheld cells."""

import csv
import gzip

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from squaremile.atlas.measures.matrices import intervals
from squaremile.atlas.measures.matrices.quotient import lq
from squaremile.atlas.measures.matrices.table import matrix_from_rows, matrix_from_wide
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.matrices import tables

DELAWARE, FRANKLIN = "39041", "39049"


@pytest.fixture(scope="module")
def qcew(published):
    """Jobs and published quotients of private industries, and the totals of all ownerships, of two Ohio counties."""
    path = published.folder("qcew-ohio-2020") / "qcew_annual_2020.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    total = {
        r["area_fips"]: float(r["annual_avg_emplvl"])
        for r in rows
        if r["own_code"] == "0" and r["industry_code"] == "10"
    }
    private = [r for r in rows if r["own_code"] == "5"]
    return total, private


class TestPublished:
    def test_589_of_589_ratios_of_the_bureau_of_labor_statistics(self, qcew):
        """The national share cancels in the ratio of two counties: ours must lie within the rounding of theirs."""
        total, private = qcew
        assert total == {DELAWARE: 84_743, FRANKLIN: 727_016}
        said = {(r["area_fips"], r["industry_code"]): float(r["lq_annual_avg_emplvl"] or 0) for r in private}
        both = sorted({c for _, c in said if all(said.get((a, c), 0) > 0.2 for a in total)})
        jobs = [r for r in private if r["industry_code"] in set(both)]
        matrix = matrix_from_rows(
            [r["area_fips"] for r in jobs],
            [r["industry_code"] for r in jobs],
            [float(r["annual_avg_emplvl"]) for r in jobs],
        )
        found = lq(matrix, region_totals=total).lq
        assert (matrix.regions, len(both)) == ((DELAWARE, FRANKLIN), 589)
        right = 0
        for column, code in enumerate(matrix.activities):
            a, b = said[DELAWARE, code], said[FRANKLIN, code]
            ours = found[0, column] / found[1, column]
            right += (a - 0.005) / (b + 0.005) <= ours <= (a + 0.005) / (b - 0.005)
        assert right == 589

    def test_totals_of_regions_are_the_whole_where_there_is_no_other(self):
        """20 of 100 and 10 of 900: against 30 of 1,000, and with a third region that has none of it, of 1,100."""
        totals = {"a": 100, "b": 900, "c": 100}
        two = matrix_from_rows(["a", "b"], ["bio", "bio"], [20, 10])
        assert lq(two, region_totals=totals).lq[:, 0].tolist() == pytest.approx([0.2 / 0.03, 10 / 900 / 0.03])
        three = matrix_from_rows(["a", "b", "c"], ["bio"] * 3, [20, 10, 0])
        found = lq(three, region_totals=totals)
        assert found.lq[:, 0].tolist() == pytest.approx([0.2 / (30 / 1100), 10 / 900 / (30 / 1100)])
        assert found.base.says.en == "the regions' totals of their file, 1,100 in all"

    def test_textbook(self):
        """Farhauer & Kröll 2013: 1,714 of 79,006 in the region, 879,213 of 15,593,224 in the nation."""
        matrix = matrix_from_rows(["region"], ["industry"], [1714])
        found = lq(
            matrix, reference={"industry": 879_213}, reference_total=15_593_224, region_totals={"region": 79_006}
        )
        assert found.lq[0, 0] == pytest.approx(0.3847623, abs=5e-8)
        assert "15593224" in found.base.says.en.replace(",", "")


class TestProperties:
    @tables.unhurried
    @given(tables.counts())
    def test_weighted_mean_is_one(self, values):
        found = lq(tables.named(values))
        shares = values.sum(axis=0) / values.sum()
        assert np.allclose((found.lq * shares).sum(axis=1), 1)
        weights = values.sum(axis=1) / values.sum()
        assert np.allclose(weights @ found.lq, 1)

    @tables.unhurried
    @given(tables.counts(), st.sampled_from(["poisson", "binomial"]), st.floats(0.5, 0.99))
    def test_interval_holds_the_estimate_and_agrees_with_the_test(self, values, method, level):
        found = lq(tables.named(values), method=method, level=level)
        assert (found.low <= found.lq + 1e-12).all()
        assert (found.lq <= found.high + 1e-12).all()
        p, q = found.tests()
        clear = (np.abs(found.low - 1) > 1e-6) & (np.abs(found.high - 1) > 1e-6)
        outside = (found.low > 1) | (found.high < 1)
        assert np.array_equal((p < 1 - level)[clear], outside[clear])
        assert (q >= p - 1e-15).all()

    @tables.unhurried
    @given(tables.counts())
    def test_symmetric_form_turns_over(self, values):
        found = lq(tables.named(values)).symmetric
        assert (found >= -1).all()
        assert (found <= 1).all()


class TestIntervals:
    COUNTS = np.arange(0, 60, dtype=float)

    @pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
    def test_poisson_as_scipy_has_it(self, level):
        low, high = intervals.poisson_interval(self.COUNTS, level)
        tail = (1 - level) / 2
        assert np.allclose(low[1:], stats.chi2.ppf(tail, 2 * self.COUNTS[1:]) / 2, rtol=1e-12)
        assert np.allclose(high, stats.chi2.ppf(1 - tail, 2 * self.COUNTS + 2) / 2, rtol=1e-12)
        assert low[0] == 0

    @pytest.mark.parametrize(("count", "total"), [(0, 7), (3, 7), (7, 7), (12, 400)])
    def test_binomial_as_scipy_has_it(self, count, total):
        low, high = intervals.binomial_interval(np.array([float(count)]), np.array([float(total)]))
        want = stats.binomtest(count, total).proportion_ci(method="exact")
        assert (low[0], high[0]) == (pytest.approx(want.low, rel=1e-12), pytest.approx(want.high, rel=1e-12))

    def test_tests_are_twice_the_smaller_tail(self):
        counts, expected = np.array([0.0, 3, 4, 9]), np.array([2.0, 4.5, 4.0, 2.5])
        tails = np.minimum(stats.poisson.cdf(counts, expected), stats.poisson.sf(counts - 1, expected))
        assert np.allclose(intervals.poisson_p(counts, expected), np.minimum(1, 2 * tails), rtol=1e-12)
        totals, shares = np.array([5.0, 9, 4, 30]), np.array([0.4, 0.5, 0.9, 0.1])
        tails = np.minimum(stats.binom.cdf(counts, totals, shares), stats.binom.sf(counts - 1, totals, shares))
        assert np.allclose(intervals.binomial_p(counts, totals, shares), np.minimum(1, 2 * tails), rtol=1e-12)

    def test_covers_at_least_its_level(self):
        dice = np.random.default_rng(1)
        drawn = dice.poisson(4.0, 20_000).astype(float)
        low, high = intervals.poisson_interval(drawn, 0.95)
        assert ((low <= 4) & (high >= 4)).mean() >= 0.95

    @tables.unhurried
    @given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
    def test_false_discovery_as_scipy_has_it(self, p):
        assert np.allclose(intervals.false_discovery(np.array(p)), stats.false_discovery_control(p))

    def test_false_discovery_leaves_out_what_was_not_tested(self):
        found = intervals.false_discovery(np.array([0.01, np.nan, 0.02]))
        assert found[0] == found[2] == pytest.approx(0.02)
        assert np.isnan(found[1])

    def test_large_counts_are_looked_up_too(self):
        low, high, place = intervals.of_each_count(np.array([[5.0, 1e12]]), 0.95)
        want = intervals.poisson_interval(np.array([5.0, 1e12]))
        assert (low[place].ravel() == want[0]).all()
        assert (high[place].ravel() == want[1]).all()


class TestBase:
    VALUES = np.array([[30.0, 10.0, 60.0], [10.0, 30.0, 160.0]])

    def test_within_groups(self):
        found = lq(tables.named(self.VALUES), groups=["traded", "traded", "local"])
        assert found.lq[0].tolist() == [(30 / 40) / (40 / 80), (10 / 40) / (40 / 80), 1.0]
        assert found.base.says.en == "within the group of the activity: local, traded"

    def test_other_base_gives_another_answer(self):
        whole = lq(tables.named(self.VALUES)).lq
        inside = lq(tables.named(self.VALUES), groups=["traded", "traded", "local"]).lq
        assert abs(whole[0, 0] - inside[0, 0]) > 0.5

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            ({"reference": {"a0": 5.0}}, "no row “a1”"),
            ({"reference": {"a0": 5.0, "a1": 0.0, "a2": 1.0}}, "not above zero"),
            ({"reference_total": 1.0}, "smaller than a value inside it"),
            ({"region_totals": {"r0": 100.0}}, "no row “r1”"),
            ({"region_totals": {"r0": 1.0, "r1": 500.0}}, "smaller than a value inside it"),
            ({"groups": ["one"]}, "as many groups"),
            ({"level": 1.0}, "between 0 and 1"),
            ({"reference_total": np.inf}, "a finite number"),
            ({"hide_below": np.nan}, "a number of 0 or more"),
        ],
    )
    def test_refuses_a_base_that_does_not_fit(self, options, says):
        with pytest.raises(Unmeasurable, match=says) as refused:
            lq(tables.named(self.VALUES), **options)
        assert refused.value.text.ko.endswith("니다.")


class TestWithheld:
    def test_suppressed_and_small_cells_are_not_shown(self):
        matrix = tables.named([[30, 3, 0], [10, 40, 7]])
        secret = np.zeros((2, 3), dtype=bool)
        secret[0, 2] = True
        found = lq(matrix, suppressed=secret, hide_below=5)
        assert np.isnan(found.lq).tolist() == [[False, True, True], [False, False, False]]
        assert np.isnan(found.low).tolist() == np.isnan(found.lq).tolist()
        rows = found.as_dict()["quotients"]
        assert [r["value"] for r in rows] == [30, None, None, 10, 40, 7]
        assert [(r["suppressed"], r["hidden"]) for r in rows[:3]] == [(False, False), (False, True), (True, False)]
        assert len(found.notes) == 2

    def test_hidden_cells_do_not_count_among_the_tests(self):
        found = lq(tables.named([[30, 3], [10, 40]]), hide_below=5)
        p, q = found.tests()
        assert np.isnan(p[0, 1])
        assert np.isnan(q[0, 1])
        assert np.isfinite(p).sum() == 3

    def test_amounts_get_no_interval(self):
        found = lq(tables.named([[1.5, 2], [3, 4]]))
        assert (found.method, np.isnan(found.low).all()) == ("none", True)
        assert "not whole numbers" in found.notes[0].en


def test_one_region_is_its_own_base():
    assert lq(matrix_from_wide(["r"], ["a", "b"], np.array([[2.0, 7.0]]))).lq.tolist() == [[1, 1]]
