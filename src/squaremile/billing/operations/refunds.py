"""Money that goes back: of wallets, of credits, of deposits; and the settlement of a deposit at exit."""

from datetime import date
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import Account, Invoice, LicenceFact, Payment, Refund, Wallet
from squaremile.billing.operations.accounts import account_of
from squaremile.billing.operations.books import enter
from squaremile.billing.operations.settlements import SET_OFF, set_off
from squaremile.billing.reads import deposits, months
from squaremile.billing.reads.rating import said
from squaremile.billing.words import accounts, money
from squaremile.billing.words import refunds as words
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "billing.refund", ko="돈 돌려주기", en="Pay money back", may=rules.keep_money,
    refuses=(
        accounts.ACCOUNT_UNKNOWN, accounts.WALLET_UNKNOWN, money.PAYMENT_UNKNOWN, money.INVOICE_UNKNOWN, words.REFUND_UNSOUND, words.REFUND_SHORT,
    ),
    constraints={
        "refund_of_one_thing": words.REFUND_UNSOUND, "match_within": money.MATCH_AMOUNT, "deposit_holds": words.DEPOSIT_SHORT,
        "wallet_holds": money.WALLET_SHORT, "billing_refund_origin_key": words.REFUND_KNOWN, "billing_entry_origin_key": words.REFUND_KNOWN,
        "entry_balanced": money.UNBALANCED,
    },
)
def refund(
    *, account: str, amount: int, paid_on: date, bank_reference: str, wallet: str = "", payment: str = "", invoice: str = "",
) -> Refund:
    """What was paid back by bank: of the wallet, payment, credit note or invoice below nought that is named, or of the deposit where none is. No
    more than is left of it; of a deposit no more than its settlement has set free. The same reference on one day counts once."""
    found = account_of(account, write=True)
    named = [bool(wallet), bool(payment), bool(invoice)]
    if sum(named) > 1 or amount <= 0 or paid_on > months.today() or not bank_reference.strip():
        raise Invalid(words.REFUND_UNSOUND)
    source, of, left, book, holder = _source(found, wallet, payment, invoice)
    if amount > left:
        raise Refused(words.REFUND_SHORT, {"most": said(max(left, 0), found.issuer.currency)})
    origin = f"refund:{found.code}:{paid_on}:{bank_reference.strip()}"[:120]
    made = Refund.objects.create(
        code=short_code("RF"), account=found, organisation_id=found.organisation_id, source=source, amount=amount, paid_on=paid_on,
        reference=bank_reference.strip()[:120], origin=origin, recorded_at=clock.now(), **of,
    )
    enter(found.issuer, found.organisation_id, paid_on, origin, made.code, [(book, amount, holder), ("bank", -amount, None)])
    note(subject=made, organisation=found.organisation_id, amount=amount, of=source)
    return made


def _source(account: Account, wallet: str, payment: str, invoice: str) -> tuple[str, dict[str, Any], int, str, UUID | None]:
    """What it is of: source, columns, what is left, the book that gives it, the wallet."""
    if wallet:
        of = Wallet.objects.filter(code=wallet, organisation_id=account.organisation_id, issuer_id=account.issuer_id).first()
        if of is None:
            raise Missing(accounts.WALLET_UNKNOWN)
        return "wallet", {"wallet": of}, deposits.wallet_left(of.id), "wallet", of.id
    if payment:
        paid = Payment.objects.filter(code=payment, account=account).first()
        if paid is None:
            raise Missing(money.PAYMENT_UNKNOWN)
        return "credit", {"payment": paid}, deposits.left_of_payment(paid), "receivable", None
    if invoice:
        note_ = Invoice.objects.filter(code=invoice, account=account, payable__lt=0).first()
        if note_ is None:
            raise Missing(money.INVOICE_UNKNOWN)
        return "credit", {"credit_note": note_}, deposits.left_of_credit(note_), "receivable", None
    return "deposit", {}, deposits.free(account), "deposit", None


@operation(
    "billing.hear_of_settlement", ko="보증금 정산 듣기", en="Hear of a deposit's settlement", may=rules.by_the_clock,
    constraints=SET_OFF,
)
def hear_of_settlement(*, origin: str, organisation: UUID, payload: dict[str, Any]) -> bool:
    """What residency deducts from a deposit is set off against open invoices, oldest first, and stands to the payer's credit
    where none is open; what goes back may be refunded from now on. Once. Gives back whether the books hold such a deposit."""
    rows = Account.objects.select_related("issuer").filter(organisation_id=organisation).order_by("-active", "opened_at", "code")
    unit = payload.get("currency")
    fits = list(rows.filter(issuer__currency=unit) if unit else rows)
    # The one that holds the deposit; else the oldest that is billed still.
    account = max(fits, key=deposits.held, default=None)
    kept, new = LicenceFact.objects.get_or_create(
        origin=origin, defaults={"organisation_id": organisation, "payload": payload, "heard_at": clock.now(), "account": account}
    )
    taken = set_off(account, kept) if account and new else 0
    note(organisation=organisation, origin=origin, new=new, taken=taken)
    return account is not None
