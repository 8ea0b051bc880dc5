"""The whole test: its level under the null, what it finds, and what it says."""

import numpy as np
import pytest

from squaremile.atlas.measures.points.concentration import Trial, distances, kd_test, m_test
from squaremile.atlas.measures.points.sites import marks, plane
from squaremile.atlas.measures.refusing import Unmeasurable

TESTS = pytest.mark.parametrize("test", [kd_test, m_test])


def town(seed, together=False):
    """60 sites in a square kilometre; 15 of them bio, drawn at random or packed into one corner."""
    random = np.random.default_rng(seed)
    xy = random.uniform(0, 1000, (60, 2))
    chosen = random.choice(60, 15, replace=False)
    if together:
        chosen = np.argsort(xy.sum(axis=1))[:15]
    kinds = np.full(60, "it", dtype=object)
    kinds[chosen] = "bio"
    return plane(*xy.T), kinds.tolist()


@TESTS
def test_under_the_null_one_in_twenty_is_found(test):
    """500 towns where the types mean nothing: 5 % ± 1 point are called concentrated or dispersed."""
    found = 0
    for seed in range(500):
        sites, kinds = town(seed)
        found += test(sites, marks(kinds, "bio"), list(range(50, 501, 50)), trial=Trial(99, seed=seed)).significant
    assert 0.04 <= found / 500 <= 0.06


@TESTS
def test_a_packed_corner_is_found_and_told(test):
    sites, kinds = town(1, together=True)
    found = test(sites, marks(kinds, "bio"), top=500.0, trial=Trial(199))
    assert found.significant
    assert found.p_value == pytest.approx(1 / 200)
    assert found.leaves[0].side == "above"
    for leaving in found.leaves:
        at = found.radii.tolist().index(leaving.farthest_at)
        bound = found.hi if leaving.side == "above" else found.lo
        assert leaving.excess == pytest.approx(found.observed[at] - bound[at])
        assert leaving.times_expected == pytest.approx(found.observed[at] / found.expected[at])
        assert leaving.start <= leaving.farthest_at <= leaving.end
    assert "more concentrated than the other sites" in found.verdict.en
    assert "모여 있습니다" in found.verdict.ko


@TESTS
def test_the_same_seed_the_same_answer(test):
    sites, kinds = town(2)
    held = marks(kinds, "bio", weight=np.arange(60.0) + 1)
    first, second, third = (test(sites, held, top=400.0, trial=Trial(39, seed=s)).as_dict() for s in (5, 5, 6))
    assert first == second
    assert first["lo"] != third["lo"]


@TESTS
def test_two_types_and_the_comparison_method(test):
    sites, kinds = town(3)
    kinds = [k if k == "bio" or n % 3 else "food" for n, k in enumerate(kinds)]
    held = marks(kinds, "bio", "it")
    found = test(sites, held, top=400.0, trial=Trial(199, method="dropping", null="independence"))
    assert (found.p_value, found.null, found.exact_level) == (None, "independence", False)
    assert test(sites, held, top=400.0, trial=Trial(39)).null == "labels"
    with pytest.raises(Unmeasurable):
        test(sites, marks(kinds, "bio"), top=400.0, trial=Trial(39, null="independence"))


@TESTS
@pytest.mark.parametrize(
    ("kinds", "neighbour", "null"), [(["a"] * 6, None, None), (["a", "b"] * 3, "b", "independence")]
)
def test_where_nothing_can_be_redrawn_it_is_refused(test, kinds, neighbour, null):
    with pytest.raises(Unmeasurable) as refused:
        test(plane(range(6), [0] * 6), marks(kinds, "a", neighbour), top=5.0, trial=Trial(39, null=null))
    assert refused.value.text.en == "Every redrawing would look the same: there are no other sites to compare with."


def test_the_level_is_exact_only_where_it_can_be():
    sites, kinds = town(3)
    exact = [m_test(sites, marks(kinds, "bio"), top=400.0, trial=Trial(s)).exact_level for s in (99, 100)]
    assert exact == [True, False]


def test_radii_are_what_was_asked_for():
    sites, _ = town(4)
    assert distances([30, 10, 20], None, sites, 5).tolist() == [10, 20, 30]
    assert distances(None, 100, sites, 4).tolist() == [0, 25, 50, 75, 100]
    assert distances(None, None, plane([0, 3], [0, 4]), 1).tolist() == [0, pytest.approx(5 / 3)]


@pytest.mark.parametrize("radii", [[], [0], [-1, 2], [1, 1], [np.nan], [np.inf]])
def test_radii_that_are_none_are_refused(radii):
    with pytest.raises(Unmeasurable):
        distances(radii, None, plane([0, 3], [0, 4]), 5)


def test_all_in_one_place_needs_a_distance():
    with pytest.raises(Unmeasurable):
        distances(None, None, plane([1, 1], [1, 1]), 5)
