"""What projects have cost: documents issued, and what is rated of the months that are not issued yet, by the functions of the bill."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, Sum

from squaremile.billing.models import Account, Bill, InvoiceLine
from squaremile.billing.policies.charges import Charged
from squaremile.billing.reads import months, rating, terms
from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system

BACK = 12
"""Months that are not issued are looked at so far back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Use of some projects that began on these days; `currency` is the asker's own."""

    projects: frozenset[UUID]
    currency: str
    first: date
    last: date


def so_far(account: Account, month: date) -> rating.Rated:
    """What a month of an account comes to now, as a close of this minute would rate it."""
    return rating.rated(account, month, _now())


def one_by_one(account: Account, month: date, rated: rating.Rated, as_of: datetime | None = None) -> list[Charged]:
    """The same with its uses one by one, so that each has its person and project. `as_of`: of a draft, what it was rated by."""
    return [*(c for c in rated.charges if c.kind != "use"), *rating.one_by_one(account, month, as_of or _now())]


def _now() -> datetime:
    return clock.now() + timedelta(microseconds=1)


def spent(organisation: UUID, asked: Iterable[Asked]) -> list[int]:
    """For each: net before vouchers, in minor units of its currency."""
    frames = list(asked)
    return [each[one.currency] for one, each in zip(frames, by_currency(organisation, frames), strict=True)]


def by_currency(organisation: UUID, asked: Iterable[Asked]) -> list[defaultdict[str, int]]:
    """For each: net before vouchers in every currency, in minor units; currencies are never added. Whoever asks may see these figures of
    the organisation: a budget says so."""
    frames = list(asked)
    if not frames:
        return []
    with scope(system("worker")):
        issued = _last_issued(organisation)
        open_ = _open(organisation, min(f.first for f in frames), issued)
        return [_of(organisation, one, open_) for one in frames]


def _of(organisation: UUID, one: Asked, open_: list[tuple[str, Charged]]) -> defaultdict[str, int]:
    found = _issued(organisation, one)
    for currency, charge in open_:
        if charge.project in one.projects and one.first <= charge.first <= one.last:
            found[currency] += charge.net
    return found


def _last_issued(organisation: UUID) -> dict[UUID, date]:
    rows = Bill.objects.filter(organisation_id=organisation, state="issued").values_list("account_id")
    return dict(rows.annotate(last=Max("close__month")).order_by())


def _open(organisation: UUID, first: date, issued: Mapping[UUID, date]) -> list[tuple[str, Charged]]:
    """Charges of the months that are not issued, with their currency; what came late of issued ones is in the first of them. A parked
    month is rated by what was known when it was drafted: what came later is late of it, and in the first of them too."""
    found = list[tuple[str, Charged]]()
    this = months.first_of(months.today())
    for account in Account.objects.filter(organisation_id=organisation).select_related("issuer", "card"):
        last = issued.get(account.id)
        opens = max(months.after(last) if last else date.min, months.first_of(first), _so_far_back(this))
        for parked in _parked(account, last, first):
            month, as_of = parked.close.month, parked.close.as_of
            rated = rating.rated(account, month, as_of, parked.id)
            found += [(account.issuer.currency, charge) for charge in one_by_one(account, month, rated, as_of)]
        for month in _until(opens, this if account.active else _looked_at(account, opens, last)):
            for charge in one_by_one(account, month, so_far(account, month)):
                if charge.kind != "late" or (month == opens and last is not None and charge.month <= last):
                    found.append((account.issuer.currency, charge))
    return found


def _looked_at(account: Account, opens: date, last: date | None) -> date:
    """Of one that is not active any more: the month in which it still was. What came late of its issued months is in the first that
    is not issued, though it may be a later one."""
    return max(_ended(account), opens if last is not None else date.min)


def _ended(account: Account) -> date:
    """The month in which an account that is not active any more still was."""
    return months.first_of(terms.of_one(account).runs[-1].since)


def _until(month: date, last: date) -> Iterator[date]:
    while month <= last:
        yield month
        month = months.after(month)


def _parked(account: Account, last: date | None, first: date) -> list[Bill]:
    """Of months before the last issued one: those that are disputed still."""
    if last is None:
        return []
    waits = Bill.objects.filter(account=account, close__month__lt=last, close__month__gte=months.first_of(first), close__state="parked")
    return list(waits.exclude(state__in=("issued", "empty")).select_related("close").order_by("close__month"))


def _so_far_back(month: date) -> date:
    for _ in range(BACK):
        month = months.before(month)
    return month


def _issued(organisation: UUID, asked: Asked) -> defaultdict[str, int]:
    """Of invoices and what credit notes took back of them."""
    lines = InvoiceLine.objects.filter(
        organisation_id=organisation, project_id__in=asked.projects, first__gte=asked.first, first__lte=asked.last
    )
    rows = lines.values_list("invoice__currency").annotate(all=Sum("net")).order_by()
    return defaultdict(int, {currency: int(net) for currency, net in rows})
