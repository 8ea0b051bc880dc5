"""Orders: requested, approved, placed with the supplier, received in one or several parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.core.reads import people
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.core.words import NO_ORGANISATION
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import NOT_ALLOWED, note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import OrderArrived, OrderStepped
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.stores import rules
from squaremile.stores.models import Lot, Order, OrderLine, Receipt
from squaremile.stores.models.item import CURRENCIES
from squaremile.stores.operations.items import MOST, by_code
from squaremile.stores.operations.stock import MOVED, given, receive_lot
from squaremile.stores.words import orders as words
from squaremile.stores.words import stockroom as stock_words

MOST_LINES = 100
STEP = {
    "order_step_allowed": words.ORDER_STEP, "order_four_eyes": words.FOUR_EYES, "order_decided_by_hers": words.ORDER_NOT_YOURS,
    "order_no_said_why": stock_words.REASON_NEEDED,
}


@dataclass(frozen=True, slots=True)
class Goods:
    """One line: an item of the catalogue by its code, or anything by its words."""

    pieces: int
    what: str = ""
    item: str = ""
    catalogue_no: str = ""
    unit_price: Decimal | None = None
    currency: str = "KRW"


@operation(
    "stores.request_order", ko="구매 요청하기", en="Request a purchase", may=rules.request,
    refuses=(words.ORDER_UNSOUND, stock_words.ITEM_UNKNOWN, NO_ORGANISATION),
    constraints={**STEP, "order_line_numbered": words.ORDER_UNSOUND, "order_line_sound": words.ORDER_UNSOUND,
                 "order_line_price_sound": words.ORDER_UNSOUND},
)  # fmt: skip
def request_order(
    *, wanted_goods: Sequence[Goods], supplier: str = "", why: str = "", wanted_on: date | None = None, organisation: str = "",
    for_stockroom: bool = False,
) -> Order:
    """What is to be bought: for the asker's company, or, by staff, for the stockroom. It waits for approval."""
    asking = require()
    if for_stockroom and not rules.keep(asking):
        raise Forbidden(NOT_ALLOWED)
    whose = None if for_stockroom else people.booking_company(asking, organisation)
    if not 0 < len(wanted_goods) <= MOST_LINES:
        raise Invalid(words.ORDER_UNSOUND)
    made = Order.objects.create(
        code=short_code("OR"), organisation_id=whose, state="requested", supplier=supplier.strip()[:120], why=why.strip()[:300],
        wanted_on=wanted_on, requested_by=asking.actor, at=clock.now(),
    )
    for number, goods in enumerate(wanted_goods, 1):
        _line(made, number, goods)
    note(subject=made, organisation=whose, lines=len(wanted_goods))
    publish(OrderStepped(made.id, made.code, "requested"))
    return made


@operation(
    "stores.decide_order", ko="구매 요청 결정하기", en="Decide on a purchase", may=rules.decide_order,
    refuses=(words.ORDER_UNKNOWN, words.ORDER_STEP, words.ORDER_NOT_YOURS, words.FOUR_EYES, stock_words.REASON_NEEDED), constraints=STEP,
)
def decide_order(*, order: str, approve: bool, reason: str = "") -> Order:
    """A company's admin decides on what it buys; staff on what the stockroom buys, though nobody on her own request."""
    found, asking = _seen(order), require()
    if (found.organisation_id is None and not rules.settle(asking)) or (found.organisation_id and not _admin_of(found)):
        raise Refused(words.ORDER_NOT_YOURS)
    if found.organisation_id is None and found.requested_by == asking.actor:
        raise Refused(words.FOUR_EYES)
    found = _locked(order)
    if found.state != "requested":
        raise Refused(words.ORDER_STEP)
    found.settled_because = reason.strip()[:300] if approve else given(reason)
    found.state, found.approved_by = ("approved", asking.actor) if approve else ("declined", None)
    return _stepped(found, approve=approve)


@operation(
    "stores.place_order", ko="주문 넣기", en="Place an order", may=rules.keep, refuses=(words.ORDER_UNKNOWN, words.ORDER_STEP), constraints=STEP,
)
def place_order(*, order: str, ordered_as: str = "") -> Order:
    """It is with the supplier now, under the supplier's number."""
    found = _locked(order)
    if found.state != "approved":
        raise Refused(words.ORDER_STEP)
    found.state, found.ordered_as = "ordered", ordered_as.strip()[:60]
    return _stepped(found)


