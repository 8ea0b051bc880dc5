"""An account's month, rated: the one function behind the close, its dry run and "this month so far". It writes nothing.

What it reads is bounded by `as_of`: events, terms of contracts and versions of cards that were recorded before that moment.
So the same question has the same answer for ever.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Max, Sum

from squaremile.billing.models import Account, Bill, BillException, Charge, ChargeSheet, Contract
from squaremile.billing.policies import contracts as by_month
from squaremile.billing.policies.card import Card, Tax
from squaremile.billing.policies.charges import Charged, Use, of_contract, of_line
from squaremile.billing.policies.columns import Rated as ByColumns
from squaremile.billing.policies.columns import Unfit
from squaremile.billing.policies.events import Event, Inconsistent
from squaremile.billing.policies.oddities import overrun
from squaremile.billing.policies.rating import Unpriced, rate_all
from squaremile.billing.policies.reasons import Reason, money
from squaremile.billing.policies.sheets import Sheet, sheets
from squaremile.billing.reads import head_counts, months, oddities, rerating, terms, used
from squaremile.billing.reads.terms import Terms
from squaremile.billing.words import closing as words
from squaremile.billing.words.pricing import UNPRICED
from squaremile.kernel import rows
from squaremile.kernel.columns import NO_KEY, Keys, uuid_of
from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text, both
from squaremile.metering.reads import billable

SLACK = timedelta(hours=1)
"""Usage that was being written while the month before was confirmed is looked for again."""
EVER = datetime(2000, 1, 1, tzinfo=UTC)
BACK = 12
"""Months back in which contracts may still change what was owed."""


@dataclass(frozen=True, slots=True)
class Odd:
    """Something for staff to look at. `origin` makes it one exception, however often the month is rated."""

    kind: str
    origin: str
    says: Text


@dataclass(slots=True)
class Rated:
    """What an account's month comes to, before vouchers and tax. Uses that were rated by columns are on sheets."""

    charges: list[Charged] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)
    events: int = 0
    keys: Keys | None = None
    """Of the events that the sheets' rows are of."""
    one_by_one: str = ""
    """Why uses were rated event by event: columns did not hold them."""

    @property
    def nets(self) -> Iterator[tuple[bool, int]]:
        """Whether of a contract, and how much."""
        yield from ((c.contract is not None, c.net) for c in self.charges)
        yield from ((False, s.of.net) for s in self.sheets)


@dataclass(frozen=True, slots=True)
class _Of:
    """Whose month is rated, with what."""

    account: Account
    terms: Terms
    others: tuple[tuple[bool, Terms], ...]
    """Terms of the organisation's other accounts, and whether each account comes before this one."""
    as_of: datetime


@dataclass(frozen=True, slots=True)
class _Closed:
    """The months that the issuer closed before this one: nothing is late of any other. What came before the first close was settled
    by it, and a month that is not closed yet is its own to bill."""

    first: date
    last: date
    looked_back: date
    """The first that contracts, and accounts without a bill yet, are looked at for."""


def rated(account: Account, month: date, as_of: datetime, bill: UUID | None = None) -> Rated:
    """Use and contracts of a month, and what came late of months that were closed before. `bill`: itself, when rated again."""
    of, found = _of(account, as_of), Rated()
    _use(of, month, found, late=False)
    _beside_use(of, month, found, bill)
    return found


def beside_use(account: Account, month: date, as_of: datetime, found: Rated) -> None:
    """Contracts, and what came late, beside uses that were rated already."""
    _beside_use(_of(account, as_of), month, found, None)


def uses(account: Account, by: Terms, month: date, as_of: datetime) -> Rated:
    """The month's uses of an organisation's only account, event by event."""
    found = Rated(one_by_one="columns")
    _each(_Of(account, by, (), as_of), month, found, late=False)
    return found


def one_by_one(account: Account, month: date, as_of: datetime) -> list[Charged]:
    """The month's uses of any account event by event, so that each has its person and project."""
    found = Rated()
    _each(_of(account, as_of), month, found, late=False)
    return found.charges


def _beside_use(of: _Of, month: date, found: Rated, bill: UUID | None) -> None:
    _own(of, month, found)
    for contract in _contracts(of.account):
        found.charges += _contract(of, contract, month, late=False)
    if (closed := _closed(of.account, month)) is not None:
        _late_use(of, month, _closed_since(of.account, month, bill), closed, found)
        _late_contracts(of, month, closed, found)


