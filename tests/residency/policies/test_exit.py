"""The planner counts back from the last day; the deposit is split without a won lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.money import Money
from squaremile.residency.policies import exit_plan, settlement
from squaremile.residency.policies.settlement import Deduction

LAST = date(2028, 8, 31)


def planned(**more):
    return {p.code: p for p in exit_plan.plan(LAST, **{"notice_months": 3, "today": date(2028, 1, 1), **more})}


def test_everything_is_counted_back_from_the_last_day():
    on = {code: p.on for code, p in planned().items()}
    assert (on["look_ahead"], on["tell_programme"], on["give_notice"]) == (
        date(2027, 11, 30), date(2028, 2, 29), date(2028, 5, 31))  # fmt: skip
    assert (on["waste_pickup"], on["keys_and_badges"]) == (date(2028, 8, 17), LAST)
    days = [p.on for p in exit_plan.plan(LAST, notice_months=3, today=date(2028, 1, 1))]
    assert days == sorted(days)


def test_what_is_past_and_not_done_is_late():
    assert [code for code, p in planned().items() if p.late] == ["look_ahead"]
    assert not any(p.late for p in planned(done=frozenset({"look_ahead"})).values())
    given_on = planned(today=date(2028, 7, 1), noticed_on=date(2028, 5, 1))["give_notice"]
    assert (given_on.done, given_on.late) == (True, False)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 24))
def test_notice_in_time_is_the_earliest_that_is(given_on, months):
    last = exit_plan.earliest_last_day(given_on, months)
    assert exit_plan.notice_by(last, months) >= given_on
    assert exit_plan.notice_by(last - timedelta(days=1), months) < given_on


def test_a_deposit_by_hand():
    made = settlement.settle(
        Money(10_000_000, "KRW"), [Deduction(1_200_000), Deduction(800_000, disputed=500_000)], zero=True
    )
    assert (made.taken.minor, made.held.minor, made.refund.minor, made.owed.minor) == (1_500_000, 500_000, 8_000_000, 0)
    assert made.payable == made.refund
    assert made.arithmetic.en == "deposit 10,000,000 KRW - deducted 1,500,000 KRW - in dispute 500,000 KRW = refund 8,000,000 KRW"


def test_nothing_is_paid_while_something_is_left():
    made = settlement.settle(Money(100, "USD"), [], zero=False)
    assert (made.withheld, made.refund.minor, made.payable.minor) == (True, 100, 0)


deductions = st.integers(0, 10**6).flatmap(lambda n: st.builds(Deduction, st.just(n), st.integers(0, n)))


@given(st.integers(0, 10**6), st.lists(deductions, max_size=6), st.booleans())
def test_no_won_is_lost(deposit, listed, zero):
    made = settlement.settle(Money(deposit, "KRW"), listed, zero=zero)
    assert made.deposit == made.taken + made.held + made.refund
    assert min(made.taken.minor, made.held.minor, made.refund.minor, made.owed.minor) >= 0
    assert made.taken.minor + made.owed.minor == sum(d.minor - d.disputed for d in listed)
    assert made.owed.minor == 0 or made.refund.minor == made.held.minor == 0


def test_no_more_is_disputed_than_taken():
    with pytest.raises(ValueError):
        Deduction(1, disputed=2)
    with pytest.raises(ValueError):
        settlement.settle(Money(-1, "KRW"), [], zero=True)


@pytest.mark.parametrize(
    ("licences", "agreed", "months"),
    [([], None, None), ([], 4, 4), ([2], 4, 2), ([1, 2], None, 2), ([None], None, 3), ([None], 6, 6), ([None], 0, 0), ([0], 6, 0),
     ([None, 1], 2, 2), ([None, 5], 2, 5)],
)  # fmt: skip
def test_notice_is_the_longest_of_the_licences_and_one_on_paper_has_what_was_agreed(licences, agreed, months):
    assert exit_plan.notice_months(licences, agreed) == months
