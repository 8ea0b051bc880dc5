"""A small cluster that bills: an issuer, a card, two rivals with accounts, and usage of February 2027."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, Close
from squaremile.billing.reads import evidence, rating
from squaremile.core import outbox
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import scope, system
from squaremile.metering import operations as metering
from squaremile.metering.models import UsageEvent

FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)
CARD: dict[str, Any] = {
    "card": "OPEN-LAB", "title": {"ko": "공동 장비 요금표", "en": "Shared instruments"}, "currency": "KRW",
    "document": {"step": 10, "how": "down"},
    "versions": [{
        "version": 1, "from": "2026-01-01",
        "taxes": {"vat": {"category": "taxable", "percent": 10}},
        "items": [
            {"code": "CONFOCAL", "label": {"ko": "공초점 현미경", "en": "Confocal microscope"}, "meter": "equipment_minutes",
             "subjects": ["CONFOCAL"], "counted_in": "minute", "unit": "hour", "rounding": {"step": 15, "how": "up"},
             "price": {"kind": "flat", "rate": 45000}, "tax": "vat"},
            {"code": "CYTO", "label": {"ko": "유세포분석기", "en": "Cytometer"}, "meter": "equipment_minutes",
             "subjects": ["CYTO-1", "CYTO-2"], "counted_in": "minute", "unit": "hour",
             "price": {"kind": "graduated", "tiers": [{"up_to": 2, "rate": 60000}, {"rate": 30000}]}, "tax": "vat"},
        ],
        "caps": [{"code": "PERSON", "label": {"ko": "1인 상한", "en": "Cap"}, "per": "person_project", "amount": 500000}],
    }],
}  # fmt: skip


def at(day: int, hour: int = 10, month: int = 2) -> datetime:
    """A moment of 2027 by the wall clock of Seoul."""
    return datetime(2027, month, day, hour, tzinfo=UTC) - timedelta(hours=9)


def opened(world, **more: Any) -> dict[str, str]:
    """Issuer JB, the card, and an account for each rival. Gives back the accounts by company."""
    with world.as_("finance"):
        billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="123-45-67891", **more)
        billing.publish_rate_card(card_body=CARD)
        return {
            whose: billing.open_account(
                organisation=world.organisations[whose], issuer="JB", rate_card="OPEN-LAB", contact=f"{whose.lower()}@example.org"
            ).code
            for whose in ("HANBIT", "SAEBOM")
        }


def used(world, origin: str, minutes: int, start: datetime, *, whose: str = "HANBIT", subject: str = "CONFOCAL", **more: Any) -> UsageEvent:
    """A use, recorded now."""
    with world.as_("operator"):
        return metering.record_usage(
            meter="equipment_minutes", organisation=world.organisations[whose], subject=subject,
            period=Period(start, start + timedelta(minutes=max(minutes, 1))), quantity=Decimal(minutes), origin=origin, **more,
        )


def worked() -> None:
    """The worker does all that waits."""
    while outbox.deliver():
        pass


def closed(world, month: date = FEBRUARY) -> Close:
    """Usage confirmed, rated and drafted."""
    with world.as_("finance"):
        made = billing.confirm_usage(issuer="JB", month=month)
    worked()
    return made


def bill_of(world, whose: str = "HANBIT", month: date = FEBRUARY) -> Bill:
    with world.as_("finance"):
        return Bill.objects.select_related("close").get(organisation_id=world.organisations[whose], close__month=month)


def issued(world, month: date = FEBRUARY) -> Close:
    """The whole month, with nobody who disputes."""
    made = closed(world, month)
    with world.as_("finance"):
        billing.show_bills(close=made.code)
    with clock.as_of(clock.now() + timedelta(days=6)), scope(system("worker")):
        billing.accept_silent()
    with world.as_("finance"):
        billing.release_close(close=made.code)
    worked()
    return made


def charged(bill: Bill) -> list[tuple[str, int, int]]:
    """Contracts, and each use on the sheets."""
    return sorted((row.origin, row.part, row.net.minor) for row in evidence.of_bill(bill.id, "KRW"))


def on_sheets(rated: rating.Rated) -> list[tuple[str, list[bytes], list[int], list[int]]]:
    """Line by line: which uses, and what each comes to."""
    assert rated.keys is not None
    return [(s.of.key, [key.tobytes() for key in rated.keys[s.rows]], s.amounts.tolist(), s.nets.tolist()) for s in rated.sheets]
