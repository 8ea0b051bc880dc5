"""Moving, shortening and cancelling a slot that one holds."""

from dataclasses import replace
from datetime import datetime

from squaremile.booking import rules, words
from squaremile.booking.models import Reservation, ReservationDetail
from squaremile.booking.operations.queue import of_codes, of_reservations, queue_for
from squaremile.booking.operations.reserve import RULES_OF_USE, check, span, waits
from squaremile.booking.policies import cancellation, slots
from squaremile.booking.reads import reserving
from squaremile.core import gates
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.published.booking import ReservationCancelled, ReservationMoved

CHANGEABLE = (words.NOT_CHANGEABLE, words.STEP_NOT_ALLOWED, NOT_FOUND)


def held(code: str, *states: str, toward: str | None = None) -> ReservationDetail:
    """One's own reservation by its code, locked, in one of the states. Others' are not there.

    Queues for its instruments, and for those that `toward` would take now (a code; empty: its own), before it locks
    the detail. Only then is the reservation read: what was seen before may be another's past.
    """
    seen = ReservationDetail.objects.filter(reservation__code=code, reservation__kind="booking").values_list(
        "reservation_id", "reservation__equipment_id", "reservation__equipment__code"
    ).first()
    if seen is None:
        raise Missing(NOT_FOUND)
    key, equipment, own = seen
    queue_for(of_reservations([key]) | of_codes([] if toward is None else [toward or own]))
    detail = ReservationDetail.objects.select_for_update(of=("self",)).filter(reservation_id=key).first()
    if detail is None:
        # Seen, and not one's own to change: a member of staff who also works for a company sees others' bookings.
        raise Missing(NOT_FOUND)
    detail.reservation = Reservation.objects.select_related("equipment__rules").get(id=key)
    if detail.reservation.state not in states:
        raise Refused(words.NOT_CHANGEABLE, {"state": words.STATES[detail.reservation.state]})
    if detail.reservation.equipment_id != equipment:
        # Moved while we waited, to an instrument we do not hold: queueing for it now would be out of order.
        raise Refused(words.STEP_NOT_ALLOWED)
    return detail


@operation(
    "booking.move", ko="예약 옮기기", en="Move a booking", may=rules.change,
    refuses=(*RULES_OF_USE, *CHANGEABLE, words.ALREADY_STARTED),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN, "reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def move(*, reservation: str, start: datetime, end: datetime, equipment: str = "") -> Reservation:
    """Move a booking to another time, or to another instrument. All rules and gates are asked again.

    Moving inside the time of free cancellation is recorded as late, as cancelling then would be; once its time has
    come a booking can only be shortened.

    Where the rules ask for approval, what was approved was the old slot: the moved booking waits again.
    """
    detail = held(reservation, "pending", "confirmed", toward=equipment)
    shape = detail.reservation
    slot = reserving.slot(
        code=equipment or shape.equipment.code, person=detail.person_id, organisation=detail.organisation_id,
        period=span(start, end), project=detail.project_id, assisted=detail.assisted, moving=shape.code,
    )
    if shape.period.start <= clock.now():
        raise Refused(words.ALREADY_STARTED)
    check(slot, but=shape.id)
    gates.check("booking.reserve", slot)
    before = shape.period
    late = cancellation.is_late(before, shape.equipment.rules.cancel_free_minutes, clock.now())
    place(shape, slot, slots.claim(slot.period, slot.rules))
    if waits(slot.rules, assisted=detail.assisted) and shape.state == "confirmed":
        step(shape, "pending")
    told(detail, shape, before, late=late)
    return shape


@operation(
    "booking.shorten", ko="예약 줄이기", en="Shorten a booking", may=rules.change,
    refuses=(*CHANGEABLE, words.PERIOD_EMPTY, words.NOT_SHORTER, words.ALREADY_STARTED, words.OFF_STEP,
             words.TOO_SHORT),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN},
)
def shorten(*, reservation: str, end: datetime, start: datetime | None = None) -> Reservation:
    """Give back a part of a booking. Needs no gate: giving time back is always allowed."""
    detail = held(reservation, "pending", "confirmed", "in_use")
    shape = detail.reservation
    begins = start or shape.period.start
    if begins != shape.period.start and (shape.state == "in_use" or shape.period.start <= clock.now()):
        raise Refused(words.ALREADY_STARTED)
    period = span(begins, end)
    if not shape.period.covers(period) or period == shape.period:
        raise Invalid(words.NOT_SHORTER)
    slot = reserving.slot(
        code=shape.equipment.code, person=detail.person_id, organisation=detail.organisation_id, period=period
    )
    for breach in slots.length_breaches(period, replace(slot.rules, max_minutes=0), zone=slot.zone):
        raise Refused(breach.code, dict(breach.values))
    before = shape.period
    # Buffers may have grown since it was taken: giving time back never claims more than was held.
    place(shape, slot, slots.claim(period, slot.rules).clipped(shape.claimed) or period, anew=False)
    told(detail, shape, before)
    return shape


