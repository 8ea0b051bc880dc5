"""Columns say what the policy says, to the last unit and the last step."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies.bill import Sums
from squaremile.billing.policies.columns import Unfit, rate_columns, uses_of
from squaremile.billing.policies.rating import Line, rate_all
from tests.billing.cards import TAXES, at, bench, held, item, said, sound, use
from tests.billing.policies.test_rating_properties import CARD, PEAK, TIERS, events

DAYS = {"kind": "monthly", "tiers": [{"up_to": 1, "rate": 1750}, {"rate": 1000}]}
LATER = sound(versions=[
    {"version": 1, "from": "2026-01-01", "taxes": TAXES, "items": [
        item("flat", {"kind": "flat", "rate": "0.07"}, peak=PEAK, discounts=[{"at_least": "1.5", "percent": "7.5"}]),
        item("graduated", {"kind": "graduated", "tiers": TIERS}),
        item("volume", {"kind": "volume", "tiers": TIERS}, classes={"academic": {"kind": "package", "rate": "12.34", "size": "0.7"}}),
        bench(DAYS),
    ], "caps": [{"code": "all", "label": said("all"), "per": "company", "amount": 40}]},
    {"version": 2, "from": "2026-11-15", "to": "2026-12-01", "taxes": TAXES, "items": [
        item("flat", {"kind": "flat", "rate": "0.09", "fixed": "0.5"}, rounding={"step": "0.7", "how": "nearest"}, assisted={"rate": 3},
             peak=[{"code": "night", "label": said("n"), "days": ["mon", "sun"], "from": "22:00", "to": "24:00", "factor": "0.3"}, *PEAK]),
        item("graduated", {"kind": "graduated", "tiers": [{"up_to": "3.3", "rate": 5}, {"rate": 9}]}, unit="minute",
             classes={"academic": {"kind": "flat", "rate": 1}}),
        item("tiered", {"kind": "tiered", "tiers": TIERS}), bench({**DAYS, "day_count": "30"}),
    ], "caps": [{"code": "flat", "label": said("f"), "per": "person", "amount": 11, "items": ["flat"]},
                {"code": "all", "label": said("all"), "per": "company", "amount": 70, "items": ["flat", "graduated", "bench"]}]},
], currency="USD", zone="America/New_York")  # fmt: skip


@st.composite
def varied(draw):
    """The usual events, some of a payer's class, with a frozen price, without a price, or below nought."""
    return [
        replace(
            event, payer_class=draw(st.sampled_from(["", "academic", "other"])), used=draw(st.sampled_from([None, event.quantity / 2])),
            priced_on=draw(st.sampled_from([None, None, date(2026, 11, 20), date(2025, 1, 1)])),
            subject=draw(st.sampled_from([event.subject] * 6 + ["unknown"])),
            quantity=event.quantity * draw(st.sampled_from([1] * 9 + [-1])),
        )
        for event in draw(events())
    ]


@pytest.mark.parametrize("card", [CARD, LATER], ids=["one version", "a price change"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_same_lines_steps_and_sums(card, data):
    made = data.draw(varied())
    expected = rate_all(card, made)
    found = rate_columns(card, uses_of(sorted(made, key=lambda e: e.key)))
    assert list(found.each(card)) == expected
    sums = Sums()
    for line in expected:
        if isinstance(line, Line):
            sums.add(line)
    assert found.sums() == sums


def test_what_does_not_fit_64_bits_is_priced_with_fractions():
    card = sound(item("flat", {"kind": "flat", "rate": "123456789.123456789"}, peak=PEAK, discounts=[{"at_least": 1, "percent": "0.0001"}]))
    made = [use(f"u{n}", Fraction(10**9 * n + 1, 10_000), "flat", at(3 + n, 9), 1441) for n in range(1, 5)]
    found = rate_columns(card, uses_of(made))
    assert list(found.each(card)) == rate_all(card, made) and found.exactly == 4


def test_what_columns_cannot_hold_is_refused():
    with pytest.raises(Unfit):
        uses_of([use(quantity=Fraction(1, 3))])
    with pytest.raises(Unfit):
        uses_of([use(quantity=10**11)])
    large = sound(item("flat", {"kind": "graduated", "tiers": [{"up_to": "0.000000000001", "rate": 1}, {"rate": 1}]}))
    with pytest.raises(Unfit):
        rate_columns(large, uses_of([use(quantity=10**9, subject="flat")]))


def test_nothing_gives_nothing_and_places_alone_are_lines():
    assert list(rate_columns(CARD, uses_of([])).each(CARD)) == []
    made = [held("b1", "B1", 3, 20, 17), held("b2", "B2", 5, 35, 30)]
    assert list(rate_columns(CARD, uses_of(made)).each(CARD)) == rate_all(CARD, made)
