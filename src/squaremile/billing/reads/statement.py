"""A bill or an issued document as its payer reads it: lines, the evidence of each, disputes, and what corrected it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from squaremile.billing.models import Bill, BillLine, Dispute, Invoice, InvoiceLine
from squaremile.billing.models.line import LineFigures
from squaremile.billing.policies.corrections import REASONS
from squaremile.billing.policies.reasons import unit
from squaremile.billing.reads import answering
from squaremile.billing.words import closing as words
from squaremile.billing.words import money
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Said:
    """One stored reason."""

    rule: str
    version: str
    text: Text


@dataclass(frozen=True, slots=True)
class Objection:
    """A dispute of a line."""

    code: str
    reason: str
    state: str
    said: Text
    taken_off: Money
    answer: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, with what is disputed of it."""

    number: int
    kind: str
    kind_said: Text
    label: Text
    card: str
    project: Text | None
    subject: str
    nfec: str
    use_mode: Text
    first: date
    last: date
    quantity: Decimal
    unit: str
    net: Money
    tax: Money
    gross: Money
    reasons: tuple[Said, ...]
    disputes: tuple[Objection, ...]
    may_dispute: bool
    corrects: int | None
    named: Text | None = None
    """What booking calls the subject: the page says it, which knows both."""

    @property
    def unit_said(self) -> Text:
        return unit(self.unit)


@dataclass(frozen=True, slots=True)
class PaidRow:
    label: Text
    amount: Money
    reasons: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TaxLine:
    category: str
    percent: str
    base: Money
    amount: Money


@dataclass(frozen=True, slots=True)
class StatementSeen:
    """A bill before it is issued, or a document after."""

    code: str
    company: Text
    month: date
    state: str
    said: Text
    shown_until: datetime | None
    lines: tuple[LineRow, ...]
    taxes: tuple[TaxLine, ...]
    prepaid: tuple[PaidRow, ...]
    net: Money
    tax: Money
    gross: Money
    rounding: Money
    payable: Money
    invoice: str = ""
    accepted_remark: str = ""
    """Why finance accepted it in the payer's place."""
    over: bool = False
    """The payer's time to answer is over, or nothing ends it."""

    @property
    def disputed(self) -> bool:
        """Finance has not answered everything."""
        return any(one.state == "open" for line in self.lines for one in line.disputes)


@dataclass(frozen=True, slots=True)
class Correction:
    """A document of the chain: what this one corrects, and what corrected it."""

    code: str
    kind: Text
    issued_on: date
    reason: Text | None
    note: str
    gross: Money


@dataclass(frozen=True, slots=True)
class InvoiceSeen:
    """An issued document with where its payment stands."""

    statement: StatementSeen
    kind: str
    kind_said: Text
    issuer: Text
    issued_on: date
    due_on: date
    open: Money
    chain: tuple[Correction, ...]
    bill: str


def bill(code: str) -> StatementSeen:
    """A bill that is not issued yet, or was. Raises Missing."""
    found = Bill.objects.select_related("close__issuer", "organisation", "invoice").filter(code=code).first()
    if found is None:
        raise Missing(words.BILL_UNKNOWN)
    currency, objections = found.close.issuer.currency, _objections(found, found.close.issuer.currency)
    lines = BillLine.objects.filter(bill=found).select_related("project").order_by("number")
    seen, until = _seen(
        found, found.code, both(found.organisation.name_ko, found.organisation.name_en), found.close.month, found.state,
        words.BILL_STATES[found.state], found.answer_until or found.close.shown_until,
        tuple(_line(line, currency, objections.get(line.key, ()), open_=found.state == "shown") for line in lines),
        currency, found.invoice.code if hasattr(found, "invoice") else "",
    ), answering.not_before(found)
    return replace(seen, accepted_remark=found.accepted_remark, over=until is None or until < clock.now())


