"""A month as it would be billed, for every account at once: rated and reckoned by what the close is made of, nothing stored.

Usage is read and rated for many accounts in one go, so much of it at a time: memory does not grow with the month.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Max, Q

from squaremile.billing.models import Account, Bill, BillException, Close, Contract, Dispute, Issuer, Voucher, Wallet
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.columns import Unfit
from squaremile.billing.policies.credits import Credits
from squaremile.billing.policies.sheets import Sheet, sheets
from squaremile.billing.reads import drafting, months, rating, terms, unbilled, used
from squaremile.billing.reads.rating import Rated
from squaremile.billing.reads.terms import Terms
from squaremile.billing.words import accounts as words
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.metering.reads import billable

AT_ONCE = 500_000
"""Events that are held in memory together, more or less: each time the month's events are gone through once."""
FIRST = 5
"""Accounts that are looked at first, to tell how much accounts use: so few that the index finds their events."""


@dataclass(frozen=True, slots=True)
class Previewed:
    """What an account's bill of the month would be."""

    account: str
    company: Text
    events: int
    lines: int
    net: Money
    tax: Money
    gross: Money
    payable: Money
    odd: int
    """Uses without a price, or that contradict each other: they block the bill."""
    one_by_one: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The month of an issuer."""

    issuer: Text
    month: date
    as_of: datetime
    currency: str
    bills: tuple[Previewed, ...]

    @property
    def events(self) -> int:
        return sum(bill.events for bill in self.bills)

    @property
    def net(self) -> Money:
        return Money(sum(bill.net.minor for bill in self.bills), self.currency)

    @property
    def tax(self) -> Money:
        return Money(sum(bill.tax.minor for bill in self.bills), self.currency)

    @property
    def gross(self) -> Money:
        return Money(sum(bill.gross.minor for bill in self.bills), self.currency)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is looked up once for all accounts: who needs more than use by columns."""

    several: frozenset[UUID]
    """Organisations with several accounts."""
    more: frozenset[UUID]
    """Accounts with contracts, with something that came late, or that were never billed while others were."""
    credited: frozenset[UUID]
    midway: frozenset[UUID]
    """Organisations with a voucher that begins or ends within the month: the days of single uses are asked."""
    bills: dict[UUID, Bill]
    granted: frozenset[UUID]
    """Bills with a line that was disputed, and not in vain."""


def of(issuer: str, month: date) -> Preview:
    """By what is recorded now. Raises Missing."""
    found = Issuer.objects.filter(code=issuer).first()
    if found is None:
        raise Missing(words.ISSUER_UNKNOWN)
    first, as_of = months.first_of(month), clock.now() + timedelta(microseconds=1)
    accounts = unbilled.billed(found, first, as_of)
    known, by = _known(found, accounts, first, as_of), terms.of(accounts)
    rated = _all(accounts, by, known, first, as_of)
    given = dict[UUID, drafting.Granted]()
    bills = sorted((_bill(a, by[a.id].last(first), first, made, known, given) for a, made in rated), key=lambda bill: bill.account)
    return Preview(both(found.name_ko, found.name_en), first, as_of, found.currency, tuple(bills))


def _known(issuer: Issuer, accounts: list[Account], month: date, as_of: datetime) -> _Known:
    several = Account.objects.values("organisation_id").annotate(n=Count("id")).filter(n__gt=1).order_by()
    contracts = set(Contract.objects.filter(account__issuer=issuer).values_list("account_id", flat=True))
    closed = dict(
        Bill.objects.filter(account__issuer=issuer, close__month__lt=month).values_list("account_id").annotate(Max("close__as_of")).order_by()
    )
    late = set[UUID]()
    if Close.objects.filter(issuer=issuer, month__lt=month).exists():
        late = {a.id for a in accounts if a.id not in closed}
    if closed:
        start, _ = months.bounds(month)
        recorded = billable.late_users(since=min(closed.values()) - rating.SLACK, before=as_of, start=start)
        unpriced = set(BillException.objects.filter(
            bill__account__issuer=issuer, kind="unpriced", close__month__lt=month
        ).values_list("bill__account_id", flat=True))
        late |= {a.id for a in accounts if a.id in closed and (a.organisation_id in recorded or a.id in unpriced)}
    last = months.last_of(month)
    begins_or_ends = Q(since__gt=month, since__lte=last) | Q(until__gt=month, until__lte=last)
    midway = frozenset(Voucher.objects.filter(begins_or_ends).values_list("organisation_id", flat=True))
    credited = {*Voucher.objects.values_list("organisation_id", flat=True), *Wallet.objects.values_list("organisation_id", flat=True)}
    bills = {b.account_id: b for b in Bill.objects.filter(close__issuer=issuer, close__month=month).only("id", "account_id")}
    granted = set(Dispute.objects.filter(bill__in=bills.values(), state="granted").values_list("bill_id", flat=True))
    several_of = frozenset(o["organisation_id"] for o in several)
    return _Known(several_of, frozenset(contracts | late), frozenset(credited), midway, bills, frozenset(granted))


