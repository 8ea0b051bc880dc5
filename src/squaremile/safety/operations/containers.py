"""Containers: received, opened, moved, split, used up, disposed of, transferred. What comes in is held against the limits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.core import gates
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Bringing, Cabinet, Container, ContainerCorrection, Substance, WasteContainer
from squaremile.safety.models.container import CONDITIONS, HERE
from squaremile.safety.operations import substances
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.once import made_before
from squaremile.safety.operations.whose import company
from squaremile.safety.policies.quantity import Amount, Unreadable, read
from squaremile.safety.policies.verdicts import NO, YES, Verdict
from squaremile.safety.reads import approvals, areas, rule_packs, stock, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.place_gates import Carried
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import bringing as bringing_words
from squaremile.safety.words import stock as words
from squaremile.safety.words import waste as waste_words

STEP = {"container_step_allowed": words.CONTAINER_STEP, "container_gone": words.CONTAINER_GONE,
        "container_gone_dated": words.CONTAINER_GONE, "container_stays_itself": words.AMOUNT_UNFIT}  # fmt: skip
ONCE = {"safety_container_origin_key": words.CONTAINER_STEP}
PLACED = {
    "container_cabinet_in_room": words.CABINET_ELSEWHERE, "container_substance_its_own": words.SUBSTANCE_UNKNOWN,
    "container_condition_known": words.CONDITION_UNKNOWN, "container_amount_positive": words.AMOUNT_UNREADABLE,
}
BROUGHT = (bringing_words.BRINGING_UNKNOWN, bringing_words.BRINGING_OTHER, bringing_words.NOT_APPROVED,
           bringing_words.APPROVAL_GONE, bringing_words.APPROVAL_ENDED)  # fmt: skip
"""What may be said of an approved question that is to be used."""
LIMITED = (bringing_words.OVER_LIMIT, bringing_words.NEEDS_APPROVAL)


@operation(
    "safety.receive_container", ko="용기 입고하기", en="Receive a container", may=rules.keep_stock,
    refuses=(words.SUBSTANCE_UNKNOWN, words.AMOUNT_UNREADABLE, words.CONDITION_UNKNOWN, words.WHOSE, area_words.CABINET_UNKNOWN,
             area_words.ROOM_UNFIT, *BROUGHT, NOT_FOUND, *LIMITED),
    constraints={**PLACED, **STEP, **ONCE},
)  # fmt: skip
def receive_container(
    *, substance: str, how_much: str, place: str, cabinet: str = "", condition: str = "storage", lot: str = "",
    good_until: date | None = None, bringing: str = "", organisation: str = "", form_token: str = "",
) -> Container:
    """A container comes in. What goes over a verified limit is refused; what needs approval comes in with an approved
    question (`bringing`), or by the safety officer herself. The same `form_token` of the same person with the
    same content counts once: sent again, it gives the container that it made."""
    said = (substance, how_much, place, cabinet, condition, lot, good_until, bringing, organisation)
    origin, already = made_before("receive", form_token, said)
    if already is not None:
        return already
    owner = company(organisation)
    found = substances.seen(substance, owner)
    amount, unit = amount_of(how_much)
    coming = Coming(owner, found, amount, unit, condition, lot.strip(), good_until, origin=origin)
    made = come_in(coming, room_by_code(place).id, cabinet, bringing)
    note(subject=made, organisation=owner, substance=found.code, amount=how_much, place=place)
    return made


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes in, and whose it will be."""

    owner: UUID
    substance: Substance
    amount: Amount
    unit: str
    condition: str = "storage"
    lot: str = ""
    good_until: date | None = None
    opened_on: date | None = None
    standing: bool = False
    """It stands there already and is only written down: as in a stock list that staff bring in."""
    origin: str | None = None


def come_in(coming: Coming, room: UUID, cabinet: str = "", bringing: str = "") -> Container:
    """A container is here from now on, by whichever way: the gates are asked, and the limits of its room."""
    found, box = coming.substance, _cabinet(cabinet)
    if coming.condition not in CONDITIONS:
        raise Invalid(words.CONDITION_UNKNOWN)
    known = stock.known(found)
    gates.check(
        "safety.receive_container", stock.Received(coming.owner, room, stock.classes_in(room, known), require().actor, known)
    )
    if bringing:
        _use(bringing, coming.owner, found, room, stock.Wanted(known, coming.amount, coming.condition, _earns(box)))
    elif not coming.standing:
        _within(room, found, coming.amount, coming.condition, box)
    made = Container.objects.create(
        code=short_code("CT"), organisation_id=coming.owner, substance=found, room_id=room, cabinet=box, amount=coming.amount.base,
        dimension=coming.amount.dimension, unit=coming.unit, condition=coming.condition, state="received", lot=coming.lot,
        received_on=areas.today(), good_until=coming.good_until, origin=coming.origin,
    )
    if coming.opened_on:
        made.state, made.opened_on = "opened", coming.opened_on
        made.save(update_fields=["state", "opened_on"])
    return made


