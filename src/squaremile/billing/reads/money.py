"""Who owes what: accounts with their balances, ageing, issued documents, the books."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from squaremile.billing.models import Account, Invoice, Match, Payment, Posting, Stop, Wallet
from squaremile.billing.policies.dunning import bucket
from squaremile.billing.reads import drafting, months, terms
from squaremile.billing.words import accounts as account_words
from squaremile.billing.words import money as words
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with what is open on it."""

    code: str
    company: Text
    issuer: Text
    card: Text
    settlement: Text
    active: bool
    open: Money
    overdue: Money
    stopped: bool


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """A document of the list."""

    code: str
    kind: Text
    company: Text
    issued_on: date
    due_on: date
    gross: Money
    open: Money
    bucket: Text


@dataclass(frozen=True, slots=True)
class BookRow:
    """What a book stands at: debit above nought."""

    book: Text
    amount: Money


@dataclass(frozen=True, slots=True)
class WalletRow:
    code: str
    title: Text
    company: Text
    balance: Money


def invoices(company: UUID | None = None, most: int = 300) -> list[InvoiceRow]:
    """Newest first, as far as the asker sees them. One statement."""
    rows = Invoice.objects.select_related("organisation").annotate(matched=_matched())
    if company is not None:
        rows = rows.filter(organisation_id=company)
    today = months.today()
    return [
        InvoiceRow(
            i.code, words.KINDS[i.kind], both(i.organisation.name_ko, i.organisation.name_en), i.issued_on, i.due_on,
            Money(i.gross, i.currency), Money(_open(i), i.currency), words.BUCKETS[bucket((today - i.due_on).days)],
        )
        for i in rows.order_by("-issued_at", "-code")[:most]
    ]


def payments(company: UUID, most: int = 300) -> list[tuple[date, str, Money]]:
    """What a company paid: the day, the code, the amount; newest first, as far as the asker sees it. One statement."""
    found = Payment.objects.filter(organisation_id=company).select_related("account__issuer").order_by("-paid_on", "-code")
    return [(p.paid_on, p.code, Money(p.amount, p.account.issuer.currency)) for p in found[:most]]


def _matched() -> Any:
    """What paid a document, looked up document by document: for those that are shown, or still open."""
    sums = Match.objects.filter(invoice=OuterRef("pk")).order_by().values("invoice").annotate(all=Sum("amount")).values("all")
    return Coalesce(Subquery(sums), Value(0))


def _unpaid() -> Any:
    """Invoices of which something is open: the database adds them up."""
    return Invoice.objects.filter(kind="invoice").annotate(left=F("payable") - _matched()).filter(left__gt=0)


def _open(invoice: Invoice) -> int:
    """Below nought an invoice is a credit: others are paid with it, and they say so."""
    return max(0, invoice.payable - int(getattr(invoice, "matched", 0))) if invoice.kind == "invoice" else 0


def accounts() -> list[AccountRow]:
    """Every account, with the card of today. Four statements, and one for each card."""
    today = months.today()
    open_, overdue = dict[UUID, int](), dict[UUID, int]()
    rows = _unpaid().values_list("account_id").annotate(all=Sum("left"), late=Sum("left", filter=Q(due_on__lt=today))).order_by()
    for account, all_, late in rows:
        open_[account], overdue[account] = int(all_), int(late or 0)
    every = list(Account.objects.select_related("organisation", "issuer").order_by("organisation__name_ko", "code"))
    by = terms.of(every)
    stopped = set(Stop.objects.filter(lifted_at=None).values_list("organisation_id", flat=True))
    return [
        AccountRow(
            a.code, both(a.organisation.name_ko, a.organisation.name_en), both(a.issuer.name_ko, a.issuer.name_en),
            by[a.id].on(today).card.title, account_words.SETTLEMENTS[a.settlement], a.active, Money(open_.get(a.id, 0), a.issuer.currency),
            Money(overdue.get(a.id, 0), a.issuer.currency), a.organisation_id in stopped,
        )
        for a in every
    ]


def ageing() -> list[tuple[Text, Money]]:
    """What is open by how long it is due, in each currency."""
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    today = months.today()
    for due_on, currency, amount in _unpaid().values_list("due_on", "currency").annotate(all=Sum("left")).order_by():
        found[bucket((today - due_on).days), currency] += int(amount)
    return [(words.BUCKETS[name], Money(amount, currency)) for name in words.BUCKETS for (b, currency), amount in sorted(found.items()) if b == name]


def books() -> list[BookRow]:
    """Every book of each currency; together they come to nought."""
    rows = Posting.objects.values_list("book", "entry__currency").annotate(all=Sum(F("amount"))).order_by("book", "entry__currency")
    return [BookRow(words.BOOKS[book], Money(int(amount), currency)) for book, currency, amount in rows]


def wallets() -> list[WalletRow]:
    """Those that the asker sees, with what they hold."""
    found = list(Wallet.objects.select_related("organisation", "issuer").order_by("code"))
    held = drafting.balances(w.id for w in found)
    return [
        WalletRow(w.code, both(w.title_ko, w.title_en), both(w.organisation.name_ko, w.organisation.name_en), Money(held[w.id], w.issuer.currency))
        for w in found
    ]
