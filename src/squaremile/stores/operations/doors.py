"""The minibar: a member opens its door, lists what she takes, and closes it; a door left open closes itself."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from squaremile.core import gates
from squaremile.core.reads import people
from squaremile.core.words import NO_ORGANISATION, PROJECT_UNKNOWN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import DoorLapsed
from squaremile.safety.reads.areas import today
from squaremile.stores import rules
from squaremile.stores.models import Lot, Opening, Stock, Taking
from squaremile.stores.operations.charging import charge, prices
from squaremile.stores.operations.items import by_code, point_by_code
from squaremile.stores.operations.stock import MOVED, moved
from squaremile.stores.policies import picking, pricing, reading
from squaremile.stores.reads.at_door import AtDoor
from squaremile.stores.words import minibar as words
from squaremile.stores.words import stockroom as stock_words

MOST = 1000
STEP = {"opening_step_allowed": words.OPENING_OVER}


@operation(
    "stores.open_door", ko="미니바 열기", en="Open a minibar", may=rules.take,
    refuses=(stock_words.POINT_UNKNOWN, words.NOT_A_MINIBAR, words.DOOR_OPEN, NO_ORGANISATION, PROJECT_UNKNOWN),
    constraints={"opening_one_a_door": words.DOOR_OPEN},
)
def open_door(*, stock_point: str, organisation: str = "", project: str = "") -> Opening:
    """Unlock the cabinet whose code was scanned, for its minutes. Scanning again finds the same opening."""
    point, me = point_by_code(stock_point), require().actor
    if point.kind != "minibar":
        raise Refused(words.NOT_A_MINIBAR)
    whose = people.booking_company(require(), organisation)
    now = clock.now()
    mine = Opening.objects.filter(stock_point=point, state="open", person=me, organisation_id=whose).first()  # type: ignore[misc]
    if mine is not None:
        note(subject=mine, organisation=whose, again=True)
        return mine
    gates.check("stores.open_door", AtDoor(whose, me))
    made = Opening.objects.create(  # type: ignore[misc]
        code=short_code("OP"), stock_point=point, organisation_id=whose, person=me,
        project_id=people.project(whose, project) if project else None, state="open", opened_at=now,
        closes_by=now + timedelta(minutes=point.minutes), before=_inside(point.id),
    )
    note(subject=made, organisation=whose, stock_point=point.code)
    return made


@operation(
    "stores.list_taking", ko="가져갈 물품 적기", en="List what is taken", may=rules.take,
    refuses=(words.OPENING_UNKNOWN, words.OPENING_OVER, stock_words.ITEM_UNKNOWN, stock_words.PIECES_UNSOUND, words.NOT_INSIDE,
             stock_words.NOT_ENOUGH, stock_words.NO_PRICE),
    constraints={"taking_once": stock_words.DONE_ALREADY, "movement_lot_not_recalled": stock_words.LOT_RECALLED},
)  # fmt: skip
def list_taking(*, door_opening: str, item: str, pieces: int) -> Opening:
    """So many of an item are taken in all, by its code or barcode; none where it was put back. Saying it twice is saying it
    once. What expires first is taken first."""
    found, me = _locked(door_opening), require().actor
    if found.person != me:
        raise Missing(words.OPENING_UNKNOWN)
    if found.state != "open" or clock.now() >= found.closes_by:
        raise Refused(words.OPENING_OVER)
    if not 0 <= pieces <= MOST:
        raise Invalid(stock_words.PIECES_UNSOUND)
    wanted = by_code(item)
    shelves = [
        picking.OnShelf(s.lot_id, s.on_hand, s.lot.good_until)
        for s in Stock.objects.select_related("lot").filter(
            stock_point_id=found.stock_point_id, lot__item=wanted, lot__state="usable", on_hand__gt=0
        )
    ]
    picked = picking.pick(shelves, pieces, today())
    if pieces and not any(picking.usable(shelf, today()) for shelf in shelves):
        raise Refused(words.NOT_INSIDE)
    if picked is None:
        raise Refused(stock_words.NOT_ENOUGH)
    if pieces and pricing.on(prices(wanted.id), today()) is None:
        raise Refused(stock_words.NO_PRICE)
    counts = dict.fromkeys(found.takings.filter(lot__item=wanted).values_list("lot_id", flat=True), 0) | dict(picked)
    for lot, quantity in sorted(counts.items()):
        if not found.takings.filter(lot_id=lot).update(quantity=quantity):
            Taking.objects.create(opening=found, lot_id=lot, quantity=quantity)
    note(subject=found, organisation=found.organisation_id, item=wanted.code, pieces=pieces)
    return found


@operation(
    "stores.close_door", ko="미니바 닫기", en="Close a minibar", may=rules.close,
    refuses=(words.OPENING_UNKNOWN, words.READER_SILENT), constraints={**MOVED, **STEP},
)
def close_door(*, door_opening: str, contents: Mapping[str, int] | None = None) -> Opening:
    """What was taken becomes movements and charges at today's prices, all or none. Closing twice is closing once.

    `contents` is what a reader at the cabinet says is inside now, lot by lot; only staff's own devices may say it.
    """
    found = _locked(door_opening)
    if found.state == "open":
        said = contents if rules.keep(require()) else None
        taken = _settle(found, "closed", said)
        note(subject=found, organisation=found.organisation_id, taken=taken)
    return found


@operation(
    "stores.close_lapsed_doors", ko="열린 채 남은 미니바 닫기", en="Close minibars left open", may=rules.run, constraints={**MOVED, **STEP},
)
def close_lapsed_doors() -> int:
    """Those whose minutes are over: what was listed counts, as far as it was there. Gives how many were closed."""
    closed = 0
    for found in Opening.objects.select_for_update(of=("self",), skip_locked=True).filter(state="open", closes_by__lte=clock.now()).order_by("id"):
        _settle(found, "lapsed", None)
        publish(DoorLapsed(found.id, found.code))
        closed += 1
    note(closed=closed)
    return closed


def _settle(found: Opening, state: str, contents: Mapping[str, int] | None) -> dict[str, int]:
    """Movements, charges and the new state, in the caller's transaction. Lots in one order, so that nobody waits in a ring."""
    scanned = dict(found.takings.filter(quantity__gt=0).values_list("lot__code", "quantity"))
    point = found.stock_point
    after = contents
    if after is None:
        after = reading.of(point.reader).contents(point.code, found.before, scanned)
    if after is None and state == "lapsed":
        after = reading.Phone().contents(point.code, found.before, scanned)
    if after is None:
        raise Refused(words.READER_SILENT)
    taken = reading.taken(found.before, after)
    if state == "lapsed":
        inside = _inside(point.id)
        taken = {lot: min(count, inside.get(lot, 0)) for lot, count in taken.items()}
    for lot in Lot.objects.select_related("item").filter(code__in=taken).order_by("id"):
        if taken[lot.code]:
            made = moved(
                lot, point, "issue", -taken[lot.code], organisation=found.organisation_id, person=found.person, opening=found,
                once=f"{found.id}:{lot.id.hex[-12:]}",
            )
            charge(made, lot, project=found.project_id, free=True)
    found.state, found.closed_at, found.after = state, clock.now(), dict(after)
    found.save(update_fields=["state", "closed_at", "after"])
    return taken


def _inside(point: UUID) -> dict[str, int]:
    return dict(Stock.objects.filter(stock_point_id=point, on_hand__gt=0).values_list("lot__code", "on_hand"))


def _locked(code: str) -> Opening:
    """An opening of the asker's, or any for those who keep the stores. What one may not see is Missing."""
    found = Opening.objects.select_for_update(of=("self",)).select_related("stock_point").filter(code=code.strip()).first()
    if found is None or not (found.person == require().actor or rules.keep(require())):
        raise Missing(words.OPENING_UNKNOWN)
    return found
