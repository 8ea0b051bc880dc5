"""Cards to test with: the smallest sound one, one with everything in it, and events of two rivals."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from squaremile.billing.policies.events import Event
from squaremile.billing.policies.reading import read

TAXES = {"vat": {"category": "taxable", "percent": 10}, "zero": {"category": "zero"}, "exempt": {"category": "exempt"}}


def said(word):
    return {"ko": f"{word}(한)", "en": word}


def item(code="cyto", price=None, **more):
    return {
        "code": code, "label": said(code), "meter": "minutes", "subjects": [code], "counted_in": "minute", "unit": "hour",
        "price": price or {"kind": "flat", "rate": 45000}, "tax": "vat", **more,
    }  # fmt: skip


def card_of(*items, caps=(), currency="KRW", versions=None, **more):
    """A card as JSON: one version from 2026 on, or those given."""
    versions = versions or [{"version": 1, "from": "2026-01-01", "taxes": TAXES, "items": list(items), "caps": list(caps)}]
    return {"card": "lab", "title": said("lab"), "currency": currency, "versions": deepcopy(versions), **more}


def sound(*items, **more):
    return read(card_of(*items, **more))


def at(day, hour=10, minute=0, month=11):
    """A moment of November 2026 by the wall clock of Seoul."""
    return datetime(2026, month, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 9, minutes=minute)


def use(id_="u1", quantity=60, subject="cyto", start=None, minutes=None, company="ORG-A", meter="minutes", **more):
    begins = start or at(3)
    return Event(id_, company, meter, subject, begins, begins + timedelta(minutes=minutes or 60), Fraction(quantity), **more)


def held(id_, subject, first, end, quantity, company="ORG-A", **more):
    """Places held from a day to another: midnights of Seoul."""
    return Event(id_, company, "benches", subject, at(first, 0), at(end, 0), Fraction(quantity), **more)


def bench(price, code="bench", **more):
    return item(code, price, meter="benches", subjects=[], counted_in="bench_day", unit="month", **more)
