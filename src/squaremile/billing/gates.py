"""What billing asks of others' operations: no new bookings where an invoice is long overdue. Nothing else is ever barred."""

from collections.abc import Iterator
from typing import Any

from squaremile.billing.reads import stops
from squaremile.billing.words import money as words
from squaremile.core import gates
from squaremile.kernel.words import catalogue


def not_stopped(slot: Any) -> Iterator[gates.Gate]:
    """Booking alone asks: exit, retrieval and safety have no such gate."""
    if slot.organisation is None:
        return
    stopped, shut = stops.stopped(slot.organisation), catalogue[words.STOPPED]
    yield gates.Gate(
        words.STOPPED, words.GOOD_STANDING, not stopped, shut.text if stopped else words.GOOD_STANDING, shut.remedy,
        url="/money/" if stopped else "",
    )


gates.attach("booking.reserve", not_stopped)
