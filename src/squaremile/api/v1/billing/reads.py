"""What can be read of billing: bills, issued documents, and a month as it would be billed. Amounts are minor units."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Page, Sentence, answered
from squaremile.api.v1.door import router
from squaremile.billing import rules
from squaremile.billing.reads import listing, preview, statement
from squaremile.core.asked.types import Code, Day
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text


class BillRow(Coded):
    """An account's month."""

    organisation: str = Field(examples=["HANBIT"])
    account: str
    issuer: str
    month: date
    state: str = Field(examples=["shown"])
    currency: str
    net: int
    tax: int
    gross: int
    payable: int
    invoice: str | None


class BillDispute(Coded):
    """What its payer said against a line, and finance's answer."""

    state: str
    reason: str
    taken_off: int
    answer: str


class BilledLine(BaseModel):
    """A line, with why it comes to what it does."""

    number: int
    kind: str
    label: Sentence
    card: str
    subject: str
    first: date
    last: date
    quantity: str
    unit: str
    net: int
    tax: int
    gross: int
    reasons: list[Sentence]
    disputes: list[BillDispute]


class BilledTax(BaseModel):
    """Tax of one kind."""

    category: str
    percent: str
    base: int
    amount: int


class BillShown(Coded):
    """A bill with its lines. `shown_until`: its payer may answer so long."""

    month: date
    state: str
    shown_until: datetime | None
    currency: str
    net: int
    tax: int
    gross: int
    rounding: int
    payable: int
    accepted_remark: str
    invoice: str | None
    lines: list[BilledLine]
    taxes: list[BilledTax]


class InvoiceRow(Coded):
    """An issued document."""

    code: str = Field(examples=["JB-2026-000184"])
    kind: str = Field(examples=["invoice"])
    organisation: str
    account: str
    issuer: str
    issued_on: date
    due_on: date
    currency: str
    net: int
    tax: int
    gross: int
    payable: int
    open: int = Field(description="What is not paid yet")
    corrects: str | None
    replaces: str | None
    bill: str | None


class InvoiceShown(Coded):
    """An issued document with its lines."""

    code: str = Field(examples=["JB-2026-000184"])
    kind: str
    issued_on: date
    due_on: date
    currency: str
    net: int
    tax: int
    gross: int
    rounding: int
    payable: int
    open: int
    bill: str | None
    chain: list[str] = Field(description="Documents that it corrects or replaces, and those that correct or replace it")
    lines: list[BilledLine]
    taxes: list[BilledTax]


class PreviewedBill(BaseModel):
    """What an account's bill of the month would be."""

    account: str
    company: Sentence
    events: int
    lines: int
    net: int
    tax: int
    gross: int
    payable: int
    odd: int = Field(description="Uses without a price, or that contradict each other: they would block the bill")


class PreviewShown(BaseModel):
    """A month of an issuer as it would be billed by what is recorded now."""

    issuer: Sentence
    month: date
    as_of: datetime
    currency: str
    net: int
    tax: int
    gross: int
    bills: list[PreviewedBill]


def _only(rule: Any) -> None:
    if not rule(require()):
        raise Forbidden(NOT_ALLOWED)


def _sentence(text: Text) -> Sentence:
    return Sentence(ko=text.ko, en=text.en)


@router.get("/billing/bills", response=Page[BillRow], summary="Bills · 청구 내역", tags=["billing"], operation_id="billing_bills")
def list_bills(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor, state: Code = "",
) -> HttpResponse:
    """Newest month first, of one `state` (drafted, shown, issued) or all. A payer sees her own once they are shown; finance all."""
    _only(rules.see_own_bills)
    after = pages.given(cursor, date.fromisoformat, str)
    found = listing.bills(limit + 1, (after[0], after[1]) if after else None, state)

    return answered(
        pages.page(found, limit, BillRow.model_validate, lambda one: pages.kept(one.month.isoformat(), one.code)).model_dump_json()
    )


