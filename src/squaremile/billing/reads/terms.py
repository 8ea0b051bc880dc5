"""Terms of accounts, with the cards they name: read once for each account, asked day by day.

Terms are no older or newer than others: a month that its payer was shown has terms that nothing changes any more, and one
that is not shown yet is rated by what was said last.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from squaremile.billing.models import Account
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.terms import Run, Term, runs
from squaremile.billing.reads import cards, months
from squaremile.kernel import rows


@dataclass(frozen=True, slots=True)
class Terms:
    """Of one account."""

    runs: tuple[Run[Card], ...]

    def on(self, day: date) -> Run[Card]:
        return next((run for run in reversed(self.runs) if run.since <= day), self.runs[0])

    def at(self, moment: datetime) -> Run[Card]:
        """By the clock on the site's wall."""
        return self.runs[0] if len(self.runs) == 1 else self.on(moment.astimezone(months.zone()).date())

    def within(self, first: date, last: date) -> tuple[Run[Card], ...]:
        """Those that hold on any of these days."""
        ends = [after.since for _, after in pairwise(self.runs)] + [date.max]
        return tuple(run for run, end in zip(self.runs, ends, strict=True) if run.since <= last and end > first)

    def idle(self, first: date, last: date | None) -> Run[Card] | None:
        """The first run in which the account is not active, of those that hold on any of these days; None: it is active on all."""
        return next((run for run in self.within(first, last or date.max) if not run.active), None)

    def of_month(self, month: date) -> tuple[Run[Card], ...]:
        return self.within(month, months.last_of(month))

    def cards(self, month: date) -> list[Card]:
        """Each once, the earliest first."""
        return list({run.card.code: run.card for run in self.of_month(month)}.values())

    def last(self, month: date) -> Card:
        """The card that a month ends with: its document is rounded by it."""
        return self.on(months.last_of(month)).card


@dataclass(frozen=True, slots=True)
class Payer:
    """An account of an organisation, and what it pays by."""

    account: UUID
    place: tuple[datetime, str]
    """Older accounts come first."""
    terms: Terms


def of_organisation(organisation: UUID) -> list[Payer]:
    """Every account of an organisation, the oldest first. One statement, and one for each card."""
    return sorted(_payers("a.organisation_id = %s", organisation), key=lambda payer: payer.place)


def of(accounts: Iterable[Account]) -> dict[UUID, Terms]:
    """Of many accounts. One statement, and one for each card."""
    return {payer.account: payer.terms for payer in _payers("t.account_id = ANY (%s)", [account.id for account in accounts])}


def of_one(account: Account) -> Terms:
    return of([account])[account.id]


_TERMS = """
SELECT t.account_id, t.since, t.recorded_at, t.card_id, t.payer_class, t.active, a.opened_at, a.code
  FROM billing_account_term t JOIN billing_account a ON a.id = t.account_id WHERE {which} ORDER BY t.recorded_at, t.id
"""


def _payers(which: str, value: Any) -> list[Payer]:
    said, places = defaultdict[UUID, list[Term[UUID]]](list), dict[UUID, tuple[datetime, str]]()
    for account, since, recorded, card, payer_class, active, opened, code in rows.ask(_TERMS.format(which=which), [value]):
        said[account].append(Term(since, recorded, card, payer_class, active))
        places[account] = opened, code
    read = dict[UUID, Card]()
    return [Payer(account, places[account], _terms(mine, read)) for account, mine in said.items()]


def _terms(said: list[Term[UUID]], read: dict[Any, Card]) -> Terms:
    found = []
    for run in runs(said):
        if run.card not in read:
            read[run.card] = cards.read(run.card)
        found.append(Run(run.since, read[run.card], run.payer_class, run.active))
    return Terms(tuple(found))
