"""What an account owes and no bill has: it is not closed before."""

from datetime import date, timedelta

from django.db.models import Max

from squaremile.billing.models import Account, Bill
from squaremile.billing.reads import months, rating
from squaremile.kernel import clock


def unbilled(account: Account) -> date | None:
    """The first month without a bill in which something was used, or is owed by contract. Up to this month; of an account without
    a bill from the month in which it was opened, as what came before is in its first bill."""
    last: date | None = Bill.objects.filter(account=account).aggregate(last=Max("close__month"))["last"]
    month = months.after(last) if last else months.first_of(account.opened_at.astimezone(months.zone()).date())
    this, now = months.first_of(months.today()), clock.now() + timedelta(microseconds=1)
    while month <= this:
        found = rating.rated(account, month, now)
        if any(net for _, net in found.nets) or any(odd.kind in ("unpriced", "inconsistent") for odd in found.odd):
            return month
        month = months.after(month)
    return None
