"""Over the API: orders, recalls, parcels and gas cylinders."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.stores import operations as stores
from squaremile.stores.reads import cylinders, orders, parcels, recalls


class OrderKept(Coded):
    """A purchase request."""

    state: str
    supplier: str
    why: str
    wanted_on: date | None
    settled_because: str
    ordered_as: str
    at: datetime


class LineSeen(Answer):
    """One line of it."""

    number: int
    item: str
    what: str
    catalogue_no: str
    pieces: int
    received: int
    unit_price: Decimal | None
    currency: str


class OrderSeen(OrderKept):
    """A purchase request with its lines; without a company it is the stockroom's."""

    organisation: str
    lines: list[LineSeen]


class ReceiptKept(Answer):
    """That some of a line came."""

    pieces: int
    at: datetime


class RecallKept(Coded):
    """A recall."""

    reason_ko: str
    reason_en: str
    at: datetime


class RecallSeen(Coded):
    """A recalled lot: how many are left of it, and how many the asker's company got (staff: all companies)."""

    item: str
    name: Sentence
    lot: str
    number: str
    reason: Sentence
    at: datetime
    left: int
    got: int


class ParcelKept(Coded):
    """A parcel."""

    state: str
    temperature: str
    dangerous: bool
    pieces: int
    sender: str
    carrier: str
    tracking: str
    arrived_at: datetime
    keep_by: datetime | None
    cooled_at: datetime | None
    handed_to: str
    gone_at: datetime | None


class ParcelSeen(ParcelKept):
    """A parcel of the list."""

    organisation: str
    place: str


class CylinderKept(Coded):
    """A gas cylinder. Its days are counted on the meter `cylinder_days`."""

    gas: str
    serial: str
    litres: Decimal
    bar: int
    owner: str
    state: str
    since: date
    returned_on: date | None


class CylinderSeen(CylinderKept):
    """A cylinder of the list."""

    organisation: str
    place: str


def _order(row: orders.OrderRow) -> OrderSeen:
    return OrderSeen(
        code=row.code, state=row.state, supplier=row.supplier, why=row.why, wanted_on=row.wanted_on, settled_because=row.settled_because,
        ordered_as=row.ordered_as, at=row.at, organisation=row.organisation, lines=[LineSeen.model_validate(n) for n in row.lines],
    )


def _recall(row: recalls.RecallRow) -> RecallSeen:
    return RecallSeen(
        code=row.code, item=row.item, name=Sentence(ko=row.name.ko, en=row.name.en), lot=row.lot, number=row.number,
        reason=Sentence(ko=row.reason.ko, en=row.reason.en), at=row.at, left=row.left, got=sum(each.pieces for each in row.got),
    )


@router.get("/stores/orders", response=Page[OrderSeen], summary="Orders · 주문", tags=["stores"], operation_id="stores_orders")
def list_orders(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """A company's own, or everybody's for staff."""
    return answered(pages.cut(orders.orders(most=5000), limit, cursor, _order, lambda o: o.code).model_dump_json())


@router.get("/stores/recalls", response=Page[RecallSeen], summary="Recalls · 회수", tags=["stores"], operation_id="stores_recalls")
def list_recalls(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every recalled lot."""
    return answered(pages.cut(recalls.recalls(), limit, cursor, _recall, lambda r: r.code).model_dump_json())


@router.get("/stores/parcels", response=Page[ParcelSeen], summary="Parcels · 택배", tags=["stores"], operation_id="stores_parcels")
def list_parcels(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those that wait at the dock: a company's own, or everybody's for staff."""
    found = parcels.parcels(waiting=True, most=5000)
    return answered(pages.cut(found, limit, cursor, ParcelSeen.model_validate, lambda p: p.code).model_dump_json())


@router.get("/stores/cylinders", response=Page[CylinderSeen], summary="Cylinders · 가스 용기", tags=["stores"], operation_id="stores_cylinders")
def list_cylinders(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Those that are here: a company's own, or everybody's for staff."""
    return answered(pages.cut(cylinders.cylinders(), limit, cursor, CylinderSeen.model_validate, lambda c: c.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/stores/orders", stores.request_order, OrderKept, status=201),
    Endpoint(POST, "/stores/orders/{code}/decide", stores.decide_order, OrderKept, code="order"),
    Endpoint(POST, "/stores/orders/{code}/place", stores.place_order, OrderKept, code="order"),
    Endpoint(POST, "/stores/orders/{code}/cancel", stores.cancel_order, OrderKept, code="order"),
    Endpoint(POST, "/stores/orders/{code}/receipts", stores.receive_order, ReceiptKept, code="order", status=201),
    Endpoint(POST, "/stores/lots/{code}/recall", stores.recall_lot, RecallKept, code="stock_lot", status=201),
    Endpoint(POST, "/stores/parcels", stores.log_parcel, ParcelKept, status=201),
    Endpoint(POST, "/stores/parcels/{code}/address", stores.address_parcel, ParcelKept, code="parcel"),
    Endpoint(POST, "/stores/parcels/{code}/cool", stores.cool_parcel, ParcelKept, code="parcel"),
    Endpoint(POST, "/stores/parcels/{code}/hand-over", stores.hand_over_parcel, ParcelKept, code="parcel"),
    Endpoint(POST, "/stores/parcels/{code}/send-back", stores.send_back_parcel, ParcelKept, code="parcel"),
    Endpoint(POST, "/stores/cylinders", stores.add_cylinder, CylinderKept, status=201),
    Endpoint(POST, "/stores/cylinders/{code}/connect", stores.connect_cylinder, CylinderKept, code="cylinder"),
    Endpoint(POST, "/stores/cylinders/{code}/disconnect", stores.disconnect_cylinder, CylinderKept, code="cylinder"),
    Endpoint(POST, "/stores/cylinders/{code}/return", stores.return_cylinder, CylinderKept, code="cylinder"),
)
