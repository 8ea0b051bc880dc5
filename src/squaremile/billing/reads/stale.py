"""Drafts that were rated by terms, or drafted with vouchers, which do not hold any more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from squaremile.billing.models import AccountTerm, Bill, Voucher
from squaremile.billing.reads import months


def among(bills: Iterable[Bill]) -> list[str]:
    """Codes of those whose company's accounts were said other terms of their month, or of days before it, since they were rated, or
    whose vouchers were granted or ended since for such days. Two statements."""
    rated = [bill for bill in bills if bill.rated_at is not None]
    if not rated:
        return []
    since = min(bill.rated_at for bill in rated if bill.rated_at)
    said = defaultdict[UUID, list[_Said]](list)
    for one in (*_terms(rated, since), *_vouchers(rated, since)):
        said[one.organisation].append(one)
    return [bill.code for bill in rated if any(_touches(bill, one) for one in said.get(bill.organisation_id, ()))]


@dataclass(frozen=True, slots=True)
class _Said:
    """Something that was said of days from `first` on. `issuer`: of its bills alone, and only of those that ask to be paid."""

    organisation: UUID
    at: datetime
    first: date
    issuer: UUID | None = None


def _touches(bill: Bill, one: _Said) -> bool:
    if one.issuer is not None and (one.issuer != bill.close.issuer_id or bill.state == "empty"):
        return False
    return bill.rated_at is not None and one.at > bill.rated_at and one.first <= months.last_of(bill.close.month)


def _theirs(bills: list[Bill]) -> dict[str, set[UUID]]:
    return {"organisation_id__in": {bill.organisation_id for bill in bills}}


def _terms(rated: list[Bill], since: datetime) -> Iterator[_Said]:
    """Any account's: which of them prices a use depends on all."""
    found = AccountTerm.objects.filter(**_theirs(rated), recorded_at__gt=since)
    yield from (_Said(*row) for row in found.values_list("organisation_id", "recorded_at", "since"))


def _vouchers(rated: list[Bill], since: datetime) -> Iterator[_Said]:
    """Its own issuer's alone: another's lowers nothing of it. Where there is nothing to pay, no voucher pays. An end may have been said
    several times since: whatever it is, the bill is rated again."""
    for one in Voucher.objects.filter(Q(made_at__gt=since) | Q(ended_at__gt=since), **_theirs(rated), issuer__isnull=False):
        yield _Said(one.organisation_id, max(one.made_at, one.ended_at or one.made_at), one.since, one.issuer_id)
