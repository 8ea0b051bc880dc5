"""Bookings that are held for projects and not over yet, for whoever reckons what they will cost."""

from collections.abc import Iterable
from uuid import UUID

from squaremile.booking.models import ReservationDetail
from squaremile.core.meant import Meant
from squaremile.kernel import clock


def held(organisation: UUID, projects: frozenset[UUID]) -> Iterable[Meant]:
    """Waiting, confirmed or in use. One statement."""
    rows = ReservationDetail.objects.filter(
        organisation_id=organisation, project_id__in=projects, reservation__kind="booking",
        reservation__state__in=("pending", "confirmed", "in_use"), reservation__ends_at__gt=clock.now(),
    ).values_list(
        "person_id", "project_id", "reservation__equipment__code", "reservation__starts_at", "reservation__ends_at", "assisted",
        "reservation__code",
    )  # fmt: skip
    return [
        Meant(organisation, person, project, subject, start, end, assisted, code)
        for person, project, subject, start, end, assisted, code in rows
    ]