@router.get("/billing/bills/{code}", response=BillShown, summary="Bill · 청구 내역 하나", tags=["billing"], operation_id="billing_bill")
def show_bill(request: HttpRequest, code: Code) -> HttpResponse:
    """One bill with its lines, the reasons of each, and what was disputed."""
    _only(rules.see_own_bills)
    seen = statement.bill(code)
    return answered(BillShown(
        month=seen.month, state=seen.state, shown_until=seen.shown_until, accepted_remark=seen.accepted_remark, invoice=seen.invoice or None,
        **_whole(seen),
    ).model_dump_json())  # fmt: skip


@router.get("/billing/invoices", response=Page[InvoiceRow], summary="Invoices · 발행 문서", tags=["billing"], operation_id="billing_invoices")
def list_invoices(
    request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor,
    issued_since: Day | None = None,
) -> HttpResponse:
    """Invoices and credit notes by number, `issued_since` a day or all. A payer sees her own; finance all."""
    _only(rules.see_own_bills)
    after = pages.given(cursor, str)
    found = listing.invoices(limit + 1, after[0] if after else "", issued_since)

    return answered(pages.page(found, limit, InvoiceRow.model_validate, lambda one: pages.kept(one.code)).model_dump_json())


@router.get("/billing/invoices/{code}", response=InvoiceShown, summary="Invoice · 발행 문서 하나", tags=["billing"],
            operation_id="billing_invoice")
def show_invoice(request: HttpRequest, code: Code) -> HttpResponse:
    """One issued document with its lines, and where its payment stands."""
    _only(rules.see_own_bills)
    seen = statement.invoice(code)
    return answered(InvoiceShown(
        kind=seen.kind, issued_on=seen.issued_on, due_on=seen.due_on, open=seen.open.minor, bill=seen.bill or None,
        chain=[one.code for one in seen.chain], **_whole(seen.statement),
    ).model_dump_json())  # fmt: skip


@router.get("/billing/preview", response=PreviewShown, summary="Preview of a month · 청구 미리 보기", tags=["billing"],
            operation_id="billing_preview")
def show_preview(request: HttpRequest, issuer: Code, month: Day) -> HttpResponse:
    """Every account of an issuer as the close would bill it by what is recorded now. Nothing is stored."""
    _only(rules.see_money)
    found = preview.of(issuer, month)
    return answered(PreviewShown(
        issuer=_sentence(found.issuer), month=found.month, as_of=found.as_of, currency=found.currency, net=found.net.minor,
        tax=found.tax.minor, gross=found.gross.minor, bills=[
            PreviewedBill(
                account=one.account, company=_sentence(one.company), events=one.events, lines=one.lines, net=one.net.minor, tax=one.tax.minor,
                gross=one.gross.minor, payable=one.payable.minor, odd=one.odd,
            )
            for one in found.bills
        ],
    ).model_dump_json())  # fmt: skip


def _whole(seen: statement.StatementSeen) -> dict[str, Any]:
    """Figures and lines that bills and documents have alike."""
    return {
        "code": seen.code, "currency": seen.gross.currency, "net": seen.net.minor, "tax": seen.tax.minor, "gross": seen.gross.minor,
        "rounding": seen.rounding.minor, "payable": seen.payable.minor,
        "taxes": [BilledTax(category=t.category, percent=t.percent, base=t.base.minor, amount=t.amount.minor) for t in seen.taxes],
        "lines": [
            BilledLine(
                number=x.number, kind=x.kind, label=_sentence(x.label), card=x.card, subject=x.subject, first=x.first, last=x.last,
                quantity=f"{x.quantity:f}", unit=x.unit, net=x.net.minor, tax=x.tax.minor, gross=x.gross.minor,
                reasons=[_sentence(reason.text) for reason in x.reasons],
                disputes=[
                    BillDispute(code=d.code, state=d.state, reason=d.reason, taken_off=d.taken_off.minor, answer=d.answer) for d in x.disputes
                ],
            )
            for x in seen.lines
        ],
    }