@operation(
    "booking.cancel", ko="예약 취소하기", en="Cancel a booking", may=rules.change, refuses=CHANGEABLE,
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def cancel(*, reservation: str, reason: str = "") -> Reservation:
    """Give the slot back. Late or not is recorded with the deadline; what it costs is billing's business."""
    detail = held(reservation, "pending", "confirmed")
    shape = detail.reservation
    late = cancellation.is_late(shape.period, shape.equipment.rules.cancel_free_minutes, clock.now())
    give_back(detail, late=late, reason=reason.strip())
    note(subject=shape, organisation=detail.organisation_id, late=late, reason=detail.reason)
    return shape


def give_back(detail: ReservationDetail, *, late: bool, reason: str, displaced: bool = False) -> None:
    """Free a held slot and what was taken along, and say so."""
    shape = detail.reservation
    step(shape, "cancelled")
    detail.reason = reason
    detail.sequence += 1
    detail.save(update_fields=["reason", "sequence"])
    company, person = detail.owner()
    publish(ReservationCancelled(
        reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
        start=shape.period.start, end=shape.period.end, late=late, reason=reason,
        displaced=displaced, sequence=detail.sequence,
    ))


def step(shape: Reservation, state: str) -> None:
    """Take the reservation, and what is linked to it, one step on. The caller has queued for its instruments."""
    shape.state = state
    shape.save(update_fields=["state"])
    Reservation.objects.filter(parent=shape).exclude(state="cancelled").update(state=state)


def place(shape: Reservation, slot: reserving.Slot, claimed: Period, *, anew: bool = True) -> None:
    """Write a new period. What is taken along follows: what the instrument needs now, or (not `anew`) what it took."""
    linked = Reservation.objects.filter(parent=shape).exclude(state="cancelled")
    had = set(linked.values_list("equipment_id", flat=True))
    wanted = [link.id for link in slot.linked] if anew else list(had)
    linked.exclude(equipment__in=wanted).update(state="cancelled")
    linked.filter(equipment__in=wanted).update(period=slot.period, claimed=claimed)
    shape.equipment_id, shape.period, shape.claimed = slot.equipment, slot.period, claimed
    shape.save(update_fields=["equipment", "period", "claimed"])
    # Last: it may take along the very instrument that it leaves.
    Reservation.objects.bulk_create(
        Reservation(
            code=short_code("RS"), equipment_id=key, parent=shape, kind="linked", period=slot.period,
            claimed=claimed, state=shape.state, created_at=clock.now(),
        )
        for key in wanted if key not in had
    )


def told(detail: ReservationDetail, shape: Reservation, before: Period, *, late: bool = False) -> None:
    """Count the change for calendars, note it and publish it."""
    detail.sequence += 1
    detail.save(update_fields=["sequence"])
    note(subject=shape, organisation=detail.organisation_id, before=before, after=shape.period, late=late)
    company, person = detail.owner()
    publish(ReservationMoved(
        reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
        start=shape.period.start, end=shape.period.end,
        was_start=before.start, was_end=before.end, state=shape.state,
        sequence=detail.sequence, late=late,
    ))