def _of(account: Account, as_of: datetime) -> _Of:
    payers = terms.of_organisation(account.organisation_id)
    mine = next(payer for payer in payers if payer.account == account.id)
    return _Of(account, mine.terms, tuple((one.place < mine.place, one.terms) for one in payers if one is not mine), as_of)


def by_columns(of: _Of, month: date) -> Rated:
    """The month's uses of an account by columns, with every reason's figures: card by card, each on its days.

    Raises:
        Unfit: columns do not hold what there is.
    """
    found = Rated()
    for n, card in enumerate(of.terms.cards(month)):
        taken = used.of({of.account.organisation_id: of.terms}, card, month, of.as_of, odd=not n, others=of.others)
        if taken.beyond:
            raise Unfit("corrections")
        made = taken.rated(card)
        charges, odd = beside(card, taken, made)
        found.charges += charges
        found.odd += odd
        found.odd += [
            Odd("overrun", one.origin, words.SAYS["overrun"].fill({"subject": one.subject, "start": spoken(one.start), "percent": one.percent}))
            for one in taken.ran_over
        ]
        before = 0 if found.keys is None else len(found.keys)
        found.sheets += (
            replace(sheet, rows=sheet.rows + before) if before else sheet
            for sheet in sheets(card, made, taken.group, taken.shared)
        )
        found.keys = taken.keys if found.keys is None else np.concatenate([found.keys, taken.keys])
        found.events += sum(taken.events.values())
    return found


def beside(card: Card, taken: used.Used, made: ByColumns) -> tuple[list[Charged], list[Odd]]:
    """Places by the month, which are charges of their own, and what has no price."""
    charges = []
    for row, line in made.lines:
        of = taken.shared[int(taken.group[row])]
        person = uuid_of(taken.person[row]) if taken.person is not None else NO_KEY
        charges.append(of_line(card, line, Use(of.project, None if person == NO_KEY else person, of.nfec), late=False))
    return charges, [_unpriced(one) for _, one in made.unpriced]


def _unpriced(one: Unpriced) -> Odd:
    return Odd("unpriced", one.event.id, words.SAYS["unpriced"].fill({**_what(one.event), "why": UNPRICED[one.why]}))


def _closed_since(account: Account, month: date, bill: UUID | None) -> datetime | None:
    """Until when the last close before this one had looked; None where the account was never closed."""
    closed = Bill.objects.filter(account=account, close__month__lt=month)
    if bill is not None:
        closed = closed.exclude(id=bill)
    found: datetime | None = closed.aggregate(last=Max("close__as_of"))["last"]
    return found


_MISSED = """
SELECT origin, reservation_code, start FROM billing_missed_booking
 WHERE organisation_id = %s AND start >= %s AND start < %s AND recorded_at < %s ORDER BY start, reservation_code
"""


def _use(of: _Of, month: date, found: Rated, *, late: bool) -> None:
    if late:
        _each(of, month, found, late=True)
        return
    try:
        made = by_columns(of, month)
    except Unfit as error:
        _each(of, month, found, late=False)
        found.one_by_one = str(error)
    else:
        found.charges, found.sheets, found.odd = made.charges, made.sheets, made.odd
        found.events, found.keys = made.events, made.keys
    found.odd += [
        Odd("no_check_in", origin, words.SAYS["no_check_in"].fill({"subject": code, "start": spoken(start)}))
        for origin, code, start in rows.ask(_MISSED, [of.account.organisation_id, *months.bounds(month), of.as_of])
    ]


def _each(of: _Of, month: date, found: Rated, *, late: bool) -> None:
    """Event by event: what came late, and what columns do not hold. Slower, and the same to the last unit."""
    start, end = months.bounds(month)
    rows = billable.of(of.account.organisation_id, start=start, end=end, before=of.as_of)
    uses = {row.origin: Use(row.project, row.person, row.nfec) for row in rows}
    events = [event for event in (_event(of.account.organisation_id, of.terms, row) for row in rows) if not _elsewhere(of, event)]
    found.events += len(events)
    for card in of.terms.cards(month):
        _with(card, [event for event in events if of.terms.at(event.start).card is card], uses, found, late=late)
    if not late:
        found.odd += [odd for row in rows if (odd := _ran_over(row)) is not None]


def _with(card: Card, events: list[Event], uses: dict[str, Use], found: Rated, *, late: bool) -> None:
    try:
        lines = rate_all(card, events)
    except Inconsistent as error:
        found.odd.append(Odd("inconsistent", error.event[:160], words.SAYS["inconsistent"].fill({"subject": error.event[-36:]})))
        lines = rate_all(card, _sound(events, error.event))
    for line in lines:
        if isinstance(line, Unpriced):
            found.odd.append(_unpriced(line))
        else:
            found.charges.append(of_line(card, line, uses[line.event.id], late=late))