@operation(
    "safety.open_container", ko="용기 개봉하기", en="Open a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN,), constraints=STEP,
)
def open_container(*, container: str, good_until: date | None = None) -> Container:
    """It is opened today; `good_until` where opening shortens its life."""
    found = locked(container)
    found.state, found.opened_on = "opened", areas.today()
    found.good_until = good_until or found.good_until
    found.save(update_fields=["state", "opened_on", "good_until"])
    note(subject=found, organisation=found.organisation_id)
    return found


@operation(
    "safety.move_container", ko="용기 옮기기", en="Move a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN, words.CONDITION_UNKNOWN, area_words.CABINET_UNKNOWN, area_words.ROOM_UNFIT, NOT_FOUND, *LIMITED),
    constraints={**PLACED, **STEP},
)
def move_container(*, container: str, place: str, cabinet: str = "", condition: str = "") -> Container:
    """To another room or cabinet, or to another condition of use. The limits of where it goes are asked as for a new one, and
    where it changes its room what shuts that one: a lock, a permit, a training that its classes demand. Out of a place that is
    locked no training is asked: what is there may have to be carried to safety by whoever is near."""
    found, room, box = locked(container), room_by_code(place), _cabinet(cabinet)
    condition = condition or found.condition
    if condition not in CONDITIONS:
        raise Invalid(words.CONDITION_UNKNOWN)
    if room.id != found.room_id:
        _admitted(found, room.id)
    _within(room.id, found.substance, Amount(found.amount, found.dimension), condition, box, moved=found)
    found.room_id, found.cabinet, found.condition = room.id, box, condition
    found.save(update_fields=["room", "cabinet", "condition"])
    note(subject=found, organisation=found.organisation_id, place=place, cabinet=cabinet)
    return found


def _admitted(found: Container, room: UUID) -> None:
    """What shuts a room to a container that comes in shuts it to one that is carried there."""
    known = stock.known(found.substance)
    gates.check(
        "safety.receive_container",
        stock.Received(found.organisation_id, room, stock.classes_in(room, known), require().actor, known, left=found.room_id),
    )


@operation(
    "safety.split_container", ko="용기 나누기", en="Split a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN, words.AMOUNT_UNREADABLE, words.AMOUNT_UNFIT), constraints={**PLACED, **STEP, **ONCE},
)
def split_container(*, container: str, how_much: str, form_token: str = "") -> Container:
    """Part of it goes into a container of its own, in the same place; the sum stays what it was. Gives the new one. The same
    `form_token` of the same person with the same content counts once: sent again, it gives the container that it made."""
    origin, already = made_before("split", form_token, (container, how_much))
    if already is not None:
        return already
    found = locked(container)
    part, unit = amount_of(how_much)
    if part.dimension != found.dimension or part.base >= found.amount:
        raise Invalid(words.AMOUNT_UNFIT)
    found.amount -= part.base
    found.save(update_fields=["amount"])
    made = Container.objects.create(
        code=short_code("CT"), organisation_id=found.organisation_id, substance_id=found.substance_id, room_id=found.room_id,
        cabinet_id=found.cabinet_id, came_from=found, amount=part.base, dimension=part.dimension, unit=unit,
        condition=found.condition, state="received", lot=found.lot, received_on=areas.today(), good_until=found.good_until,
        origin=origin,
    )
    note(subject=made, organisation=made.organisation_id, came_from=found.code, amount=how_much)
    return made


@operation(
    "safety.measure_container", ko="남은 양 적기", en="Record what is left in a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN, words.AMOUNT_UNREADABLE, words.AMOUNT_UNFIT), constraints={**PLACED, **STEP},
)
def measure_container(*, container: str, how_much: str) -> Container:
    """What is left after some was used; never more than there was."""
    found = locked(container)
    left, unit = amount_of(how_much)
    if left.dimension != found.dimension or left.base > found.amount:
        raise Invalid(words.AMOUNT_UNFIT)
    before, found.amount, found.unit = found.amount, left.base, unit
    found.save(update_fields=["amount", "unit"])
    note(subject=found, organisation=found.organisation_id, before=str(before), after=str(left.base))
    return found


