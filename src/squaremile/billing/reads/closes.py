"""The month close as finance sees it: closes, where their bills stand with counts and money, what is odd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Q, Sum

from squaremile.billing.models import Bill, BillException, Close, Invoice, Issuer
from squaremile.billing.reads import months
from squaremile.billing.words import closing as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class CloseRow:
    """A close of the list, with what it comes to."""

    code: str
    issuer: Text
    month: date
    as_of: datetime
    state: str
    bills: int
    gross: Money
    odd: int

    @property
    def said(self) -> Text:
        return words.CLOSE_STATES[self.state]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the pipeline: so many bills stand here, and so much money. `mark`: done, current, or empty."""

    state: str
    label: Text
    bills: int
    gross: Money
    mark: str = ""


@dataclass(frozen=True, slots=True)
class BillRow:
    """A bill in a close."""

    code: str
    company: Text
    state: str
    said: Text
    gross: Money
    events: int
    odd: int
    disputes: int
    invoice: str


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Something odd."""

    code: str
    company: Text
    kind: Text
    says: Text
    blocks: bool
    bill: str
    cleared: bool
    remark: str


@dataclass(frozen=True, slots=True)
class CloseSeen:
    """One close, whole."""

    row: CloseRow
    shown_until: datetime | None
    stages: tuple[Stage, ...]
    bills: tuple[BillRow, ...]
    exceptions: tuple[ExceptionRow, ...]


def closes() -> list[CloseRow]:
    """Newest first. Two statements."""
    rows = Close.objects.select_related("issuer").annotate(
        n=Count("bills", distinct=True), odd=Count("exceptions", filter=Q(exceptions__cleared_at=None), distinct=True)
    ).order_by("-month", "issuer__code")  # fmt: skip
    whole = dict(Bill.objects.values_list("close_id").annotate(all=Sum("gross")).order_by())
    return [_row(close, close.n, whole.get(close.id, 0), close.odd) for close in rows]


def _row(close: Close, bills: int, gross: int | Decimal, odd: int) -> CloseRow:
    issuer = close.issuer
    return CloseRow(
        close.code, both(issuer.name_ko, issuer.name_en), close.month, close.as_of, close.state, bills, Money(int(gross), issuer.currency), odd
    )


def close(code: str) -> CloseSeen:
    """One close with its bills and exceptions. Raises Missing. Five statements."""
    found = Close.objects.select_related("issuer").filter(code=code).first()
    if found is None:
        raise Missing(words.CLOSE_UNKNOWN)
    bills = list(
        Bill.objects.filter(close=found).select_related("organisation", "invoice").annotate(
            odd=Count("exceptions", filter=Q(exceptions__cleared_at=None), distinct=True),
            disputed=Count("disputes", filter=Q(disputes__state="open"), distinct=True),
        ).order_by("organisation__name_ko", "code")
    )  # fmt: skip
    odd = list(BillException.objects.filter(close=found).select_related("organisation", "bill").order_by("cleared_at", "-blocks", "kind", "code"))
    currency = found.issuer.currency
    row = _row(found, len(bills), sum(b.gross for b in bills), sum(one.cleared_at is None for one in odd))
    return CloseSeen(row, found.shown_until, _stages(bills, _paid(bills), currency), tuple(
        BillRow(
            b.code, both(b.organisation.name_ko, b.organisation.name_en), b.state, words.BILL_STATES[b.state], Money(b.gross, currency),
            b.events, b.odd, b.disputed, b.invoice.code if hasattr(b, "invoice") else "",
        )
        for b in bills
    ), tuple(_exception(one) for one in odd))


PIPELINE = (
    ("rate", ("pending", "rated")), ("review", ("drafted", "approved")), ("payers", ("shown",)), ("accepted", ("accepted",)),
    ("collect", ("issued",)), ("collected", ()),
)
"""The steps of a bill, and the states in which it waits at each. What is issued waits to be paid."""


def _stages(bills: Iterable[Bill], paid: frozenset[UUID], currency: str) -> tuple[Stage, ...]:
    """Every step with what stands at it; bills with nothing to bill have none. A step before the first bill that waits is done."""
    every, found, waiting = [bill for bill in bills if bill.state != "empty"], list[Stage](), False
    for step, states in PIPELINE:
        mine = [bill for bill in every if (bill.id not in paid and bill.state in states) or (step == "collected" and bill.id in paid)]
        mark = "current" if mine and step != "collected" else "" if waiting or not every else "done"
        waiting = waiting or mark == "current"
        found.append(Stage(step, words.PIPELINE[step], len(mine), Money(sum(b.gross for b in mine), currency), mark))
    return tuple(found)


def _paid(bills: Iterable[Bill]) -> frozenset[UUID]:
    """Bills whose document has nothing left to pay. One statement."""
    matched = Sum("matches__amount", default=0)
    rows = Invoice.objects.filter(bill__in=[b.id for b in bills]).annotate(matched=matched).filter(payable__lte=F("matched"))
    return frozenset(key for key in rows.values_list("bill_id", flat=True) if key)


def _exception(one: BillException) -> ExceptionRow:
    return ExceptionRow(
        one.code, both(one.organisation.name_ko, one.organisation.name_en), words.EXCEPTIONS[one.kind], both(one.says_ko, one.says_en),
        one.blocks, one.bill.code if one.bill else "", one.cleared_at is not None, one.remark,
    )


def issuers() -> list[tuple[str, Text]]:
    """Code and name of each."""
    return [(i.code, both(i.name_ko, i.name_en)) for i in Issuer.objects.order_by("code")]


def next_month(issuer: UUID | str) -> date:
    """The month that is closed next: after the last closed one, or the month before this."""
    last = Close.objects.filter(issuer__code=issuer).order_by("-month").first()
    return months.after(last.month) if last else months.before(months.first_of(months.today()))