def _sound(events: list[Event], bad: str) -> list[Event]:
    """Without the contradiction, and without anything of the same use."""
    left = [e for e in events if bad not in (e.id, e.corrects)]
    known = {e.id for e in left}
    return [e for e in left if not e.corrects or e.corrects in known]


def _event(organisation: UUID, by: Terms, row: billable.Billable) -> Event:
    span = _booked(row)
    booked = Fraction(span // timedelta(microseconds=1), 60_000_000 if row.unit == "minute" else 3_600_000_000) if (
        span is not None and row.unit in ("minute", "hour") and not row.corrects
    ) else None
    return Event(
        row.origin, str(organisation), row.meter, row.subject, row.start, row.end, Fraction(row.quantity), str(row.project or ""),
        str(row.person or ""), by.at(row.start).payer_class, booked=booked, assisted=row.assisted, corrects=row.corrects,
    )


def _booked(row: billable.Billable) -> timedelta | None:
    return None if row.booked is None else timedelta(microseconds=row.booked)


def _ran_over(row: billable.Billable) -> Odd | None:
    booked = None if row.corrects else _booked(row)
    percent = overrun(booked, row.end - row.start) if booked else None
    if percent is None:
        return None
    return Odd("overrun", row.origin, words.SAYS["overrun"].fill({"subject": row.subject, "start": spoken(row.start), "percent": percent}))


def spoken(moment: datetime) -> str:
    """A moment by the clock on the site's wall."""
    return f"{moment.astimezone(months.zone()):%Y-%m-%d %H:%M}"


def _what(event: Event) -> dict[str, Any]:
    return {"subject": event.subject, "start": spoken(event.start)}


def _elsewhere(of: _Of, event: Event) -> bool:
    if not (mine := of.terms.at(event.start)).active:
        return True
    if not of.others:
        return False
    card, held = mine.card, [(older, by.at(event.start)) for older, by in of.others]
    others = [(older, run.card) for older, run in held if run.active]
    day = {each.zone.key: event.start.astimezone(each.zone).date() for each in (card, *(other for _, other in others))}
    return used.elsewhere(card, others, event.meter, event.subject, day)


def _contracts(account: Account) -> list[Contract]:
    if not rows.ask("SELECT 1 FROM billing_contract WHERE account_id = %s LIMIT 1", [account.id]):
        return []
    return list(Contract.objects.filter(account=account).prefetch_related("terms").order_by("code"))


def _contract(of: _Of, contract: Contract, month: date, *, late: bool) -> list[Charged]:
    agreed = [by_month.Term(t.since, t.amount, t.recorded_at, t.says) for t in contract.terms.all() if t.recorded_at < of.as_of]
    currency = of.account.issuer.currency
    parts = by_month.parts(head_counts.by_seats(contract, agreed, of.as_of), month, contract.day_count)
    title = head_counts.titled(both(contract.title_ko, contract.title_en), parts, currency)
    return [
        of_contract(contract.id, contract.code, contract.kind, title, tax, part, n, currency, contract.day_count, late=late)
        for n, part in enumerate(parts) for tax in (_tax(of, contract, part.first),)
    ]


def _tax(of: _Of, contract: Contract, day: date) -> Tax:
    """As finance said of a contract of its own; of rent under a licence, of which nobody says it, as the account's card has it."""
    version = of.terms.on(day).card.version_on(day) if contract.origin.startswith("licence:") else None
    return (version and version.rent) or Tax(contract.tax_category, contract.tax_category, Fraction(contract.tax_percent))


def _late_use(of: _Of, month: date, since: datetime | None, closed: _Closed, found: Rated) -> None:
    """Closed months in which something was recorded since: rated anew; new uses are lines, what else changed a difference."""
    start, _ = months.bounds(month)
    whose, again = of.account.organisation_id, since - SLACK if since else EVER
    recorded = billable.late_months(whose, since=again, before=of.as_of, start=start, zone=str(months.zone()))
    first = closed.first if since else closed.looked_back
    late = {earlier for earlier in recorded if first <= earlier <= closed.last}
    for earlier in sorted(late | _never_priced(of.account, month)):
        anew = Rated()
        _use(of, earlier, anew, late=True)
        billed = Charge.objects.filter(bill__account=of.account, month=earlier, contract=None, bill__close__month__lt=month)
        sheets = ChargeSheet.objects.filter(bill__account=of.account, month=earlier, bill__close__month__lt=month)
        known = {*billed.values_list("origin", flat=True), *_on(sheets)}
        new = [charge for charge in anew.charges if charge.origin not in known]
        found.charges += new
        found.odd += [odd for odd in anew.odd if odd.kind in ("unpriced", "inconsistent")]
        found.charges += rerating.differences(
            earlier, month, (billed, sheets), anew.charges, known, lambda amount: said(amount, of.account.issuer.currency)
        )