def _all(
    accounts: list[Account], by: dict[UUID, Terms], known: _Known, month: date, as_of: datetime
) -> Iterator[tuple[Account, Rated]]:
    """Accounts of one card together; those of organisations with several accounts, or whose terms or vouchers change in the month,
    one by one."""
    by_card, read = defaultdict[str, list[Account]](list), dict[str, Card]()
    for account in accounts:
        (run, *more) = by[account.id].of_month(month)
        if account.organisation_id in known.several or account.organisation_id in known.midway or more or not run.active:
            yield account, rating.rated(account, month, as_of, _id(known, account))
        else:
            by_card[run.card.code].append(account)
            read[run.card.code] = run.card
    for card, mine in by_card.items():
        n, many = 0, FIRST
        while n < len(mine):
            some = mine[n : n + many]
            events = 0
            for account, made in _together(some, by, read[card], month, as_of):
                events += made.events
                if account.id in known.more:
                    rating.beside_use(account, month, as_of, made)
                yield account, made
            n += len(some)
            many = max(1, AT_ONCE * len(some) // max(events, 1)) if events else many * 4


def _id(known: _Known, account: Account) -> UUID | None:
    bill = known.bills.get(account.id)
    return bill.id if bill else None


def _together(accounts: list[Account], by: dict[UUID, Terms], card: Card, month: date, as_of: datetime) -> Iterator[tuple[Account, Rated]]:
    """Uses of accounts that share a card; whoever's columns do not hold is rated alone."""
    try:
        taken = used.of({a.organisation_id: by[a.id] for a in accounts}, card, month, as_of, odd=False)
        made = taken.rated(card)
        found = sheets(card, made, taken.group, taken.shared, columns=False)
        charges, odd = rating.beside(card, taken, made)
    except Unfit:
        if len(accounts) == 1:
            yield accounts[0], rating.uses(accounts[0], by[accounts[0].id], month, as_of)
            return
        half = len(accounts) // 2
        yield from _together(accounts[:half], by, card, month, as_of)
        yield from _together(accounts[half:], by, card, month, as_of)
        return
    by_company = defaultdict[str, list[Sheet]](list)
    for sheet in found:
        by_company[sheet.company].append(sheet)
    more = defaultdict[str, Rated](Rated)
    for charge, row in zip(charges, (row for row, _ in made.lines), strict=True):
        more[taken.uses.companies[taken.uses.company[row]]].charges.append(charge)
    for one, (row, _) in zip(odd, made.unpriced, strict=True):
        more[taken.uses.companies[taken.uses.company[row]]].odd.append(one)
    for account in accounts:
        whose = str(account.organisation_id)
        if account.organisation_id in taken.beyond:
            yield account, rating.uses(account, by[account.id], month, as_of)
            continue
        beside = more.get(whose, Rated())
        yield account, Rated(beside.charges, by_company.get(whose, []), beside.odd, taken.events.get(account.organisation_id, 0))


def _bill(
    account: Account, card: Card, month: date, made: Rated, known: _Known, given: dict[UUID, drafting.Granted]
) -> Previewed:
    company, currency = account.organisation_id, account.issuer.currency
    bill = known.bills.get(account.id)
    if company not in given:
        given[company] = drafting.granted(account, month, bill) if company in known.credited else drafting.Granted.of(Credits())
    groups = drafting.grouped(made.charges, made.sheets)
    disputed = bill if bill and bill.id in known.granted else None
    reckoned = drafting.reckoned(account, card, month, groups, given[company], disputed)
    net, tax, gross, payable = (Money(n, currency) for n in (reckoned.net, reckoned.tax, reckoned.gross, reckoned.payable))
    odd = sum(one.kind in ("unpriced", "inconsistent") for one in made.odd)
    return Previewed(
        account.code, both(account.organisation.name_ko, account.organisation.name_en), made.events, len(reckoned.rows), net, tax, gross,
        payable, odd, made.one_by_one,
    )
