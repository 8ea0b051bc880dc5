"""Issuing: a number without a gap, a document that stays, and its entry in the books."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, Bill, Close, Invoice, InvoiceLine, Issuer, Wallet
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.closing import STEP, locked
from squaremile.billing.operations.matching import MATCHED
from squaremile.billing.operations.payments import settle_from_credit_notes, settle_others, standing_to_credit
from squaremile.billing.operations.reviewing import finish, locked_close
from squaremile.billing.reads import months
from squaremile.billing.words import closing as words
from squaremile.billing.words import money
from squaremile.core.reads.organisations import named
from squaremile.kernel import clock, rows
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import uuid7
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
    # What stands to the payer's credit is used once: her payments and corrections queue at the account's row.
    found = locked(bill, with_account=True)
    if found.state == "issued":
        note(subject=found, organisation=found.organisation_id, already=True)
        return Invoice.objects.get(bill=found)
    if found.state != "accepted":
        raise Refused(words.BILL_STEP)
    if open_ := rows.ask("SELECT 1 FROM billing_dispute WHERE bill_id = %s AND state = 'open'", [found.id]):
        raise Refused(words.DISPUTES_OPEN, {"n": len(open_)})
    credited = standing_to_credit(found.account)
    found.state = "issued"
    found.save(update_fields=["state"])
    day, month = months.today(), found.close.month
    made = document(
        found.account, "invoice", day, dated=months.last_of(month), first=month, last=months.last_of(month), bill=found,
        figures={f: getattr(found, f) for f in ("net", "tax", "gross", "rounding", "payable", "taxes", "prepaid", "rounding_reason")},
    )
    if credited:
        settle_from_credit_notes(made)
    settle_others(made)
    finish(found.close)
    note(subject=made, organisation=found.organisation_id, number=made.code, gross=made.gross)
    return made


def document(
    account: Account, kind: str, day: date, *, dated: date, first: date, last: date, figures: Mapping[str, Any],
    lines: Iterable[Mapping[str, Any]] = (), bill: Bill | None = None, **more: Any,
) -> Invoice:
    """An invoice or credit note with its number, its lines and its entry in the books, inside another operation. A bill's lines are
    its invoice's."""
    issuer = account.issuer
    made = Invoice(
        issuer=issuer, account=account, organisation_id=account.organisation_id, kind=kind, year=day.year, currency=issuer.currency,
        settlement=account.settlement, issued_on=day, dated=dated, due_on=day + timedelta(days=issuer.pay_days), first=first, last=last,
        parties=parties(account), prepaid_total=sum(p["amount"] for p in figures["prepaid"]), issued_at=clock.now(), bill=bill,
        **figures, **more,
    )
    nets = _of_bill(made, bill) if bill else _written(made, lines)
    # From here until the transaction ends every other document of the series waits: what needs no number is done.
    made.sequence = _next(issuer, kind, day.year)
    made.code = f"{issuer.code}-{SERIES[kind]}{day.year}-{made.sequence:06d}"
    rows.insert([made])
    # A month of free use moves no money: there is a document, and nothing for the books.
    postings = _postings(made, nets)
    if any(amount for _, amount, _ in postings):
        enter(issuer, account.organisation_id, day, f"document:{made.code}", made.code, postings)
    publish(InvoiceIssued(made.id, made.code, account.organisation_id, kind))
    return made


_COPIED = f"""
INSERT INTO billing_invoice_line (id, invoice_id, organisation_id, {", ".join(LINE)})
SELECT id, %s, organisation_id, {", ".join(LINE)} FROM billing_bill_line WHERE bill_id = %s RETURNING kind, net
"""


def _of_bill(made: Invoice, bill: Bill) -> list[tuple[str, int]]:
    """The bill's lines as they stand, each under the key that it has there. Gives back kinds and nets."""
    return [(kind, net) for kind, net in rows.ask(_COPIED, [made.id, bill.id])]


def _written(made: Invoice, lines: Iterable[Mapping[str, Any]]) -> list[tuple[str, int]]:
    new = [InvoiceLine(invoice=made, organisation_id=made.organisation_id, **line) for line in lines]
    rows.insert(new)
    return [(line.kind, line.net) for line in new]


_NUMBER = """
INSERT INTO billing_issuer_number AS n (id, issuer_id, series, year, last) VALUES (%s, %s, %s, %s, 1)
ON CONFLICT (issuer_id, series, year) DO UPDATE SET last = n.last + 1 RETURNING last
"""


def _next(issuer: Issuer, series: str, year: int) -> int:
    """The next number of the series, its row locked until the document is there: a number that is taken is used."""
    return int(rows.ask(_NUMBER, [uuid7(), issuer.id, series, year])[0][0])


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


def _postings(made: Invoice, lines: list[tuple[str, int]]) -> list[tuple[str, int, UUID | None]]:
    """Receivable and wallets against revenue by kind, tax and rounding: payable + prepaid = gross + rounding."""
    revenue: defaultdict[str, int] = defaultdict(int)
    for kind, net in lines:
        revenue["voucher" if kind == "voucher" else f"revenue:{kind}"] -= net
    found: list[tuple[str, int, UUID | None]] = [(book, amount, None) for book, amount in sorted(revenue.items())]
    for paid in made.prepaid:
        wallet = Wallet.objects.get(code=paid["code"])
        found.append(("wallet", paid["amount"], wallet.id))
    return [("receivable", made.payable, None), *found, ("tax", -made.tax, None), ("rounding", -made.rounding, None)]
