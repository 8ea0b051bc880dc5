"""Repetition: the days of a rule, and wall-clock times that survive a change of clocks."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.booking.policies.recurrence import MOST, Weekly, dates, spans
from tests.booking.policies.drawn import NEW_YORK, ZONES

MONDAY = date(2027, 3, 1)


def test_every_second_week_on_two_days():
    found = dates(Weekly((0, 2), every=2, count=4), date(2027, 3, 3))
    assert found == [date(2027, 3, 3), date(2027, 3, 15), date(2027, 3, 17), date(2027, 3, 29)]


def test_until_counts_its_last_day():
    assert dates(Weekly(until=date(2027, 3, 15)), MONDAY) == [MONDAY, date(2027, 3, 8), date(2027, 3, 15)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": (7,)},
        {"weekdays": (-1,)},
        {"every": 0},
        {"every": 53},
        {"count": None},
        {"until": MONDAY},
        {"count": 0},
    ],
)
def test_an_unreadable_rule(wrong):
    with pytest.raises(ValueError):
        Weekly(**{"count": 3, **wrong})


@given(
    st.sets(st.integers(0, 6)),
    st.integers(1, 52),
    st.integers(1, 200),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_dates_follow_the_rule(weekdays, every, count, first):
    found = dates(Weekly(tuple(weekdays), every, count=count), first)
    assert len(found) == min(count, MOST + 1)
    monday = first - timedelta(days=first.weekday())
    assert found == sorted(set(found))
    for day in found:
        assert day >= first
        assert day.weekday() in (weekdays or {first.weekday()})
        assert (day - monday).days // 7 % every == 0


@given(st.dates(date(2027, 1, 1), date(2027, 12, 1)), st.times(), st.times(), st.integers(0, 2), ZONES)
def test_clock_times_stay_where_there_is_such_a_time(first, start, end, long, zone):
    start, end = (t.replace(second=0, microsecond=0) for t in (start, end))
    if not long and end <= start:
        long = 1
    days = [first + timedelta(days=7 * n) for n in range(10)]
    for day, span in zip(days, spans(days, start=start, end=end, days_long=long, zone=zone), strict=True):
        begins = span.start.astimezone(zone)
        left_out = zone is NEW_YORK and day == date(2027, 3, 14) and start.hour == 2
        assert left_out or (begins.date(), begins.time()) == (day, start)
        ends = span.end.astimezone(zone)
        last = day + timedelta(days=long)
        left_out |= zone is NEW_YORK and last == date(2027, 3, 14) and end.hour == 2
        assert left_out or (ends.date(), ends.time()) == (last, end)


def test_an_hour_that_is_left_out_keeps_its_length():
    (span,) = spans([date(2027, 3, 14)], start=time(2, 30), end=time(3, 0), days_long=0, zone=NEW_YORK)
    assert span.minutes == 30
