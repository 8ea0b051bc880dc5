"""What limits of vouchers had left to the company: asked only where something is taken back that was billed before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from squaremile.billing.models import Account, Bill, BillLine, Dispute, Invoice, InvoiceLine
from squaremile.billing.policies.bill import Sum
from squaremile.billing.policies.credits import Voucher, held_for, meets
from squaremile.billing.policies.pricing import to_minor
from squaremile.billing.policies.taking_back import Billed, shares
from squaremile.billing.reads import held, months, voucher_ends
from squaremile.billing.reads.voucher_ends import Ends, Span
from squaremile.kernel import clock


@dataclass(frozen=True, slots=True)
class Earlier:
    """When vouchers held by the ends that had been said as each of the account's bills was rated."""

    ends: Ends
    bills: Mapping[UUID | None, datetime]
    months: tuple[tuple[date, datetime], ...]
    """Bills by their months, the earliest first."""
    now: datetime

    def of_bill(self, voucher: str, bill: UUID | None) -> Span:
        return self.ends.at(voucher, self.bills.get(bill, self.now))

    def of_month(self, day: date) -> dict[str, Span]:
        """Of every voucher, as the bill of a day's month had it; of a month without a bill, the next one's."""
        at = next((moment for month, moment in self.months if month >= day.replace(day=1)), self.now)
        return {voucher: self.ends.at(voucher, at) for voucher in self.ends.since}

    def of_line(self, voucher: str, line: "Line") -> Span:
        """What goes back late was taken by the ends of its own month."""
        return self.of_month(line.first)[voucher] if line.kind == "late" and line.net < 0 else self.of_bill(voucher, line.bill)


def earlier(account: Account, vouchers: Iterable[str], bill: Bill | None) -> Earlier:
    """By codes of vouchers. Two statements."""
    others = Bill.objects.filter(account=account).select_related("close").order_by("close__month")
    if bill is not None:
        others = others.exclude(id=bill.id)
    rated = [(one.id, one.close.month, voucher_ends.rated_at(one)) for one in others]
    return Earlier(
        voucher_ends.of(vouchers), {id_: at for id_, _, at in rated}, tuple((month, at) for _, month, at in rated), clock.now(),
    )


@dataclass(slots=True)
class Line:
    """A line of a bill with what adjustments and corrections left of it. `month`: of the bill; `over`: voucher → what it took over."""

    bill: UUID | None
    key: str
    kind: str
    item: str
    tax: tuple[str, str]
    first: date
    last: date
    month: date
    net: int = 0
    over: dict[str, int] = field(default_factory=dict)


def with_beyond(
    account: Account, vouchers: Iterable[Voucher], then: Earlier, late: list[tuple[date, Sum]], bill: Bill | None,
) -> tuple[Voucher, ...]:
    """Vouchers in their order, each with how much of what is taken back its limit had left to the company: period by period, never
    more than its percentage of what is taken back there. `late`: first day and sum of what is of billed months; `bill`: the one that is
    drafted. Four statements, and some for each line on whose days a voucher begins or ends."""
    all_, before, found = list(vouchers), list[str](), list[Voucher]()
    lines = list(_lines(account, all_, then, bill)) if any(v.limit is not None for v in all_) else []
    for one in all_:
        back = defaultdict[str, int](int)
        for first, of in late if one.limit is not None else ():
            back[one.period(first.replace(day=1))] += of.held.get(one.code, of.net) if one.takes(of.item) else 0
        beyond = sum(
            min(-_share(one, net), _left(one, then, before, lines, period)) for period, net in back.items() if net < 0
        )
        found.append(replace(one, beyond=beyond))
        before.append(one.code)
    return tuple(found)


def _share(one: Voucher, net: int) -> int:
    return to_minor(net * one.percent / 100, 0)


