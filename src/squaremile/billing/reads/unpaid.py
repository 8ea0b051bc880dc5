"""What a company that leaves still owes: a month that is not closed, bills that are not issued, invoices that are not paid."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from squaremile.billing.models import Account, Bill, Invoice
from squaremile.billing.reads import months
from squaremile.billing.reads.unbilled import unbilled
from squaremile.kernel.money import Money
from squaremile.kernel.scope import scope, system

OVER = ("empty", "issued")


@dataclass(frozen=True, slots=True)
class Unpaid:
    """How many bills are on their way, and what is open of those that are issued, by currency."""

    bills: int
    open: tuple[Money, ...]

    @property
    def none(self) -> bool:
        return not self.bills and not self.open


def of(organisation: UUID, taken: Money | None = None) -> Unpaid:
    """Without what a deposit pays (`taken`), and without what an institution recharges itself. Two statements.

    Staff who confirm an exit read no invoices: the sums are read for them as the worker reads.
    """
    with scope(system("worker")):
        bills = Bill.objects.filter(organisation_id=organisation).exclude(state__in=OVER).count()
        due = Invoice.objects.filter(organisation_id=organisation, kind="invoice", settlement="invoice").annotate(
            left=F("payable") - Coalesce(Sum("matches__amount"), 0)
        )
        sums: dict[str, int] = {}
        for currency, left in due.filter(left__gt=0).values_list("currency", "left"):
            sums[currency] = sums.get(currency, 0) + int(left)
    if taken is not None and taken.currency in sums:
        sums[taken.currency] = sums[taken.currency] - taken.minor
    return Unpaid(bills, tuple(Money(minor, currency) for currency, minor in sorted(sums.items()) if minor > 0))


def unclosed(organisation: UUID, last_day: date | None) -> date | None:
    """The first month of which it has no bill yet: that of its last day, whatever it may still come to, or one that is over and in
    which something was used or is owed by contract. What runs this month is not waited for: people are counted until the exit is
    confirmed. None where every account is through, or there is none."""
    with scope(system("worker")):
        found = []
        for account in Account.objects.select_related("issuer").filter(organisation_id=organisation, active=True).order_by("code"):
            if (month := unbilled(account)) is not None and month < months.first_of(months.today()):
                found.append(month)
            if last_day is not None and not Bill.objects.filter(account=account, close__month__gte=months.first_of(last_day)).exists():
                found.append(months.first_of(last_day))
    return min(found, default=None)
