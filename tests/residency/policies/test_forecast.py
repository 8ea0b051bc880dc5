"""The forecast: what every case at once gives, counted out; what is certain; what is not known."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.residency.policies import forecast as policy
from squaremile.residency.policies.forecast import Chance, Hold, Holder, forecast
from squaremile.residency.policies.shares import wilson
from squaremile.residency.policies.survival import Stay

CASES = st.lists(
    st.builds(
        lambda places, monthly, p: Chance(places, monthly, p, p / 2, (1 + p) / 2),
        st.integers(1, 4), st.integers(1, 9), st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.9, 1.0]),
    ),
    max_size=7,
)  # fmt: skip


def counted(cases, weight, by, most=10**9):
    """Every way it may turn out, one after the other."""
    ways = []
    for taken in product((False, True), repeat=len(cases)):
        chance = 1.0
        for case, yes in zip(cases, taken, strict=True):
            chance *= getattr(case, by) if yes else 1 - getattr(case, by)
        ways.append((min(most, sum(getattr(c, weight) for c, yes in zip(cases, taken, strict=True) if yes)), chance))
    ways.sort()

    def quantile(wanted):
        total = 0.0
        for value, chance in ways:
            total += chance
            if total >= wanted - 1e-9:
                return value
        return ways[-1][0]

    return sum(v * c for v, c in ways), quantile(0.025), quantile(0.975)


@settings(max_examples=60)
@given(CASES, st.integers(0, 20))
def test_it_is_what_every_outcome_counted_out_gives(cases, rentable):
    found = policy.places(cases, rentable)
    expected, low, high = counted(cases, "places", "likely", rentable)
    assert found.expected == pytest.approx(expected)
    assert (found.low, found.high) == (low, high)
    assert found.outer_low == min(low, counted(cases, "places", "low", rentable)[1])
    assert found.outer_high == max(high, counted(cases, "places", "high", rentable)[2])
    money = policy.money(cases)
    assert (money.low, money.high) == counted(cases, "monthly", "likely")[1:]


def test_many_different_sums_go_by_the_normal_curve(monkeypatch):
    cases = [Chance(1, 1000 + 7 * i * i, 0.8, 0.7, 0.9) for i in range(40)]
    monkeypatch.setattr(policy, "MOST_SUMS", 10**7)
    exact = policy.money(cases)
    monkeypatch.setattr(policy, "MOST_SUMS", 100)
    near = policy.money(cases)
    assert near.expected == pytest.approx(exact.expected)
    assert (near.low, near.high) == pytest.approx((exact.low, exact.high), rel=0.02)


STAYS = [Stay(float(day), True) for day in range(100, 1100, 100)]


def test_what_is_written_and_certain():
    going, staying = Holder(2, 10, 50.0, 30.0, leaves=True), Holder(3, 10, 0.0, 400.0)
    month = forecast([going, staying], [], stays=STAYS, taken_up=wilson(0, 0), rentable=10, days=[10, 60])
    assert [(m.places.expected, m.written) for m in month] == [(5, 5), (3, 3)]
    assert month[0].places.low == month[0].places.high == 5


def test_who_has_stayed_longer_than_any_on_record_is_said():
    old = Holder(1, 10, 1000.5, 90.0)
    month = forecast([old], [], stays=STAYS, taken_up=wilson(0, 0), rentable=5, days=[30])[0]
    assert (month.beyond, month.places.expected, month.places.outer_low, month.places.outer_high) == (1, 1, 0, 1)


def test_half_have_gone_after_the_median_and_holds_come_by_their_rate():
    new = [Holder(1, 100, 0.0, 2000.0)] * 4
    month = forecast(new, [Hold(2, 50, 15.0)], stays=STAYS, taken_up=wilson(8, 10), rentable=10, days=[10, 500])
    assert month[0].places.expected == 4
    assert month[1].places.expected == pytest.approx(4 * 0.5 + 2 * 0.8)
    assert month[1].money.expected == pytest.approx(4 * 50 + 50 * 0.8)
    assert month[1].places.outer_low <= month[1].places.low <= month[1].places.high <= month[1].places.outer_high