def _on(rows: Any) -> Iterable[str]:
    """Origins of the uses on sheets."""
    keys = [key for uses in rows.values_list("uses", flat=True) for key in uses]
    return (one.origin for one in billable.by_key(keys).values()) if keys else ()


def _never_priced(account: Account, month: date) -> set[date]:
    """Months of which something had no price: a card may have been mended since."""
    told = BillException.objects.filter(bill__account=account, kind="unpriced", close__month__lt=month)
    return set(told.values_list("close__month", flat=True).order_by().distinct()[:BACK])


def _closed(account: Account, month: date) -> _Closed | None:
    """None: there is nothing before it."""
    sql = "SELECT min(month), max(month) FROM billing_close WHERE issuer_id = %s AND month < %s"
    first, last = rows.ask(sql, [account.issuer_id, month])[0]
    back = month.replace(year=month.year - BACK // 12)
    return _Closed(first, last, max(first, back)) if first else None


def _late_contracts(of: _Of, month: date, closed: _Closed, found: Rated) -> None:
    """What contracts owe of the last closed months by what is known now, less what was billed of them."""
    billed, taxed = defaultdict[tuple[UUID, date], int](int), dict[tuple[UUID, date], Tax]()
    kept = Charge.objects.filter(bill__account=of.account, contract__isnull=False, month__gte=closed.looked_back, bill__close__month__lt=month)
    by_tax = kept.values_list("contract_id", "month", "tax_code", "tax_category", "tax_percent").annotate(net=Sum("net")).order_by("net")
    for contract, of_month, code, category, percent, net in by_tax:
        billed[contract, of_month] += net
        taxed[contract, of_month] = Tax(code, category, Fraction(percent))
    for contract in _contracts(of.account):
        earlier = closed.last
        while earlier >= closed.looked_back:
            now = _contract(of, contract, earlier, late=True)
            if (rest := sum(c.net for c in now) - billed[contract.id, earlier]):
                tax = taxed.get((contract.id, earlier)) or _tax(of, contract, earlier)
                found.charges.append(_difference(of, contract, earlier, month, now, rest, tax))
            earlier = months.before(earlier)


def _difference(of: _Of, contract: Contract, earlier: date, month: date, now: list[Charged], rest: int, tax: Tax) -> Charged:
    whole, currency = sum(c.net for c in now), of.account.issuer.currency
    sums = {"now": said(whole, currency), "before": said(whole - rest, currency), "amount": said(rest, currency)}
    part = by_month.Part(earlier, months.last_of(earlier), by_month.Term(earlier, rest, contract.made_at), Fraction(1), rest)
    made = of_contract(
        contract.id, contract.code, contract.kind, both(contract.title_ko, contract.title_en), tax, part, 0, currency, contract.day_count, late=True)
    reasons = (*(r for c in now for r in c.reasons), Reason("rerated", contract.code, words.RERATED.fill({"month": f"{earlier:%Y-%m}", **sums})))
    return replace(made, origin=f"contract:{contract.code}:{earlier:%Y-%m}:{month:%Y-%m}", reasons=reasons)


def said(amount: int, currency: str) -> str:
    """Minor units, as people read them."""
    return money(Fraction(amount, 10 ** MINOR_DIGITS[currency]), currency)


def _own(of: _Of, month: date, found: Rated) -> None:
    """What is odd about uses is told on the account that prices them; and training that did not hold."""
    account = of.account

    def elsewhere(meter: str, subject: str, start: datetime) -> bool:
        event = Event("", str(account.organisation_id), meter, subject, start, start + timedelta(minutes=1), Fraction(0))
        return _elsewhere(of, event)

    if of.others:
        told = oddities.others((odd.origin for odd in found.odd if odd.kind in ("overrun", "no_check_in")), elsewhere)
        found.odd = [odd for odd in found.odd if odd.origin not in told]
    untrained = oddities.untrained(account.organisation_id, month, of.as_of, elsewhere, spoken)
    found.odd += [Odd("untrained", origin, says) for origin, says in untrained]
