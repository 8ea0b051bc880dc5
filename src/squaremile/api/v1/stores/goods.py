"""Over the API: items, stock, the minibar and its charges."""

from datetime import date, datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Named, Page, Sentence, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.stores import operations as stores
from squaremile.stores.reads import catalogue, charges


class ItemKept(Named):
    """An item of the catalogue."""

    package: str
    supplier: str
    catalogue_no: str
    barcode: str
    cas: str
    content: Decimal | None
    content_dimension: str
    reorder_point: int | None
    reorder_to: int | None
    active: bool


class ItemPriceKept(Answer):
    """The price of an item from a day on."""

    since: date
    price: Decimal
    currency: str


class PointKept(Named):
    """A stockroom or minibar."""

    kind: str
    reader: str
    minutes: int


class LotKept(Coded):
    """A lot."""

    number: str
    good_until: date | None
    received_on: date
    state: str


class MovementKept(Answer):
    """A movement of stock. `quantity` is below nothing for what left."""

    kind: str
    quantity: int
    day: date
    at: datetime
    reason: str


class OpeningKept(Coded):
    """An open minibar, and until when."""

    state: str
    opened_at: datetime
    closes_by: datetime
    closed_at: datetime | None


class ChargeKept(Coded):
    """A charge. `minor` is the amount in minor units of the currency."""

    quantity: int
    minor: int
    currency: str
    state: str
    at: datetime
    dispute_until: datetime
    disputed_because: str
    settled_because: str


class ItemSeen(Coded):
    """An item with what it costs today and how many may be taken."""

    name: Sentence
    package: str
    supplier: str
    catalogue_no: str
    barcode: str
    price: Decimal | None
    currency: str | None
    left: int


class ChargeSeen(ChargeKept):
    """A charge of the list."""

    organisation: str
    item: str
    name: Sentence
    lot: str


def _item(row: catalogue.ItemRow) -> ItemSeen:
    return ItemSeen(
        code=row.code, name=Sentence(ko=row.name.ko, en=row.name.en), package=row.package, supplier=row.supplier,
        catalogue_no=row.catalogue_no, barcode=row.barcode, price=row.price.amount if row.price else None,
        currency=row.price.currency if row.price else None, left=row.left,
    )


def _charge(row: charges.ChargeRow) -> ChargeSeen:
    return ChargeSeen(
        code=row.code, quantity=row.quantity, minor=row.amount.minor, currency=row.amount.currency, state=row.state, at=row.at,
        dispute_until=row.dispute_until, disputed_because=row.disputed_because, settled_because=row.settled_because,
        organisation=row.organisation, item=row.item, name=Sentence(ko=row.name.ko, en=row.name.en), lot=row.lot,
    )


@router.get("/stores/items", response=Page[ItemSeen], summary="Items · 물품", tags=["stores"], operation_id="stores_items")
def list_items(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """The catalogue with today's prices."""
    return answered(pages.cut(catalogue.items(), limit, cursor, _item, lambda i: i.code).model_dump_json())


@router.get("/stores/charges", response=Page[ChargeSeen], summary="Charges · 요금", tags=["stores"], operation_id="stores_charges")
def list_charges(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """What was taken and what it costs: a company's own, or everybody's for staff."""
    return answered(pages.cut(charges.charges(most=5000), limit, cursor, _charge, lambda c: c.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/stores/items", stores.add_item, ItemKept, status=201),
    Endpoint(PATCH, "/stores/items/{code}", stores.edit_item, ItemKept, code="item"),
    Endpoint(POST, "/stores/items/{code}/prices", stores.set_price, ItemPriceKept, code="item", status=201),
    Endpoint(POST, "/stores/stock-points", stores.add_stock_point, PointKept, status=201),
    Endpoint(POST, "/stores/lots", stores.receive_lot, LotKept, status=201),
    Endpoint(POST, "/stores/lots/{code}/issue", stores.issue_stock, MovementKept, code="stock_lot", status=201),
    Endpoint(POST, "/stores/lots/{code}/return", stores.return_stock, MovementKept, code="stock_lot", status=201),
    Endpoint(POST, "/stores/lots/{code}/count", stores.count_stock, LotKept, code="stock_lot"),
    Endpoint(POST, "/stores/lots/{code}/write-off", stores.write_off_stock, MovementKept, code="stock_lot", status=201),
    Endpoint(POST, "/stores/lots/{code}/move", stores.move_stock, LotKept, code="stock_lot"),
    Endpoint(POST, "/stores/doors/{code}/open", stores.open_door, OpeningKept, code="stock_point", status=201),
    Endpoint(POST, "/stores/openings/{code}/takings", stores.list_taking, OpeningKept, code="door_opening"),
    Endpoint(POST, "/stores/openings/{code}/close", stores.close_door, OpeningKept, code="door_opening"),
    Endpoint(POST, "/stores/charges/{code}/dispute", stores.dispute_charge, ChargeKept, code="charge"),
    Endpoint(POST, "/stores/charges/{code}/settle", stores.settle_dispute, ChargeKept, code="charge"),
)
