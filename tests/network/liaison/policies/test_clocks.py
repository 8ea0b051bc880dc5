"""Waiting times, follow-ups, lateness, reminders and the membership's year."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.period import Period
from squaremile.network.policies import follow_ups
from squaremile.network.policies.membership_year import year_of
from squaremile.network.policies.response import Clocked, clocked

H = timedelta(hours=1)
WAITS = st.lists(st.timedeltas(timedelta(0), timedelta(days=400)), min_size=1, max_size=60)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def test_nothing_waited_has_no_figures():
    assert clocked([]) == Clocked(0, None, None)


def test_median_and_p90():
    assert clocked([H * n for n in range(1, 11)]) == Clocked(10, H * 5.5, H * 9)
    assert clocked([H]) == Clocked(1, H, H)


@given(WAITS)
def test_nine_of_ten_were_answered_within_p90(waits):
    found = clocked(waits)
    assert found.p90 in waits
    assert 10 * sum(wait <= found.p90 for wait in waits) >= 9 * len(waits)
    assert min(waits) <= found.median <= max(waits)
    assert clocked(reversed(waits)) == found


def test_weeks_of_the_setting():
    assert follow_ups.weeks("12, 2,6,2") == (2, 6, 12)
    assert follow_ups.weeks("") == ()
    for wrong in ("0", "521", "two"):
        with pytest.raises(ValueError, match=r"."):
            follow_ups.weeks(wrong)


def test_follow_ups_after_a_meeting():
    assert follow_ups.follow_ups(date(2027, 3, 1), (2, 6, 12)) == [
        (2, date(2027, 3, 15)), (6, date(2027, 4, 12)), (12, date(2027, 5, 24)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"), [(-1, ""), (0, ""), (1, "late"), (7, "late"), (8, "escalated"), (300, "escalated")]
)
def test_lateness(days, said):
    due = date(2027, 3, 1)
    assert follow_ups.lateness(due, due + timedelta(days=days), 7) == said


@pytest.mark.parametrize(
    ("left", "step"), [(200, None), (180, 180), (91, 180), (90, 90), (30, 30), (0, 30), (-1, None)]
)
def test_reminders_come_in_steps(left, step):
    today = date(2027, 3, 1)
    assert follow_ups.reminder(today + timedelta(days=left), today, (180, 90, 30)) == step


@given(MOMENTS, st.timedeltas(timedelta(hours=1), timedelta(days=4000)), MOMENTS)
def test_the_year_of_a_membership_lies_in_it(start, length, moment):
    valid = Period(start, start + length)
    year = year_of(valid, moment)
    assert valid.covers(year)
    assert year.duration <= timedelta(days=367)
    if valid.contains(moment):
        assert year.contains(moment)


def test_from_anniversary_to_anniversary():
    valid = Period(datetime(2026, 5, 10, tzinfo=UTC), datetime(2028, 5, 10, tzinfo=UTC))
    assert year_of(valid, datetime(2027, 3, 1, tzinfo=UTC)).start == datetime(2026, 5, 10, tzinfo=UTC)
    assert year_of(valid, datetime(2027, 6, 1, tzinfo=UTC)).start == datetime(2027, 5, 10, tzinfo=UTC)