@operation(
    "safety.correct_container", ko="용기의 양 바로잡기", en="Correct the amount of a container", may=rules.decide,
    refuses=(words.CONTAINER_UNKNOWN, words.AMOUNT_UNREADABLE, words.AMOUNT_UNFIT, bringing_words.REASON_NEEDED),
    constraints={**PLACED, **STEP, "container_correction_reasoned": bringing_words.REASON_NEEDED},
)
def correct_container(*, container: str, how_much: str, reason: str) -> Container:
    """What is really in it, where a wrong amount was written down: more too. Safety has looked, and says why. It stands there
    already, so nothing is refused; where a limit is exceeded by it, head-room and the container's page show it at once."""
    found = locked(container)
    real, unit = amount_of(how_much)
    if real.dimension != found.dimension:
        raise Invalid(words.AMOUNT_UNFIT)
    if not reason.strip():
        raise Invalid(bringing_words.REASON_NEEDED)
    ContainerCorrection.objects.create(
        container=found, amount_before=found.amount, amount_after=real.base, reason=reason.strip()[:300],
        person_id=require().actor, at=clock.now(),
    )
    before, found.amount, found.unit = found.amount, real.base, unit
    found.save(update_fields=["amount", "unit"])
    note(subject=found, organisation=found.organisation_id, before=str(before), after=str(real.base))
    return found


@operation(
    "safety.dispose_container", ko="용기 폐기하기", en="Dispose of a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN, waste_words.WASTE_UNKNOWN, waste_words.WASTE_STEP, bringing_words.OVER_LIMIT), constraints=STEP,
)
def dispose_container(*, container: str, waste: str = "") -> Container:
    """It is used up or given to waste today, and counts no more. `waste`: the waste container of the same company that it went
    into, which is being filled; empty where it was used up. As waste it still counts where that stands: what is in another area, or
    comes out of an approved cabinet, is held against the limits."""
    if not waste:
        return _gone(container, "disposed", "")
    found = locked(container)
    # Held until it is written: meanwhile nobody carries the waste into another area.
    into = WasteContainer.objects.select_for_update().filter(code=waste.strip(), organisation_id=found.organisation_id).first()
    if into is None:
        raise Missing(waste_words.WASTE_UNKNOWN)
    if into.state != "filling":
        raise Refused(waste_words.WASTE_STEP)
    if found.state in HERE:
        if into.room_id != found.room_id:
            waste_comes(into.room_id)
        waste_within(into.room_id, [found], before=found.room_id)
    return _gone(container, "disposed", into.code)


@operation(
    "safety.transfer_container", ko="용기 이관하기", en="Transfer a container", may=rules.keep_stock,
    refuses=(words.CONTAINER_UNKNOWN,), constraints=STEP,
)
def transfer_container(*, container: str, gone_to: str) -> Container:
    """It leaves for another site or company, which receives it under its own name; it counts here no more."""
    return _gone(container, "transferred", gone_to)


def _gone(code: str, state: str, to: str) -> Container:
    found = locked(code)
    found.state, found.gone_on, found.gone_to = state, areas.today(), to.strip()[:200]
    found.save(update_fields=["state", "gone_on", "gone_to"])
    note(subject=found, organisation=found.organisation_id, to=found.gone_to)
    return found


def locked(code: str) -> Container:
    """A container that the asker keeps, locked. What one may not see is Missing."""
    found = Container.objects.select_for_update(of=("self",)).select_related("substance", "cabinet").filter(code=code.strip()).first()
    if found is None or not (found.organisation_id in require().organisations or rules.see_everyone(require())):
        raise Missing(words.CONTAINER_UNKNOWN)
    return found


def _cabinet(code: str) -> Cabinet | None:
    if not code:
        return None
    found = Cabinet.objects.filter(code=code, active=True).first()
    if found is None:
        raise Missing(area_words.CABINET_UNKNOWN)
    return found


def amount_of(text: str) -> tuple[Amount, str]:
    """What people write, and the unit they used. Nothing at all is no amount of a container."""
    try:
        found = read(text)
    except Unreadable as wrong:
        raise Invalid(words.AMOUNT_UNREADABLE) from wrong
    if not Decimal(0) < found.base < Decimal(10) ** 12:
        raise Invalid(words.AMOUNT_UNREADABLE)
    return found, text.strip().lstrip("0123456789.,eE+- ")[:12]