def invoice(code: str) -> InvoiceSeen:
    """An issued document. Raises Missing."""
    found = Invoice.objects.select_related("issuer", "organisation", "bill", "corrects").filter(code=code).first()
    if found is None:
        raise Missing(money.INVOICE_UNKNOWN)
    objections = _objections(found.bill, found.currency) if found.bill else {}
    lines = InvoiceLine.objects.filter(invoice=found).select_related("project").order_by("number")
    seen = _seen(
        found, found.code, both(found.parties["payer"]["ko"], found.parties["payer"]["en"]), found.first, "issued",
        words.BILL_STATES["issued"], None, tuple(_line(x, found.currency, objections.get(x.key, ()), open_=False) for x in lines),
        found.currency, found.code,
    )
    return InvoiceSeen(
        seen, found.kind, money.KINDS[found.kind], both(found.parties["issuer"]["ko"], found.parties["issuer"]["en"]), found.issued_on,
        found.due_on, Money(_open(found), found.currency), _chain(found), found.bill.code if found.bill else "",
    )


def _open(found: Invoice) -> int:
    matched = found.matches.aggregate(all=Sum("amount"))["all"] or 0
    return max(0, found.payable - matched) if found.kind == "invoice" else 0


def _chain(found: Invoice) -> tuple[Correction, ...]:
    """The first document of the chain, and all that came after it, but this one."""
    first = found
    while (earlier := first.corrects or first.replaces) is not None:
        first = earlier
    every, waiting = list[Invoice](), [first]
    while waiting:
        one = waiting.pop(0)
        every.append(one)
        waiting += list(one.corrections.order_by("issued_at"))
        if (anew := Invoice.objects.filter(replaces=one).first()) is not None:
            waiting.append(anew)
    return tuple(
        Correction(
            one.code, money.KINDS[one.kind], one.issued_on, REASONS[one.reason].label if one.reason else None, one.note,
            Money(one.gross, one.currency),
        )
        for one in every if one.id != found.id
    )


def _seen(
    found: Any, code: str, company: Text, month: date, state: str, said: Text, until: datetime | None, lines: tuple[LineRow, ...],
    currency: str, issued_as: str,
) -> StatementSeen:
    taxes = tuple(
        TaxLine(t["category"], t["percent"].rstrip("0").rstrip("."), Money(t["base"], currency), Money(t["amount"], currency))
        for t in found.taxes
    )
    prepaid = tuple(PaidRow(both(p["ko"], p["en"]), Money(p["amount"], currency), _said(p["reasons"])) for p in found.prepaid)
    net, tax, gross, rounding, payable = (Money(getattr(found, name), currency) for name in ("net", "tax", "gross", "rounding", "payable"))
    return StatementSeen(code, company, month, state, said, until, lines, taxes, prepaid, net, tax, gross, rounding, payable, issued_as)


def _objections(found: Bill, currency: str) -> dict[str, tuple[Objection, ...]]:
    rows: dict[str, tuple[Objection, ...]] = {}
    for d in Dispute.objects.filter(bill=found).order_by("raised_at"):
        one = Objection(d.code, d.reason, d.state, words.DISPUTE_STATES[d.state], Money(d.taken_off, currency), d.answer)
        rows[d.key] = (*rows.get(d.key, ()), one)
    return rows


def _line(line: LineFigures, currency: str, disputes: tuple[Objection, ...], *, open_: bool) -> LineRow:
    project = both(line.project.name_ko, line.project.name_en) if line.project else None
    may = open_ and line.kind not in ("voucher", "adjustment") and not any(d.state == "open" for d in disputes)
    return LineRow(
        line.number, line.kind, words.LINE_KINDS[line.kind], both(line.label_ko, line.label_en), line.card, project, line.subject,
        line.nfec, words.USE_MODES[line.use_mode], line.first, line.last, line.quantity.normalize(), line.unit, Money(line.net, currency),
        Money(line.tax, currency), Money(line.gross, currency), _said(line.reasons), disputes, may, getattr(line, "corrects", None),
    )


def _said(stored: list[dict[str, str]]) -> tuple[Said, ...]:
    return tuple(Said(r["rule"], r["version"], Text(ko=r["ko"], en=r["en"])) for r in stored)


def of_dispute(code: str) -> str:
    """The bill that a dispute is of, by their codes. Raises Missing for what one may not see."""
    found: str | None = Dispute.objects.filter(code=code).values_list("bill__code", flat=True).first()
    if found is None:
        raise Missing(words.DISPUTE_UNKNOWN)
    return found
