"""What a notice needs beyond its fact: the instrument's name, the time in words, the calendar entry, whom to tell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.booking import words
from squaremile.booking.models import Equipment, Reservation, ReservationDetail
from squaremile.booking.policies import calendar_file, when
from squaremile.booking.words import named
from squaremile.core import roles
from squaremile.core.calendars import CANCEL, REQUEST, Event
from squaremile.core.notices import Letter
from squaremile.core.reads import people
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text
from squaremile.published.booking import (
    FaultReported,
    FaultResolved,
    ReservationCancelled,
    ReservationDecided,
    ReservationHandedOver,
    ReservationHeld,
    ReservationMissed,
    ReservationMoved,
    SeriesHeld,
)

OfBooking = (
    ReservationHeld | ReservationMoved | ReservationCancelled | ReservationDecided | ReservationMissed | ReservationHandedOver
)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to tell. `values` fill the sentence; `dates` are further lines of the e-mail."""

    instrument: Text
    place: Text | None
    url: str
    values: dict[str, Any]
    code: str = ""
    period: Period | None = None
    in_series: bool = False
    waits: bool = False
    dates: tuple[Text, ...] = field(default=())

    def letter(self, said: Text, event: Event | None = None) -> Letter:
        """The e-mail: the sentence, where it is, and the dates."""
        lines = [said, *self.dates, *([self.place] if self.place else [])]
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
    equipment, zone = _equipment(fact.equipment)
    period = Period(fact.start, fact.end)
    series = ReservationDetail.objects.filter(reservation_id=fact.reservation).values_list("series", flat=True).first()
    values: dict[str, Any] = {"when": when.span(period, zone), "reason": getattr(fact, "reason", "")}
    if isinstance(fact, ReservationMoved):
        values["before"] = when.span(Period(fact.was_start, fact.was_end), zone)
    return _told(equipment, f"/bookings/{fact.code}/", values, code=fact.code, period=period, in_series=bool(series))


def series(fact: SeriesHeld) -> Told:
    """Of a series: its first date in the sentence, all of them in the e-mail."""
    equipment, zone = _equipment(fact.equipment)
    rows = list(
        Reservation.objects.filter(id__in=fact.reservations).select_related("equipment").order_by("starts_at")
    )
    lines = tuple(_line(row, zone) for row in rows)
    values = {"when": when.span(rows[0].period, zone), "count": len(rows)}
    return _told(equipment, "/bookings/", values, waits=any(row.state == "pending" for row in rows), dates=lines)


def released(keys: Iterable[UUID]) -> Told:
    """Of one person's bookings that were given back because she left: who, how many, and each on a line."""
    rows = ReservationDetail.objects.filter(reservation__in=list(keys)).order_by("starts_at")
    found = list(rows.select_related("person", "reservation__equipment__site"))
    lines = tuple(
        _line(d.reservation, ZoneInfo(d.reservation.equipment.site.time_zone), state=False) for d in found
    )
    who = found[0].person
    values = {"who": _name(who) if who else Text(ko="", en=""), "count": len(found)}
    return Told(
        instrument=_name(found[0].reservation.equipment), place=None, url="/bookings/", values=values, dates=lines
    )


def _line(row: Reservation, zone: ZoneInfo, *, state: bool = True) -> Text:
    parts = [when.span(row.period, zone), _name(row.equipment), *([words.STATES[row.state]] if state else [])]
    return Text(ko="- " + " · ".join(p.ko for p in parts), en="- " + " · ".join(p.en for p in parts))


def fault(fact: FaultReported | FaultResolved) -> Told:
    """Of a fault: how bad it was said to be, and nothing of who said it."""
    equipment, _ = _equipment(fact.equipment)
    severity = words.SEVERITIES[fact.severity] if isinstance(fact, FaultReported) else ""
    return _told(equipment, f"/book/{equipment.code}/", {"severity": severity})


def _equipment(key: UUID) -> tuple[Equipment, ZoneInfo]:
    found = Equipment.objects.select_related("site", "place").get(id=key)
    return found, ZoneInfo(found.site.time_zone)


def _name(of: Any) -> Text:
    return named(of.name_ko, of.name_en)


def _told(equipment: Equipment, url: str, values: dict[str, Any], **more: Any) -> Told:
    name = _name(equipment)
    return Told(instrument=name, place=_name(equipment.place), url=url, values={"instrument": name, **values}, **more)


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
