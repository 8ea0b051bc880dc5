"""What an account owes and no bill has: it is not closed before. Whose bills a month has."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max

from squaremile.billing.models import Account, Bill, BillException, Contract, Issuer
from squaremile.billing.reads import months, rating
from squaremile.kernel import clock
from squaremile.metering.reads import billable


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
    rows = list(Account.objects.filter(issuer=issuer).select_related("issuer", "organisation").order_by("code"))
    idle = [account for account in rows if not account.active]
    may = _may_owe(idle, month, as_of) if idle else set()
    return [account for account in rows if account.active or (account.id in may and _owes(account, month, as_of))]


def _may_owe(idle: list[Account], month: date, as_of: datetime) -> set[UUID]:
    """Of accounts that are not active any more those that something was recorded for since their last bill or in the month, that had
    something without a price, or that have a contract: rating each of them grows with the years. Five statements."""
    start, end = months.bounds(month)
    bills = Bill.objects.filter(account__in=idle, close__month__lt=month)
    closed = dict(bills.values_list("account_id").annotate(Max("close__as_of")).order_by())
    since = min(closed.values()) - rating.SLACK if len(closed) == len(idle) else rating.EVER
    whose = {account.organisation_id for account in idle}
    used = {*billable.users(whose, start=start, end=end, before=as_of), *billable.late_users(since=since, before=as_of, start=start)}
    unpriced = BillException.objects.filter(bill__in=bills, kind="unpriced").values_list("bill__account_id", flat=True)
    contracts = Contract.objects.filter(account__in=idle).values_list("account_id", flat=True)
    return {*unpriced, *contracts, *(account.id for account in idle if account.organisation_id in used)}


def _owes(account: Account, month: date, as_of: datetime) -> bool:
    found = rating.rated(account, month, as_of)
    return any(net for _, net in found.nets) or any(odd.kind in ("unpriced", "inconsistent") for odd in found.odd)
