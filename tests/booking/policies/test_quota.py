"""Shares: days and weeks by the site's clock, split where a booking crosses them, nothing counted twice or lost."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.booking.policies import quota
from squaremile.booking.policies.quota import Share
from squaremile.kernel.period import Period
from tests.booking.policies.drawn import NEW_YORK, SEOUL, ZONES, busy, moments, periods

DAY, WEEK = Share("person", "day", 240), Share("company", "week", 600)
SHARES = st.builds(
    Share,
    st.sampled_from(["person", "company"]),
    st.sampled_from(["day", "week"]),
    st.integers(1, 3_000),
    st.booleans(),
    st.integers(0, 700),
    st.integers(701, 1440),
)


@given(moments(), SHARES, ZONES)
def test_a_window_holds_its_moment_and_begins_at_midnight(moment, share, zone):
    frame = quota.window(share, moment, zone)
    local = frame.start.astimezone(zone)
    assert frame.contains(moment)
    assert (local.hour, local.minute) == (0, 0)
    assert share.span == "day" or local.weekday() == 0


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2027, 3, 14, 12, tzinfo=UTC), 23),
        (datetime(2027, 11, 7, 12, tzinfo=UTC), 25),
        (datetime(2027, 11, 6, 12, tzinfo=UTC), 24),
    ],
)
def test_a_day_of_a_change_of_clocks(moment, hours):
    assert quota.window(DAY, moment, NEW_YORK).duration == timedelta(hours=hours)


@given(periods(longest=20_000), st.sampled_from(["day", "week"]), ZONES)
def test_what_is_split_at_midnight_sums_up(asked, span, zone):
    verdicts = quota.judge(Share("person", span, 1), asked, [], zone)
    assert sum(v.asked for v in verdicts) == asked.minutes


@given(periods(longest=5_000), SHARES, ZONES)
def test_prime_time_is_a_part_and_sums_up(asked, share, zone):
    verdicts = quota.judge(share, asked, [], zone)
    assert sum(v.asked for v in verdicts) == quota.counted(share, asked, zone) <= asked.minutes


@given(periods(), busy(), SHARES, ZONES)
def test_what_is_held_elsewhere_in_time_does_not_count(asked, held, share, zone):
    for verdict, moment in zip(quota.judge(share, asked, held, zone), _frames(asked, share, zone), strict=True):
        frame = quota.window(share, moment, zone)
        inside = [part for h in held if (part := h.clipped(frame))]
        assert verdict.held == sum(quota.counted(share, part, zone) for part in inside)


def _frames(asked, share, zone):
    moment, found = asked.start, []
    while moment < asked.end:
        found.append(moment)
        moment = quota.window(share, moment, zone).end
    return found


def at(hour, minutes=60, day=1):
    start = datetime(2027, 3, day, hour, tzinfo=SEOUL)
    return Period(start, start + timedelta(minutes=minutes))


def test_the_last_minute_fits_and_one_more_does_not():
    (full,) = quota.judge(DAY, at(14, 60), [at(9, 180)], SEOUL)
    (over,) = quota.judge(DAY, at(14, 61), [at(9, 180)], SEOUL)
    assert (full.fits, over.fits) == (True, False)
    assert quota.arithmetic(over).en == "180 min held + 61 min now = 241 min > 240 min a day"
    assert quota.arithmetic(over).ko == "하루 180분 예약 + 지금 61분 = 241분 > 240분"


def test_a_night_counts_on_both_days():
    assert [(v.held, v.asked) for v in quota.judge(DAY, at(22, 240), [at(9, 60), at(9, 30, day=2)], SEOUL)] == [
        (60, 120),
        (30, 120),
    ]


def test_prime_time_alone():
    prime = Share("person", "day", 60, prime_only=True, prime_from=540, prime_to=1080)
    assert [v.asked for v in quota.judge(prime, at(17, 120), [], SEOUL)] == [60]
    assert [v.asked for v in quota.judge(prime, at(19, 120), [], SEOUL)] == [0]
