"""Issuing: a number without a gap, a document that stays, and its entry in the books."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import (
    Account,
    Bill,
    BillLine,
    Close,
    Dispute,
    Invoice,
    InvoiceLine,
    Issuer,
    IssuerNumber,
    Wallet,
)
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.closing import STEP, locked
from squaremile.billing.operations.matching import MATCHED
from squaremile.billing.operations.payments import settle_from_credit_notes, settle_others
from squaremile.billing.operations.reviewing import finish, locked_close
from squaremile.billing.reads import months
from squaremile.billing.words import closing as words
from squaremile.billing.words import money
from squaremile.core.reads.organisations import named
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.published.billing import BillAsked, InvoiceIssued

STANDS = {
    "invoice_stands": money.INVOICE_STANDS, "invoice_number_gapless": money.NUMBER_GAP, "invoice_number_once": money.NUMBER_GAP,
    "invoice_lines_add_up": money.UNBALANCED, "entry_balanced": money.UNBALANCED, "wallet_holds": money.WALLET_SHORT,
    "invoice_line_once": money.NUMBER_GAP, "issuer_number_once": money.NUMBER_GAP, "posting_book_known": money.UNBALANCED,
    "entry_of_its_day": money.UNBALANCED,
}
LINE = (
    "number", "kind", "item", "label_ko", "label_en", "card", "project_id", "subject", "nfec", "use_mode", "first", "last", "quantity",
    "unit", "unit_price", "net", "tax", "gross", "tax_category", "tax_percent", "reasons", "key",
)  # fmt: skip
SERIES = {"invoice": "", "credit_note": "C"}


@operation(
    "billing.release_close", ko="승인된 청구서 발행하기", en="Issue what is accepted", may=rules.keep_money,
    refuses=(words.CLOSE_UNKNOWN, words.CLOSE_STEP), constraints=STEP,
)
def release_close(*, close: str) -> Close:
    """Every accepted bill is issued by the worker, one after the other; those still with their payers follow next time."""
    found = locked_close(close)
    if found.state not in ("payers", "parked"):
        raise Refused(words.CLOSE_STEP)
    bills = list(Bill.objects.filter(close=found, state="accepted").order_by("code"))
    for bill in bills:
        publish(BillAsked(bill.id, bill.code, "issue"))
    finish(found)
    found.refresh_from_db()
    note(subject=found, issuing=len(bills))
    return found


@operation(
    "billing.issue_bill", ko="청구서 발행", en="Issue a bill", may=rules.close_by_itself,
    refuses=(words.BILL_UNKNOWN, words.BILL_STEP, words.DISPUTES_OPEN), constraints={**STEP, **STANDS, **MATCHED},
)
def issue_bill(*, bill: str) -> Invoice:
    """The accepted bill as an invoice with the next number. Issued already: that invoice again."""
    found = locked(bill)
    # What stands to the payer's credit is used once: her payments and corrections queue at the same row.
    account = Account.objects.select_for_update(of=("self",)).select_related("issuer").get(id=found.account_id)
    if found.state == "issued":
        note(subject=found, organisation=found.organisation_id, already=True)
        return Invoice.objects.get(bill=found)
    if found.state != "accepted":
        raise Refused(words.BILL_STEP)
    if n := Dispute.objects.filter(bill=found, state="open").count():
        raise Refused(words.DISPUTES_OPEN, {"n": n})
    lines = list(BillLine.objects.filter(bill=found).order_by("number"))
    day, month = months.today(), found.close.month
    made = document(
        account, "invoice", day, dated=months.last_of(month), first=month, last=months.last_of(month), bill=found,
        figures={f: getattr(found, f) for f in ("net", "tax", "gross", "rounding", "payable", "taxes", "prepaid", "rounding_reason")},
        lines=({f: getattr(line, f) for f in LINE} for line in lines),
    )
    settle_from_credit_notes(made)
    settle_others(made)
    found.state = "issued"
    found.save(update_fields=["state"])
    finish(found.close)
    note(subject=made, organisation=found.organisation_id, number=made.code, gross=made.gross)
    return made


def document(
    account: Account, kind: str, day: date, *, dated: date, first: date, last: date, figures: Mapping[str, Any],
    lines: Iterable[Mapping[str, Any]], **more: Any,
) -> Invoice:
    """An invoice or credit note with its number, its lines and its entry in the books, inside another operation."""
    issuer, said = account.issuer, [dict(line) for line in lines]
    sequence = _next(issuer, kind, day.year)
    made = Invoice.objects.create(
        code=f"{issuer.code}-{SERIES[kind]}{day.year}-{sequence:06d}", issuer=issuer, account=account,
        organisation_id=account.organisation_id, kind=kind, year=day.year, sequence=sequence, currency=issuer.currency,
        settlement=account.settlement, issued_on=day, dated=dated, due_on=day + timedelta(days=issuer.pay_days), first=first, last=last,
        parties=parties(account), prepaid_total=sum(p["amount"] for p in figures["prepaid"]), issued_at=clock.now(), **figures, **more,
    )
    InvoiceLine.objects.bulk_create(InvoiceLine(invoice=made, organisation_id=account.organisation_id, **line) for line in said)
    # A month of free use moves no money: there is a document, and nothing for the books.
    postings = _postings(account, made, said)
    if any(amount for _, amount, _ in postings):
        enter(issuer, account.organisation_id, day, f"document:{made.code}", made.code, postings)
    publish(InvoiceIssued(made.id, made.code, account.organisation_id, kind))
    return made


def _next(issuer: Issuer, series: str, year: int) -> int:
    """The next number of the series, its row locked until the document is there: a number that is taken is used."""
    IssuerNumber.objects.bulk_create([IssuerNumber(issuer=issuer, series=series, year=year)], ignore_conflicts=True)
    row = IssuerNumber.objects.select_for_update().get(issuer=issuer, series=series, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last


def parties(account: Account) -> dict[str, dict[str, str]]:
    """Both sides as they are called today."""
    issuer, whose = account.issuer, named(account.organisation_id)
    return {
        "issuer": {
            "code": issuer.code, "ko": issuer.name_ko or issuer.name_en, "en": issuer.name_en or issuer.name_ko,
            "pay_to": issuer.pay_to, **_particulars(issuer),
        },
        "payer": {
            "code": whose.code, "ko": whose.name.ko, "en": whose.name.en, "purchase_order": account.purchase_order,
            **_particulars(account),
        },
    }


def _particulars(of: Issuer | Account) -> dict[str, str]:
    names = (
        "registration", "representative", "address", "business_type", "business_item", "contact", "country", "legal_id", "vat_id",
        "endpoint_scheme", "endpoint",
    )
    return {name: getattr(of, name) for name in names}


def _postings(account: Account, made: Invoice, lines: list[dict[str, Any]]) -> list[tuple[str, int, UUID | None]]:
    """Receivable and wallets against revenue by kind, tax and rounding: payable + prepaid = gross + rounding."""
    revenue: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        revenue["voucher" if line["kind"] == "voucher" else f"revenue:{line['kind']}"] -= line["net"]
    found: list[tuple[str, int, UUID | None]] = [(book, amount, None) for book, amount in sorted(revenue.items())]
    for paid in made.prepaid:
        wallet = Wallet.objects.get(code=paid["code"])
        found.append(("wallet", paid["amount"], wallet.id))
    return [("receivable", made.payable, None), *found, ("tax", -made.tax, None), ("rounding", -made.rounding, None)]
