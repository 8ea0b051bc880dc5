"""Taking several slots at once: all of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Reservation, ReservationDetail
from squaremile.booking.operations.queue import of_codes, queue_for
from squaremile.booking.operations.reserve import RULES_OF_USE, reserve
from squaremile.booking.policies.recurrence import MOST
from squaremile.core.words import NO_ORGANISATION, PERSON_UNKNOWN, PROJECT_UNKNOWN
from squaremile.kernel.errors import Invalid, SquaremileError
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.words import Text
from squaremile.published.booking import SeriesHeld


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date that was chosen: its own time, and its own instrument where it is another of the class."""

    start: datetime
    end: datetime
    equipment: str = ""


@operation(
    "booking.reserve_series", ko="반복 예약하기", en="Reserve a series", may=rules.reserve,
    refuses=(
        *RULES_OF_USE, NO_ORGANISATION, PERSON_UNKNOWN, PROJECT_UNKNOWN, words.SERIES_EMPTY, words.SERIES_TOO_LONG,
        words.SLOT_TAKEN,
    ),
)
def reserve_series(
    *, equipment: str, dates: Sequence[SeriesDate], organisation: str = "", project: str = "", purpose: str = "",
    assisted: bool = False, person: UUID | None = None,
) -> list[Reservation]:
    """Take every date that was chosen from the preview; if one cannot be had, none is taken and it is named.

    Each date keeps all rules, shares and gates as a booking of its own, and can be moved or cancelled alone.
    """
    if not dates:
        raise Invalid(words.SERIES_EMPTY)
    if len(dates) > MOST:
        raise Invalid(words.SERIES_TOO_LONG, {"most": MOST})
    zone = ZoneInfo(Equipment.objects.filter(code=equipment).values_list("site__time_zone", flat=True).first() or "UTC")
    made: list[Reservation] = []
    queue_for(of_codes({date.equipment or equipment for date in dates}))
    for date in sorted(dates, key=lambda d: d.start):
        try:
            made.append(reserve(
                equipment=date.equipment or equipment, start=date.start, end=date.end, organisation=organisation,
                project=project, purpose=purpose, assisted=assisted, person=person,
            ))
        except SquaremileError as error:
            error.arithmetic = _which(date.start.astimezone(zone), error.arithmetic)
            raise
    made.sort(key=lambda reservation: reservation.period)
    series, first = uuid7(), made[0]
    details = ReservationDetail.objects.filter(reservation__in=made)
    details.update(series=series)
    owner = details.filter(reservation=first).values_list("organisation_id", "person_id").get()
    note(subject=first, organisation=owner[0], series=series, codes=[r.code for r in made])
    publish(SeriesHeld(
        series=series, equipment=first.equipment_id, organisation=owner[0], person=owner[1],
        reservations=tuple(r.id for r in made),
    ))
    return made


def _which(start: datetime, arithmetic: Text | None) -> Text:
    """The date that was refused, before the sum that refused it."""
    when = f"{start:%Y-%m-%d %H:%M}"
    return Text(ko=f"{when}: {arithmetic.ko}", en=f"{when}: {arithmetic.en}") if arithmetic else Text(ko=when, en=when)
