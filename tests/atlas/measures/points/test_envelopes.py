"""The bands: their level, their meaning, and the worked cases."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.atlas.measures.points import envelopes
from squaremile.atlas.measures.points.envelopes import dropping, envelope, erl, extreme_ranks, local_band
from squaremile.atlas.measures.refusing import Unmeasurable


def walks(count, length, seed):
    return np.cumsum(np.random.default_rng(seed).normal(size=(count, length)), axis=1)


def test_ranks_by_hand():
    """Ranks low to high at both radii 1 2 3 4 5, folded 1 2 3 2 1; curve 4 has (2, 1), curve 3 has (3, 2)."""
    curves = np.array([[1.0, 1], [2, 2], [3, 4], [4, 5], [5, 3]])
    #  folded ranks: (1,1) (2,2) (3,2) (2,1) (1,3) -> sorted (1,1) (2,2) (2,3) (1,2) (1,3)
    assert extreme_ranks(curves).tolist() == [0.2, 0.8, 1.0, 0.4, 0.6]


def test_equal_curves_are_equally_extreme():
    curves = np.array([[1.0, 1], [1, 1], [2, 2], [3, 3], [3, 3]])
    assert extreme_ranks(curves).tolist() == [0.8, 0.8, 1.0, 0.8, 0.8]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([19, 39, 99]), st.integers(1, 30))
def test_the_curve_leaves_the_envelope_exactly_when_p_says_so(seed, simulations, length):
    curves = walks(simulations + 1, length, seed)
    lo, hi, p = erl(curves[0], curves[1:], 0.1)
    assert ((curves[0] < lo) | (curves[0] > hi)).any() == (p <= 0.1 + 1e-12)


def test_exactly_one_in_twenty_is_outside():
    """Whichever of 200 curves is called the observed one: ten are outside."""
    curves = walks(200, 25, 5)
    outside = sum(erl(curves[k], np.delete(curves, k, axis=0), 0.05)[2] <= 0.05 for k in range(200))
    assert outside == 10


def test_the_dropping_envelope_is_not_exact():
    """Of 200 walks of one law more than 5 % leave the envelope that the others give by dropping."""
    curves = walks(200, 25, 5)
    outside = 0
    for k in range(200):
        lo, hi = dropping(np.delete(curves, k, axis=0), 0.05)
        outside += bool(((curves[k] < lo) | (curves[k] > hi)).any())
    assert outside != 10


def test_dropping_by_hand():
    """Of 1..10 at one radius, level .2: first 1 and 10 go, and 8 are left as wanted."""
    lo, hi = dropping(np.arange(1.0, 11)[:, None], 0.2)
    assert (lo[0], hi[0]) == (2.0, 9.0)
    lo, hi = dropping(np.arange(1.0, 11)[:, None], 0.3)  # 6 are left where 7 were wanted: a tenth of the way back
    assert (lo[0], hi[0]) == pytest.approx((2.9, 8.1))


def test_the_local_band_is_an_order_statistic():
    drawn = np.random.default_rng(0).permutation(np.arange(1.0, 40))[:, None]
    lo, hi = local_band(drawn, 0.1)
    assert (lo[0], hi[0]) == (2.0, 38.0)


def test_undefined_radii_are_left_out():
    curves = walks(20, 4, 1)
    curves[3, 0] = np.nan
    found = envelope(curves[0], curves[1:], 0.05)
    assert np.isnan(found.lo).tolist() == [True, False, False, False]
    curves[5] = np.nan
    with pytest.raises(Unmeasurable):
        envelope(curves[0], curves[1:], 0.05)


@pytest.mark.parametrize(("simulations", "level"), [(18, 0.05), (98, 0.01), (10, 0.0), (10, 1.0), (10, -1)])
def test_too_few_simulations_are_refused(simulations, level):
    with pytest.raises(Unmeasurable):
        envelopes.enough(simulations, level)
    envelopes.enough(19, 0.05)