def _left(one: Voucher, then: Earlier, before: Iterable[str], lines: Iterable[Line], period: str) -> int:
    """What the company paid of a period though it was of the voucher's percentage: nothing where the limit was not used up."""
    given = base = 0
    for line in lines:
        if line.kind == "voucher":
            given -= line.net if line.item == one.code and one.period(line.month) == period else 0
        elif one.takes(line.item) and one.period(line.first.replace(day=1)) == period:
            base += _held(line, line.net - sum(line.over.get(code, 0) for code in before), *then.of_line(one.code, line))
    return max(0, _share(one, base) - given) if one.limit is not None and given >= one.limit else 0


def _held(line: Line, left: int, since: date, until: date | None) -> int:
    """Of what is left of a line, what is of the days on which a voucher held."""
    last = min(line.last, months.last_of(line.first)) if line.kind == "use" else line.last
    if not meets(line.first, last, since, until):
        return 0
    if line.first >= since and (until is None or last < until):
        return left
    if line.bill is None:
        return held_for(line.first, last, left, since, until)
    of = held.of_stored(line.bill, line.key)
    whole = of(date.min, None)
    return to_minor(Fraction(left * of(since, until), whole), 0) if whole else 0


def _lines(account: Account, vouchers: list[Voucher], then: Earlier, bill: Bill | None) -> Iterator[Line]:
    """Of documents and of bills that are not issued yet, one of each key of a bill, with what vouchers took over of it."""
    keys = dict(Dispute.objects.filter(bill__account=account, state="granted").values_list("code", "key"))
    found = defaultdict[UUID | None, dict[str, Line]](dict)
    for of, key, kind, item, first, last, net, category, percent, month in _rows(account, bill):
        mine = found[of]
        key = keys.get(item, key) if kind == "adjustment" else key
        if key not in mine:
            mine[key] = Line(of, key, kind, item, (category, str(percent)), first, last, months.first_of(month))
        mine[key].net += net
    for lines in found.values():
        each = list(lines.values())
        for n, share in shares([_billed(n, line, vouchers, then) for n, line in enumerate(each)]).items():
            for of_line, amount in share.items():
                each[of_line].over[each[n].item] = amount
        yield from each


def _billed(n: int, line: Line, vouchers: list[Voucher], then: Earlier) -> Billed:
    items = next((v.items for v in vouchers if line.kind == "voucher" and v.code == line.item), frozenset[str]())
    first, last = line.first, line.last
    if line.kind == "voucher" and line.item in then.ends.since:
        first, until = then.of_bill(line.item, line.bill)
        last = until - timedelta(days=1) if until else date.max
        return Billed(n, line.kind, line.item, line.tax, line.net, items, None, first, last)
    return Billed(n, line.kind, line.item, line.tax, line.net, items, None, first, last, held_for_vouchers(line, then))


def held_for_vouchers(line: Line, then: Earlier) -> dict[str, int]:
    """Of a line, what is of the days on which each voucher held, of those that did not hold on all of them."""
    each = {voucher: _held(line, line.net, *then.of_line(voucher, line)) for voucher in then.ends.since}
    return {voucher: of for voucher, of in each.items() if of != line.net}


def _rows(account: Account, bill: Bill | None) -> Iterator[tuple[Any, ...]]:
    """Each line with the bill that it came from: corrections, and invoices anew, have that of the document they are of."""
    documents = {id_: (of, earlier or replaced) for id_, of, earlier, replaced in Invoice.objects.filter(
        account=account).values_list("id", "bill_id", "corrects_id", "replaces_id")}
    said = ("key", "kind", "item", "first", "last", "net", "tax_category", "tax_percent")
    issued = InvoiceLine.objects.filter(invoice__account=account).order_by("invoice__issued_at", "invoice__sequence", "number")
    for document, *row in issued.values_list("invoice_id", *said, "invoice__first"):
        of, before = documents[document]
        while of is None and before is not None:
            of, before = documents[before]
        yield (of, *row)
    drafts = BillLine.objects.filter(bill__account=account).exclude(bill__state="issued").exclude(bill=bill).order_by("bill", "number")
    yield from drafts.values_list("bill_id", *said, "bill__close__month")
