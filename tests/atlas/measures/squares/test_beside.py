"""What stands beside the densest square: sizes, angles, fixed grids, chance."""

import csv
import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import squaremile.atlas as atlas
from squaremile.atlas.measures.refusing import Unmeasurable


@pytest.fixture(scope="module")
def cambridge(published):
    with (published.folder("cambridge-lifesci") / "companies.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["Business Name"] != "Navya Network"]
    lat, lon = (np.array([float(r[k]) for r in rows]) for k in ("Latitude", "Longitude"))
    return lat, lon, np.array([r["Business Type"] == "Life Sciences" for r in rows])


class TestPublished:
    def test_a_fixed_grid_finds_a_third_less(self, cambridge):
        lat, lon, life = cambridge
        found = atlas.naive_grid(lat[life], lon[life], side="1mi", origins=1000)
        assert found.least == pytest.approx(45, abs=1) and 134 <= found.most <= 135  # extremes of random draws
        assert found.median == pytest.approx(89, abs=2)

    def test_it_is_no_accident(self, cambridge):
        lat, lon, life = cambridge
        found = atlas.chance(lat[life], lon[life], (lat, lon), side="1mi", draws=999, seed=0)
        assert found.observed == 135 and found.sites == 428
        assert found.p <= 0.01 < found.median

    def test_turned_squares_find_more(self, cambridge):
        lat, lon, life = cambridge
        found = atlas.turned(lat[life], lon[life], side="1mi")
        assert found.count >= 141
        assert (found.angles, found.considered) == (18, 272)


class TestCurve:
    def test_each_size_is_its_own_answer_and_none_falls(self):
        rng = np.random.default_rng(1)
        x, y = rng.normal(0, 500, 200), rng.normal(0, 500, 200)
        found = atlas.curve(x, y, ["100m", "200m", "1km"], plane=True)
        assert [s for s, _, _ in found] == [100, 200, 1000]
        assert [c for _, c, _ in found] == [atlas.densest(x, y, side=s, plane=True).count for s in (100, 200, 1000)]
        assert found[0][1] < found[1][1] < found[2][1]


class TestTurned:
    def test_points_on_a_slanted_line_need_a_slanted_square(self):
        t = np.linspace(0, 99, 100)
        x, y = t * math.cos(math.radians(30)), t * math.sin(math.radians(30))
        found = atlas.turned(x, y, side=100, plane=True, step=15)
        assert (found.angle, found.count) == (0.0, 100)
        wide = (
            np.concatenate([x, x - 99 * math.sin(math.radians(30))]),
            np.concatenate([y, y + 99 * math.cos(math.radians(30))]),
        )
        found = atlas.turned(*wide, side=100, plane=True, step=15)
        assert (found.angle, found.count) == (30.0, 200)
        assert atlas.densest(*wide, side=100, plane=True).count < 200

    def test_its_corners_hold_its_members(self):
        rng = np.random.default_rng(2)
        lat, lon = 36 + rng.normal(0, 0.01, 200), 127 + rng.normal(0, 0.01, 200)
        found = atlas.turned(lat, lon, side="1km", step=10)
        corners = np.array(found.corners)
        sides = np.roll(corners, -1, axis=0) - corners
        inside = np.ones(200, bool)
        for corner, side in zip(corners, sides, strict=True):
            inside &= side[1] * (lat - corner[0]) - side[0] * (lon - corner[1]) >= -1e-9
        assert found.count == len(found.members) == inside.sum()

    def test_no_less_than_unturned(self):
        rng = np.random.default_rng(3)
        x, y = rng.uniform(0, 30, 80), rng.uniform(0, 30, 80)
        assert atlas.turned(x, y, side=10, plane=True).count >= atlas.densest(x, y, side=10, plane=True).count


class TestGrid:
    def test_never_more_than_the_best(self):
        rng = np.random.default_rng(4)
        x, y, weight = rng.normal(0, 20, 300), rng.normal(0, 20, 300), rng.integers(1, 9, 300)
        found = atlas.naive_grid(x, y, side=10, plane=True, weight=weight, origins=300)
        best = atlas.densest(x, y, side=10, plane=True, weight=weight).best.weight
        assert found.least <= found.median <= found.most <= best

    @given(st.integers(0, 10**6), st.sampled_from(["rows", "weight", "distinct"]), st.booleans())
    @example(55, "rows", False)
    @example(168, "weight", False)
    @example(399, "distinct", False)
    @settings(max_examples=60, deadline=None)
    def test_never_more_than_the_best_whatever_is_counted(self, seed, what, plane):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(1, 60))
        given_ = {"weight": rng.integers(1, 9, n) / 10} if what == "weight" else {}
        given_ |= {"distinct": rng.integers(0, 6, n).tolist()} if what == "distinct" else {}
        a, b = (rng.integers(0, 40, n), rng.integers(0, 40, n)) if plane else (rng.uniform(-60, 60, n), rng.uniform(-180, 180, n))
        a[n // 2 :], b[n // 2 :] = a[: n - n // 2], b[: n - n // 2]
        options = {"side": 10 if plane else "900km", "plane": plane, **given_}
        found, best = atlas.naive_grid(a, b, origins=40, seed=seed, **options), atlas.densest(a, b, **options).best
        assert 0 < found.least <= found.most <= best.weight * (1 + 1e-12)
        if what == "distinct":
            assert found.most <= len(set(given_["distinct"]))

    def test_different_organisations_by_hand(self):
        found = atlas.naive_grid([0.0] * 4, [0.0] * 4, side=1, plane=True, distinct=["a", "a", "b", "a"], origins=9)
        assert (found.least, found.most) == (2, 2)

    def test_one_cell_by_hand(self):
        found = atlas.naive_grid([0.0, 0.4, 100.4], [0.0, 0.4, 0.1], side=1000, plane=True, origins=50, seed=1)
        assert found.most == 3
        assert atlas.naive_grid([5.0], [5.0], side=1, plane=True).as_dict() == {
            "min": 1, "median": 1, "max": 1, "mean": 1, "origins": 1000, "seed": 0,
        }  # fmt: skip


class TestChance:
    def test_by_all_subsets(self):
        """Two of five sites: the p-value tends to the share of pairs that fit into one square."""
        x, y = np.array([0.0, 1, 10, 20, 30]), np.zeros(5)
        found = atlas.chance(x[:2], y[:2], (x, y), side=2, plane=True, draws=4000)
        assert found.p == pytest.approx(1 / 10, abs=0.02)

    def test_names_and_weights_are_dealt_out_anew(self):
        rng = np.random.default_rng(5)
        x, y = rng.uniform(0, 100, 60), rng.uniform(0, 100, 60)
        names = [f"o{i % 7}" for i in range(30)]
        weights = rng.lognormal(0, 1, 30)
        distinct = atlas.chance(x[:30], y[:30], (x, y), side=20, plane=True, distinct=names, draws=99)
        weighted = atlas.chance(x[:30], y[:30], (x, y), side=20, plane=True, weight=weights, draws=99)
        assert distinct.largest <= 7
        best = atlas.densest(x[:30], y[:30], side=20, plane=True, weight=weights).best.weight
        assert weighted.observed == pytest.approx(best, rel=1e-12)
        assert 0.01 <= weighted.p <= 1

    @pytest.mark.parametrize("shape", ["square", "disc"])
    def test_all_sites_chosen_is_no_surprise(self, shape):
        x, y = [0.0, 3, 4], [0.0, 0, 0]
        assert atlas.chance(x, y, (x, y), side=2, plane=True, shape=shape, draws=19).p == 1


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("at least one draw", lambda: atlas.chance([1], [1], ([1], [1]), draws=0)),
        ("only 1 sites", lambda: atlas.chance([1, 2], [1, 2], ([1], [1]))),
        ("one origin", lambda: atlas.naive_grid([1], [1], origins=0)),
        ("at most 90", lambda: atlas.turned([1], [1], step=0)),
    ],
)
def test_refusals_in_both_languages(words, call):
    with pytest.raises(Unmeasurable) as refused:
        call()
    assert words in refused.value.text.en
    assert "니다" in refused.value.text.ko
