"""Specialisation and concentration: textbook numbers, by loops, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.matrices import shares
from squaremile.atlas.measures.matrices.concentration import concentration
from squaremile.atlas.measures.matrices.shift_share import shift_share
from squaremile.atlas.measures.matrices.strong import strong_clusters
from squaremile.atlas.measures.matrices.table import matrix_from_wide
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.matrices import tables

BALLAND = [[100, 0, 0, 0, 0], [0, 15, 5, 70, 10], [0, 20, 10, 20, 50], [0, 25, 30, 5, 40], [0, 40, 55, 5, 0]]


class TestPublished:
    def test_herfindahl_of_doersam_2004(self):
        share = shares.shares(np.array([20.0, 50, 20, 10]))
        assert shares.herfindahl(share) == pytest.approx(0.34, abs=1e-15)
        assert shares.herfindahl_normalised(share) == pytest.approx(0.12, abs=1e-15)

    def test_krugman_of_farhauer_and_kroell_2013(self):
        one, other = shares.shares(np.array([20.0, 10, 70, 0, 0])), shares.shares(np.array([0.0, 0, 0, 60, 40]))
        assert shares.difference(one, other) == 2

    def test_gini_of_farhauer_and_kroell_2013(self):
        industry, all_jobs = np.array([500.0, 500, 1000, 7000, 1000]), np.array([20000.0, 15000, 20000, 40000, 5000])
        quotient = shares.shares(industry) / shares.shares(all_jobs)
        assert shares.plain_gini(quotient) == pytest.approx(0.4068966, abs=5e-8)

    def test_locational_gini_of_the_five_by_five_table(self):
        """The example of EconGeo's documentation: areas under the curve with equal regions, by hand."""
        found = concentration(tables.named(BALLAND)).of_activities
        assert found["locational_gini"] == pytest.approx([0.4, 0.18, 0.27, 0.31, 0.28], abs=1e-15)
        assert found["hoover"] == pytest.approx([0.8, 0.25, 0.45, 0.5, 0.5], abs=1e-15)


class TestByLoops:
    @tables.unhurried
    @given(tables.counts())
    def test_every_index_of_regions_and_activities(self, values):
        found = concentration(tables.named(values))
        total = values.sum()
        for side, table in ((found.of_regions, values), (found.of_activities, values.T)):
            for n, row in enumerate(table):
                s = [x / row.sum() for x in row]
                t = [table[:, k].sum() / total for k in range(len(row))]
                assert side["herfindahl"][n] == pytest.approx(sum(x * x for x in s))
                assert side["entropy"][n] == pytest.approx(-sum(x * np.log2(x) for x in s if x), abs=1e-12)
                assert side["krugman"][n] == pytest.approx(
                    sum(abs(a - b) for a, b in zip(s, t, strict=True)), abs=1e-12
                )
                assert side["theil"][n] == pytest.approx(
                    sum(a * np.log(a / b) for a, b in zip(s, t, strict=True) if a), abs=1e-12
                )
        for n, row in enumerate(values):
            s, t = row / row.sum(), values.sum(axis=0) / total
            assert found.of_regions["hachman"][n] == pytest.approx(
                1 / sum(a * a / b for a, b in zip(s, t, strict=True))
            )

    @tables.unhurried
    @given(tables.counts())
    def test_gini_is_half_the_mean_difference_of_quotients(self, values):
        """Weighted by the regions' shares, by all pairs: another formula for the same area."""
        found = concentration(tables.named(values)).of_activities["lorenz_gini"]
        weight = values.sum(axis=1) / values.sum()
        for c in range(values.shape[1]):
            quotient = values[:, c] / values[:, c].sum() / weight
            pairs = sum(
                weight[i] * weight[j] * abs(quotient[i] - quotient[j])
                for i in range(len(weight))
                for j in range(len(weight))
            )
            assert found[c] == pytest.approx(pairs / 2, abs=1e-12)


class TestVariety:
    @tables.unhurried
    @given(tables.counts(), st.data())
    def test_related_and_unrelated_sum_to_the_whole(self, values, data):
        parents = data.draw(st.lists(st.sampled_from("gh"), min_size=values.shape[1], max_size=values.shape[1]))
        found = concentration(tables.named(values), parents).of_regions
        assert np.allclose(found["unrelated_variety"] + found["related_variety"], found["variety"], atol=1e-12)
        assert (found["related_variety"] >= -1e-12).all()

    def test_all_in_one_class_is_all_related(self):
        found = concentration(tables.named([[1, 1, 2], [3, 1, 0]]), ["g", "g", "g"]).of_regions
        assert found["unrelated_variety"].tolist() == [0, 0]

    def test_each_its_own_class_is_all_unrelated(self):
        found = concentration(tables.named([[1, 1, 2], [3, 1, 0]]), ["g", "h", "i"]).of_regions
        assert found["related_variety"].tolist() == [0, 0]

    def test_refuses_a_wrong_number_of_classes(self):
        with pytest.raises(Unmeasurable, match="parent classes"):
            concentration(tables.named([[1, 1], [3, 1]]), ["g"])


