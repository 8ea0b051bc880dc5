"""Rent by the day: a whole month is the month, parts add up, and what was recorded later stands over what was before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies.contracts import Term, added, changed, parts, standing
from squaremile.billing.policies.dunning import Ladder, bucket, due
from squaremile.billing.policies.lateness import differences
from squaremile.billing.policies.oddities import overrun, variance

NOW = datetime(2027, 3, 1, tzinfo=UTC)
FEBRUARY = date(2027, 2, 1)


def term(day: int, amount: int, recorded: int = 0, month: int = 2) -> Term:
    return Term(date(2027, month, day), amount, NOW + timedelta(hours=recorded))


def test_a_month_in_two_parts_by_each_rule():
    said = [term(1, 1_000_000), term(15, 800_000, 1), term(25, 0, 2)]
    assert [(p.days, p.charged) for p in parts(said, FEBRUARY, "calendar")] == [(14, 500_000), (10, 285_714)]
    assert [p.charged for p in parts(said, FEBRUARY, "30")] == [466_667, 266_666]
    assert [p.charged for p in parts(said, FEBRUARY, "365")] == [460_274, 263_014]


def test_nothing_is_owed_where_nothing_was_said_yet():
    assert parts([], FEBRUARY, "calendar") == []


def test_a_later_word_stands_over_what_followed_its_day():
    assert [(t.since.day, t.amount) for t in standing([term(1, 5), term(20, 0), term(10, 7, 1)])] == [(1, 5), (10, 7)]


def test_a_changed_amount_keeps_the_end_that_was_agreed():
    said = [term(1, 5), term(1, 9, month=3), term(20, 0, month=3)]
    assert changed(said, date(2027, 2, 10), 7) == [(date(2027, 2, 10), 7), (date(2027, 3, 1), 9), (date(2027, 3, 20), 0)]
    assert changed(said, date(2027, 2, 10), 7, date(2027, 3, 5)) == [(date(2027, 2, 10), 7), (date(2027, 3, 1), 9), (date(2027, 3, 5), 0)]
    assert changed(said, date(2027, 2, 10), 0) == [(date(2027, 2, 10), 0)]


@pytest.mark.parametrize("rule", ["calendar", "30", "365"])
def test_a_month_that_is_wholly_occupied_is_one_month(rule):
    january = date(2027, 1, 1)
    again = [term(1, 3_000_000, month=1), term(16, 3_000_000, 1, month=1)]
    assert sum(p.charged for p in parts(again, january, rule)) == 3_000_000
    assert [p.charged for p in parts([term(1, 3_100_000, month=1), term(11, 0, 1, month=1)], january, "30")] == [1_033_333]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 3_000_000)), min_size=1, max_size=5), st.sampled_from(["calendar", "30", "365"]))
def test_parts_lie_in_the_month_and_do_not_overlap(said, rule):
    terms = [term(day, amount, n) for n, (day, amount) in enumerate(said)]
    found = parts(terms, FEBRUARY, rule)
    days = [d for p in found for d in range(p.first.day, p.last.day + 1)]
    assert days == sorted(set(days))
    assert all(0 <= p.charged <= p.term.amount + 1 for p in found)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 10**10), st.integers(2, 28))
def test_one_amount_split_in_two_is_the_month(amount, day):
    found = parts([term(1, amount), term(day, amount, 1)], FEBRUARY, "calendar")
    assert sum(p.charged for p in found) == amount
    assert [p.charged for p in parts([term(1, amount, month=1)], FEBRUARY, "30")] == [amount]


def test_differences_leave_noughts_out():
    assert differences({"a": 5, "b": 2}, {"a": 5, "c": 1}) == {"b": 2, "c": -1}


def test_dunning_goes_up_one_step_at_a_time():
    ladder, taken, steps = Ladder(7, 30, 90, 180), set[str](), list[str]()
    for _ in range(5):
        steps.append(due(ladder, 400, taken))
        taken.add(steps[-1])
    assert steps == ["remind", "notice", "warn", "stop", ""]
    assert due(ladder, 6, ()) == ""
    # However long it is overdue, there is time to pay between two steps.
    assert [due(ladder, 400, ("remind",), rested) for rested in (0, 6, 7)] == ["", "", "notice"]
    assert [bucket(n) for n in (-3, 0, 1, 30, 31, 90, 91)] == ["current", "current", "to_30", "to_30", "to_60", "to_90", "over_90"]


def test_what_is_odd():
    hour = timedelta(hours=1)
    assert (overrun(hour, hour * 1.2), overrun(hour, hour * 1.5), overrun(timedelta(0), hour)) == (None, 50, None)
    assert (variance(149, 100), variance(151, 100), variance(20, 100), variance(5, 0)) == (None, 51, -80, None)


def test_another_end_stands_in_the_place_of_the_one_agreed_before():
    """Ended on the 10th: the 1st's change lengthens it to the 20th, or shortens it to the 5th; what it gains are the days between."""
    agreed = [Term(date(2027, 3, 1), 310, NOW), Term(date(2027, 3, 10), 0, NOW)]
    longer = changed(agreed, date(2027, 3, 1), 5, date(2027, 3, 21))
    assert longer == [(date(2027, 3, 1), 5), (date(2027, 3, 21), 0)]
    assert changed(agreed, date(2027, 3, 1), 5, date(2027, 3, 6)) == [(date(2027, 3, 1), 5), (date(2027, 3, 6), 0)]

    def gained(said):
        return added(agreed, [*agreed, *(Term(since, amount, NOW + timedelta(days=1)) for since, amount in said)])

    assert gained(longer) == [(date(2027, 3, 10), date(2027, 3, 20))]
    assert gained([(date(2027, 2, 1), 9), (date(2027, 3, 10), 0)]) == [(date(2027, 2, 1), date(2027, 2, 28))]
    assert gained([(date(2027, 4, 1), 9)]) == [(date(2027, 4, 1), None)]
    assert gained([(date(2027, 3, 2), 0)]) == []
