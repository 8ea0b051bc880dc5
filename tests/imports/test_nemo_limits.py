"""NEMO's limits as rules of use."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.cli.imports.nemo.limits import carried, digest
from squaremile.cli.imports.nemo.rules import BookingRules


def test_no_limits_at_all():
    carries = carried(BookingRules())

    assert carries.numbers == {"step_minutes": 15, "min_minutes": 15, "max_minutes": 0, "horizon_days": 3650}
    assert (carries.quotas, carries.left) == ([], ())


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (30, 240, (15, 30, 240)),
        (120, 408, (3, 120, 408)),
        (20, None, (5, 20, 0)),
        (None, 10, (5, 10, 10)),
        (7, 7, (1, 7, 7)),
    ],
)
def test_lengths_and_a_step_on_which_they_lie(low, high, expected):
    numbers = carried(BookingRules(minimum_minutes=low, maximum_minutes=high)).numbers

    assert (numbers["step_minutes"], numbers["min_minutes"], numbers["max_minutes"]) == expected


def test_a_count_per_day_becomes_a_share_where_a_longest_booking_bounds_it():
    carries = carried(BookingRules(maximum_minutes=240, per_day=2))

    assert carries.quotas == [{"per": "person", "span": "day", "minutes": 480}]
    assert carries.left == ()


@pytest.mark.parametrize("rules", [BookingRules(per_day=2), BookingRules(per_day=6, maximum_minutes=240)])
def test_a_count_that_no_share_says_is_told(rules):
    carries = carried(rules)

    assert carries.quotas == []
    assert [text.ko for text in carries.left] == [f"하루 예약 횟수 {rules.per_day}"]


def test_what_has_no_like_here_is_told():
    rules = BookingRules(
        horizon_days=0, future_count=3, future_minutes=600, gap_minutes=60, missed_after_minutes=30,
        off_between=(time(18), time(8)), off_weekends=True,
    )  # fmt: skip
    carries = carried(rules)

    assert carries.numbers["horizon_days"] == 1
    assert [text.en for text in carries.left] == [
        "3 coming bookings", "600 min of coming bookings", "60 min between bookings", "missed after 30 min",
        "rules off at weekends", "bookable 0 days ahead (became 1)", "rules off 18:00–08:00",
    ]  # fmt: skip


def test_limits_that_are_not_kept_make_no_rule_set_of_their_own():
    assert digest(BookingRules(missed_after_minutes=30)) == digest(BookingRules())
    assert digest(BookingRules(minimum_minutes=30)) != digest(BookingRules())


_minutes = st.none() | st.integers(1, 2000)


@given(_minutes, _minutes, st.none() | st.integers(0, 40000), st.none() | st.integers(1, 50))
def test_whatever_nemo_says_fits_the_table(low, high, horizon, per_day):
    if low and high and low > high:
        high = None
    carries = carried(BookingRules(minimum_minutes=low, maximum_minutes=high, horizon_days=horizon, per_day=per_day))
    n = carries.numbers

    assert n["step_minutes"] >= 1
    assert n["min_minutes"] >= 1
    assert n["max_minutes"] == 0 or n["max_minutes"] >= n["min_minutes"]
    assert 1 <= n["horizon_days"] <= 3650
    assert all(limit % n["step_minutes"] == 0 for limit in (low, high) if limit)
    if carries.share:
        assert carries.share == per_day * high < 1440
