"""My costs: this month so far, rated and drafted by the very functions of the close, and a forecast of its end."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from squaremile.billing.models import Account
from squaremile.billing.policies.charges import Charged
from squaremile.billing.reads import breakdown, drafting, months, owed, terms
from squaremile.billing.words import closing as words
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class CostLine:
    """What a line comes to today."""

    label: Text
    kind: Text
    project: UUID | None
    subject: str
    uses: int
    net: Money
    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SoFar:
    """One account's month as it stands. `forecast`: of the whole month's gross, at the pace of use so far."""

    account: str
    issuer: Text
    month: date
    lines: tuple[CostLine, ...]
    net: Money
    tax: Money
    gross: Money
    prepaid: Money
    payable: Money
    forecast: Money
    unpriced: int
    table: breakdown.Table


def so_far(organisations: frozenset[UUID] | None = None, by: Sequence[str] = ()) -> list[SoFar]:
    """For the asker's companies, told apart `by` columns. Rent and vouchers are the admins' to see: others see what use costs."""
    asking = require()
    mine = organisations if organisations is not None else asking.organisations
    accounts = Account.objects.filter(organisation_id__in=mine, active=True).select_related("issuer", "card").order_by("opened_at", "code")
    return [_of(account, by) for account in accounts]


def _of(account: Account, by: Sequence[str]) -> SoFar:
    month, currency = months.first_of(months.today()), account.issuer.currency
    admin = require().staff or require().has_role(COMPANY_ADMIN)
    with _all_of(account):
        rated = owed.so_far(account, month)
        groups = drafting.grouped(rated.charges, rated.sheets)
        made = drafting.drafted(account, terms.of_one(account).last(month), month, groups, credits_too=admin)
        apart = owed.one_by_one(account, month, rated)
    lines = tuple(
        CostLine(
            row.label, words.LINE_KINDS[group.kind if group and row.kind == "use" else row.kind], group.project if group else None,
            group.subject if group else "", group.lines if group else 0, Money(row.net, currency), tuple(r.text for r in reasons),
        )
        for row, group, reasons in made.lines
    )
    bill = made.bill
    paid = sum(p.amount for p in bill.wallets)
    net, tax, gross, prepaid, payable, forecast = (
        Money(amount, currency) for amount in (bill.net, bill.tax, bill.gross, paid, bill.payable, _forecast(apart, bill.gross, month))
    )
    return SoFar(
        account.code, both(account.issuer.name_ko, account.issuer.name_en), month, lines, net, tax, gross, prepaid, payable, forecast,
        sum(odd.kind == "unpriced" for odd in rated.odd), breakdown.table(apart, by, currency, month, bill.net),
    )


def _all_of(account: Account) -> AbstractContextManager[object]:
    """For its own admins, with the closes and drafts that they are not shown: what these hold already is not asked for again."""
    own = any(g.role == COMPANY_ADMIN and g.organisation == account.organisation_id for g in require().grants)
    return scope(system("worker")) if own else nullcontext()


def _forecast(apart: list[Charged], gross: int, month: date) -> int:
    """Contracts are owed whole already; use goes on at its pace."""
    whole = sum(c.net for c in apart)
    return round(Fraction(gross * breakdown.at_this_pace(apart, month), whole)) if whole else gross
