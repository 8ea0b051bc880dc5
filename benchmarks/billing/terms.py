"""What both sides of the race of a month's close are given: companies, instruments, uses, and the rate card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from benchmarks.terms import ZONE

ITEMS = 20


@dataclass(frozen=True)
class Month:
    """How much was used. Every company uses `variety` instruments, in `projects` projects."""

    events: int = 1_000_000
    companies: int = 500
    instruments: int = 200
    variety: int = 8
    projects: int = 2
    people: int = 20

    @property
    def first(self) -> date:
        """The month before this one."""
        return (datetime.now(UTC).astimezone(ZONE).date().replace(day=1) - timedelta(days=1)).replace(day=1)


def item(n: int, of: Month) -> dict[str, Any]:
    """Ten instruments under one price: by the hour, falling by tiers, or by size, with peak hours and long uses."""
    each = of.instruments // ITEMS
    prices: tuple[dict[str, Any], ...] = (
        {"price": {"kind": "flat", "rate": 30000 + 1000 * n}, "rounding": {"step": 15, "how": "up"}},
        {"price": {"kind": "graduated", "tiers": [{"up_to": 10, "rate": 60000}, {"up_to": 40, "rate": 45000}, {"rate": 30000}]}},
        {"price": {"kind": "flat", "rate": 20000}, "minimum": 30, "peak": [{
            "code": "day", "label": {"ko": "주간", "en": "Day"}, "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00",
            "to": "18:00", "factor": "1.25",
        }]},
        {"price": {"kind": "tiered", "tiers": [{"up_to": 1, "rate": 50000}, {"rate": 40000}]},
         "discounts": [{"at_least": 2, "percent": 10}]},
    )  # fmt: skip
    return {
        "code": f"ITEM-{n}", "label": {"ko": f"장비군 {n}", "en": f"Group {n}"}, "meter": "equipment_minutes",
        "subjects": [f"EQ-{k}" for k in range(1 + n * each, 1 + (n + 1) * each)], "counted_in": "minute", "unit": "hour", "tax": "vat",
        **prices[n % len(prices)],
    }


def card(of: Month) -> dict[str, Any]:
    """The rate card, with a monthly cap for a person in a project."""
    return {
        "card": "RACE", "title": {"ko": "공동 장비 요금표", "en": "Shared instruments"}, "currency": "KRW",
        "document": {"step": 10, "how": "down"},
        "versions": [{
            "version": 1, "from": "2020-01-01", "taxes": {"vat": {"category": "taxable", "percent": 10}},
            "items": [item(n, of) for n in range(ITEMS)],
            "caps": [{"code": "PERSON", "label": {"ko": "1인 월 상한", "en": "Cap a person"}, "per": "person_project", "amount": 6000000}],
        }],
    }  # fmt: skip
