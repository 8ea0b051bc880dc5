"""A line of many uses says in short what made its price: one sentence a rule, of those that did something."""

from copy import deepcopy
from datetime import timedelta
from fractions import Fraction

from squaremile.billing.policies.card import Card
from squaremile.billing.policies.events import Event
from squaremile.billing.policies.rating import Line, rate_all
from squaremile.billing.policies.reading import read
from squaremile.billing.policies.short import short
from tests.billing.making import CARD, at


def rated(*minutes: int, subject: str = "CONFOCAL", card: Card | None = None) -> list[Line]:
    card = card or read(CARD)
    events = [
        Event(f"u:{n}", "c", "equipment_minutes", subject, at(3 + n), at(3 + n) + timedelta(minutes=m), Fraction(m), "p", "w", "")
        for n, m in enumerate(minutes)
    ]
    return [line for line in rate_all(card, events) if isinstance(line, Line)]


def said(lines: list[Line], card: Card | None = None) -> list[tuple[str, str]]:
    return [(one.rule, one.text.en) for one in short(card or read(CARD), lines)]


def test_a_cap_that_makes_hours_cost_nothing_is_named():
    lines = rated(660, 50, 60)
    assert [line.net for line in lines] == [495_000, 5_000, 0]
    assert said(lines) == [
        ("rounding", "770 min recorded, in steps of 15, up: 780 min"),
        ("rate", "13 h × ₩45,000 = ₩585,000"),
        ("cap", "Cap, ₩500,000 a month by person and project: ₩85,000 not charged over 2 of the uses"),
    ]


def test_what_did_nothing_is_not_said():
    assert [rule for rule, _ in said(rated(60, 30))] == ["rate"]
    assert said(rated(90, 60, subject="CYTO-1")) == [("rate", "2.5 h by the card: ₩135,000")]
    assert said([]) == []


def test_minimum_peak_and_discount_are_said_with_what_they_changed():
    body = deepcopy(CARD)
    body["versions"][0]["items"][0] |= {
        "minimum": 30, "discounts": [{"at_least": 3, "percent": 10}],
        "peak": [{
            "code": "AM", "label": {"ko": "오전", "en": "Mornings"}, "days": ["wed", "thu", "fri"], "from": "10:00", "to": "12:00",
            "factor": "1.5",
        }],
    }  # fmt: skip
    card = read(body)
    lines = rated(10, 240, card=card)
    told = said(lines, card)
    assert [rule for rule, _ in told] == ["rounding", "minimum", "rate", "peak", "discount"]
    # 0.5 h at 45,000 × 1.5; 4 h of which 2 are in the window, less ten percent.
    assert [line.net for line in lines] == [33_750, 202_500]
    assert [said for _, said in told[1:]] == [
        "at least 30 min a use, which raised 1 of them", "4.5 h × ₩45,000 = ₩202,500", "Mornings, × 1.5: +₩56,250 over 2 of the uses",
        "10 % off from 3 h: ₩22,500 off over 1 of the uses",
    ]


def test_a_minimum_is_no_rounding():
    body = deepcopy(CARD)
    body["versions"][0]["items"][0] |= {"minimum": 60}
    card = read(body)
    assert [rule for rule, _ in said(rated(15, card=card), card)] == ["minimum", "rate"]
