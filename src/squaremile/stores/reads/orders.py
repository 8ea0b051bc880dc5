"""Orders, and what the stockroom should order. A company's own; everybody's for staff."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import F, QuerySet

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.stores.models import Order, OrderLine, OrderTransition
from squaremile.stores.policies.reordering import missing
from squaremile.stores.reads import catalogue
from squaremile.stores.words import orders as words


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of an order."""

    number: int
    item: str
    what: str
    catalogue_no: str
    pieces: int
    received: int
    unit_price: Decimal | None
    currency: str

    @property
    def to_come(self) -> int:
        return self.pieces - self.received

    @property
    def cost(self) -> Money | None:
        return None if self.unit_price is None else Money.rounded(self.unit_price * self.pieces, self.currency)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order with its lines."""

    code: str
    organisation: str
    organisation_id: UUID | None
    company: Text
    state: str
    supplier: str
    why: str
    wanted_on: date | None
    requested_by: UUID | None
    requester: Text | None
    settled_because: str
    ordered_as: str
    at: datetime
    lines: tuple[LineRow, ...]

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def look(self) -> str:
        return {"requested": "pending", "approved": "ok", "ordered": "in_use", "declined": "stop"}.get(self.state, "neutral")

    @property
    def what(self) -> str:
        more = len(self.lines) - 1
        return f"{self.lines[0].what} +{more}" if more > 0 else self.lines[0].what if self.lines else ""

    @property
    def totals(self) -> list[Money]:
        """What its lines come to, as far as prices are known, a sum for each currency."""
        sums: dict[str, Money] = {}
        for line in self.lines:
            if line.cost is not None:
                sums[line.currency] = sums.get(line.currency, Money(0, line.currency)) + line.cost
        return list(sums.values())


@dataclass(frozen=True, slots=True)
class ToOrder:
    """An item that is low: what is left, what is on its way, and how many to order."""

    item: catalogue.ItemRow
    on_order: int
    pieces: int


def orders(*, open_only: bool = False, most: int = 200) -> list[OrderRow]:
    """The newest first. Three statements."""
    found = _rows().order_by("-at", "code")
    if open_only:
        found = found.filter(state__in=("requested", "approved", "ordered"))
    return _named(list(found[:most]))


def order(code: str) -> tuple[OrderRow, list[tuple[datetime, Text]]]:
    """One with its steps, the newest first. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.ORDER_UNKNOWN)
    steps = OrderTransition.objects.filter(order=found).order_by("-at").values_list("at", "after")
    return _named([found])[0], [(at, words.STATES[after]) for at, after in steps]


def told(code: str) -> OrderRow | None:
    """For those who tell people of it."""
    found = _rows().filter(code=code).first()
    return _row(found, {}) if found else None


def to_order() -> list[ToOrder]:
    """Items at their reorder point or below it, with what to order. For staff: what is on its way is the stockroom's own."""
    coming: dict[str, int] = defaultdict(int)
    lines = OrderLine.objects.filter(order__organisation=None, order__state__in=("requested", "approved", "ordered"), item__isnull=False)
    for item, left in lines.values_list("item__code", F("pieces") - F("received")):
        coming[item] += left
    found = [
        ToOrder(row, coming[row.code], missing(row.left, coming[row.code], row.reorder_point, row.reorder_to))
        for row in catalogue.items() if row.low
    ]
    return [each for each in found if each.pieces or each.on_order]


def _rows() -> QuerySet[Order]:
    return Order.objects.select_related("organisation").prefetch_related("lines__item")


def _named(found: list[Order]) -> list[OrderRow]:
    names = people.named({each.requested_by for each in found if each.requested_by})
    return [_row(each, names) for each in found]


def _row(o: Order, names: dict[UUID, people.Named]) -> OrderRow:
    whose = o.organisation
    lines = sorted(o.lines.all(), key=lambda line: line.number)
    who = names.get(o.requested_by) if o.requested_by else None
    return OrderRow(
        o.code, whose.code if whose else "", o.organisation_id, both(whose.name_ko, whose.name_en) if whose else words.STOCKROOM, o.state,
        o.supplier, o.why, o.wanted_on, o.requested_by, who.name if who else None, o.settled_because, o.ordered_as, o.at,
        tuple(
            LineRow(n.number, n.item.code if n.item else "", n.what, n.catalogue_no, n.pieces, n.received, n.unit_price, n.currency)
            for n in lines
        ),
    )
