"""What an account owed at the beginning of a period, what came to it, what was paid, and what it owes at the end."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from squaremile.billing.models import Account, Invoice, Payment, Refund
from squaremile.billing.words import accounts as account_words
from squaremile.billing.words import money as words
from squaremile.billing.words import refunds
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both

PAYMENT = Text(ko="입금", en="Payment")


@dataclass(frozen=True, slots=True)
class Movement:
    """A row: a document or a payment. `charged` and `paid`, of which one is nought, and the balance after it."""

    day: date
    kind: str
    said: Text
    code: str
    note: str
    charged: Money
    paid: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class AccountStatement:
    """Opening + invoices + credit notes (below nought) − payments + refunds = closing."""

    account: str
    company: Text
    issuer: Text
    currency: str
    first: date
    last: date
    opening: Money
    invoiced: Money
    credited: Money
    paid: Money
    refunded: Money
    closing: Money
    rows: tuple[Movement, ...]


def statement(account: str, first: date, last: date) -> AccountStatement:
    """As its payer holds it. Raises Missing for what one may not see. Eight statements."""
    found = Account.objects.select_related("organisation", "issuer").filter(code=account).first()
    if found is None:
        raise Missing(account_words.ACCOUNT_UNKNOWN)
    currency = found.issuer.currency
    opening = _balance(found.id, first)
    moves = sorted(_moves(found.id, first, last), key=lambda m: (m[0], m[1], m[2]))
    balance, rows, sums = opening, list[Movement](), {"invoice": 0, "credit_note": 0, "payment": 0, "refund": 0}
    for day, _, code, kind, said, note, charged, paid in moves:
        balance += charged - paid
        sums[kind] += charged - paid
        rows.append(Movement(
            day, kind, said, code, note, Money(charged, currency), Money(paid, currency), Money(balance, currency),
        ))
    return AccountStatement(
        found.code, both(found.organisation.name_ko, found.organisation.name_en), both(found.issuer.name_ko, found.issuer.name_en),
        currency, first, last, Money(opening, currency), Money(sums["invoice"], currency), Money(sums["credit_note"], currency),
        Money(-sums["payment"], currency), Money(sums["refund"], currency), Money(balance, currency), tuple(rows),
    )


def _balance(account: UUID, before: date) -> int:
    charged = Invoice.objects.filter(account_id=account, issued_on__lt=before).aggregate(all=Sum("payable"))["all"] or 0
    paid = Payment.objects.filter(account_id=account, paid_on__lt=before).aggregate(all=Sum("amount"))["all"] or 0
    back = Refund.objects.filter(account_id=account, source="credit", paid_on__lt=before).aggregate(all=Sum("amount"))["all"] or 0
    return int(charged) - int(paid) + int(back)


def _moves(account: UUID, first: date, last: date) -> list[tuple[date, int, str, str, Text, str, int, int]]:
    documents = Invoice.objects.filter(account_id=account, issued_on__range=(first, last))
    payments = Payment.objects.filter(account_id=account, paid_on__range=(first, last))
    back = Refund.objects.filter(account_id=account, source="credit", paid_on__range=(first, last))
    return [
        *((i.issued_on, 0, i.code, i.kind, words.KINDS[i.kind], i.note, i.payable, 0) for i in documents),
        *((p.paid_on, 1, p.code, "payment", PAYMENT, p.reference, 0, p.amount) for p in payments),
        *((r.paid_on, 2, r.code, "refund", refunds.SOURCES["credit"], r.reference, r.amount, 0) for r in back),
    ]


HEAD = {
    "ko": ("날짜", "구분", "번호", "적요", "청구", "입금", "잔액", "통화"),
    "en": ("Date", "What", "Number", "Note", "Charged", "Paid", "Balance", "Currency"),
}
_OPENING, _CLOSING = Text(ko="기초 잔액", en="Opening balance"), Text(ko="기말 잔액", en="Closing balance")


def table(said: AccountStatement, language: str) -> list[tuple[object, ...]]:
    """Rows under `HEAD`: the figures of the page, in major units."""

    def row(day: date, what: Text, code: str, note: str, *amounts: Money | None) -> tuple[object, ...]:
        return (day, what.say(language), code, note, *(a.amount if a is not None else "" for a in amounts), said.currency)

    return [
        row(said.first, _OPENING, "", "", None, None, said.opening),
        *(row(m.day, m.said, m.code, m.note, m.charged, m.paid, m.balance) for m in said.rows),
        row(said.last, _CLOSING, "", "", None, None, said.closing),
    ]
