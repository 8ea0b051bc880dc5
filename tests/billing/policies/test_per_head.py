"""Membership by the head: parts of a month at each day's seats and price, which add up to the seat-days of the month."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies.card import Tax
from squaremile.billing.policies.charges import of_contract
from squaremile.billing.policies.contracts import Term, parts
from squaremile.billing.policies.per_head import Heads, terms, titled
from squaremile.kernel.words import Text

NOW = datetime(2027, 3, 1, tzinfo=UTC)
APRIL = date(2027, 4, 1)
TITLE = Text(ko="회비", en="Membership")


def april(day: int) -> date:
    return APRIL + timedelta(days=day - 1)


def test_a_month_in_which_somebody_joins_by_each_rule():
    told = terms([Term(date(2027, 3, 8), 100_000, NOW)], [Heads(date(2027, 1, 5), 2), Heads(april(19), 3)])
    assert [(p.days, p.charged) for p in parts(told, APRIL, "calendar")] == [(18, 120_000), (12, 120_000)]
    assert [p.charged for p in parts(told, date(2027, 5, 1), "365")] == [300_000], "a whole month is the month's amount"
    assert parts(told, date(2027, 2, 1), "calendar") == [], "before the first price nothing is owed"
    joins = terms([Term(date(2027, 3, 8), 100_000, NOW)], [Heads(date(2027, 1, 5), 2), Heads(date(2027, 3, 19), 3)])
    assert [(p.days, p.charged) for p in parts(joins, date(2027, 3, 1), "365")] == [(11, 72_329), (13, 128_219)]
    march = parts(told, date(2027, 3, 1), "calendar")
    assert [(p.first.day, p.days, p.charged) for p in march] == [(8, 24, 154_839)]


def test_what_the_line_says():
    found = parts(terms([Term(APRIL, 100_000, NOW)], [Heads(APRIL, 1), Heads(april(11), 3)]), APRIL, "calendar")
    assert titled(TITLE, found, "KRW") == Text(ko="회비 · 1 → 3좌석 × ₩100,000", en="Membership · 1 → 3 seats × ₩100,000")
    assert titled(TITLE, found[:1], "KRW").en == "Membership · 1 seat × ₩100,000"
    charge = of_contract(
        uuid4(), "CN-1", "per_head", TITLE, Tax("taxable", "taxable", Fraction(10)), found[1], 1, "KRW", "calendar", late=False
    )
    assert (charge.kind, charge.item, charge.quantity, charge.unit, charge.net) == ("membership", "membership", 60, "seat_day", 200_000)
    assert [reason.text.en for reason in charge.reasons] == [
        "Per head: ₩100,000 a seat and month since 2027-04-01",
        "3 people, 2027-04-11 to 2027-04-30: 3 seats × ₩100,000 = ₩300,000 a month",
        "20 days, 2027-04-11 to 2027-04-30: ₩300,000 × 20 ÷ the month's 30 days = ₩200,000",
    ]
    dearer = terms([Term(APRIL, 100_000, NOW), Term(april(16), 120_000, NOW)], [Heads(APRIL, 2)])
    assert titled(TITLE, parts(dearer, APRIL, "calendar"), "KRW").en == "Membership · 2 seats × ₩100,000 → ₩120,000"


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 3_000_000), st.lists(st.tuples(st.integers(1, 30), st.integers(0, 12)), min_size=1, max_size=8, unique_by=lambda s: s[0]))
def test_parts_add_up_to_the_seat_days_of_the_month(price, said):
    """Cutting a month costs nothing and saves nothing: the sum is the price of its seat-days, rounded half up."""
    heads = [Heads(april(day), count) for day, count in sorted(said)]
    on = [next((h.count for h in reversed(heads) if h.day <= april(day)), 0) for day in range(1, 31)]
    found = parts(terms([Term(APRIL, price, NOW)], heads), APRIL, "calendar")
    assert sum(p.charged for p in found) == (2 * price * sum(on) + 30) // 60
    assert [n for p in found for n in [p.term.seats] * p.days] == [n for n in on if n]
