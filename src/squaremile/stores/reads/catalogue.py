"""The catalogue: what there is, what it costs today, how many are left and where. The same for everybody."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, QuerySet

from squaremile.kernel.errors import Missing
from squaremile.kernel.korean import search_key
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text, both
from squaremile.safety.policies.quantity import Amount, said
from squaremile.safety.reads.areas import today
from squaremile.stores.models import Item, ItemPrice, Lot, Stock, StockPoint
from squaremile.stores.policies.pricing import Price, cost, on
from squaremile.stores.words import stockroom as words


@dataclass(frozen=True, slots=True)
class PointRow:
    """A stockroom or minibar."""

    code: str
    kind: str
    name: Text
    place: str
    place_name: Text
    reader: str
    minutes: int

    @property
    def kind_said(self) -> Text:
        return words.POINTS[self.kind]


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """So many of a lot at a point."""

    lot: str
    number: str
    good_until: date | None
    received_on: date
    state: str
    expired: bool
    point: str
    point_name: Text
    on_hand: int

    @property
    def usable(self) -> bool:
        return self.state == "usable" and not self.expired

    @property
    def state_said(self) -> Text:
        return EXPIRED if self.expired and self.state == "usable" else words.LOT_STATES[self.state]


EXPIRED = Text(ko="기한 지남", en="Expired")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item with what is left of it that may still be taken."""

    id: UUID
    code: str
    name: Text
    name_ko: str
    name_en: str
    package: str
    supplier: str
    catalogue_no: str
    barcode: str
    cas: str
    content: str
    """What one package of a chemical holds, as its people say it."""
    reorder_point: int | None
    reorder_to: int | None
    active: bool
    price: Money | None
    shelves: tuple[ShelfRow, ...]
    prices: tuple[Price, ...]
    lots: tuple[tuple[str, str], ...]
    """Code and number of every lot that is not recalled, also of those that are used up."""

    @property
    def package_said(self) -> Text:
        return words.PACKAGES[self.package]

    @property
    def left(self) -> int:
        return sum(shelf.on_hand for shelf in self.shelves if shelf.usable)

    @property
    def low(self) -> bool:
        return self.reorder_point is not None and self.left <= self.reorder_point

    @property
    def history(self) -> list[tuple[date, Money]]:
        """Prices, the newest first, each for one package."""
        return [(p.since, cost(p, 1)) for p in sorted(self.prices, key=lambda p: p.since, reverse=True)]


def items(*, asked: str = "", inactive: bool = False) -> list[ItemRow]:
    """Every item in use by name, or those that the words fit. Four statements, however many there are."""
    found = _whole().order_by("name_ko", "name_en", "code")
    rows = [_row(each) for each in (found if inactive else found.filter(active=True))]
    wanted = search_key(asked)
    return [
        r for r in rows
        if not wanted or wanted in search_key(f"{r.name_ko} {r.name_en} {r.code} {r.barcode} {r.catalogue_no} {r.supplier} {r.cas}")
    ]


def item(code: str) -> ItemRow:
    """One, by its code. Raises Missing."""
    found = _whole().filter(code=code).first()
    if found is None:
        raise Missing(words.ITEM_UNKNOWN)
    return _row(found)


def points(kind: str = "") -> list[PointRow]:
    """Stockrooms and minibars in use, by code. One statement."""
    found = StockPoint.objects.select_related("place").filter(active=True).order_by("kind", "code")
    return [_point(each) for each in (found.filter(kind=kind) if kind else found)]


def point(code: str) -> PointRow:
    """One, by the code on its door. Raises Missing."""
    found = StockPoint.objects.select_related("place").filter(code=code, active=True).first()
    if found is None:
        raise Missing(words.POINT_UNKNOWN)
    return _point(found)


def inside(code: str) -> list[tuple[ItemRow, int]]:
    """What may be taken at a point, item by item, with how many of each."""
    counts: dict[str, int] = defaultdict(int)
    rows = {}
    for row in items():
        for shelf in row.shelves:
            if shelf.point == code and shelf.usable:
                counts[row.code] += shelf.on_hand
                rows[row.code] = row
    return [(rows[each], count) for each, count in counts.items()]


def _whole() -> QuerySet[Item]:
    """Items with their prices, and lots with where they are."""
    return Item.objects.prefetch_related(
        "prices",
        Prefetch("lots", Lot.objects.order_by("good_until", "received_on", "id")),
        Prefetch("lots__stock", Stock.objects.select_related("stock_point").filter(on_hand__gt=0).order_by("stock_point__code")),
    )


def _row(found: Item) -> ItemRow:
    day = today()
    known: list[ItemPrice] = list(found.prices.all())
    prices = tuple(Price(p.since, p.price, p.currency) for p in known)
    now = on(prices, day)
    shelves = tuple(
        ShelfRow(
            lot.code, lot.number, lot.good_until, lot.received_on, lot.state, lot.good_until is not None and lot.good_until < day,
            stock.stock_point.code, both(stock.stock_point.name_ko, stock.stock_point.name_en), stock.on_hand,
        )
        for lot in found.lots.all() for stock in lot.stock.all()
    )
    return ItemRow(
        found.id, found.code, both(found.name_ko, found.name_en), found.name_ko, found.name_en, found.package, found.supplier,
        found.catalogue_no, found.barcode, found.cas, _content(found), found.reorder_point, found.reorder_to, found.active,
        cost(now, 1) if now else None, shelves, prices,
        tuple((lot.code, lot.number) for lot in found.lots.all() if lot.state == "usable"),
    )


def _content(found: Item) -> str:
    if found.content is None:
        return ""
    return f"{said(Amount(found.content, found.content_dimension).to(found.content_unit))} {found.content_unit}"


def _point(found: StockPoint) -> PointRow:
    return PointRow(
        found.code, found.kind, both(found.name_ko, found.name_en), found.place.code,
        both(found.place.name_ko, found.place.name_en), found.reader, found.minutes,
    )


def suppliers() -> list[tuple[str, int]]:
    """Who supplies the items in use, and how many of them each; what has no supplier entered is left out. One statement."""
    found = Item.objects.filter(active=True).exclude(supplier="").order_by().values_list("supplier").annotate(Count("id"))
    return sorted(found)
