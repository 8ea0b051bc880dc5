"""What limits of vouchers had left to the company: asked only where something is taken back that was billed before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from django.db.models import Sum

from squaremile.billing.models import Account, Bill, BillLine, InvoiceLine
from squaremile.billing.policies.credits import Voucher
from squaremile.billing.reads import months


@dataclass(frozen=True, slots=True)
class _Billed:
    """Lines of one kind, item and first day on the documents of one month."""

    kind: str
    item: str
    first: date
    month: date
    net: int


def with_beyond(
    account: Account, vouchers: Iterable[Voucher], spans: Mapping[str, tuple[date, date | None]], back: list[tuple[str, date]],
    bill: Bill | None,
) -> tuple[Voucher, ...]:
    """Vouchers in their order, each with what its limit had left to the company in the periods of which something is taken back
    (`back`: item and first day). `spans`: when each holds; `bill`: the one that is drafted. Two statements."""
    all_, earlier, found = list(vouchers), list[Voucher](), list[Voucher]()
    lines = list(_lines(account, bill)) if any(v.limit is not None for v in all_) else []
    for one in all_:
        periods = {one.period(day.replace(day=1)) for item, day in back if one.takes(item)} if one.limit is not None else set[str]()
        found.append(replace(one, beyond=sum(_left(one, spans[one.code], earlier, lines, period) for period in periods)))
        earlier.append(one)
    return tuple(found)


def _left(one: Voucher, span: tuple[date, date | None], earlier: Iterable[Voucher], lines: Iterable[_Billed], period: str) -> int:
    """What the company paid of a period though it was of the voucher's percentage: nothing where the limit was not used up."""
    (since, until), before = span, {v.code for v in earlier if not v.items or not one.items or v.items & one.items}
    given = base = 0
    for line in lines:
        if line.kind == "voucher":
            if one.period(line.month) == period:
                given -= line.net if line.item == one.code else 0
                base += line.net if line.item in before else 0
        elif one.takes(line.item) and one.period(line.first.replace(day=1)) == period and since <= line.first and (
            until is None or line.first < until
        ):
            base += line.net
    return max(0, floor(base * one.percent / 100 + Fraction(1, 2)) - given) if one.limit is not None and given >= one.limit else 0


def _lines(account: Account, bill: Bill | None) -> Iterable[_Billed]:
    """Of documents, and of bills that are not issued yet."""
    issued: Any = InvoiceLine.objects.filter(invoice__account=account).values_list("kind", "item", "first", "invoice__first")
    drafts: Any = BillLine.objects.filter(bill__account=account).exclude(bill__state="issued").exclude(bill=bill)
    for rows in (issued, drafts.values_list("kind", "item", "first", "bill__close__month")):
        for kind, item, first, month, net in rows.annotate(all=Sum("net")).order_by():
            yield _Billed(kind, item, first, months.first_of(month), int(net))
