"""What could go back: what deposits, wallets, payments and credit notes still hold, by the ledger."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from squaremile.billing.models import Account, Invoice, LicenceFact, Match, Payment, Posting, Refund, Wallet
from squaremile.billing.reads import drafting
from squaremile.billing.words import refunds as words
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that holds money of the payer's: `name` is what a refund names it by, `value` what is left."""

    source: str
    code: str
    said: Text
    left: Money


@dataclass(frozen=True, slots=True)
class RefundRow:
    """Money that went back."""

    code: str
    paid_on: date
    said: Text
    amount: Money
    reference: str


def held(account: Account) -> int:
    """The deposit in the books, above nought. For finance: payers do not read the books."""
    rows = Posting.objects.filter(book="deposit", organisation_id=account.organisation_id, entry__issuer_id=account.issuer_id)
    return -int(rows.aggregate(all=Sum("amount"))["all"] or 0)


def free(account: Account) -> int:
    """What settlements have set free of the deposit and has not gone back yet; never more than it holds."""
    settled = LicenceFact.objects.filter(account=account, origin__startswith="deposit-settled:").values_list("payload", flat=True)
    released = sum(int(payload["refunded"]) for payload in settled)
    gone = Refund.objects.filter(account=account, source="deposit").aggregate(all=Sum("amount"))["all"] or 0
    return max(0, min(released - int(gone), held(account)))


def wallet_left(wallet: UUID) -> int:
    return drafting.balances([wallet])[wallet]


def left_of_payment(payment: Payment) -> int:
    """Neither matched with an invoice nor paid back."""
    used = Match.objects.filter(payment=payment).aggregate(all=Sum("amount"))["all"] or 0
    return payment.amount - int(used) - int(Refund.objects.filter(payment=payment).aggregate(all=Sum("amount"))["all"] or 0)


def left_of_credit(credit: Invoice) -> int:
    """Of a credit note, or of an invoice below nought as far as it was not corrected: neither matched nor paid back."""
    used = Match.objects.filter(credit_note=credit).aggregate(all=Sum("amount"))["all"] or 0
    if credit.kind == "invoice":
        used += Invoice.objects.filter(corrects=credit).aggregate(all=Sum("payable"))["all"] or 0
    return -credit.payable - int(used) - int(Refund.objects.filter(credit_note=credit).aggregate(all=Sum("amount"))["all"] or 0)


def holdings(code: str) -> list[Holding]:
    """Everything of an account that could go back, with what is left of it. For finance."""
    account = Account.objects.select_related("issuer").get(code=code)
    currency = account.issuer.currency
    found = [Holding("deposit", "", words.SOURCES["deposit"], Money(free(account), currency))]
    for wallet in Wallet.objects.filter(organisation_id=account.organisation_id, issuer_id=account.issuer_id).order_by("code"):
        found.append(Holding("wallet", wallet.code, both(wallet.title_ko, wallet.title_en), Money(wallet_left(wallet.id), currency)))
    for payment in Payment.objects.filter(account=account).order_by("paid_on", "code"):
        found.append(Holding("payment", payment.code, both(payment.reference, payment.reference), Money(left_of_payment(payment), currency)))
    for credit in Invoice.objects.filter(account=account, payable__lt=0).order_by("issued_at"):
        said = both(credit.note, credit.note) if credit.note else words.BELOW_NOUGHT
        found.append(Holding("invoice", credit.code, said, Money(left_of_credit(credit), currency)))
    return [one for one in found if one.left.minor > 0]


def refunds(code: str) -> list[RefundRow]:
    """What went back on an account, newest first."""
    rows = Refund.objects.filter(account__code=code).select_related("account__issuer").order_by("-paid_on", "-recorded_at")
    return [RefundRow(r.code, r.paid_on, words.SOURCES[r.source], Money(r.amount, r.account.issuer.currency), r.reference) for r in rows]
