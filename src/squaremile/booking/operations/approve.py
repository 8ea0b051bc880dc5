"""Deciding on bookings that wait: yes, or no with a reason."""

from squaremile.booking import rules, words
from squaremile.booking.models import Reservation, ReservationDetail
from squaremile.booking.operations.change import CHANGEABLE, held, step
from squaremile.booking.operations.standing import STANDING, slot_of, still_stands
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.booking import ReservationDecided


@operation(
    "booking.approve", ko="예약 승인", en="Approve a booking", may=rules.approve,
    refuses=(*CHANGEABLE, *STANDING, words.RESERVATION_OVER),
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def approve(*, reservation: str) -> Reservation:
    """Confirm a booking that waits. State, faults, training and gates are asked again: much may have changed."""
    detail = held(reservation, "pending")
    if detail.reservation.period.end <= clock.now():
        raise Refused(words.RESERVATION_OVER)
    still_stands(slot_of(detail))
    note(subject=detail.reservation, organisation=detail.organisation_id, approved=True)
    return decide(detail, approved=True)


@operation(
    "booking.decline", ko="예약 거절", en="Decline a booking", may=rules.approve,
    refuses=(*CHANGEABLE, words.REASON_NEEDED), constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def decline(*, reservation: str, reason: str) -> Reservation:
    """Turn a booking down and free its slot. The reason reaches whoever asked."""
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    detail = held(reservation, "pending")
    note(subject=detail.reservation, organisation=detail.organisation_id, approved=False, reason=reason.strip())
    return decide(detail, approved=False, reason=reason.strip())


def decide(detail: ReservationDetail, *, approved: bool, reason: str = "") -> Reservation:
    """Take a waiting booking one step on, keep who decided (nobody, for the worker) and publish it."""
    shape, asking = detail.reservation, require()
    step(shape, "confirmed" if approved else "declined")
    detail.reason = reason
    detail.sequence += 1
    if asking.actor:
        detail.decided_by, detail.decided_at = asking.actor, clock.now()
    detail.save(update_fields=["reason", "sequence", "decided_by", "decided_at"])
    company, person = detail.owner()
    publish(ReservationDecided(
        reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
        start=shape.period.start, end=shape.period.end, approved=approved, reason=reason,
        sequence=detail.sequence,
    ))
    return shape
