"""Until when vouchers hold, by what had been said at a moment: a bill that was rated then gives, and takes back, by that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from squaremile.billing.models import Bill, VoucherEnd

Span = tuple[date, date | None]
"""From a day on until another, which is no longer in it. None: without an end."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Every end of some vouchers, each when it was said, the earliest first."""

    since: Mapping[str, date]
    said: Mapping[str, list[tuple[datetime, date | None]]]

    def at(self, voucher: str, moment: datetime) -> Span:
        """When it holds, as was known then. One that was not granted yet held on no day."""
        since = self.since[voucher]
        known = [until for at, until in self.said[voucher] if at <= moment]
        return since, known[-1] if known else since


def of(vouchers: Iterable[str]) -> Ends:
    """By their codes. One statement."""
    since, said = dict[str, date](), defaultdict[str, list[tuple[datetime, date | None]]](list)
    rows = VoucherEnd.objects.filter(voucher__code__in=list(vouchers)).order_by("said_at", "id")
    for code, begins, at, until in rows.values_list("voucher__code", "voucher__since", "said_at", "until"):
        since[code] = begins
        said[code].append((at, until))
    return Ends(since, said)


def rated_at(bill: Bill) -> datetime:
    """By what was said until then it was rated. Its close is loaded; bills from before that was kept are of its moment."""
    return bill.rated_at or bill.close.as_of
