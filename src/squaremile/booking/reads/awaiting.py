"""Bookings that wait for a decision: for lab operations to make, and for a company to know of."""

from squaremile.booking.models import ReservationDetail
from squaremile.booking.reads.bookings import WITH, Line, line
from squaremile.kernel import clock
from squaremile.kernel.scope import require

SHOWN = 20


def decisions() -> list[Line]:
    """What a member of staff may decide, the nearest first."""
    found = ReservationDetail.objects.filter(
        reservation__state="pending", reservation__kind="booking", reservation__ends_at__gt=clock.now()
    )
    return [line(detail) for detail in found.select_related(*WITH).order_by("starts_at")[:SHOWN]]


def company() -> list[Line]:
    """Colleagues' bookings that wait; one's own are among one's own."""
    asking = require()
    found = ReservationDetail.objects.filter(
        reservation__state="pending", reservation__kind="booking", reservation__ends_at__gt=clock.now(),
        organisation_id__in=asking.organisations,
    ).exclude(person_id=asking.actor)
    return [line(detail) for detail in found.select_related(*WITH).order_by("starts_at")[:SHOWN]]