def _within(
    room: UUID, substance: Substance, amount: Amount, condition: str, box: Cabinet | None, *, moved: Container | None = None
) -> None:
    """The limits of the room's area, asked one after the other by all who bring something into it.

    A stock list that is imported says what stands there already: it is recorded, and head-room shows where it is too much.
    """
    if require().system == "import":
        return
    known, leaving = stock.known(substance), None
    area = areas.of_room(room)
    if moved is not None and area is not None and any(each.id == moved.room_id for each in area.rooms):
        leaving = stock.Wanted(known, amount, moved.condition, _counts_inside(moved.cabinet))
        if condition in (moved.condition, "storage") and (_earns(box) or not leaving.in_cabinet):
            return  # nothing in the area grows by it
    said = _judged(room, area, stock.Wanted(known, amount, condition, _earns(box)), leaving)
    if said.answer != YES and not rules.decide(require()):
        raise _shut(bringing_words.NEEDS_APPROVAL, said)


def waste_comes(room: UUID) -> None:
    """Waste is kept in a room from now on: not in one that is locked."""
    gates.check("safety.keep_waste", Carried(room, require().actor))


def waste_within(room: UUID, poured: Sequence[Container], *, before: UUID) -> None:
    """What was poured into waste counts in that room: in another area than `before` all of it, in the same one what comes out of an
    approved cabinet. Only what is sure to be too much is refused: it stands here already, and no approval is asked for it. A room of
    no area has none to ask, as stores of waste often are."""
    area, left = areas.of_room(room), areas.of_room(before)
    same = area is not None and left is not None and left.id == area.id
    grows = [each for each in poured if not same or (each.state in HERE and _counts_inside(each.cabinet))]
    if area is None or not grows or require().system == "import":
        return
    _one_at_a_time(area.id)
    held, known = rule_packs.held(area.packs), weighing.facts({each.substance_id: each.substance for each in grows}.values())
    there = weighing.lines([area], held)
    for each in grows:
        wanted = stock.Wanted(known[each.substance_id], Amount(each.amount, each.dimension))
        leaving = replace(wanted, condition=each.condition, in_cabinet=True) if same else None
        said = stock.judge_in(area, wanted, there, held, leaving=leaving).verdict
        if said.answer == NO:
            raise _shut(bringing_words.OVER_LIMIT, said)
        mine = each.organisation_id in require().organisations
        there += [replace(stock.line_of(area, pack.pack, wanted), mine=mine) for pack in held]


def _judged(room: UUID, area: AreaRow | None, comes: stock.Wanted, leaving: stock.Wanted | None = None) -> Verdict:
    """The verdict on what comes into a room, one after the other. Raises Refused where it is no."""
    _one_at_a_time(area.id if area else room)
    held = rule_packs.held(area.packs) if area else []
    there = weighing.lines([area], held, comes.substance) if area else []
    said = stock.judge_in(area, comes, there, held, leaving=leaving).verdict
    if said.answer == NO:
        raise _shut(bringing_words.OVER_LIMIT, said)
    return said


def _shut(code: str, said: Verdict) -> Refused:
    return Refused(code, arithmetic=said.reasons[0] if said.reasons else None, remedy_url="/safety/can-bring/")


def _earns(box: Cabinet | None) -> bool:
    return box is not None and box.approved


def _counts_inside(box: Cabinet | None) -> bool:
    return box is not None and box.approved and box.active


def _one_at_a_time(area: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 60))", (str(area),))


def _use(code: str, owner: UUID, substance: Substance, room: UUID, comes: stock.Wanted) -> None:
    """An approval is used once, for what was asked: that substance, so kept. A company may touch no question that is not
    approved, so none is locked before. Whether it has become too much meanwhile is judged by the exact sum, one after the
    other; how much too much is told to nobody."""
    asked = Bringing.objects.filter(code=code, organisation_id=owner).first()
    if asked is None:
        raise Missing(bringing_words.BRINGING_UNKNOWN)
    same = asked.substance_id == substance.id or (asked.substance_id is None and asked.cas == substance.cas)
    if not same or asked.room_id != room or asked.dimension != comes.amount.dimension or comes.amount.base > asked.amount:
        raise Invalid(bringing_words.BRINGING_OTHER)
    if asked.condition != comes.condition or (asked.in_cabinet and not comes.in_cabinet):
        raise Invalid(bringing_words.BRINGING_OTHER)
    if not Bringing.objects.filter(id=asked.id, state="approved").update(state="used"):
        state = bringing_words.STATES["used" if asked.state == "approved" else asked.state]
        raise Refused(bringing_words.NOT_APPROVED, {"state": state}, remedy_url=f"/safety/bringings/{asked.code}/")
    if asked.good_until is None or asked.good_until < areas.today():
        raise Refused(bringing_words.APPROVAL_ENDED)
    area = areas.of_room(room)
    _one_at_a_time(area.id if area else room)
    if not approvals.holds(asked, comes.substance):
        raise Refused(bringing_words.APPROVAL_GONE, remedy_url="/safety/can-bring/")
