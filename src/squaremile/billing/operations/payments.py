"""Money that came in, and what it is for."""

from datetime import date

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from squaremile.billing import rules
from squaremile.billing.models import Account, Invoice, Match, Payment
from squaremile.billing.operations.accounts import account_of
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.matching import MATCHED, match, open_of, spread
from squaremile.billing.reads import deposits, months
from squaremile.billing.words import accounts
from squaremile.billing.words import money as words
from squaremile.kernel import clock, rows
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "billing.record_payment", ko="입금 기록하기", en="Record a payment", may=rules.keep_money,
    refuses=(accounts.ACCOUNT_UNKNOWN, words.PAYMENT_UNSOUND, words.INVOICE_UNKNOWN),
    constraints={
        **MATCHED, "billing_payment_origin_key": words.PAYMENT_KNOWN, "payment_positive": words.PAYMENT_UNSOUND,
        "billing_entry_origin_key": words.PAYMENT_KNOWN, "entry_balanced": words.UNBALANCED, "entry_of_its_day": words.PAYMENT_UNSOUND,
    },
)
def record_payment(*, account: str, amount: int, paid_on: date, bank_reference: str, invoice: str = "") -> Payment:
    """It goes to the invoice named, then to the oldest open ones; what is left over stands to the payer's credit
    until it is matched, or until something is overdue. The same reference on the same day counts once."""
    found = account_of(account, write=True)
    if amount <= 0 or paid_on > months.today() or not bank_reference.strip():
        raise Invalid(words.PAYMENT_UNSOUND)
    wanted = Invoice.objects.filter(account=found, code=invoice, kind="invoice").first() if invoice else None
    if invoice and wanted is None:
        raise Missing(words.INVOICE_UNKNOWN)
    made, left = received(found, amount, paid_on, bank_reference, wanted)
    note(subject=made, organisation=found.organisation_id, amount=amount, unmatched=left)
    return made


def received(found: Account, amount: int, paid_on: date, bank_reference: str, wanted: Invoice | None = None) -> tuple[Payment, int]:
    """A payment in the books and matched, inside another operation; and what is left of it."""
    origin = f"{found.code}:{paid_on}:{bank_reference.strip()}"[:120]
    made = Payment.objects.create(
        code=short_code("PM"), account=found, organisation_id=found.organisation_id, amount=amount, paid_on=paid_on,
        reference=bank_reference.strip()[:120], origin=origin, recorded_at=clock.now(),
    )
    enter(found.issuer, found.organisation_id, paid_on, f"payment:{origin}"[:120], made.code, [("bank", amount, None), ("receivable", -amount, None)])
    return made, spread(made, found, wanted)


@operation(
    "billing.match_payment", ko="입금과 청구서 맞추기", en="Match a payment", may=rules.keep_money,
    refuses=(words.PAYMENT_UNKNOWN, words.INVOICE_UNKNOWN, words.NOT_AN_INVOICE, words.MATCH_AMOUNT), constraints=MATCHED,
)
def match_payment(*, payment: str, invoice: str, amount: int) -> Match:
    """So much of a payment, which was left over, goes to an invoice of the same account."""
    found = Payment.objects.filter(code=payment).first()
    if found is None:
        raise Missing(words.PAYMENT_UNKNOWN)
    account_of(found.account.code, write=True)
    one = Invoice.objects.filter(code=invoice, account_id=found.account_id).first()
    if one is None:
        raise Missing(words.INVOICE_UNKNOWN)
    if one.kind != "invoice":
        raise Refused(words.NOT_AN_INVOICE)
    if not 0 < amount <= min(deposits.left_of_payment(found), open_of(one)):
        raise Invalid(words.MATCH_AMOUNT)
    made = match(one, amount, payment=found)
    note(subject=found, organisation=found.organisation_id, invoice=invoice, amount=amount)
    return made


def settle_with_credit(credit: Invoice, invoice: Invoice) -> None:
    """A credit note pays what is open of the invoice; what is left of it stands to the payer's credit."""
    if (part := min(deposits.left_of_credit(credit), open_of(invoice))) > 0:
        match(invoice, part, credit_note=credit)


def standing_to_credit(account: Account) -> bool:
    """Whether any document of it is below nought. Its row is locked by the caller."""
    return bool(rows.ask("SELECT 1 FROM billing_invoice WHERE account_id = %s AND payable < 0 LIMIT 1", [account.id]))


def settle_from_credit_notes(invoice: Invoice) -> None:
    """What is left of the account's credit notes, and of invoices below nought, pays a new invoice, the oldest first. The account's row
    is locked by the caller."""
    credits = Invoice.objects.filter(account_id=invoice.account_id, payable__lt=0).annotate(used=Coalesce(Sum("gives__amount"), 0))
    for credit in credits.filter(used__lt=-F("payable")).order_by("issued_at", "sequence"):
        settle_with_credit(credit, invoice)


def settle_others(invoice: Invoice) -> None:
    """An invoice below nought pays what is open of the account's others, the oldest first; the rest stands to the payer's credit."""
    if invoice.payable >= 0:
        return
    due = Invoice.objects.filter(account_id=invoice.account_id, kind="invoice", payable__gt=0)
    for one in due.order_by("due_on", "issued_at"):
        settle_with_credit(invoice, one)


def settle_from_payments(invoice: Invoice) -> None:
    """What nobody has matched by hand of earlier payments pays an invoice that is due, the oldest first: nobody is reminded of what
    her own money covers."""
    paid = Payment.objects.filter(account_id=invoice.account_id).annotate(used=Coalesce(Sum("matches__amount"), 0)).filter(used__lt=F("amount"))
    if not paid.exists():
        return
    account_of(invoice.account.code, write=True)
    for payment in paid.order_by("paid_on", "recorded_at", "code"):
        if (part := min(deposits.left_of_payment(payment), open_of(invoice))) > 0:
            match(invoice, part, payment=payment)
