"""Stock: where it stands, what comes in, what is handed out, brought back, counted, written off and carried over."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code, uuid7
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety.reads.areas import today
from squaremile.safety.words.bringing import OVER_LIMIT
from squaremile.spaces.reads import places
from squaremile.stores import rules
from squaremile.stores.models import Lot, LotCost, Movement, Opening, Stock, StockPoint
from squaremile.stores.models.item import CURRENCIES
from squaremile.stores.models.stock import POINT_KINDS, READERS
from squaremile.stores.operations import limits
from squaremile.stores.operations.charging import charge
from squaremile.stores.operations.items import MOST, by_code, lot_by_code, point_by_code
from squaremile.stores.words import stockroom as words

MOVED = {
    "stock_never_negative": words.NOT_ENOUGH, "movement_lot_not_recalled": words.LOT_RECALLED,
    "movement_lot_not_expired": words.LOT_EXPIRED, "stores_movement_origin_key": words.DONE_ALREADY, "stock_once": words.DONE_ALREADY,
}


@operation(
    "stores.add_stock_point", ko="보관소 추가하기", en="Add a stockroom or minibar", may=rules.keep,
    refuses=(words.POINT_UNSOUND, NOT_FOUND),
    constraints={
        "stock_point_named": words.POINT_UNSOUND, "stock_point_kind_known": words.POINT_UNSOUND, "stock_point_code_fits": CODE_UNFIT,
        "stock_point_reader_known": words.POINT_UNSOUND, "stock_point_minutes_sound": words.POINT_UNSOUND,
        "stores_stock_point_code_key": words.POINT_EXISTS,
    },
)
def add_stock_point(
    *, kind: str, place: str, name_ko: str = "", name_en: str = "", reader: str = "phone", minutes: int = 5, code: str = "",
) -> StockPoint:
    """A stockroom, which staff hand out from; or a minibar, whose door members open by its code for some minutes."""
    if kind not in POINT_KINDS or reader not in READERS or not 1 <= minutes <= 60:
        raise Invalid(words.POINT_UNSOUND)
    made = StockPoint.objects.create(
        code=code.strip() or short_code("SP"), kind=kind, name_ko=name_ko.strip(), name_en=name_en.strip(),
        place_id=places.find(place).id, reader=reader, minutes=minutes,
    )
    note(subject=made, kind=kind, place=place)
    return made


@operation(
    "stores.receive_lot", ko="로트 입고하기", en="Receive a lot", may=rules.keep,
    refuses=(words.ITEM_UNKNOWN, words.POINT_UNKNOWN, words.LOT_UNSOUND, words.PRICE_UNSOUND, OVER_LIMIT),
    constraints={**MOVED, "lot_numbered": words.LOT_UNSOUND, "lot_cost_not_negative": words.PRICE_UNSOUND},
)
def receive_lot(
    *, item: str, stock_point: str, lot: str, pieces: int, good_until: date | None = None, unit_cost: Decimal | None = None,
    currency: str = "KRW", once: str = "",
) -> Lot:
    """So many of one lot come in. `once` names this receipt: the same is never booked twice."""
    found, point = by_code(item), point_by_code(stock_point)
    if not lot.strip() or not 0 < pieces <= MOST:
        raise Invalid(words.LOT_UNSOUND)
    if currency not in CURRENCIES or (unit_cost is not None and not 0 <= unit_cost < 10**9):
        raise Invalid(words.PRICE_UNSOUND)
    _not_done("receive", once)
    limits.shelved_within(found, point.place_id, pieces)
    made = Lot.objects.create(
        code=short_code("LT"), item=found, number=lot.strip(), good_until=good_until, received_on=today(), state="usable",
    )
    LotCost.objects.create(lot=made, received=pieces, unit_cost=unit_cost, currency=currency)
    moved(made, point, "receive", pieces, once=once)
    note(subject=made, item=found.code, pieces=pieces, stock_point=point.code)
    return made


@operation(
    "stores.issue_stock", ko="물품 불출하기", en="Issue stock to a company", may=rules.keep,
    refuses=(words.LOT_UNKNOWN, words.POINT_UNKNOWN, words.PIECES_UNSOUND, words.NO_PRICE, NOT_FOUND), constraints=MOVED,
)
def issue_stock(
    *, stock_lot: str, stock_point: str, pieces: int, organisation: str, person: UUID | None = None, once: str = "",
) -> Movement:
    """Hand it out to a company, which is charged the price of the day. Two who want the last one: the first has it."""
    lot, point, _ = lot_by_code(stock_lot), point_by_code(stock_point), _sound(pieces)
    whose = organisation_by_code(organisation).id
    made = moved(lot, point, "issue", -pieces, organisation=whose, person=person or require().actor, once=once)
    charge(made, lot)
    note(subject=made, organisation=whose, lot=lot.code, pieces=pieces)
    return made


@operation(
    "stores.return_stock", ko="물품 돌려받기", en="Take stock back from a company", may=rules.keep,
    refuses=(words.LOT_UNKNOWN, words.POINT_UNKNOWN, words.PIECES_UNSOUND, words.REASON_NEEDED, OVER_LIMIT, NOT_FOUND), constraints=MOVED,
)
def return_stock(
    *, stock_lot: str, stock_point: str, pieces: int, organisation: str, reason: str, once: str = "",
) -> Movement:
    """Unopened, it goes back on the shelf, within the limits of its area as what is new. What was charged is
    credited by settling a dispute, never by itself."""
    lot, point, _ = lot_by_code(stock_lot), point_by_code(stock_point), _sound(pieces)
    whose = organisation_by_code(organisation).id
    _not_done("return", once)
    limits.shelved_within(lot.item, point.place_id, pieces)
    made = moved(lot, point, "return", pieces, organisation=whose, person=require().actor, reason=given(reason), once=once)
    note(subject=made, organisation=whose, lot=lot.code, pieces=pieces, reason=made.reason)
    return made


@operation(
    "stores.count_stock", ko="재고 실사하기", en="Count stock", may=rules.keep,
    refuses=(words.LOT_UNKNOWN, words.POINT_UNKNOWN, words.PIECES_UNSOUND, words.REASON_NEEDED), constraints=MOVED,
)
def count_stock(*, stock_lot: str, stock_point: str, pieces: int, reason: str) -> Lot:
    """So many are really there. The difference becomes a movement; where there is none, nothing does. What is found is there and is
    not refused: safety is told where a limit is exceeded by it."""
    lot, point, why = lot_by_code(stock_lot), point_by_code(stock_point), given(reason)
    if not 0 <= pieces <= MOST:
        raise Invalid(words.PIECES_UNSOUND)
    row = Stock.objects.filter(lot=lot, stock_point=point).select_for_update().first()
    difference = pieces - (row.on_hand if row else 0)
    more = difference > 0 and bool(lot.item.cas)
    before = limits.overruns() if more else {}
    if difference:
        moved(lot, point, "count", difference, person=require().actor, reason=why)
    over = limits.tell_overrun(lot.item, before, words.COUNTED_MORE) if more else []
    note(subject=lot, counted=pieces, difference=difference, reason=why, over_limit=over)
    return lot


@operation(
    "stores.write_off_stock", ko="재고 폐기하기", en="Write stock off", may=rules.keep,
    refuses=(words.LOT_UNKNOWN, words.POINT_UNKNOWN, words.PIECES_UNSOUND, words.REASON_NEEDED), constraints=MOVED,
)
def write_off_stock(*, stock_lot: str, stock_point: str, pieces: int, reason: str, once: str = "") -> Movement:
    """Expired, broken, recalled or sent back: it is gone, for a reason."""
    lot, point, _ = lot_by_code(stock_lot), point_by_code(stock_point), _sound(pieces)
    made = moved(lot, point, "write_off", -pieces, person=require().actor, reason=given(reason), once=once)
    note(subject=made, lot=lot.code, pieces=pieces, reason=made.reason)
    return made


@operation(
    "stores.move_stock", ko="재고 옮기기", en="Move stock", may=rules.keep,
    refuses=(words.LOT_UNKNOWN, words.POINT_UNKNOWN, words.PIECES_UNSOUND, words.LOT_RECALLED, OVER_LIMIT), constraints=MOVED,
)
def move_stock(*, stock_lot: str, stock_point: str, to_point: str, pieces: int, once: str = "") -> Lot:
    """From one point to another, such as from the stockroom into a minibar. What is recalled stays where it is."""
    lot, here, there, _ = lot_by_code(stock_lot), point_by_code(stock_point), point_by_code(to_point), _sound(pieces)
    if here.id == there.id:
        raise Invalid(words.POINT_UNKNOWN)
    if lot.state == "recalled":
        raise Invalid(words.LOT_RECALLED)
    _not_done("move", once)
    if not limits.same_area(here.place_id, there.place_id):
        limits.shelved_within(lot.item, there.place_id, pieces)
    elif here.place_id != there.place_id:
        limits.comes_in(there.place_id)
    moved(lot, here, "move", -pieces, person=require().actor, once=once)
    moved(lot, there, "move", pieces, person=require().actor, once=once and f"{once}:in")
    note(subject=lot, pieces=pieces, stock_point=here.code, to_point=there.code)
    return lot


def moved(
    lot: Lot, point: StockPoint, kind: str, quantity: int, *, organisation: UUID | None = None, person: UUID | None = None,
    reason: str = "", opening: Opening | None = None, once: str = "",
) -> Movement:
    """Write one movement; the database keeps the stock by it, and refuses what is not there."""
    return Movement.objects.create(
        lot=lot, stock_point=point, kind=kind, quantity=quantity, organisation_id=organisation, person=person, opening=opening,
        day=today(), at=clock.now(), reason=reason, origin=_origin(kind, once),
    )


def _origin(kind: str, once: str) -> str:
    return f"{kind}:{once.strip()[:80] or uuid7()}"


def _not_done(kind: str, once: str) -> None:
    """What was done already is told so before limits are asked, which it may have filled itself. Raises Refused."""
    if once.strip() and Movement.objects.filter(origin=_origin(kind, once)).exists():
        raise Refused(words.DONE_ALREADY)


def given(reason: str) -> str:
    """A reason in words. Raises Invalid where there is none."""
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    return reason.strip()[:300]


def _sound(pieces: int) -> int:
    if not 0 < pieces <= MOST:
        raise Invalid(words.PIECES_UNSOUND)
    return pieces
