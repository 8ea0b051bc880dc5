"""What must still hold when a slot that is already held is approved or begun: membership, state, faults, training, gates."""

from squaremile.booking import words
from squaremile.booking.models import ReservationDetail
from squaremile.booking.reads import reserving
from squaremile.core import gates
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.period import Period

STANDING = (
    words.NOT_MEMBER, words.NOT_IN_SERVICE, words.FAULT_OPEN, words.NOT_QUALIFIED, words.QUALIFICATION_ENDS,
)
"""Reasons against a slot that do not depend on when it was asked for."""


def slot_of(detail: ReservationDetail, period: Period | None = None) -> reserving.Slot:
    """The circumstances of a held slot as they are now."""
    shape = detail.reservation
    return reserving.slot(
        code=shape.equipment.code, person=detail.person_id, organisation=detail.organisation_id,
        period=period or shape.period,
    )


def still_stands(slot: reserving.Slot) -> None:
    """Raise the first reason why the slot may not go on, or the first shut gate."""
    if slot.person and slot.organisation and not people.member(slot.person, slot.organisation):
        raise Refused(words.NOT_MEMBER)
    for breach in slot.breaches(clock.now()):
        if breach.code in STANDING:
            raise Refused(breach.code, {"instrument": slot.name, **dict(breach.values)})
    gates.check("booking.reserve", slot)
