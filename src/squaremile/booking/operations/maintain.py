"""Keeping an instrument for its own care: blocks of maintenance, of a kind, at no cost."""

from datetime import datetime
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Reservation, ReservationDetail, Session
from squaremile.booking.models.reservation import LIVE
from squaremile.booking.operations.change import give_back, step
from squaremile.booking.operations.queue import of_codes, of_reservations, queue_for
from squaremile.booking.operations.reserve import span
from squaremile.core.words import BAD_INPUT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period


@operation(
    "booking.block", ko="정비 시간 잡기", en="Block for maintenance", may=rules.maintain,
    refuses=(NOT_FOUND, BAD_INPUT, words.PERIOD_EMPTY, words.BLOCK_AFFECTS, words.REASON_NEEDED, words.IN_USE),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN, "reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def block(
    *, equipment: str, start: datetime, end: datetime, work_type: str, purpose: str = "", displace: bool = False,
    reason: str = "",
) -> Reservation:
    """Keep an instrument free for work on it. Bookings in that time are named and nothing happens, unless `displace`.

    With `displace` and a reason they are cancelled at no cost to their holders, who are told. A session that is
    running must be ended first; the unused end of one that has ended is given to the work.
    """
    period = span(start, end)
    if work_type not in words.WORK_TYPES:
        raise Invalid(BAD_INPUT)
    if displace and not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    found = Equipment.objects.filter(code=equipment).exclude(state="retired").first()
    if found is None:
        raise Missing(NOT_FOUND)
    queue_for(_instruments(found, period))
    _end_early(found.id, period)
    displaced = _make_room(found.id, period, displace=displace, reason=reason.strip())
    made = Reservation.objects.create(
        code=short_code("MT"), equipment=found, kind="maintenance", period=period, claimed=period, state="confirmed",
        created_at=clock.now(),
    )
    ReservationDetail.objects.create(
        reservation=made, work_type=work_type, purpose=purpose.strip(), reason=reason.strip()
    )
    note(subject=made, equipment=equipment, period=period, work_type=work_type, displaced=displaced)
    return made


@operation(
    "booking.unblock", ko="정비 시간 풀기", en="Lift a maintenance block", may=rules.maintain,
    refuses=(NOT_FOUND, words.NOT_CHANGEABLE), constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def unblock(*, reservation: str) -> Reservation:
    """Give the instrument back: a block ahead is cancelled, one that runs ends now."""
    blocked = Reservation.objects.filter(code=reservation, kind="maintenance").values_list("equipment_id", flat=True)
    queue_for(blocked)
    found = Reservation.objects.select_for_update().filter(code=reservation, kind="maintenance").first()
    if found is None:
        raise Missing(NOT_FOUND)
    now = clock.now()
    state = "done" if found.state == "confirmed" and found.period.end <= now else found.state
    if state != "confirmed":
        raise Refused(words.NOT_CHANGEABLE, {"state": words.STATES[state]})
    if found.period.start < now:
        found.period = found.claimed = Period(found.period.start, now)
        found.save(update_fields=["period", "claimed"])
        step(found, "done")
    else:
        step(found, "cancelled")
    note(subject=found, equipment=found.equipment_id, period=found.period, state=found.state)
    return found


def _overlapping(equipment: UUID, period: Period) -> list[Reservation]:
    """Live bookings that hold the instrument in the period: their main rows, whichever row does the holding."""
    rows = Reservation.objects.filter(equipment_id=equipment, claimed__overlap=period, state__in=LIVE)
    mains = {row.parent_id or row.id for row in rows if row.kind != "maintenance"}
    return list(Reservation.objects.filter(id__in=mains).order_by("period", "id"))


def _instruments(equipment: Equipment, period: Period) -> set[UUID]:
    """Every instrument whose rows a block may touch: of the bookings that are there, and of any that may yet come."""
    needing = Equipment.objects.filter(links__needs=equipment).values_list("code", flat=True)
    there = of_reservations(row.id for row in _overlapping(equipment.id, period))
    return there | of_codes([equipment.code, *needing])


def _end_early(equipment: UUID, period: Period) -> None:
    """What an ended session no longer uses is free for the work: the booking ends where its session did."""
    done = [row for row in _overlapping(equipment, period) if row.state == "done"]
    ends = dict(Session.objects.filter(reservation__in=done).values_list("reservation_id", "ended_at"))
    for row in done:
        ended = ends.get(row.id)
        if ended and row.period.start < ended <= period.start:
            kept = Period(row.period.start, min(ended, row.period.end))
            Reservation.objects.filter(parent=row).update(period=kept, claimed=kept)
            Reservation.objects.filter(id=row.id).update(period=kept, claimed=kept)


def _make_room(equipment: UUID, period: Period, *, displace: bool, reason: str) -> list[str]:
    """Cancel what lies in the period, or refuse with its codes."""
    affected = [row for row in _overlapping(equipment, period) if row.state != "done"]
    if not affected:
        return []
    codes = [row.code for row in affected]
    if not displace:
        raise Refused(words.BLOCK_AFFECTS, {"count": len(codes), "codes": ", ".join(codes)})
    if any(row.state == "in_use" for row in affected):
        raise Refused(words.IN_USE)
    details = ReservationDetail.objects.select_for_update(of=("self",)).select_related("reservation__equipment")
    for detail in details.filter(reservation__in=affected):
        give_back(detail, late=False, reason=reason, displaced=True)
    return codes
