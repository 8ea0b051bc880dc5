"""Kd against its definition, its mass, and what may not change it."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.atlas.measures.points import kdensity
from squaremile.atlas.measures.points.kdensity import k_density, nrd0
from squaremile.atlas.measures.points.sites import globe, marks, plane
from squaremile.atlas.measures.refusing import Unmeasurable
from tests.atlas.measures.points import brute

RADII = np.linspace(0, 400, 21)


def town(count, seed, spread=300.0):
    random = np.random.default_rng(seed)
    xy = random.normal(0, spread, (count, 2))
    kinds = np.where(random.random(count) < 0.4, "bio", "it").tolist()
    kinds[:4] = ["bio", "bio", "it", "it"]
    return xy, kinds, random.gamma(2.0, 3.0, count)


@pytest.mark.parametrize("neighbour", [None, "it"])
@pytest.mark.parametrize("weighted", [False, True])
def test_it_is_the_sum_that_defines_it(neighbour, weighted):
    xy, kinds, weight = town(60, 3)
    held = marks(kinds, "bio", neighbour, weight if weighted else None)
    found = k_density(plane(*xy.T), held, RADII)
    expected = brute.kd(xy, held.weight, held.reference, held.neighbour, RADII)
    assert found.values == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("neighbour", [None, "it"])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("spread", [250.0, 6_000.0])
def test_the_histogram_agrees_with_the_sum(monkeypatch, neighbour, weighted, spread):
    xy, kinds, weight = town(500, 4, spread)
    held, sites = marks(kinds, "bio", neighbour, weight if weighted else None), plane(*xy.T)
    monkeypatch.setattr(kdensity, "LISTED", 10**9)
    exact = k_density(sites, held, RADII)
    monkeypatch.setattr(kdensity, "LISTED", 0)
    binned = k_density(sites, held, RADII)
    assert binned.bandwidth == pytest.approx(exact.bandwidth, rel=2e-6)
    assert binned.values == pytest.approx(exact.values, rel=2e-5)
    assert binned.pairs == exact.pairs


@pytest.mark.parametrize("share", [0.4, 0.8, 1.0])
@pytest.mark.parametrize("top", [150.0, 1_500.0])
def test_shared_addresses_are_binned_within_the_stated_bound(monkeypatch, share, top):
    """Equal distances do not stand at the middle of their bin: 6e-6 / h, and a millionth of the bandwidth."""
    random = np.random.default_rng(7)
    doors = random.uniform(0, 1000, (5, 2))
    xy = np.where((random.random(300) < share)[:, None], doors[random.integers(0, 5, 300)], random.uniform(0, 1000, (300, 2)))
    kinds = np.where(random.random(300) < 0.6, "bio", "it").tolist()
    radii = np.linspace(0, top, 31)
    for neighbour, weight in ((None, None), ("it", random.gamma(2.0, 3.0, 300))):
        held = marks(kinds, "bio", neighbour, weight)
        monkeypatch.setattr(kdensity, "LISTED", 10**9)
        exact = k_density(plane(*xy.T), held, radii)
        monkeypatch.setattr(kdensity, "LISTED", 0)
        binned = k_density(plane(*xy.T), held, radii)
        assert binned.bandwidth == pytest.approx(exact.bandwidth, rel=1e-6)
        assert np.abs(binned.values - exact.values).max() * exact.bandwidth < 6e-6


@pytest.mark.parametrize("listed", [0, 10**9])
def test_its_mass_is_one(monkeypatch, listed):
    monkeypatch.setattr(kdensity, "LISTED", listed)
    xy, kinds, _ = town(120, 5)
    found = k_density(plane(*xy.T), marks(kinds, "bio"), np.linspace(0, 4000, 4001))
    assert np.trapezoid(found.values, found.radii) == pytest.approx(1.0, abs=1e-6)


def test_three_sites_by_hand():
    """Distances 3, 4 and 5: sd 1, quartiles 3.5 and 4.5, so h = .9 × (1 / 1.34) × 3 ** -.2."""
    found = k_density(plane([0, 3, 3], [0, 0, 4]), marks(["a"] * 3, "a"), np.array([4.0]))
    h = 0.9 / 1.34 * 3**-0.2
    assert found.bandwidth == pytest.approx(h, rel=1e-15)
    u = np.array([1 / h, 0, 1 / h, 7 / h, 8 / h, 9 / h])
    assert found.values[0] == pytest.approx(np.exp(-u * u / 2).sum() / np.sqrt(2 * np.pi) / (3 * h), rel=1e-12)


def test_the_rule_of_thumb_is_that_of_r():
    """R: bw.nrd0(c(1, 2, 3, 4, 100)) is .9 × min(43.617, 2 / 1.34) × 5 ** -.2; without spread, the value; at 0, 1."""
    assert nrd0(np.array([1.0, 2, 3, 4, 100])) == pytest.approx(0.9 * 2 / 1.34 * 5**-0.2, rel=1e-15)
    assert nrd0(np.full(4, 7.0)) == pytest.approx(0.9 * 7 * 4**-0.2)
    assert nrd0(np.zeros(4)) == pytest.approx(0.9 * 4**-0.2)


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 40), st.integers(0, 10**6), st.floats(-1e4, 1e4), st.floats(0, 6.2))
def test_moving_turning_and_shuffling_change_nothing(count, seed, shift, angle):
    xy, kinds, weight = town(count + 4, seed)
    kinds[4:6] = ["bio"] * 2
    held = marks(kinds, "bio", weight=weight)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    order = np.random.default_rng(seed).permutation(len(xy))
    moved = (xy @ turn + shift)[order]
    again = marks([kinds[i] for i in order], "bio", weight=weight[order])
    radii = np.linspace(0, 2000, 9)
    one, other = (k_density(s, k, radii) for s, k in ((plane(*xy.T), held), (plane(*moved.T), again)))
    assert other.values == pytest.approx(one.values, rel=1e-6, abs=1e-12)


def test_a_small_area_of_the_globe_is_the_plane_and_the_antimeridian_is_no_border():
    xy, kinds, _ = town(80, 6)
    metre = 180 / np.pi / 6_371_008.8
    held = marks(kinds, "bio")
    flat = k_density(plane(*xy.T), held, RADII).values
    for centre in (-71.09, 180.0):
        lon = (xy[:, 0] * metre + centre + 180) % 360 - 180
        assert k_density(globe(xy[:, 1] * metre, lon), held, RADII).values == pytest.approx(flat, rel=1e-5)


@pytest.mark.parametrize("listed", [0, 10**9])
def test_long_ways_follow_the_great_circle(monkeypatch, listed):
    """Along the equator distances are those of a line, though the straight way through the earth is a third shorter."""
    monkeypatch.setattr(kdensity, "LISTED", listed)
    lon = np.random.default_rng(3).uniform(0, 170, 400)
    line = np.radians(lon) * 6_371_008.8
    radii, held = np.linspace(0, 1.8e7, 10), marks(["a"] * 400, "a")
    flat = k_density(plane(line, np.zeros(400)), held, radii).values
    assert k_density(globe(np.zeros(400), lon), held, radii).values == pytest.approx(flat, rel=1e-3)


@pytest.mark.parametrize("listed", [0, 10**9])
def test_sites_in_one_place_have_a_density(monkeypatch, listed):
    monkeypatch.setattr(kdensity, "LISTED", listed)
    found = k_density(plane(np.zeros(5), np.zeros(5)), marks(["a"] * 5, "a"), np.array([0.0, 1.0]))
    assert np.isfinite(found.values).all()
    assert found.values[0] > found.values[1]


@pytest.mark.parametrize("listed", [0, 10**9])
def test_a_redrawing_without_near_pairs_still_has_a_curve(monkeypatch, listed):
    monkeypatch.setattr(kdensity, "LISTED", listed)
    sites, held = plane([0, 1e6, 0], [0, 0, 1e6]), marks(["a"] * 3, "a")
    assert k_density(sites, held, np.array([10.0]), drawn=True).values[0] >= 0


def test_far_apart_is_refused_with_a_way_out():
    with pytest.raises(Unmeasurable) as refused:
        k_density(plane([0, 1e6, 0], [0, 0, 1e6]), marks(["a"] * 3, "a"), np.array([10.0]))
    assert refused.value.text.en == "Fewer than two pairs of sites lie within 20 of each other."
    assert refused.value.remedy is not None


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: plane([0, np.nan], [0, 1]), "x is not a number (site 2)."),
        (lambda: plane([0, np.inf], [0, 1]), "x is not a number (site 2)."),
        (lambda: plane([0], [0]), "There are only 1 sites."),
        (lambda: plane([], []), "There are only 0 sites."),
        (lambda: plane([0, 1], [0]), "Coordinates of 2 and 1 sites."),
        (lambda: globe([0, 100], [0, 1]), "Point 1 (from 0), latitude 100.0, longitude 1.0, is no position on the Earth."),
        (lambda: marks(["a", "b"], "c"), "There is no site of the type “c”."),
        (lambda: marks(["a", "b"], "a"), "There is only one site of the type “a”."),
        (lambda: marks(["a", "a"], "a", weight=[1, -1]), "Point 1 (from 0) weighs -1.0."),
        (lambda: marks(["a", "a"], "a", weight=[0, 0]), "All weights are zero."),
        (lambda: marks(["a", "a"], "a", weight=[1]), "There is not one weight for each site."),
    ],
)
def test_what_cannot_be_measured_is_refused_in_both_languages(make, says):
    with pytest.raises(Unmeasurable) as refused:
        make()
    assert refused.value.text.en == says
    assert re.search(r"[가-힣].*다(\(.*\))?\.$", refused.value.text.ko)


def test_a_single_pair_has_no_density():
    with pytest.raises(Unmeasurable) as refused:
        k_density(plane([0, 5, 9], [0, 0, 0]), marks(["a", "a", "b"], "a"), np.array([10.0]))
    assert refused.value.text.en == "A density cannot be drawn from a single pair of sites."
