"""The one order in which booking locks: first the instruments, all at once and by key; then the rows about them.

Whoever changes a booking queues here before it touches a row, so that two can wait for each other, never in a circle.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Q

from squaremile.booking.models import Equipment, Reservation


def queue_for(equipment: Iterable[UUID]) -> None:
    """Wait until nobody else changes what is booked on these instruments. The same key as the table's trigger."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(key, 7)) FROM unnest(%s::text[]) AS key",
            (sorted({str(e) for e in equipment}),),
        )


def of_codes(codes: Iterable[str]) -> set[UUID]:
    """The instruments of these codes, and those that are taken along with them."""
    wanted = list(codes)
    found = Equipment.objects.filter(Q(code__in=wanted) | Q(needed_by__equipment__code__in=wanted))
    return set(found.values_list("id", flat=True))


def of_reservations(keys: Iterable[UUID]) -> set[UUID]:
    """Every instrument that these bookings take, and any they took along before."""
    wanted = list(keys)
    found = Reservation.objects.filter(Q(id__in=wanted) | Q(parent__in=wanted))
    return set(found.values_list("equipment_id", flat=True))
