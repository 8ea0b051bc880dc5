"""What a notice needs beyond its fact: the instrument's name, the time in words, the calendar entry, whom to tell."""

from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings

from squaremile.booking import words
from squaremile.booking.models import Equipment, Fault, Reservation, ReservationDetail
from squaremile.booking.policies import calendar_file, when
from squaremile.booking.words import named
from squaremile.core import roles
from squaremile.core.calendars import CANCEL, REQUEST, Event
from squaremile.core.notices import Letter
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.published.booking import FaultReported, FaultResolved, SeriesHeld


class OfBooking(Protocol):
    """Any fact about one booking."""

    @property
    def reservation(self) -> UUID: ...
    @property
    def code(self) -> str: ...
    @property
    def equipment(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to tell. `values` fill the sentence; `dates` are further lines of the e-mail."""

    instrument: Text
    place: Text
    url: str
    values: dict[str, Any]
    code: str = ""
    period: Period | None = None
    in_series: bool = False
    waits: bool = False
    dates: tuple[Text, ...] = field(default=())

    def letter(self, said: Text, event: Event | None = None) -> Letter:
        """The e-mail: the sentence, where it is, and the dates."""
        lines = [said, *self.dates, self.place]
        body = Text(ko="\n".join(line.ko for line in lines), en="\n".join(line.en for line in lines))
        return Letter(subject=said, body=body, event=event)

    def invited(self, sequence: int) -> Event:
        return self._event(sequence, REQUEST)

    def revoked(self, sequence: int) -> Event:
        return self._event(sequence, CANCEL)

    def _event(self, sequence: int, method: str) -> Event:
        if self.period is None:
            raise ValueError("a calendar entry has a time")
        return Event(
            uid=calendar_file.uid(self.code, host()), sequence=sequence, start=self.period.start, end=self.period.end,
            summary=self.instrument, place=self.place, url=self.url, method=method,
        )


def host() -> str:
    """The name of this installation in the world, for calendar identities."""
    return urlsplit(settings.PUBLIC_URL).hostname or "squaremile.invalid"


def booking(fact: OfBooking) -> Told:
    """Of a fact about one booking: its own times, as they were when it was published."""
    equipment = _equipment(fact.equipment)
    period = Period(fact.start, fact.end)  # type: ignore[attr-defined]
    series = ReservationDetail.objects.filter(reservation_id=fact.reservation).values_list("series", flat=True).first()
    values = {"when": when.span(period, equipment.site.zone), "reason": getattr(fact, "reason", "")}
    if hasattr(fact, "was_start"):
        values["before"] = when.span(Period(fact.was_start, fact.was_end), equipment.site.zone)
    return _told(equipment, f"/bookings/{fact.code}/", values, code=fact.code, period=period, in_series=bool(series))


def series(fact: SeriesHeld) -> Told:
    """Of a series: its first date in the sentence, all of them in the e-mail."""
    equipment = _equipment(fact.equipment)
    rows = list(
        Reservation.objects.filter(id__in=fact.reservations).select_related("equipment").order_by("starts_at")
    )
    lines = tuple(_line(row, equipment.site.zone) for row in rows)
    values = {"when": when.span(rows[0].period, equipment.site.zone), "count": len(rows)}
    return _told(equipment, "/bookings/", values, waits=any(row.state == "pending" for row in rows), dates=lines)


def fault(fact: FaultReported | FaultResolved) -> Told:
    equipment = _equipment(fact.equipment)
    severity = Fault.objects.values_list("severity", flat=True).get(id=fact.fault)
    return _told(equipment, f"/book/{equipment.row.code}/", {"severity": words.SEVERITIES[severity]})


def operations() -> list[UUID]:
    return people.staff(roles.SITE_DIRECTOR, roles.LAB_OPERATIONS)


def holders(equipment: UUID) -> set[UUID]:
    """People with bookings to come on an instrument, also where it is only taken along."""
    rows = Reservation.objects.filter(
        equipment_id=equipment, state__in=("pending", "confirmed"), ends_at__gt=clock.now()
    ).values_list("id", "parent_id")
    mains = {parent or own for own, parent in rows}
    found = ReservationDetail.objects.filter(reservation__in=mains, person__isnull=False)
    return set(found.values_list("person_id", flat=True))
