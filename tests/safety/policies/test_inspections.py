"""When inspections are due, and what counts as a repeat."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.safety.policies import inspections as policy

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(("last", "every", "due"), [
    (None, 365, date(2027, 3, 6)), (None, 1, date(2027, 3, 8)), (date(2027, 3, 4), 1, date(2027, 3, 5)),
    (date(2027, 3, 5), 1, date(2027, 3, 8)), (date(2027, 3, 1), 7, date(2027, 3, 8)), (date(2027, 3, 1), 730, date(2029, 2, 28)),
])  # fmt: skip
def test_when_the_next_is_due(last, every, due):
    """Saturday 6 March 2027 is when the room came into the list."""
    assert policy.next_due(last, date(2027, 3, 6), every) == due


@given(DAYS, st.integers(1, 800))
def test_never_before_its_time_and_never_on_a_weekend_for_daily_ones(last: date, every: int):
    due = policy.next_due(last, last, every)
    assert timedelta(days=every) <= due - last <= timedelta(days=every + (2 if every == 1 else 0))
    assert every != 1 or due.weekday() < policy.SATURDAY


@given(DAYS, st.integers(-10, 800))
def test_a_repeat_is_within_a_year(before: date, days: int):
    assert policy.is_repeat(before + timedelta(days=days), before) == (0 <= days <= 365)


def test_the_more_severe_the_sooner():
    day = date(2027, 3, 1)
    assert policy.mend_by("critical", day) < policy.mend_by("major", day) < policy.mend_by("minor", day)


@pytest.mark.parametrize("rows", [None, [], [1], [{"key": "a"}], [{"key": "a", "ko": "x", "severity": "x"}], [{"key": "a", "ko": "x"}] * 2])
def test_unsound_lists(rows):
    with pytest.raises(policy.UnsoundList):
        policy.items(rows)


def test_shipped_lists_are_sound_and_sourced():
    for each in policy.shipped().values():
        assert policy.items(each["items"])
        assert policy.intervals(each["every_days"], ("high", "middle", "low"))
        assert each["read_in"] and each["certainty"] in "ABKC"
