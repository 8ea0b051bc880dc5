"""Drafts that were rated by terms, or drafted with vouchers, which do not hold any more."""

from collections.abc import Iterable
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
    found = {*_by_terms(rated), *_by_vouchers(rated)}
    return [bill.code for bill in rated if bill in found]


def _theirs(bills: list[Bill]) -> dict[str, set[UUID]]:
    return {"organisation_id__in": {bill.organisation_id for bill in bills}}


def _by_terms(rated: list[Bill]) -> list[Bill]:
    """Any account's: which of them prices a use depends on all."""
    oldest = min(bill.rated_at for bill in rated if bill.rated_at)
    said = list(AccountTerm.objects.filter(**_theirs(rated), recorded_at__gt=oldest).values_list("organisation_id", "recorded_at", "since"))
    return [
        bill for bill in rated
        if any(
            whose == bill.organisation_id and bill.rated_at and at > bill.rated_at and since <= months.last_of(bill.close.month)
            for whose, at, since in said
        )
    ]


def _by_vouchers(rated: list[Bill]) -> list[Bill]:
    """Its own issuer's alone: another's lowers nothing of it. Where there is nothing to pay, no voucher pays. An end may have been said
    several times since: whatever it is, the bill is rated again."""
    oldest = min(bill.rated_at for bill in rated if bill.rated_at)
    moved = list(Voucher.objects.filter(Q(made_at__gt=oldest) | Q(ended_at__gt=oldest), **_theirs(rated)))
    return [
        bill for bill in rated
        if bill.state != "empty" and any(
            one.organisation_id == bill.organisation_id and one.issuer_id == bill.close.issuer_id and bill.rated_at
            and max(one.made_at, one.ended_at or one.made_at) > bill.rated_at and one.since <= months.last_of(bill.close.month)
            for one in moved
        )
    ]
