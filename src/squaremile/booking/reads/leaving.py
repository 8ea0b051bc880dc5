"""What becomes of a leaver's bookings: those that are still to come, whether a colleague may take each over, and, told
afterwards, what did become of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from squaremile.booking.models import ReservationDetail
from squaremile.booking.reads import checklist, reserving
from squaremile.booking.reads.bookings import WITH, Line, line
from squaremile.kernel import clock
from squaremile.kernel.words import Text

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Coming:
    """One booking to come. `shut`: why the colleague may not take it over; empty where she may, or nobody was named."""

    line: Line
    shut: Text | None


def coming(person: UUID, organisation: UUID, since: datetime, *, colleague: UUID | None = None) -> list[Coming]:
    """What she holds for the company and would lose: those that begin at `since` or later, and with `colleague` None also
    one that runs past it. The nearest first."""
    found = ReservationDetail.objects.filter(
        person_id=person, organisation_id=organisation, reservation__kind="booking",
        reservation__state__in=("pending", "confirmed"), reservation__ends_at__gt=max(since, clock.now()),
    ).select_related(*WITH).order_by("starts_at")[:SHOWN]
    return [Coming(line(detail), _shut(detail, colleague, since) if colleague else None) for detail in found]


def told(codes: Iterable[str]) -> list[Line]:
    """Bookings by their codes, as they stand now, in the order of their times."""
    found = ReservationDetail.objects.filter(reservation__code__in=list(codes)).select_related(*WITH).order_by("starts_at")
    return [line(detail) for detail in found]


def _shut(detail: ReservationDetail, colleague: UUID, since: datetime) -> Text | None:
    """The first reason against it, as `booking.hand_over` will find it."""
    shape = detail.reservation
    if shape.period.start < max(since, clock.now()):
        return BEGUN
    slot = reserving.slot(
        code=shape.equipment.code, person=colleague, organisation=detail.organisation_id, period=shape.period
    )
    rows = [*checklist.standing(slot), *checklist.of_others(slot)]
    return next((row.says for row in rows if not row.open), None)


BEGUN = Text(ko="그 시각에 이미 시작되어 있습니다.", en="It will have begun by then.")
