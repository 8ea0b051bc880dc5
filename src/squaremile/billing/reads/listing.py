"""Bills and issued documents a part at a time, as far as the asker sees them: for programs. Amounts are minor units."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from squaremile.billing.models import Bill, Invoice


@dataclass(frozen=True, slots=True)
class BillListed:
    """An account's month, in codes."""

    code: str
    organisation: str
    account: str
    issuer: str
    month: date
    state: str
    currency: str
    net: int
    tax: int
    gross: int
    payable: int
    invoice: str | None


@dataclass(frozen=True, slots=True)
class InvoiceListed:
    """An issued document, in codes. `open`: what is not paid yet."""

    code: str
    kind: str
    organisation: str
    account: str
    issuer: str
    issued_on: date
    due_on: date
    currency: str
    net: int
    tax: int
    gross: int
    payable: int
    open: int
    corrects: str | None
    replaces: str | None
    bill: str | None


def bills(most: int, after: tuple[date, str] | None = None, state: str = "") -> list[BillListed]:
    """Newest month first, then by code; `after` the month and code of the last one seen. One statement."""
    rows = Bill.objects.select_related("close__issuer", "organisation", "account", "invoice")
    if state:
        rows = rows.filter(state=state)
    if after is not None:
        rows = rows.filter(Q(close__month__lt=after[0]) | Q(close__month=after[0], code__gt=after[1]))
    return [
        BillListed(
            b.code, b.organisation.code, b.account.code, b.close.issuer.code, b.close.month, b.state, b.close.issuer.currency, b.net, b.tax,
            b.gross, b.payable, b.invoice.code if hasattr(b, "invoice") else None,
        )
        for b in rows.order_by("-close__month", "code")[:most]
    ]


def invoices(most: int, after: str = "", issued_since: date | None = None) -> list[InvoiceListed]:
    """By number; `after` the number of the last one seen. One statement."""
    rows = Invoice.objects.select_related("organisation", "issuer", "account", "corrects", "replaces", "bill").annotate(
        matched=Coalesce(Sum("matches__amount"), 0)
    )  # fmt: skip
    if after:
        rows = rows.filter(code__gt=after)
    if issued_since is not None:
        rows = rows.filter(issued_on__gte=issued_since)
    return [
        InvoiceListed(
            i.code, i.kind, i.organisation.code, i.account.code, i.issuer.code, i.issued_on, i.due_on, i.currency, i.net, i.tax, i.gross,
            i.payable, max(0, i.payable - i.matched) if i.kind == "invoice" else 0, i.corrects.code if i.corrects else None,
            i.replaces.code if i.replaces else None, i.bill.code if i.bill else None,
        )
        for i in rows.order_by("code")[:most]
    ]