class TestSmallest:
    def test_one_region_is_the_whole(self):
        found = concentration(tables.named([[2, 2, 4]]))
        assert [found.of_regions[n].tolist() for n in ("krugman", "theil", "hachman", "entropy")] == [
            [0],
            [0],
            [1],
            [1.5],
        ]
        assert found.of_activities["herfindahl"].tolist() == [1, 1, 1]
        assert np.isnan(found.of_activities["herfindahl_normalised"]).all()
        assert found.of_activities["locational_gini"].tolist() == [0, 0, 0]

    def test_one_activity_is_all_there_is(self):
        found = concentration(tables.named([[2], [6]]))
        assert found.of_regions["entropy"].tolist() == [0, 0]
        assert found.of_activities["hoover"].tolist() == [0]
        assert strong_clusters(tables.named([[2], [6]])).flag.tolist() == [[False], [False]]


class TestStrong:
    def test_flags_by_the_rule_said_in_words(self):
        dice = np.random.default_rng(5)
        jobs = dice.integers(0, 500, (12, 4)).astype(float)
        shops = dice.integers(0, 40, (12, 4)).astype(float)
        found = strong_clusters(tables.named(jobs), shops)
        for r in range(12):
            for a in range(4):
                want = (
                    found.lq[r, a] > 1
                    and found.lq[r, a] >= np.percentile(found.lq[:, a], 75)
                    and jobs[r, a] >= np.percentile(jobs[:, a], 25)
                    and shops[r, a] >= np.percentile(shops[:, a], 25)
                )
                assert found.flag[r, a] == want
                share = jobs[:, a] / jobs.sum(axis=1)
                stars = [
                    jobs[r, a] >= np.percentile(jobs[:, a], 90),
                    found.lq[r, a] >= 2,
                    share[r] >= np.percentile(share, 90),
                ]
                assert found.stars[r, a] == sum(stars)
        assert 0 < found.flag.sum() < 48

    def test_nothing_is_no_star(self):
        assert strong_clusters(tables.named([[0, 5], [0, 5], [9, 1]])).stars[0, 0] == 0

    def test_refuses_another_shape(self):
        with pytest.raises(Unmeasurable, match="another shape"):
            strong_clusters(tables.named([[1, 5], [2, 5]]), np.ones((1, 2)))


class TestShiftShare:
    NATION = (np.array([400.0, 150, 150, 400]), np.array([440.0, 210, 135, 480]))

    @staticmethod
    def region(values):
        return matrix_from_wide(["A"], ["1", "2", "3", "4"], np.array([values], dtype=float))

    def test_region_a_of_farhauer_and_kroell_2013(self):
        """90, 20, 10, 60 becomes 100, 40, 10, 55 while the nation grows from 1,100 to 1,265: 15 %."""
        found = shift_share(self.region([90, 20, 10, 60]), self.region([100, 40, 10, 55]), self.NATION)
        assert found.change.sum() == 25
        assert found.national.sum() == pytest.approx(180 * 0.15)
        assert found.mix.sum() == pytest.approx(90 * 0.1 + 20 * 0.4 - 10 * 0.1 + 60 * 0.2 - 27)
        assert found.regional.sum() == pytest.approx(205 - (99 + 28 + 9 + 72))

    @tables.unhurried
    @given(tables.counts(3, 3), tables.counts(3, 3))
    def test_parts_sum_to_the_change(self, before, after):
        found = shift_share(tables.named(before), tables.named(after))
        assert np.allclose(found.national + found.mix + found.regional, found.change)
        assert found.regional.sum() == pytest.approx(0, abs=1e-9)
        assert found.change.sum() == pytest.approx(after.sum() - before.sum())

    def test_refuses_a_whole_that_lacks_what_a_region_has(self):
        whole = (np.array([0.0, 150, 150, 400]), self.NATION[1])
        with pytest.raises(Unmeasurable, match="the whole had not"):
            shift_share(self.region([90, 20, 10, 60]), self.region([100, 40, 10, 55]), whole)
