"""Drafts that were rated by terms which are not their terms any more."""

from collections.abc import Iterable

from squaremile.billing.models import AccountTerm, Bill
from squaremile.billing.reads import months


def among(bills: Iterable[Bill]) -> list[str]:
    """Codes of those whose company's accounts were said other terms of their month, or of days before it, since they were rated. Any
    account's: which of them prices a use depends on all. One statement."""
    rated = [bill for bill in bills if bill.rated_at is not None]
    said = list(AccountTerm.objects.filter(
        organisation_id__in={bill.organisation_id for bill in rated}, recorded_at__gt=min(bill.rated_at for bill in rated if bill.rated_at),
    ).values_list("organisation_id", "recorded_at", "since")) if rated else []
    return [
        bill.code for bill in rated
        if any(
            whose == bill.organisation_id and bill.rated_at and at > bill.rated_at and since <= months.last_of(bill.close.month)
            for whose, at, since in said
        )
    ]
