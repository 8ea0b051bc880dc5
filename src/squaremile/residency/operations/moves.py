"""Moves: what is given up is free from the day, what is taken is held from the day; on the day the licence changes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused, SquaremileError
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.residency import rules
from squaremile.residency.models import Licence, LicencePlace, Move, MovePlace
from squaremile.residency.operations.amending import STEP as AMENDED
from squaremile.residency.operations.amending import drop
from squaremile.residency.operations.companies import locked
from squaremile.residency.operations.fitting import EXCEPTED, fitted, in_turn
from squaremile.residency.operations.fitting import REFUSES as FIT
from squaremile.residency.operations.move_terms import drafted
from squaremile.residency.reads.days import begin_of, today
from squaremile.residency.reads.licence_terms import last_day
from squaremile.residency.words import companies
from squaremile.residency.words import licences as licence_words
from squaremile.residency.words import space as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN
from squaremile.spaces.reads.reshaping import coming

STEP = {"move_step_allowed": words.MOVE_STEP, "move_amendment_signed": words.MOVE_UNSIGNED, **AMENDED}
HELD = {
    "move_one_at_a_time": words.MOVE_OPEN, "move_place_once": words.MOVE_UNFIT,
    "licence_place_no_overlap": licence_words.PLACE_LICENSED, "licence_place_period_sound": words.MOVE_UNFIT,
}
REFUSES = (
    words.MOVE_UNFIT, words.MOVE_EMPTIES, words.MOVE_OPEN, space.NOT_RENTABLE, space.OVER, space.NOT_EARLIER,
    licence_words.AMENDMENT_RUNS, licence_words.NOTICE_STANDS, licence_words.PRICE_MISSING, licence_words.PRICE_UNKNOWN,
    *TAKEN.values(), NOT_FOUND,
)  # fmt: skip


@operation(
    "residency.plan_move", ko="이동 계획하기", en="Plan a move", may=rules.allocate,
    refuses=(companies.COMPANY_UNKNOWN, *REFUSES, *FIT), constraints={**STEP, **HELD, **EXCEPTED},
)
def plan_move(
    *, company: str, on_day: date, leaves: Sequence[str] = (), takes: Sequence[str] = (), exception: str = ""
) -> Move:
    """On a day the company gives up places and takes others (by code). What it takes is held for it from now on, and the
    amendment of its licence lies ready to be signed: the new places, and their price by the list in force on that day. Where what
    it takes does not fit it, by the rules of allocation, the site director gives the reason (`exception`).
    """
    in_turn(takes)
    made = begin(company, on_day, leaves)
    fitted("residency.plan_move", made.licence, takes, on_day, exception, leaves, until=last_day(made.licence.period.end))
    take(made, takes)
    note(subject=made, organisation=made.company_id, leaves=sorted(set(leaves)), takes=sorted(set(takes)), day=on_day)
    return made


def begin(company: str, day: date, leaves: Iterable[str]) -> Move:
    """The move, with what it gives up free from the day; inside another operation."""
    whose, gone = locked(company), set(leaves)
    if day < today():
        raise Invalid(words.MOVE_UNFIT)
    if Move.objects.filter(company=whose, state="planned").exists():
        raise Refused(words.MOVE_OPEN)
    at = max(begin_of(day), clock.now())
    under = list(
        LicencePlace.objects.select_for_update(of=("self",)).select_related("place", "occupancy", "licence").filter(
            licence__company=whose, licence__state="in_force", live=True, period__contains=at
        )
    )
    leaving = [mine for mine in under if mine.place.code in gone]
    licence = next(iter(leaving), next(iter(under), None))
    if licence is None or len(leaving) != len(gone) or len({mine.licence_id for mine in leaving}) > 1:
        raise Invalid(words.MOVE_UNFIT)
    made = Move.objects.create(
        code=short_code("MV"), company=whose, licence=licence.licence, day=day, state="planned", planned_at=clock.now()
    )
    for mine in leaving:
        _give_up(made, mine, at)
    return made


def _give_up(move: Move, mine: LicencePlace, at: datetime) -> None:
    ended = mine.period.end
    if mine.period.start >= at:
        raise Invalid(words.MOVE_UNFIT)
    spaces.release(occupancy=mine.occupancy.code, end=at)
    mine.period = Period(mine.period.start, at)
    mine.save(update_fields=["period"])
    MovePlace.objects.create(move=move, place_id=mine.place_id, occupancy_id=mine.occupancy_id, taken=False, ended=ended)


def take(move: Move, takes: Iterable[str]) -> None:
    """Hold what the move takes, until its licence ends, and draft the amendment; inside another operation. It must leave the
    company somewhere.
    """
    wanted, at = sorted(set(takes)), max(begin_of(move.day), clock.now())
    until = Licence.objects.get(id=move.licence_id).period.end
    if until <= at or not (wanted or MovePlace.objects.filter(move=move).exists()):
        raise Invalid(words.MOVE_UNFIT)
    for code in wanted:
        held = spaces.hold(place=code, organisation=move.company.organisation.code, start=at, end=until)
        MovePlace.objects.create(move=move, place_id=held.place_id, occupancy_id=held.id, taken=True, ended=until)
    stays = LicencePlace.objects.filter(licence=move.licence_id, live=True, period__endswith__gt=at).exists()
    if not wanted and not stays:
        raise Refused(words.MOVE_EMPTIES)
    move.amendment = drafted(move)
    if move.amendment is not None:
        move.save(update_fields=["amendment"])


@operation(
    "residency.carry_out_move", ko="이동 마치기", en="Carry out a move", may=rules.carry_out,
    refuses=(words.MOVE_UNKNOWN, words.MOVE_STEP, words.MOVE_EARLY, words.MOVE_UNSIGNED, space.OVER, space.MOVED_IN),
    constraints={**STEP, **HELD, **TAKEN},
)
def carry_out_move(*, move: str) -> Move:
    """On its day or later, once both have signed the amendment: the licence loses what is given up and has what is taken;
    the company moves in there.
    """
    found = _planned(move)
    if found.day > today():
        raise Refused(words.MOVE_EARLY, {"day": found.day.isoformat()})
    if found.amendment is not None and found.amendment.state not in ("signed", "in_effect"):
        raise Refused(words.MOVE_UNSIGNED)
    lines = list(MovePlace.objects.select_related("occupancy").filter(move=found).order_by("taken"))
    _end([line for line in lines if not line.taken])
    for line in lines:
        if line.taken:
            held = spaces.occupy(occupancy=line.occupancy.code)
            LicencePlace.objects.create(
                licence_id=found.licence_id, place_id=line.place_id, occupancy_id=held.id, period=held.period
            )
    _step(found, "done")
    note(subject=found, organisation=found.company_id)
    return found


def _end(given_up: Sequence[MovePlace]) -> None:
    for line in given_up:
        if line.occupancy.state != "ended":
            spaces.release(occupancy=line.occupancy.code)
    _of([line.occupancy_id for line in given_up]).update(live=False)


def _of(occupancies: Sequence[UUID]) -> QuerySet[LicencePlace]:
    return LicencePlace.objects.filter(occupancy__in=occupancies, live=True)


@operation(
    "residency.cancel_move", ko="이동 취소하기", en="Cancel a move", may=rules.allocate,
    refuses=(words.MOVE_UNKNOWN, words.MOVE_STEP, words.MOVE_SIGNED, space.OVER, space.NOT_LONGER, space.RESHAPE_OVER, space.NOT_EMPTY),
    constraints={**STEP, **HELD, **TAKEN},
)
def cancel_move(*, move: str) -> Move:
    """Before its amendment is signed: what was held is free again, and what was to be given up stays, unless somebody else
    has it by now. The amendment is withdrawn with it. Places that were to become one stay several.
    """
    found = _planned(move)
    if found.amendment is not None:
        if found.amendment.state != "proposed":
            raise Refused(words.MOVE_SIGNED)
        drop(found.amendment)
    for line in MovePlace.objects.select_related("occupancy", "place").filter(move=found).order_by("-taken"):
        if line.taken:
            spaces.release(occupancy=line.occupancy.code)
            if (merge := coming(line.place.code)) and line.place.since == begin_of(found.day):
                spaces.cancel_reshape(reshape=merge)
            continue
        spaces.extend(occupancy=line.occupancy.code, end=line.ended)
        for mine in _of([line.occupancy_id]):
            mine.period = Period(mine.period.start, line.ended)
            mine.save(update_fields=["period"])
    _step(found, "cancelled")
    note(subject=found, organisation=found.company_id)
    return found


@operation("residency.carry_out_moves", ko="예정된 이동 마치기", en="Carry out the moves of the day", may=rules.draw_plans)
def carry_out_moves() -> int:
    """Moves whose day has come, each once. One that is refused waits for the staff. Returns how many were made."""
    due = list(Move.objects.filter(state="planned", day__lte=today()).order_by("day", "code").values_list("code", flat=True))
    made, refused = 0, {}
    for code in due:
        try:
            with transaction.atomic():
                carry_out_move(move=code)
            made += 1
        except SquaremileError as why:
            refused[code] = why.code
    note(moved=made, refused=refused)
    return made


def _planned(code: str) -> Move:
    found = Move.objects.select_for_update(of=("self",)).select_related("company", "amendment").filter(code=code).first()
    if found is None:
        raise Missing(words.MOVE_UNKNOWN)
    if found.state != "planned":
        raise Refused(words.MOVE_STEP)
    return found


def _step(move: Move, state: str) -> None:
    move.state = state
    move.save(update_fields=["state"])
