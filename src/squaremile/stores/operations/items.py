"""The catalogue: items, and their prices by day."""

from datetime import date
from decimal import Decimal

from squaremile.core.words import CODE_UNFIT
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.metering.operations.money import in_currency
from squaremile.safety.operations.containers import amount_of
from squaremile.safety.reads.areas import today
from squaremile.safety.words.stock import AMOUNT_UNREADABLE
from squaremile.stores import rules
from squaremile.stores.models import Item, ItemPrice, Lot, StockPoint
from squaremile.stores.models.item import CURRENCIES, PACKAGES
from squaremile.stores.operations import limits
from squaremile.stores.words import stockroom as words

_ITEM = {
    "item_named": words.ITEM_UNSOUND, "item_package_known": words.ITEM_UNSOUND, "item_reorder_sound": words.ITEM_UNSOUND,
    "item_code_fits": CODE_UNFIT, "item_barcode_once": words.ITEM_EXISTS, "stores_item_code_key": words.ITEM_EXISTS,
    "item_content_sound": words.ITEM_CONTENT,
}
MOST = 100_000


@operation(
    "stores.add_item", ko="물품 등록하기", en="Add an item", may=rules.keep,
    refuses=(words.ITEM_UNSOUND, words.ITEM_CONTENT, AMOUNT_UNREADABLE), constraints=_ITEM,
)
def add_item(
    *, package: str, name_ko: str = "", name_en: str = "", supplier: str = "", catalogue_no: str = "", barcode: str = "",
    cas: str = "", content: str = "", reorder_point: int | None = None, reorder_to: int | None = None, code: str = "",
) -> Item:
    """A new line of the catalogue. Where it has a reorder point, it is ordered up to `reorder_to` once it falls so low.

    A chemical (`cas`) says what one package holds (`content`, as in 500 mL): so much of it counts in the sums of safety.
    """
    _reorder(reorder_point, reorder_to)
    if package not in PACKAGES:
        raise Invalid(words.ITEM_UNSOUND)
    if cas.strip() and not content.strip():
        raise Invalid(words.ITEM_CONTENT)
    made = Item(
        code=code.strip() or short_code("IT"), name_ko=name_ko.strip(), name_en=name_en.strip(), package=package,
        supplier=supplier.strip(), catalogue_no=catalogue_no.strip(), barcode=barcode.strip(), cas=cas.strip(),
        reorder_point=reorder_point, reorder_to=reorder_to,
    )
    _hold(made, content)
    made.save(force_insert=True)
    note(subject=made, name=made.name_ko or made.name_en)
    return made


@operation(
    "stores.edit_item", ko="물품 고치기", en="Edit an item", may=rules.keep,
    refuses=(words.ITEM_UNKNOWN, words.ITEM_UNSOUND, AMOUNT_UNREADABLE), constraints=_ITEM,
)
def edit_item(
    *, item: str, name_ko: str, name_en: str, supplier: str = "", catalogue_no: str = "", barcode: str = "",
    content: str = "", reorder_point: int | None = None, reorder_to: int | None = None, active: bool = True,
) -> Item:
    """Its names, supplier, barcode and reorder point; what one package holds, where it is said. An item that is not active is not
    taken or ordered any more. What stands on shelves counts by the new content at once: it is there and is not refused, and safety
    is told where a limit is exceeded by it."""
    _reorder(reorder_point, reorder_to)
    found = by_code(item)
    found.name_ko, found.name_en, found.supplier = name_ko.strip(), name_en.strip(), supplier.strip()
    found.catalogue_no, found.barcode, found.active = catalogue_no.strip(), barcode.strip(), active
    found.reorder_point, found.reorder_to = reorder_point, reorder_to
    was, before = (found.content, found.content_dimension), limits.overruns() if found.cas and content.strip() else {}
    _hold(found, content)
    found.save()
    over = limits.tell_overrun(found, before) if found.cas and (found.content, found.content_dimension) != was else []
    note(subject=found, content=content.strip(), over_limit=over)
    return found


@operation(
    "stores.set_price", ko="물품 가격 정하기", en="Set an item's price", may=rules.price,
    refuses=(words.ITEM_UNKNOWN, words.PRICE_UNSOUND, words.PRICE_PAST),
    constraints={
        "item_price_once_a_day": words.PRICE_EXISTS, "item_price_not_negative": words.PRICE_UNSOUND,
        "item_price_currency_known": words.PRICE_UNSOUND,
    },
)
def set_price(*, item: str, price: Decimal, currency: str, since: date | None = None) -> ItemPrice:
    """What one package costs from a day on, today when left out, in a currency in which somebody here bills. What was taken before
    keeps its price."""
    day, found = since or today(), by_code(item)
    if currency not in CURRENCIES or not 0 <= price < 10**9:
        raise Invalid(words.PRICE_UNSOUND)
    if day < today():
        raise Refused(words.PRICE_PAST)
    in_currency(currency)
    made = ItemPrice.objects.create(item=found, since=day, price=price, currency=currency)
    note(subject=found, price=str(price), currency=currency, since=day.isoformat())
    return made


def by_code(code: str) -> Item:
    """An item by its code or barcode. Raises Missing."""
    asked = code.strip()
    found = Item.objects.filter(code=asked).first() or (Item.objects.filter(barcode=asked).first() if asked else None)
    if found is None:
        raise Missing(words.ITEM_UNKNOWN)
    return found


def lot_by_code(code: str) -> Lot:
    """A lot with its item. Raises Missing."""
    found = Lot.objects.select_related("item").filter(code=code.strip()).first()
    if found is None:
        raise Missing(words.LOT_UNKNOWN)
    return found


def point_by_code(code: str) -> StockPoint:
    """A stockroom or minibar in use. Raises Missing."""
    found = StockPoint.objects.filter(code=code.strip(), active=True).first()
    if found is None:
        raise Missing(words.POINT_UNKNOWN)
    return found


def _hold(item: Item, content: str) -> None:
    """What one package holds, as people write it; left as it was where nothing is written."""
    if content.strip():
        amount, item.content_unit = amount_of(content)
        item.content, item.content_dimension = amount.base, amount.dimension


def _reorder(point: int | None, to: int | None) -> None:
    """Both or none, of a size that a shelf can hold."""
    if (point is None) != (to is None) or any(n is not None and not 0 <= n <= MOST for n in (point, to)):
        raise Invalid(words.ITEM_UNSOUND)
