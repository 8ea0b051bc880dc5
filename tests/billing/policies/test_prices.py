"""Each rule of a price by hand, with its sentence."""

from datetime import date
from fractions import Fraction

import pytest

from squaremile.billing.policies.rating import Line, Unpriced, rate_all
from squaremile.billing.policies.reasons import chain
from tests.billing.cards import TAXES, at, bench, held, item, sound, use


def lines(card, *events):
    found = rate_all(card, events)
    assert all(isinstance(line, Line) for line in found), found
    return found


def amounts(card, *events):
    return [line.net for line in lines(card, *events)]


def said(card, line):
    return [(r.rule, r.text.en) for r in chain(card, line)]


def test_the_line_of_the_field_notes():
    """used 97 min, max(booked, used), 15-min steps -> 120 min, start-up class, 2.0 h x 45,000."""
    card = sound(item(
        basis="greater", rounding={"step": 15, "how": "up"}, minimum=30, price={"kind": "flat", "rate": 60000},
        classes={"startup": {"kind": "flat", "rate": 45000}},
    ))  # fmt: skip
    (line,) = lines(card, use(quantity=97, used=Fraction(97), booked=Fraction(110), payer_class="startup"))
    assert line.net == 90000
    assert said(card, line) == [
        ("quantity", "110 min, the greater of booked and used"),
        ("rounding", "steps of 15 min, up: 110 → 120 min"),
        ("rate", "class startup · 2 h × ₩45,000 = ₩90,000"),
    ]
    assert chain(card, line)[0].text.ko == "예약과 실사용 중 큰 쪽 110 분"
    assert {r.version for r in chain(card, line)} == {"lab v1"}


@pytest.mark.parametrize(("how", "charged"), [("up", 45), ("down", 30), ("nearest", 45)])
def test_rounding_steps(how, charged):
    card = sound(item(rounding={"step": 15, "how": how}, price={"kind": "flat", "rate": 60}))
    assert amounts(card, use(quantity="37.5")) == [charged]


def test_a_minimum_is_of_what_was_used_not_of_nothing():
    card = sound(item(minimum=30, price={"kind": "flat", "rate": 60, "fixed": 5}))
    assert amounts(card, use("a", 10), use("b", 0)) == [35, 0]


TIERS = [{"up_to": 2, "rate": 100}, {"up_to": 5, "rate": 50}, {"rate": 10}]


@pytest.mark.parametrize(("price", "expected"), [
    ({"kind": "tiered", "tiers": TIERS}, [200, 150, 30]),
    ({"kind": "graduated", "tiers": TIERS}, [200, 150, 30]),
    ({"kind": "volume", "tiers": TIERS}, [20, 30, 30]),
    ({"kind": "package", "rate": 70, "size": 4}, [70, 70, 0]),
    ({"kind": "flat", "rate": "0.5", "fixed": 7}, [8, 9, 9]),
])  # fmt: skip
def test_kinds_of_price(price, expected):
    """2, 3 and 3 hours, one after the other."""
    if price["kind"] == "tiered":
        expected = [200, 150, 150]
    card = sound(item(price=price))
    assert amounts(card, *(use(f"u{d}", h * 60, start=at(d)) for d, h in ((1, 2), (2, 3), (3, 3)))) == expected


def test_tiers_count_the_month_of_their_scope():
    card = sound(item(price={"kind": "graduated", "tiers": [{"up_to": 1, "rate": 100}, {"rate": 1}], "per": "person_project"}))
    first = [use("a", person="P", project="X"), use("b", person="P", project="Y"), use("c", person="P", project="X")]
    assert amounts(card, *first, use("d", person="P", project="X", start=at(1, month=12))) == [100, 100, 1, 100]


def test_a_percentage_of_money():
    card = sound(item(price={"kind": "percentage", "percent": "7.5", "fixed": 500}, counted_in="money", unit="money"))
    (line,) = lines(card, use(quantity=123456))
    assert line.net == 9759
    assert said(card, line)[1:] == [
        ("rate", "7.5 % of ₩123,456 = ₩9,259.2 · with ₩500 an event"),
        ("line", "rounded half up to the currency's unit: ₩9,759.2 → ₩9,759"),
    ]


def test_assisted_then_peak_then_discount():
    card = sound(item(
        assisted={"rate": 5000}, discounts=[{"at_least": 2, "percent": 10}],
        peak=[{"code": "prime", "label": {"ko": "주간", "en": "Prime"}, "days": ["tue"], "from": "09:00", "to": "11:00", "factor": "1.5"}],
    ))  # fmt: skip
    (line,) = lines(card, use(quantity=120, minutes=120, assisted=True))
    assert said(card, line)[1:] == [
        ("rate", "2 h × ₩45,000 = ₩90,000"),
        ("assisted", "assisted, 2 h × ₩5,000: ₩90,000 → ₩100,000"),
        ("peak", "Prime, 60 of 120 min × 1.5: ₩100,000 → ₩125,000"),
        ("discount", "10 % off from 2 h: ₩125,000 → ₩112,500"),
    ]


