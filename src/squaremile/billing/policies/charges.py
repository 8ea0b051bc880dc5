"""Charges: one rated amount each, as plain values, and the sums of them that become lines."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from squaremile.billing.policies import per_head
from squaremile.billing.policies.bill import Key, Sum
from squaremile.billing.policies.card import Card, Tax
from squaremile.billing.policies.contracts import Part
from squaremile.billing.policies.rating import Line
from squaremile.billing.policies.reasons import Reason, chain, money, number
from squaremile.billing.words import closing as words
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

SESSIONS = "equipment_minutes"
"""The meter that counts use of instruments."""
OWN, ON_REQUEST = "self", "requested"
"""Use modes: one's own hands, or staff at one's side. Korean research funds ask which."""


@dataclass(frozen=True, slots=True)
class Use:
    """What rating does not need to know of an event, and a bill does."""

    project: UUID | None = None
    person: UUID | None = None
    nfec: str = ""


@dataclass(frozen=True, slots=True)
class Charged:
    """As the table of charges holds it. `net` after caps, before vouchers."""

    kind: str
    month: date
    origin: str
    part: int
    item: str
    label: Text
    card: str
    version: int
    subject: str
    first: date
    last: date
    quantity: Decimal
    unit: str
    amount: int
    net: int
    tax: Tax
    reasons: tuple[Reason, ...]
    project: UUID | None = None
    person: UUID | None = None
    nfec: str = ""
    use_mode: str = ""
    start: datetime | None = None
    end: datetime | None = None
    contract: UUID | None = None

    @property
    def key(self) -> str:
        """The bill's line that it belongs to. Item and version come first: vouchers and wallets look at them."""
        project = str(self.project) if self.project else ""
        of = self.subject if self.contract is None else self.origin
        late = self.month.isoformat() if self.kind == "late" else ""
        said = (self.item, str(self.version), self.card, project, of, self.nfec, self.use_mode, late, kind_of(self.tax))
        return "|".join(said)


@lru_cache(maxsize=256)
def kind_of(tax: Tax) -> str:
    return f"{tax.category}:{number(tax.percent)}"


def plain(tax: Tax) -> Tax:
    """By category and rate: what two cards call differently is one kind of tax on a document."""
    return Tax(kind_of(tax), tax.category, tax.percent)


def decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.000001"))


def of_line(card: Card, line: Line, use: Use, *, late: bool) -> Charged:
    """A rated line as a charge."""
    event, item = line.event, line.item
    last = (event.end.astimezone(card.zone).date() if item.price.kind != "monthly" else line.first)
    unit = item.unit if item.price.kind != "monthly" else item.counted_in
    return Charged(
        "late" if late else "use", line.month, event.id, line.part, item.code, item.label, card.code, line.version, event.subject,
        line.first, max(last, line.first), decimal(line.units), unit, line.amount, line.net, plain(item.tax),
        tuple(chain(card, line)), use.project, use.person, use.nfec, ON_REQUEST if event.assisted else OWN, event.start, event.end,
    )


def of_contract(
    contract: UUID, code: str, kind: str, title: Text, tax: Tax, part: Part, n: int, currency: str, day_count: str, *, late: bool,
) -> Charged:
    """A part of a month of a contract as a charge, with the rule by which days were counted."""
    by_seats = per_head.said(code, part, currency)
    kind, (quantity, unit) = per_head.LINE if kind == per_head.KIND else kind, per_head.quantity(part)
    digits = MINOR_DIGITS[currency]
    said = {
        "first": part.first, "last": part.last, "days": part.days, "divisor": number(part.divisor),
        "month": money(Fraction(part.term.amount, 10**digits), currency), "amount": money(Fraction(part.charged, 10**digits), currency),
    }
    whole = part.charged == part.term.amount
    if part.divisor == monthrange(part.first.year, part.first.month)[1]:
        day_count = "calendar"
    reasons = (
        *(by_seats or [Reason("contract", code, words.CONTRACT.fill({"title": title, "month": said["month"], "since": part.term.since}))]),
        Reason("days", day_count, (words.WHOLE_MONTH if whole else words.DAYS[day_count]).fill(said)),
    )
    return Charged(
        "late" if late else kind, part.first.replace(day=1), f"contract:{code}:{part.first:%Y-%m}", n, kind, title, code, 0, code,
        part.first, part.last, quantity, unit, part.charged, part.charged, plain(tax), reasons, contract=contract,
    )


def summed(charges: Iterable[Charged]) -> dict[Key, Sum]:
    """Sums by line, as `bill.bill` takes them: (item, version, key)."""
    found = dict[Key, Sum]()
    for charge in charges:
        key = (charge.item, charge.version, charge.key)
        if (one := found.get(key)) is None:
            one = found[key] = Sum(charge.item, charge.version, charge.label, charge.unit, charge.tax)
        one.lines += 1
        one.units += Fraction(charge.quantity)
        one.amount += charge.amount
        one.net += charge.net
    return found
