"""Shares: Newcombe's table by value, and what must hold of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.residency.policies.shares import net_promoters, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_published_intervals_by_value(part, whole, low, high):
    found = wilson(part, whole)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(0, 300), st.integers(0, 300))
def test_it_holds_the_share_and_turns_round(a, b):
    one, other = wilson(a, a + b), wilson(b, a + b)
    assert 0 <= one.low <= (one.value if one.value is not None else 0.5) <= one.high <= 1
    assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low))


def test_nothing_decided_and_too_few():
    assert (wilson(0, 0).value, wilson(0, 0).low, wilson(0, 0).high) == (None, 0, 1)
    assert [wilson(1, n).too_few for n in (4, 5)] == [True, False]
    with pytest.raises(ValueError, match="part"):
        wilson(3, 2)


def test_promoters_less_detractors():
    found = net_promoters([10] * 7 + [9] * 5 + [8] * 3 + [5] * 5)
    assert found.value == pytest.approx(100 * (12 - 5) / 20)
    assert (found.high - found.low) / 2 == pytest.approx(100 * 1.959964 * ((0.85 - 0.35**2) / 20) ** 0.5, rel=1e-6)
    assert net_promoters([]) is None
    with pytest.raises(ValueError, match="0 to 10"):
        net_promoters([11])
