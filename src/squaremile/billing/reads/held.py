"""What of a line is of days on which a voucher held: asked only where a voucher begins or ends among its days.

A use is of the day on which it began. Rent, and differences of closed months, are for their days alike.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from squaremile.billing.models import Charge, ChargeSheet
from squaremile.billing.policies.credits import held_for
from squaremile.billing.policies.sheets import Sheet
from squaremile.billing.reads import months
from squaremile.metering.reads import billable

Held = Callable[[date, date | None], int]
"""Net of what is of the days from one to another, which is no longer in it."""


def of_charge(charge: Any) -> Held:
    """Of one charge, stored or in memory."""
    if charge.start is None:
        return lambda since, until: held_for(charge.first, charge.last, charge.net, since, until)
    return lambda since, until: charge.net if _in(charge.first, since, until) else 0


def of_sheet(sheet: Sheet) -> Held:
    """Of a sheet in memory, with its columns."""

    def held(since: date, until: date | None) -> int:
        rows = sheet.days >= since.toordinal()
        if until is not None:
            rows &= sheet.days < until.toordinal()
        return int(sheet.nets[rows].sum())

    return held


def of_stored(bill: UUID, key: str) -> Held:
    """Of a line of a bill that was rated."""

    def held(since: date, until: date | None) -> int:
        charges = sum(of_charge(charge)(since, until) for charge in Charge.objects.filter(bill_id=bill, key=key))
        return charges + sum(_of_uses(sheet, since, until) for sheet in ChargeSheet.objects.filter(bill_id=bill, key=key).iterator(1))

    return held


def _of_uses(sheet: ChargeSheet, since: date, until: date | None) -> int:
    events, zone = billable.by_key(sheet.uses), months.zone()
    days = (events[key].start.astimezone(zone).date() for key in sheet.uses)
    return sum(net for day, net in zip(days, sheet.nets, strict=True) if _in(day, since, until))


def _in(day: date, since: date, until: date | None) -> bool:
    return day >= since and (until is None or day < until)


def together(parts: Iterable[Held]) -> Held:
    """Of all of them."""
    each = tuple(parts)
    return lambda since, until: sum(held(since, until) for held in each)
