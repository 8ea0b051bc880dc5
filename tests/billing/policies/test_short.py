"""A line of many uses says in short what made its price: one sentence a rule, of those that did something."""

from datetime import timedelta
from fractions import Fraction

from squaremile.billing.policies.events import Event
from squaremile.billing.policies.rating import Line, rate_all
from squaremile.billing.policies.reading import read
from squaremile.billing.policies.short import short
from tests.billing.making import CARD, at


def rated(*minutes: int, subject: str = "CONFOCAL") -> list[Line]:
    card = read(CARD)
    events = [
        Event(f"u:{n}", "c", "equipment_minutes", subject, at(3 + n), at(3 + n) + timedelta(minutes=m), Fraction(m), "p", "w", "")
        for n, m in enumerate(minutes)
    ]
    return [line for line in rate_all(card, events) if isinstance(line, Line)]


def said(lines: list[Line]) -> list[tuple[str, str]]:
    return [(one.rule, one.text.en) for one in short(read(CARD), lines)]


def test_a_cap_that_makes_hours_cost_nothing_is_named():
    lines = rated(660, 50, 60)
    assert [line.net for line in lines] == [495_000, 5_000, 0]
    assert said(lines) == [
        ("rounding", "770 min recorded, in steps of 15, up: 780 min"),
        ("rate", "13 h × ₩45,000 = ₩585,000"),
        ("cap", "Cap, ₩500,000 a month by person and project: ₩85,000 not charged, uses: 2"),
    ]


def test_what_did_nothing_is_not_said():
    assert [rule for rule, _ in said(rated(60, 30))] == ["rate"]
    assert said(rated(90, 60, subject="CYTO-1")) == [("rate", "2.5 h by the card: ₩135,000")]
    assert said([]) == []
