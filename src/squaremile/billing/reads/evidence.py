"""The rated uses behind a bill: each with its chain of reasons, down to the event and the version of the card.

A charge has its reasons in words. A sheet has each use's figures; the words are said of them here, by the version of the
card that priced it, which never changes once it is in force. What was charged is read, never computed.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Sum

from squaremile.billing.models import BillLine, Charge, ChargeSheet
from squaremile.billing.policies.card import Card, Item, Version
from squaremile.billing.policies.charges import ON_REQUEST, decimal
from squaremile.billing.policies.columns import PER_UNIT
from squaremile.billing.policies.events import Event
from squaremile.billing.policies.rating import Line, under, use
from squaremile.billing.policies.reasons import Reason, chain, unit
from squaremile.billing.policies.short import short
from squaremile.billing.reads import cards
from squaremile.billing.words import closing as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.metering.reads import billable
from squaremile.metering.reads.billable import Billable

MOST = 200
"""Uses shown of one line; the page says how many there are."""


MOST_IN_SHORT = 20_000
"""Uses that a document adds up to say its reasons in short: a bill of more says them one by one on the statement alone."""


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One rated use behind a line."""

    origin: str
    part: int
    kind: str
    month: date
    key: str
    start: datetime | None
    end: datetime | None
    first: date
    last: date
    quantity: Decimal
    unit: str
    net: Money
    reasons: tuple[Reason, ...]
    subject: str = ""
    person: UUID | None = None
    """Who used it, where that was recorded. Pages say it to the payer and to finance alone."""

    @property
    def unit_said(self) -> Text:
        return unit(self.unit)

    @property
    def place(self) -> tuple[Any, ...]:
        """Where it stands among the others of its line."""
        return (self.first, self.start is None, self.start, self.origin, self.part)


def of_line(code: str, number: int) -> tuple[int, list[ChargeRow]]:
    """Behind a line of a bill: how many there are, and the first of them. Raises Missing."""
    line = BillLine.objects.select_related("bill__close__issuer").filter(bill__code=code, number=number).first()
    if line is None:
        raise Missing(words.LINE_UNKNOWN)
    charges = Charge.objects.filter(bill_id=line.bill_id, key=line.key)
    sheets = ChargeSheet.objects.filter(bill_id=line.bill_id, key=line.key).order_by("number")
    currency = line.bill.close.issuer.currency
    found = [_charge(c, currency) for c in charges.order_by("first", "start", "origin", "part")[:MOST]]
    count, shown = charges.count(), 0
    for sheet in sheets.iterator(1):
        count += sheet.lines
        if shown < MOST:
            found += _uses(sheet, currency, MOST - shown)
            shown += sheet.lines
    return count, sorted(found, key=lambda row: row.place)[:MOST]


def of_bill(bill: UUID, currency: str) -> Iterator[ChargeRow]:
    """Everything that a bill is rated from, sheet after sheet."""
    for charge in Charge.objects.filter(bill_id=bill).order_by("origin", "part").iterator(1000):
        yield _charge(charge, currency)
    for sheet in ChargeSheet.objects.filter(bill_id=bill).order_by("key", "number").iterator(1):
        yield from _uses(sheet, currency, sheet.lines)


def in_short(bill: UUID) -> dict[str, tuple[Reason, ...]]:
    """Key of each line → what made its price, in a few sentences. Three statements, and two for each sheet."""
    sheets = ChargeSheet.objects.filter(bill_id=bill).order_by("key", "number")
    if (sheets.aggregate(all=Sum("lines"))["all"] or 0) > MOST_IN_SHORT:
        return {}
    found, named = defaultdict[str, list[Line]](list), dict[str, Card]()
    for sheet in sheets.iterator(1):
        named[sheet.key] = card = cards.of_name(sheet.card)
        found[sheet.key] += [line for _person, line in _lines(card, sheet, sheet.lines)]
    return {key: tuple(short(named[key], lines)) for key, lines in found.items()}


def _charge(c: Charge, currency: str) -> ChargeRow:
    reasons = tuple(Reason(r["rule"], r["version"], Text(ko=r["ko"], en=r["en"])) for r in c.reasons)
    return ChargeRow(
        c.origin, c.part, c.kind, c.month, c.key, c.start, c.end, c.first, c.last, c.quantity.normalize(), c.unit, Money(c.net, currency), reasons,
        c.subject, c.person,
    )


def _uses(sheet: ChargeSheet, currency: str, most: int) -> Iterator[ChargeRow]:
    card = cards.of_name(sheet.card)
    for place, (person, line) in enumerate(_lines(card, sheet, most)):
        yield ChargeRow(
            line.event.id, 0, sheet.kind, sheet.month, sheet.key, line.event.start, line.event.end, line.first,
            max(line.event.end.astimezone(card.zone).date(), line.first), decimal(line.units).normalize(), sheet.unit,
            Money(sheet.nets[place], currency), _said(card, sheet, place, line), sheet.subject, person,
        )


def _lines(card: Card, sheet: ChargeSheet, most: int) -> Iterator[tuple[UUID | None, Line]]:
    """Each use as it was rated, with who used it."""
    version = next(v for v in card.versions if v.number == sheet.version)
    item = next(i for i in version.items if i.code == sheet.item)
    keys = sheet.uses[:most]
    events = billable.by_key(keys)
    for place, key in enumerate(keys):
        yield events[key].person, _line(card, version, item, sheet, place, events[key])


def _said(card: Card, sheet: ChargeSheet, place: int, line: Line) -> tuple[Reason, ...]:
    """The chain; and should a later release of the program reckon otherwise, that it does."""
    said = tuple(chain(card, line))
    if (line.amount, line.net) == (sheet.amounts[place], sheet.nets[place]):
        return said
    return (*said, Reason("stands", f"{card.code} v{line.version}", words.STANDS))


def _line(card: Card, version: Version, item: Item, sheet: ChargeSheet, place: int, event: Billable) -> Line:
    as_rated = Event(
        event.origin, str(sheet.organisation_id), event.meter, event.subject, event.start, event.end,
        Fraction(sheet.counted[place], PER_UNIT), str(sheet.project_id or ""), str(event.person or ""), sheet.payer_class,
        booked=None if sheet.booked is None or sheet.booked[place] < 0 else Fraction(sheet.booked[place], PER_UNIT),
        assisted=sheet.use_mode == ON_REQUEST,
    )
    before, total = (Fraction(0 if column is None else column[place], sheet.per_unit) for column in (sheet.before, sheet.total))
    made = use(card, version, item, as_rated, event.start.astimezone(card.zone).date(), before, total)
    caps = len(sheet.caps)
    let = sheet.let[place * caps : (place + 1) * caps] if sheet.let else []
    return under(made, version, dict(zip(sheet.caps, let, strict=True)))