@operation(
    "stores.cancel_order", ko="주문 취소하기", en="Cancel an order", may=rules.cancel_order,
    refuses=(words.ORDER_UNKNOWN, words.ORDER_STEP, words.ORDER_NOT_YOURS, stock_words.REASON_NEEDED), constraints=STEP,
)
def cancel_order(*, order: str, reason: str) -> Order:
    """A company's admin may take its request back until it is ordered; staff may cancel what is ordered too."""
    found = _seen(order)
    if not rules.keep(require()) and not _admin_of(found):
        raise Refused(words.ORDER_NOT_YOURS)
    found = _locked(order)
    if found.state == "ordered" and not rules.keep(require()):
        raise Refused(words.ORDER_STEP)
    found.state, found.settled_because = "cancelled", given(reason)
    return _stepped(found, reason=found.settled_because)


@operation(
    "stores.receive_order", ko="주문 입고하기", en="Receive an order", may=rules.keep,
    refuses=(words.ORDER_UNKNOWN, words.ORDER_STEP, words.LINE_UNKNOWN, words.TOO_MANY_CAME, stock_words.PIECES_UNSOUND,
             stock_words.POINT_UNKNOWN, stock_words.LOT_UNSOUND, stock_words.PRICE_UNSOUND, stock_words.ITEM_UNKNOWN,
             OVER_LIMIT),
    constraints={**STEP, **MOVED, "order_line_not_over": words.TOO_MANY_CAME, "stores_receipt_origin_key": stock_words.DONE_ALREADY,
                 "receipt_of_something": stock_words.PIECES_UNSOUND},
)  # fmt: skip
def receive_order(
    *, order: str, order_line: int, pieces: int, lot: str = "", good_until: date | None = None, stock_point: str = "", once: str = "",
) -> Receipt:
    """So many of a line came, all or a part. For the stockroom they become a lot at a point; for a company they wait for it.
    Once nothing is missing, the order is received."""
    found = _locked(order)
    if found.state != "ordered":
        raise Refused(words.ORDER_STEP)
    line = found.lines.select_related("item").filter(number=order_line).first()
    if line is None:
        raise Missing(words.LINE_UNKNOWN)
    if not 0 < pieces <= MOST:
        raise Invalid(stock_words.PIECES_UNSOUND)
    if line.received + pieces > line.pieces:
        raise Refused(words.TOO_MANY_CAME)
    became: Lot | None = None
    if found.organisation_id is None and line.item is not None:
        became = receive_lot(
            item=line.item.code, stock_point=stock_point, lot=lot, pieces=pieces, good_until=good_until, unit_cost=line.unit_price,
            currency=line.currency, once=once,
        )
    made = Receipt.objects.create(
        line=line, pieces=pieces, lot=became, person=require().actor, at=clock.now(), origin=f"receipt:{once.strip()[:80] or uuid7()}",
    )
    if all(each.received >= each.pieces for each in OrderLine.objects.filter(order=found)):
        found.state = "received"
        found.save(update_fields=["state"])
    note(subject=found, organisation=found.organisation_id, line=order_line, pieces=pieces)
    publish(OrderArrived(found.id, found.code, made.id, line.what, pieces))
    return made


def _line(order: Order, number: int, goods: Goods) -> None:
    if not 0 < goods.pieces <= MOST or goods.currency not in CURRENCIES:
        raise Invalid(words.ORDER_UNSOUND)
    if goods.unit_price is not None and not 0 <= goods.unit_price < 10**9:
        raise Invalid(words.ORDER_UNSOUND)
    item = by_code(goods.item) if goods.item.strip() else None
    what = goods.what.strip() or (item and (item.name_ko or item.name_en)) or ""
    if not what:
        raise Invalid(words.ORDER_UNSOUND)
    OrderLine.objects.create(
        order=order, number=number, item=item, what=what[:200], pieces=goods.pieces, unit_price=goods.unit_price,
        currency=goods.currency, catalogue_no=(goods.catalogue_no.strip() or (item.catalogue_no if item else ""))[:60],
    )


def _stepped(found: Order, **more: object) -> Order:
    found.save(update_fields=["state", "approved_by", "settled_because", "ordered_as"])
    note(subject=found, organisation=found.organisation_id, state=found.state, **more)
    publish(OrderStepped(found.id, found.code, found.state))
    return found


def _admin_of(order: Order) -> bool:
    return any(g.role == COMPANY_ADMIN and g.organisation == order.organisation_id for g in require().grants)


def _seen(code: str) -> Order:
    found = Order.objects.filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.ORDER_UNKNOWN)
    return found


def _locked(code: str) -> Order:
    found = Order.objects.select_for_update(of=("self",)).filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.ORDER_UNKNOWN)
    return found
