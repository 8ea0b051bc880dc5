"""The pool is shared to the last unit, whatever the order, and a reversal leaves no trace in it."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.network.policies import payout

POINTS = st.decimals(min_value=Decimal("-50"), max_value=Decimal(500), places=2)
EARNED = st.dictionaries(st.text("abcdefg", min_size=1, max_size=4), POINTS, max_size=30)
AMOUNT = st.integers(0, 10**12)


@given(EARNED, AMOUNT)
def test_the_parts_add_up_to_the_pool(earned, amount):
    parts = payout.shares(earned, amount)
    assert sum(parts.values()) == (amount if any(p > 0 for p in earned.values()) else 0)
    assert set(parts) == {who for who, points in earned.items() if points > 0}
    assert all(part >= 0 for part in parts.values())


@given(EARNED, AMOUNT, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(earned, amount, random):
    turned = list(earned.items())
    random.shuffle(turned)
    assert payout.shares(dict(turned), amount) == payout.shares(earned, amount)


@given(EARNED, AMOUNT)
def test_whoever_has_more_points_gets_no_less(earned, amount):
    parts = payout.shares(earned, amount)
    ranked = sorted(parts, key=lambda who: earned[who])
    assert all(parts[a] <= parts[b] for a, b in pairwise(ranked) if earned[a] < earned[b])


@given(EARNED, AMOUNT)
def test_no_part_is_a_unit_away_from_its_exact_share(earned, amount):
    parts = payout.shares(earned, amount)
    whole = sum(p for p in earned.values() if p > 0)
    for who, part in parts.items():
        assert abs(part - amount * earned[who] / whole) < Decimal("1.000001")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.decimals(Decimal("0.01"), 90, places=2)), max_size=12), AMOUNT, st.data())
def test_a_reversed_line_is_as_if_it_had_never_been(lines, amount, data):
    def summed(entries):
        total: dict[str, Decimal] = {}
        for who, points in entries:
            total[who] = total.get(who, Decimal(0)) + points
        return total

    before = payout.shares(summed(lines), amount)
    who, points = data.draw(st.tuples(st.sampled_from("abcd"), st.decimals(Decimal("0.01"), 90, places=2)))
    assert payout.shares(summed([*lines, (who, points), (who, -points)]), amount) == before


def test_points_by_the_hour_and_fixed():
    assert payout.points(Decimal(2), fixed=False, minutes=90) == Decimal("3.00")
    assert payout.points(Decimal(3), fixed=False, minutes=10) == Decimal("0.50")
    assert payout.points(Decimal(4), fixed=True, minutes=0) == Decimal("4.00")
    with pytest.raises(ValueError, match="minutes"):
        payout.points(Decimal(2), fixed=False, minutes=0)


def test_the_pool_is_rounded_down():
    assert payout.pool([60_000_000, 15_000_009], Decimal(10)) == 7_500_000
    assert payout.pool([], Decimal(10)) == 0


def test_the_leftover_goes_to_the_largest_remainders():
    assert payout.shares({"a": Decimal(1), "b": Decimal(1), "c": Decimal(1)}, 100) == {"a": 34, "b": 33, "c": 33}
    assert payout.shares({"a": Decimal(5), "b": Decimal(3), "c": Decimal(1)}, 10) == {"a": 6, "b": 3, "c": 1}
