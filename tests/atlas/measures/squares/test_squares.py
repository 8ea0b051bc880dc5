"""The densest square is the densest: against brute force, against itself moved about, and on what has been published."""

import csv
import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import squaremile.atlas as atlas
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.densest import densest_squares
from squaremile.atlas.measures.squares.ground import Ground
from squaremile.atlas.measures.squares.worth import worth_of
from tests.atlas.measures.squares import brute

CASES = range(200)


def whole(seed, *, most=40, extent=30):
    rng = np.random.default_rng(seed)
    n, size = int(rng.integers(1, most)), int(rng.integers(1, extent))
    return rng, rng.integers(-size, size + 1, n), rng.integers(-size, size + 1, n), int(rng.integers(1, extent))


def grid(x, y, side):
    return Ground(x.astype(np.int64), y.astype(np.int64), side, 1.0, False, float(side))


def best_square(x, y, side, weight, distinct):
    (place,) = densest_squares(grid(x, y, side), worth_of(len(x), weight, distinct), 1)
    return place.weight, (place.bounds.x[0], place.bounds.y[0])


@pytest.mark.parametrize("seed", CASES)
class TestAgainstBruteForce:
    def test_rows_and_the_smallest_corner(self, seed):
        _, x, y, side = whole(seed)
        assert best_square(x, y, side, None, None) == brute.square(x, y, np.ones(len(x), int), side, side)

    def test_weights(self, seed):
        rng, x, y, side = whole(seed)
        weight = rng.integers(0, 9, len(x))
        weight[0] = 1
        assert best_square(x, y, side, weight, None) == brute.square(x, y, weight, side, side)

    def test_different_organisations(self, seed):
        rng, x, y, side = whole(seed)
        names = rng.integers(0, int(rng.integers(1, 12)), len(x))
        assert best_square(x, y, side, None, names.tolist()) == brute.square(x, y, names, side, side, colours=True)

    def test_on_the_earth_and_across_its_180th_meridian(self, seed):
        rng = np.random.default_rng(seed)
        n, middle = int(rng.integers(2, 25)), rng.uniform(-75, 75)
        lat = middle + rng.uniform(-0.02, 0.02, n)
        lon = (180 + rng.uniform(-0.05, 0.05, n) + 180) % 360 - 180
        lat[: n // 3], lon[: n // 3] = lat[0], lon[0]
        found = atlas.densest(lat, lon, side="1mi")
        assert found.count == brute.square_on_earth(lat, lon, np.ones(n, int), 1609.344)
        west, east = found.best.bounds.x
        across, up = (lon - west + 1e-8) % 360, np.abs(lat - np.mean(found.best.bounds.y))
        inside = (across <= (east - west) % 360 + 2e-8) & (up < 0.01)
        assert set(found.members.tolist()) <= set(np.flatnonzero(inside).tolist())

    def test_large_squares_north_and_south_of_the_equator(self, seed):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(2, 25))
        lat, lon = rng.uniform(-60, 60, n), rng.uniform(-20, 20, n)
        found = atlas.densest(lat, lon, side="900km", strays=True)
        assert found.count == brute.square_on_earth(lat, lon, np.ones(n, int), 900_000.0)
        (west, east), (south, _) = found.best.bounds.x, found.best.bounds.y
        high = math.degrees(900_000.0 / brute.R)
        assert math.radians(east - west) * brute.R * math.cos(math.radians((south // high + 1) * high)) == pytest.approx(900_000)

    def test_one_after_the_other_none_touching(self, seed):
        rng, x, y, side = whole(seed, most=25, extent=9)
        colours = bool(seed % 2)
        names = rng.integers(0, 5, len(x))
        worth = worth_of(len(x), None, names.tolist() if colours else None)
        places = densest_squares(grid(x, y, side), worth, 4)
        corners = [(int(p.bounds.x[0]), int(p.bounds.y[0])) for p in places]
        for i, place in enumerate(places):
            assert place.count == brute.anywhere(x, y, worth.whole, side, corners[:i], colours=colours)
            assert all(abs(corners[i][0] - a) > side or abs(corners[i][1] - b) > side for a, b in corners[:i])
        if len(places) < 4:
            assert brute.anywhere(x, y, worth.whole, side, corners, colours=colours) == 0


class TestWhatMustHold:
    @given(st.integers(0, 10**6), st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7))
    @settings(max_examples=50, deadline=None)
    def test_it_moves_and_turns_with_the_points_and_knows_no_order(self, seed, right, up):
        rng, x, y, side = whole(seed)
        found = atlas.densest(x, y, side=side, plane=True)
        moved = atlas.densest(x + right, y + up, side=side, plane=True)
        assert moved.members.tolist() == found.members.tolist()
        assert atlas.densest(-y, x, side=side, plane=True).count == found.count
        order = rng.permutation(len(x))
        shuffled = atlas.densest(x[order], y[order], side=side, plane=True)
        assert sorted(order[shuffled.members].tolist()) == found.members.tolist()
        assert shuffled.best.bounds == found.best.bounds

    def test_no_sampled_square_holds_more(self):
        rng = np.random.default_rng(7)
        x, y = rng.normal(0, 900, 3000), rng.normal(0, 900, 3000)
        found = atlas.densest(x, y, side=500, plane=True)
        for a, b in rng.uniform(-1500, 1000, (3000, 2)):
            assert ((x >= a) & (x <= a + 500) & (y >= b) & (y <= b + 500)).sum() <= found.count

    def test_exactly_a_mile_apart_is_inside(self):
        for start in (0.0, 0.004, 123456.789):
            assert atlas.densest([start, start + 1609.344], [0, 0], side="1mi", plane=True).count == 2
            assert atlas.densest([start, start + 1609.345], [0, 0], side="1mi", plane=True).count == 1
        assert atlas.densest([0.3, 0.4], [0.0, 0.0], side=0.1, plane=True).count == 2

    def test_decimal_weights_add_up_exactly(self):
        x = [0, 0, 0, 1000, 1000]
        found = atlas.densest(x, x, side=10, plane=True, weight=[0.1, 0.2, 0.3, 0.3, 0.3])
        assert (found.best.weight, found.members.tolist()) == (0.6, [0, 1, 2])
        assert found.total_weight == pytest.approx(1.2)

    def test_a_weight_too_fine_for_whole_numbers_still_wins(self):
        rng = np.random.default_rng(3)
        x, y, weight = rng.uniform(0, 50, 60), rng.uniform(0, 50, 60), rng.lognormal(0, 3, 60)
        found = atlas.densest(x, y, side=10, plane=True, weight=weight)
        best = max(
            math.fsum(weight[(x >= a) & (x <= a + 10) & (y >= b) & (y <= b + 10)].tolist()) for a in x for b in y
        )
        assert found.best.weight == pytest.approx(best, rel=1e-12)

    def test_all_on_one_place(self):
        found = atlas.densest([42.0] * 7, [-71.0] * 7, side="1mi")
        assert (found.count, found.total, found.members.tolist()) == (7, 7, list(range(7)))
        assert found.best.bounds.x[0] == -71.0 and found.best.bounds.y[0] == 42.0

    def test_a_stray_point_changes_nothing_but_the_total(self):
        rng = np.random.default_rng(5)
        lat, lon = 42.36 + rng.normal(0, 0.01, 300), -71.09 + rng.normal(0, 0.01, 300)
        alone = atlas.densest(lat, lon, side="1mi")
        joined = atlas.densest(np.append(lat, 22.8), np.append(lon, 86.1), side="1mi")
        assert joined.best.bounds == alone.best.bounds
        assert joined.members.tolist() == alone.members.tolist()
        assert [(w.code, w.members) for w in joined.warnings] == [("far_away", (300,))]

    def test_the_width_is_the_side_at_its_own_latitude(self):
        found = atlas.densest([60.0, 60.0], [10.0, 10.001], side="1km")
        (west, east), (south, north) = found.best.bounds.x, found.best.bounds.y
        own = math.radians(east - west) * brute.R * math.cos(math.radians((south + north) / 2))
        assert own == pytest.approx(1000, rel=found.width_error)
        assert math.radians(north - south) * brute.R == pytest.approx(1000, abs=1e-3)
        assert found.width_error < 3e-4


class TestPublished:
    @pytest.mark.parametrize(("kind", "count", "total"), [("Life Sciences", 135, 272), (None, 188, 428)])
    def test_the_most_innovative_square_mile(self, published, kind, count, total):
        with (published.folder("cambridge-lifesci") / "companies.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = [r for r in csv.DictReader(file) if r["Business Name"] != "Navya Network"]
        rows = [r for r in rows if kind in (None, r["Business Type"])]
        lat, lon = (np.array([float(r[k]) for r in rows]) for k in ("Latitude", "Longitude"))
        found = atlas.densest(lat, lon, side="1mi")
        assert (found.count, found.total, len(found.members)) == (count, total, count)
        if kind:
            published_there = atlas.densest(lat, lon, side="1mi", at_latitude=42.3656)
            assert published_there.count == 135
            for each in (found, published_there):
                corners = (each.best.bounds.y[0], each.best.bounds.x[0], each.best.bounds.y[1], each.best.bounds.x[1])
                assert corners == pytest.approx((42.360134, -71.096386, 42.374607, -71.076797), abs=1.5e-6)

    def test_in_metres(self, published):
        with (published.folder("cambridge-lifesci") / "points_xy.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        x, y = (np.array([float(r[k]) for r in rows]) for k in ("x", "y"))
        life = np.array([r["type"] == "Life Sciences" for r in rows])
        assert atlas.densest(x, y, side="1mi", plane=True).count == 188
        found = atlas.densest(x[life], y[life], side="1mi", plane=True)
        best, _ = brute.square(
            *(np.rint(v[life] * 1000).astype(np.int64) for v in (x, y)), np.ones(life.sum()), 1609344, 1609344
        )
        assert found.count == best == 135


class TestRefusing:
    @pytest.mark.parametrize(
        ("words", "call"),
        [
            ("no points", lambda: atlas.densest([], [])),
            ("Point 1 (from 0) has no finite", lambda: atlas.densest([1, math.nan], [1, 2])),
            ("Point 0 (from 0) has no finite", lambda: atlas.densest([math.inf], [1])),
            ("differ", lambda: atlas.densest([1, 2], [1])),
            ("exchange the columns", lambda: atlas.densest([-127.1], [35.8])),
            ("no position", lambda: atlas.densest([95], [200])),
            ("pole", lambda: atlas.densest([89.5], [0])),
            ("above 1,000 km", lambda: atlas.densest([1], [1], side="1001km")),
            ("no length", lambda: atlas.densest([1], [1], side="1 parsec")),
            ("more than zero, not 0", lambda: atlas.densest([1], [1], side=0)),
            ("more than zero, not -3m", lambda: atlas.densest([1], [1], side="-3m")),
            ("too large", lambda: atlas.densest([1e18], [1], side=1, plane=True)),
            ("weighs -1.0", lambda: atlas.densest([1, 1], [1, 1], weight=[1, -1])),
            ("weighs nan", lambda: atlas.densest([1], [1], weight=[math.nan])),
            ("All weights are zero", lambda: atlas.densest([1], [1], weight=[0])),
            ("2 values", lambda: atlas.densest([1], [1], weight=[1, 2])),
            ("together", lambda: atlas.densest([1], [1], weight=[1], distinct=["a"])),
            ("names no organisation", lambda: atlas.densest([1, 1], [1, 1], distinct=["a", ""])),
            ("square or disc", lambda: atlas.densest([1], [1], shape="hexagon")),
            ("1 to 1,000", lambda: atlas.densest([1], [1], top=0)),
            ("-89 to 89", lambda: atlas.densest([1], [1], at_latitude=90)),
            ("those of a city", lambda: atlas.densest([1, 1], [1, 1], precision=["city", " City"])),
            ("2 precisions", lambda: atlas.densest([1], [1], precision=["roof", "roof"])),
        ],
    )  # fmt: skip
    def test_in_both_languages(self, words, call):
        with pytest.raises(Unmeasurable) as refused:
            call()
        text, remedy = refused.value.text, refused.value.remedy
        assert words in f"{text.en} {remedy.en if remedy else ''}"
        assert "니다" in text.ko and text.ko != text.en


class TestQuality:
    def test_cities_are_left_out_and_counted(self):
        found = atlas.densest([1, 1, 1], [1, 1, 1], precision=["city", "roof", "street"])
        assert (found.count, found.total, found.excluded, found.members.tolist()) == (2, 2, {"city": 1}, [1, 2])

    def test_more_than_five_organisations_on_one_place_are_pointed_at(self):
        lat, lon = [1.0] * 6 + [2.0] * 5, [1.0] * 6 + [2.0] * 5
        (warning,) = atlas.densest(lat, lon).warnings
        assert (warning.code, warning.members) == ("pile_up", (0, 1, 2, 3, 4, 5))
        assert "6 rows share" in warning.text.en and "행 6개가" in warning.text.ko
        (named,) = atlas.densest(lat, lon, distinct=list("abcdefghijk")).warnings
        assert "6 organisations share" in named.text.en and "기관 6곳이" in named.text.ko
        assert atlas.densest(lat, lon, distinct=["a"] * 11).warnings == ()
        assert atlas.densest(lat, lon, precision=["roof"] * 11).warnings == ()
        assert len(atlas.densest(lat, lon, precision=["postcode"] * 11).warnings) == 1


def within(found, lat_or_y, lon_or_x):
    """Positions of the floats as given that lie within the bounds as JSON says them."""
    bounds = json.loads(json.dumps(found.as_dict()["bounds"]))
    (south, north), (west, east) = (bounds["lat"], bounds["lon"]) if "lat" in bounds else (bounds["y"], bounds["x"])
    across = (lon_or_x >= west) & (lon_or_x <= east) if west <= east else (lon_or_x >= west) | (lon_or_x <= east)
    return np.flatnonzero(across & (lat_or_y >= south) & (lat_or_y <= north)).tolist()


class TestBounds:
    """What the bounds hold is what was counted, with coordinates of any number of decimals."""

    @given(st.integers(0, 10**6), st.sampled_from([(42.0, -71.0), (-33.0, 179.995), (0.0, 0.0)]), st.booleans())
    @settings(max_examples=150, deadline=None)
    def test_on_the_earth(self, seed, at, whole_turn):
        rng = np.random.default_rng(seed)
        n = int(rng.integers(1, 40))
        lat, lon = at[0] + rng.uniform(0, 0.02, n), (at[1] + rng.uniform(0, 0.02, n) + 180) % 360 - 180
        found = atlas.densest(lat, lon % 360 if whole_turn and at[1] > 0 else lon, side="1mi", top=2)
        for place in found.squares:
            one = replace(found, squares=(place,))
            assert within(one, lat, lon) == place.members.tolist()

    @given(
        st.integers(0, 10**6),
        st.sampled_from([(327_000.0, 4_690_000.0, 3000.0, 1609.344), (0.0, 0.0, 1.0, 0.3), (-5.0, 7.0, 1e-3, 1e-4)]),
    )
    @settings(max_examples=150, deadline=None)
    def test_in_a_plane(self, seed, ground):
        rng = np.random.default_rng(seed)
        x0, y0, extent, side = ground
        n = int(rng.integers(1, 40))
        x, y = x0 + rng.uniform(0, extent, n), y0 + rng.uniform(0, extent, n)
        x[n // 2 :] = x[: n - n // 2] + side * rng.choice([1.0, 1 + 1e-9, 1 - 1e-9])
        found = atlas.densest(x, y, side=side, plane=True)
        assert within(found, y, x) == found.members.tolist()
        ends = x[found.members], y[found.members]
        assert all(np.ptp(each) <= side + 1e-8 * max(1.0, side / 1e3) for each in ends)

    def test_nothing_farther_apart_than_the_side_is_counted(self):
        for apart, side in ((1.000004, 1), (500.0004, "500m"), (1 + 1e-12, 1), (1609.34400001, "1mi")):
            assert atlas.densest([0.0, apart], [0.0, 0.0], side=side, plane=True).count == 1
        assert atlas.densest([4_690_000.0, 4_690_001.0000001], [0.0, 0.0], side=1, plane=True).count == 1
        assert atlas.densest([0.1, 0.4], [0.0, 0.0], side=0.3, plane=True).count == 2
        assert atlas.densest([0.1, 0.1 + 0.3], [0.0, 0.0], side=0.3, plane=True).count == 2
        width = math.degrees(1609.344 / brute.R)
        assert atlas.densest([0.0, width + 2e-12], [5.0, 5.0], side="1mi").count == 1
        assert atlas.densest([0.0, width], [5.0, 5.0], side="1mi").count == 2
