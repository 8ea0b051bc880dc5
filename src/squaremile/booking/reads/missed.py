"""Bookings that nobody came to, as those are told who were not there when they were recorded."""

from collections.abc import Iterator
from datetime import datetime

from squaremile.booking.models import ReservationDetail
from squaremile.published.booking import ReservationMissed


def missed(start: datetime, end: datetime) -> Iterator[ReservationMissed]:
    """Those that were to begin from `start` until before `end`, the oldest first, as far as the asker may see. One statement."""
    found = ReservationDetail.objects.filter(
        starts_at__gte=start, starts_at__lt=end, reservation__kind="booking", reservation__state="missed"
    ).select_related("reservation__equipment").order_by("starts_at", "reservation__code")
    for one in found:
        shape, (company, person) = one.reservation, one.owner()
        yield ReservationMissed(
            reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
            start=shape.period.start, end=shape.period.end, subject=shape.equipment.code,
        )
