"""What was agreed with a payer beside its use: contracts by the month, vouchers, wallets; and its money that waits for an invoice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from squaremile.billing.models import Account, Contract, Invoice, Issuer, Match, Payment, Refund, Voucher, Wallet
from squaremile.billing.policies import contracts as by_month
from squaremile.billing.policies.card import Card
from squaremile.billing.reads import drafting, months, terms
from squaremile.billing.words import accounts as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Term:
    """So much a month from a day on; nought from the day on which it ends."""

    since: date
    amount: Money
    current: bool


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract with its terms as they hold. `own`: made here, so that it is changed here; others follow a licence."""

    code: str
    kind: Text
    title: Text
    own: bool
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """What somebody else pays of this issuer's bills: a percentage, up to a limit in each period. `last_day` None: without an end."""

    code: str
    issuer: Text
    source: Text
    title: Text
    percent: str
    limit: Money | None
    per: Text
    items: tuple[str, ...]
    first_day: date
    last_day: date | None
    paid_by: str
    over: bool


@dataclass(frozen=True, slots=True)
class WalletRow:
    """Money that was paid before it is owed."""

    code: str
    title: Text
    balance: Money
    items: tuple[str, ...]
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A payment of which something is left."""

    code: str
    paid_on: date
    reference: str
    left: Money


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice that is not paid yet."""

    code: str
    due_on: date
    left: Money


@dataclass(frozen=True, slots=True)
class Agreed:
    """All of an account. `terms`: what `edit_account` may change, as it stands."""

    contracts: tuple[ContractRow, ...]
    vouchers: tuple[VoucherRow, ...]
    wallets: tuple[WalletRow, ...]
    unmatched: tuple[Unmatched, ...]
    invoices: tuple[OpenInvoice, ...]
    items: tuple[tuple[str, Text], ...]
    classes: tuple[str, ...]
    currency: str
    issuer: str
    organisation: UUID
    terms: dict[str, Any]
    card: Text
    active: bool


def agreed(code: str) -> Agreed:
    """Everything of an account, as far as the asker sees it. Raises Missing."""
    found = Account.objects.select_related("issuer").filter(code=code).first()
    if found is None:
        raise Missing(words.ACCOUNT_UNKNOWN)
    now = terms.of_one(found).on(months.today())
    items, classes = _priced(now.card)
    return Agreed(
        _contracts(found), _vouchers(found), _wallets(found), _unmatched(found), _invoices(found), items, classes, found.issuer.currency,
        found.issuer.code, found.organisation_id, {
            "rate_card": now.card.code, "payer_class": now.payer_class, "settles_by": found.settlement,
            "purchase_order": found.purchase_order, "active": found.active,
        }, now.card.title, found.active,
    )  # fmt: skip


def _priced(card: Card) -> tuple[tuple[tuple[str, Text], ...], tuple[str, ...]]:
    """What a voucher or wallet can be for, by code; and the classes of payers that the card knows."""
    items = {item.code: item.label for version in card.versions for item in version.items}
    classes = {name for version in card.versions for item in version.items for name in item.classes}
    return (*sorted(items.items()), *words.CONTRACT_KINDS.items()), tuple(sorted(classes))


def _contracts(account: Account) -> tuple[ContractRow, ...]:
    today, currency = months.today(), account.issuer.currency
    rows = Contract.objects.filter(account=account).prefetch_related("terms").order_by("made_at", "code")
    return tuple(
        ContractRow(
            one.code, words.CONTRACT_KINDS[one.kind], both(one.title_ko, one.title_en), one.origin.startswith("own:"),
            tuple(_terms(by_month.standing(by_month.Term(t.since, t.amount, t.recorded_at) for t in one.terms.all()), today, currency)),
        )
        for one in rows
    )


def _terms(standing: list[by_month.Term], today: date, currency: str) -> Iterable[Term]:
    begun = [term for term in standing if term.since <= today]
    for term in standing:
        yield Term(term.since, Money(term.amount, currency), bool(begun) and term is begun[-1])


def _vouchers(account: Account) -> tuple[VoucherRow, ...]:
    """Those that lower its bills, as rating takes them: of its issuer. One of no issuer lowers nothing, and is on no account."""
    today = months.today()
    rows = Voucher.objects.filter(organisation_id=account.organisation_id, issuer_id=account.issuer_id).order_by("priority", "code")
    return tuple(
        VoucherRow(
            v.code, both(account.issuer.name_ko, account.issuer.name_en), words.VOUCHER_SOURCES[v.source], both(v.title_ko, v.title_en),
            f"{v.percent.normalize():f}",
            None if v.limit is None else Money(v.limit, account.issuer.currency), words.VOUCHER_PERIODS[v.per], tuple(v.items), v.since,
            _last(v.until), v.paid_by, v.until is not None and v.until <= today,
        )
        for v in rows
    )


def _wallets(account: Account) -> tuple[WalletRow, ...]:
    rows = list(Wallet.objects.filter(organisation_id=account.organisation_id, issuer_id=account.issuer_id).order_by("priority", "code"))
    held = drafting.balances(w.id for w in rows)
    return tuple(
        WalletRow(w.code, both(w.title_ko, w.title_en), Money(held[w.id], account.issuer.currency), tuple(w.items), w.since, _last(w.until))
        for w in rows
    )


def _last(until: date | None) -> date | None:
    return until and until - timedelta(days=1)


def _unmatched(account: Account) -> tuple[Unmatched, ...]:
    """Payments with what is neither matched nor paid back."""
    rows = Payment.objects.filter(account=account).annotate(left=F("amount") - _of(Match) - _of(Refund)).filter(left__gt=0)
    return tuple(
        Unmatched(p.code, p.paid_on, p.reference, Money(p.left, account.issuer.currency)) for p in rows.order_by("paid_on", "recorded_at", "code")
    )


def _of(table: Any) -> Any:
    sums = table.objects.filter(payment=OuterRef("pk")).order_by().values("payment").annotate(all=Sum("amount")).values("all")
    return Coalesce(Subquery(sums), Value(0))


def _invoices(account: Account) -> tuple[OpenInvoice, ...]:
    rows = Invoice.objects.filter(account=account, kind="invoice").annotate(left=F("payable") - Coalesce(Sum("matches__amount"), 0))
    return tuple(OpenInvoice(i.code, i.due_on, Money(i.left, i.currency)) for i in rows.filter(left__gt=0).order_by("due_on", "code"))


def terms_of(code: str) -> dict[str, Any]:
    """What `edit_issuer` may change of an issuer, as it stands. Raises Missing."""
    one = Issuer.objects.filter(code=code).first()
    if one is None:
        raise Missing(words.ISSUER_UNKNOWN)
    return {
        "name_ko": one.name_ko, "name_en": one.name_en, "pay_to": one.pay_to, "pay_days": one.pay_days, "silence_days": one.silence_days,
        "remind_after": one.remind_days, "notice_after": one.notice_days, "warn_after": one.warn_days, "stop_after": one.stop_days,
    }