def test_a_cap_lets_through_what_is_left_of_the_month():
    card = sound(item(), caps=[{"code": "pi", "label": {"ko": "상한", "en": "Cap"}, "per": "person_project", "amount": 100000}])
    found = lines(card, *(use(f"u{d}", person="P", project="X", start=at(d)) for d in (1, 2, 3, 4)), use("o", person="Q", project="X"))
    assert [line.net for line in found] == [45000, 45000, 45000, 10000, 0]
    assert said(card, found[3])[-1] == ("cap", "Cap, ₩100,000 a month by person and project: ₩90,000 before, ₩10,000 of ₩45,000 charged")


def test_dollars_have_cents():
    card = sound(item(price={"kind": "flat", "rate": "12.35"}), currency="USD")
    (line,) = lines(card, use(quantity=90))
    assert (line.net, said(card, line)[-1][1]) == (1853, "rounded half up to the currency's unit: $18.525 → $18.53")


def test_the_first_bench_and_further_ones():
    card = sound(bench({"kind": "monthly", "tiers": [{"up_to": 1, "rate": 1750}, {"rate": 1000}]}), currency="USD")
    found = lines(card, held("a", "B1", 1, 16, 15), held("b", "B2", 1, 31, 30), held("c", "B3", 16, 31, 15))
    assert [(line.event.id, line.part, line.net) for line in found] == [
        ("a", 0, 87500), ("b", 0, 50000), ("b", 1, 87500), ("c", 0, 50000),
    ]
    assert said(card, found[2])[1] == (
        "month", "$1,750 a month (from place 1), divided by the 30 days of that month: × 15 days = $875")


def test_a_new_price_in_mid_month_and_days_of_the_calendar():
    def version(number, since, rate):
        return {"version": number, "from": since, "taxes": TAXES, "items": [bench({"kind": "monthly", "rate": rate})]}

    card = sound(versions=[version(1, "2026-01-01", 1000000), version(2, "2026-11-11", 1300000)])
    found = lines(card, held("a", "B1", 1, 31, 30))
    assert [(line.version, line.first, line.net) for line in found] == [
        (1, date(2026, 11, 1), 333333), (2, date(2026, 11, 11), 866667),
    ]
    assert amounts(card, held("a", "B1", 1, 31, 30, priced_on=date(2026, 10, 1))) == [1000000]


@pytest.mark.parametrize(("rule", "net"), [("calendar", 150000), ("30", 150000), ("365", 147945)])
def test_day_counts(rule, net):
    assert amounts(sound(bench({"kind": "monthly", "rate": 300000, "day_count": rule})), held("a", "B", 5, 20, 15)) == [net]


def test_corrections_change_the_event_before_it_is_priced():
    card = sound(item(rounding={"step": 30, "how": "up"}))
    assert amounts(card, use("u1-fix", -20, corrects="u1"), use("u1", 100), use("u1", 100)) == [67500]


@pytest.mark.parametrize(("event", "why"), [
    (use(start=at(3).replace(year=2025)), "no_version"), (use(subject="other"), "no_item"), (use(quantity=-5), "negative"),
])  # fmt: skip
def test_what_has_no_price_is_never_a_line_of_nothing(event, why):
    assert rate_all(sound(item()), [event]) == [Unpriced(event, why)]


def test_places_that_do_not_fill_their_days():
    assert [u.why for u in rate_all(sound(bench({"kind": "monthly", "rate": 1})), [held("a", "B", 1, 11, 15)])] == ["unit_days"]


@pytest.mark.parametrize("rows", [
    [use("a", 10), use("a", 20)], [use("x", -1, corrects="a")], [use("a"), use("x", -1, corrects="a", company="ORG-B")],
])  # fmt: skip
def test_rows_that_contradict_each_other_are_refused(rows):
    with pytest.raises(ValueError, match=r"twice|corrects_nothing"):
        rate_all(sound(item()), rows)


def test_a_night_with_a_clock_change_counts_real_minutes():
    """In Boston the hour from one to two comes twice on 1 November 2026: three hours lie between one and three."""
    window = {"code": "night", "label": {"ko": "밤", "en": "Night"}, "from": "01:00", "to": "03:00", "factor": 2}
    card = sound(item(peak=[window]), zone="America/New_York", currency="USD")
    start = at(1, 14)
    (line,) = lines(card, use(quantity=180, start=start, minutes=180))
    assert said(card, line)[2][1].startswith("Night, 180 of 180 min")
