"""What an account owes and no bill has: it is not closed before. Whose bills a month has."""

from datetime import date, datetime, timedelta

from django.db.models import Max

from squaremile.billing.models import Account, Bill, Issuer
from squaremile.billing.reads import months, rating
from squaremile.kernel import clock


def unbilled(account: Account) -> date | None:
    """The first month without a bill in which something was used, or is owed by contract. Up to this month; of an account without
    a bill from the month in which it was opened, as what came before is in its first bill."""
    last: date | None = Bill.objects.filter(account=account).aggregate(last=Max("close__month"))["last"]
    month = months.after(last) if last else months.first_of(account.opened_at.astimezone(months.zone()).date())
    this, now = months.first_of(months.today()), clock.now() + timedelta(microseconds=1)
    while month <= this:
        if _owes(account, month, now):
            return month
        month = months.after(month)
    return None


def billed(issuer: Issuer, month: date, as_of: datetime) -> list[Account]:
    """Accounts that get a bill of the month: those that are active, and those that are not any more and owe something still, of the
    days on which they were."""
    rows = Account.objects.filter(issuer=issuer).select_related("issuer", "organisation").order_by("code")
    return [account for account in rows if account.active or _owes(account, month, as_of)]


def _owes(account: Account, month: date, as_of: datetime) -> bool:
    found = rating.rated(account, month, as_of)
    return any(net for _, net in found.nets) or any(odd.kind in ("unpriced", "inconsistent") for odd in found.odd)
