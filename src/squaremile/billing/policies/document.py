"""A bill as its payer holds it: who, for what, why, how much. Exports (PDF, UBL, e-tax invoice, journals) are made from it
alone, so that all of them say the same.

Amounts are whole minor units of the document's currency. `Document` refuses to exist where its figures do not add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from squaremile.billing.policies.reasons import Reason
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

KINDS = ("invoice", "credit_note")
LINE_KINDS = ("use", "late", "rent", "membership", "voucher", "adjustment")
"""use: of the bill's own month. late: of a month that was closed before; the line has its own period. rent and membership:
by contract. voucher: what a sponsor or a subsidy takes over, below nought. adjustment: what a correction changes."""
SETTLEMENTS = ("invoice", "recharge")
"""invoice: a claim on another body, with tax. recharge: an internal transfer, without a tax invoice."""


class NotWhole(ValueError):
    """The figures of a document contradict each other."""


@dataclass(frozen=True, slots=True)
class Party:
    """Issuer or payer, as it was called on the day of issue. `endpoint` is the electronic address, with its scheme."""

    code: str
    name: Text
    registration: str = ""
    """Business registration number: ten digits in Korea, or a VAT number."""
    representative: str = ""
    address: str = ""
    business_type: str = ""
    """업태: the sort of business, as the tax invoice has it."""
    business_item: str = ""
    """종목: its trade."""
    email: str = ""
    country: str = "KR"
    endpoint: str = ""
    endpoint_scheme: str = ""
    vat_id: str = ""
    """With the country before it; none where the business registration number is that."""
    legal_id: str = ""
    """Of the register of companies."""
    account_number: str = ""
    """Where to pay: the issuer's bank account."""


@dataclass(frozen=True, slots=True)
class Project:
    """Whom within the payer a line is for. `reference`: the number of its grant; `nfec`: of the instrument's registration
    at the national equipment centre, and `use_mode`, which Korean research funds ask for."""

    code: str
    name: Text
    reference: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line. `first` to `last` are civil days, both in it; `start` and `end` the moments of a single use."""

    number: int
    kind: str
    code: str
    label: Text
    first: date
    last: date
    quantity: Decimal
    unit: str
    net: int
    tax: int
    gross: int
    tax_category: str
    """taxable, zero or exempt."""
    tax_percent: Decimal
    reasons: tuple[Reason, ...] = ()
    unit_price: Decimal | None = None
    """In major units where quantity × price is the net before discounts; none where many uses are added up."""
    card: str = ""
    """Rate card and version, `OPEN-LAB v2`, or the contract."""
    project: Project | None = None
    nfec: str = ""
    use_mode: str = ""
    subject: str = ""
    start: datetime | None = None
    end: datetime | None = None
    corrects: int | None = None
    """Number of the line of the corrected document."""


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """Tax of one kind: rounded once for the document."""

    category: str
    percent: Decimal
    base: int
    amount: int


@dataclass(frozen=True, slots=True)
class Prepaid:
    """What a wallet paid of the gross. It lowers what is payable, never the price."""

    code: str
    label: Text
    amount: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """The document that this one corrects, and why. `reason` is a key of `corrections.REASONS`."""

    number: str
    issued_on: date
    reason: str
    note: str = ""
    approval: str = ""
    """The tax office's approval number of the corrected document, where it had one."""


@dataclass(frozen=True, slots=True)
class Document:
    """An issued invoice or credit note. A credit note's amounts are below nought, line by line.

    Raises:
        NotWhole: net + tax is not gross; lines or taxes do not add up; the payable is not what is left.
    """

    number: str
    kind: str
    settlement: str
    currency: str
    issuer: Party
    payer: Party
    issued_on: date
    due_on: date
    first: date
    last: date
    lines: tuple[DocumentLine, ...]
    taxes: tuple[TaxTotal, ...]
    net: int
    tax: int
    gross: int
    rounding: int
    payable: int
    prepaid: tuple[Prepaid, ...] = ()
    corrects: Correction | None = None
    replaces: str = ""
    """Number of the document in whose place this invoice was issued anew."""
    corrected_by: tuple[str, ...] = ()
    buyer_reference: str = ""
    purchase_order: str = ""
    note: str = ""
    rounding_reason: Reason | None = None
    tax_reasons: tuple[Reason, ...] = ()
    tax_dated: date | None = None
    """The day written on the tax invoice (작성일자): the last of the month, or as the reason of a correction asks."""
    replaced_for: str = "clerical"
    """Why the document that it `replaces` was taken back: a key of `corrections.REASONS`."""

    @property
    def digits(self) -> int:
        """Digits after the point: none for the won."""
        return MINOR_DIGITS[self.currency]

    def __post_init__(self) -> None:
        faults = []
        if self.net + self.tax != self.gross:
            faults.append("net + tax is not gross")
        for line in self.lines:
            if line.net + line.tax != line.gross:
                faults.append(f"net + tax is not gross on line {line.number}")
        for name in ("net", "tax", "gross"):
            if sum(getattr(line, name) for line in self.lines) != getattr(self, name):
                faults.append(f"the lines do not add up to the {name}")
        if sum(t.amount for t in self.taxes) != self.tax or sum(t.base for t in self.taxes) != self.net:
            faults.append("the taxes do not add up")
        if self.gross - sum(p.amount for p in self.prepaid) + self.rounding != self.payable:
            faults.append("gross, prepaid and rounding are not the payable")
        if self.kind not in KINDS or (self.kind == "credit_note") != (self.corrects is not None):
            faults.append("a credit note, and only a credit note, corrects a document")
        if faults:
            raise NotWhole("; ".join(faults))
