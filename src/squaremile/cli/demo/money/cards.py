"""Rate cards of the demonstration: the centre's, which prices all that is counted in the house, and the university core's."""

from datetime import date
from typing import Any

from squaremile.cli.demo.stores import services

CARD, CORE_CARD = "OPEN-LAB", "CORE-USD"
INSTRUMENTS = "EQUIPMENT"


def _money(code: str, meter: str, ko: str, en: str) -> dict[str, Any]:
    """Counted in money already, at the price of its day: billed as it was counted."""
    return {
        "code": code, "label": {"ko": ko, "en": en}, "meter": meter, "counted_in": "money", "unit": "money",
        "price": {"kind": "percentage", "percent": 100}, "tax": "vat",
    }  # fmt: skip


def _flat(code: str, meter: str, unit: str, rate: int, ko: str, en: str) -> dict[str, Any]:
    return {
        "code": code, "label": {"ko": ko, "en": en}, "meter": meter, "counted_in": unit, "unit": unit,
        "price": {"kind": "flat", "rate": rate}, "tax": "vat",
    }  # fmt: skip


HOUSE = (
    _money("GOODS", "stores_sales", "소모품", "Consumables"),
    _flat("CYLINDER", "cylinder_days", "unit_day", 1_500, "가스 용기 대여", "Gas cylinder rent"),
    _flat("WASTE", "waste_kg", "kg", 900, "폐기물 수거", "Waste handling"),
    _money("WASTE-COST", "waste_cost", "폐기물 처리비(실비)", "Waste disposal at cost"),
)
"""What is not time on an instrument and no service."""


def centre(month: date) -> dict[str, Any]:
    """One price for every instrument, dearer in the afternoon, with a cap for each person and project; and all else at its price."""
    return {
        "card": CARD, "title": {"ko": "공동장비 이용 요금표", "en": "Shared instruments"}, "currency": "KRW",
        "document": {"step": 10, "how": "down"},
        "versions": [{
            "version": 1, "from": f"{month.year - 1}-01-01", "taxes": {"vat": {"category": "taxable", "percent": 10}},
            "items": [{
                "code": INSTRUMENTS, "label": {"ko": "장비 이용", "en": "Instrument time"}, "meter": "equipment_minutes",
                "counted_in": "minute", "unit": "hour", "rounding": {"step": 15, "how": "up"},
                "price": {"kind": "flat", "rate": 30000}, "classes": {"startup": {"kind": "flat", "rate": 18000}},
                "peak": [{
                    "code": "AFTERNOON", "label": {"ko": "평일 오후", "en": "Weekday afternoons"},
                    "days": ["mon", "tue", "wed", "thu", "fri"], "from": "13:00", "to": "18:00", "factor": "1.2",
                }],
                "assisted": {"rate": 20000}, "tax": "vat",
            }, *services.PRICES, *HOUSE],
            "caps": [{"code": "PERSON", "label": {"ko": "1인 과제 상한", "en": "Person and project"}, "per": "person_project", "amount": 900000,
                      "items": [INSTRUMENTS]}],
        }],
    }  # fmt: skip


def core(month: date) -> dict[str, Any]:
    """The university core's, for users from abroad: in dollars, and zero-rated."""
    return {
        "card": CORE_CARD, "title": {"ko": "해외 이용 요금표(달러)", "en": "Users from abroad (US dollars)"}, "currency": "USD",
        "versions": [{
            "version": 1, "from": f"{month.year - 1}-01-01", "taxes": {"export": {"category": "zero", "percent": 0}},
            "items": [{
                "code": INSTRUMENTS, "label": {"ko": "장비 이용", "en": "Instrument time"}, "meter": "equipment_minutes",
                "counted_in": "minute", "unit": "hour", "rounding": {"step": 30, "how": "up"},
                "price": {"kind": "flat", "rate": "48.50"}, "assisted": {"rate": "35.00"}, "tax": "export",
            }],
        }],
    }  # fmt: skip
