"""Where figures and calendars have edges: half a won, nothing used, clocks that change, leap days, limits that are met exactly."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies import contracts, credits
from squaremile.billing.policies.bill import Sums, bills
from squaremile.billing.policies.contracts import Term
from squaremile.billing.policies.corrections import tax_within
from squaremile.billing.policies.events import Inconsistent
from squaremile.billing.policies.rating import Line, Unpriced, rate_all
from tests.billing.cards import at, item, said, sound, use

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def net(card, *events):
    return [line.net if isinstance(line, Line) else line.why for line in rate_all(card, list(events))]


def billed(card, given, *events):
    sums = Sums()
    for line in rate_all(card, list(events)):
        sums.add(line)
    return list(bills(card, sums, credits.read(given, "KRW")))


def test_half_a_won_goes_up_once_a_line():
    card = sound(item("a", {"kind": "flat", "rate": "0.5"}, counted_in="run", unit="run"))
    assert net(card, *(use(f"u{n}", 1, "a", at(3, n)) for n in range(1, 4))) == [1, 1, 1]
    assert net(card, use("u", 3, "a")) == [2]


def test_tax_of_half_a_won():
    card = sound(item("a", {"kind": "flat", "rate": 5}, counted_in="run", unit="run"))
    (bill,) = billed(card, {}, use("u", 1, "a"))
    assert (bill.net, bill.tax, bill.gross) == (5, 1, 6)
    (bill,) = billed(sound(item("a", {"kind": "flat", "rate": 5}, counted_in="run", unit="run"), tax_rounding="down"), {}, use("u", 1, "a"))
    assert (bill.net, bill.tax, bill.gross) == (5, 0, 5)


def test_nothing_used_and_less_than_nothing():
    card = sound(item("a", {"kind": "flat", "rate": 100, "fixed": 7}, counted_in="run", unit="run", minimum=2))
    assert net(card, use("u", 0, "a")) == [0]
    assert net(card, use("u", -1, "a")) == ["negative"]
    start = at(3)
    back = use("c", -2, "a", start, corrects="u")
    assert net(card, use("u", 2, "a", start), back) == [0]
    assert net(card, use("u", 2, "a", start), use("c", -3, "a", start, corrects="u")) == ["negative"]
    with pytest.raises(Inconsistent):
        rate_all(card, [back])


def test_a_use_without_length_has_a_price_and_no_peak():
    peak = [{"code": "p", "label": said("p"), "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "00:00", "to": "24:00", "factor": 2}]
    card = sound(item("a", {"kind": "flat", "rate": 100}, counted_in="run", unit="run", peak=peak))
    event = use("u", 1, "a")
    assert net(card, event) == [200]
    moment = type(event)("v", "ORG-A", "minutes", "a", at(3), at(3), Fraction(1))
    assert net(card, moment) == [100]


@pytest.mark.parametrize(("start", "hours", "inside"), [
    # 14 March 2027: from two to three there is no hour in New York. 7 November: the hour from one to two comes twice.
    (datetime(2027, 3, 14, 6, tzinfo=UTC), 2, Fraction(1, 2)), (datetime(2027, 11, 7, 5, tzinfo=UTC), 3, Fraction(2, 3)),
])  # fmt: skip
def test_windows_follow_the_clock_on_the_wall_when_it_changes(start, hours, inside):
    peak = [{"code": "n", "label": said("n"), "days": ["sun"], "from": "01:00", "to": "02:00", "factor": 2}]
    card = sound(item("a", {"kind": "flat", "rate": 6000}, peak=peak), zone="America/New_York")
    assert net(card, use("u", hours * 60, "a", start, minutes=hours * 60)) == [6000 * hours * (1 + inside)]


def test_the_last_moment_of_a_month_is_of_it():
    card = sound(item("a", {"kind": "volume", "tiers": [{"up_to": 1, "rate": 100}, {"rate": 10}]}, counted_in="run", unit="run"))
    last, first = at(30, 23, 59) + timedelta(seconds=59), at(1, 0, month=12)
    found = rate_all(card, [use("u", 1, "a", last), use("v", 1, "a", first)])
    assert [(line.month, line.net) for line in found] == [(date(2026, 11, 1), 100), (date(2026, 12, 1), 100)]


@pytest.mark.parametrize(("month", "days"), [(date(2028, 2, 1), 29), (date(2027, 2, 1), 28), (date(2100, 2, 1), 28)])
def test_a_month_with_or_without_its_leap_day(month, days):
    terms = [Term(month, 1_000_000, LONG_AGO), Term(month.replace(day=days), 0, LONG_AGO + timedelta(seconds=1))]
    (part,) = contracts.parts(terms, month, "calendar")
    assert (part.days, part.charged) == (days - 1, (2_000_000 * (days - 1) + days) // (2 * days))
    assert [p.charged for p in contracts.parts(terms[:1], month, "30")] == [1_000_000]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 10**8), st.lists(st.integers(2, 28), max_size=5, unique=True), st.integers(1, 12), st.integers(2024, 2029),
    st.sampled_from(["calendar", "30", "365"]),
)
def test_a_month_cut_into_parts_at_one_price_is_the_month(amount, cuts, month, year, count):
    """However often it is said anew that the price stays, the month costs what it costs, whatever the count."""
    first = date(year, month, 1)
    terms = [Term(first, amount, LONG_AGO), *(Term(first.replace(day=day), amount, LONG_AGO + timedelta(days=day)) for day in sorted(cuts))]
    assert sum(p.charged for p in contracts.parts(terms, first, count)) == amount


CAPPED = {"code": "S", "label": said("S"), "percent": 80, "limit": 800, "per": "year"}


@pytest.mark.parametrize(("used", "given_now"), [("799", 1), ("800", 0), ("801", 0), ("0", 800)])
def test_a_subsidy_at_its_cap(used, given_now):
    """Exactly at the cap it gives nothing, and its line says so."""
    card = sound(item("a", {"kind": "flat", "rate": 1000}, counted_in="run", unit="run"))
    (bill,) = billed(card, {"vouchers": [CAPPED | {"used": {"2026": used}}]}, use("u", 1, "a"))
    assert [(r.code, r.net) for r in bill.rows] == [("a", 1000), ("S", -given_now)]
    assert bill.net == 1000 - given_now


@pytest.mark.parametrize(("until", "given_now"), [("2026-11-02", 800), ("2026-11-01", 0), ("2026-12-01", 800)])
def test_a_voucher_that_ends_in_mid_month_holds_for_the_month(until, given_now):
    """`to` is no longer in it: one that ends with October gives nothing in November."""
    card = sound(item("a", {"kind": "flat", "rate": 1000}, counted_in="run", unit="run"))
    (bill,) = billed(card, {"vouchers": [CAPPED | {"to": until}]}, use("u", 1, "a"))
    assert bill.net == 1000 - given_now


@given(st.integers(-10**9, 10**9), st.integers(1, 10**9), st.lists(st.integers(1, 10**8), max_size=8))
def test_tax_goes_back_with_its_parts_to_the_unit(tax, whole, parts):
    """Whatever is taken back in whatever steps: never more tax than there was, and with the last of it all."""
    assert tax_within(tax, whole, whole) == tax
    assert tax_within(tax, -whole, -whole) == tax
    back, taken = 0, 0
    for part in parts:
        if taken + part > whole:
            break
        taken += part
        step = tax_within(tax, whole, taken) - back
        assert step * tax >= 0
        back += step
    assert abs(back) <= abs(tax)
    assert back + (tax_within(tax, whole, whole) - back) == tax


def test_unpriced_is_never_a_line_of_nothing():
    card = sound(item("a"))
    (found,) = rate_all(card, [use("u", 1, "b")])
    assert isinstance(found, Unpriced)
