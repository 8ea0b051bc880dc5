"""My day: what I have next, what runs, what waits, what ends soon, what is broken, and what I could book."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count

from squaremile.booking import words
from squaremile.booking.models import Qualification, ReservationDetail, Session
from squaremile.booking.policies import slots
from squaremile.booking.reads import catalogue, instruments
from squaremile.booking.reads.instrument import FaultRow, open_faults
from squaremile.booking.reads.instruments import Instrument
from squaremile.booking.words import named
from squaremile.kernel import clock
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

SHOWN, EXPIRES_WITHIN, REMEMBERED = 5, timedelta(days=30), timedelta(days=90)
SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Coming:
    """One of my bookings that is not over. `starts_in` minutes: negative once its time has begun."""

    code: str
    equipment: str
    equipment_name: Text
    place_name: Text
    zone: ZoneInfo
    period: Period
    state: str
    state_says: Text
    starts_in: int
    startable_from: datetime
    can_start: bool


@dataclass(frozen=True, slots=True)
class Running:
    """My open session. `over`: it has run past its booking."""

    code: str
    reservation: str
    equipment: str
    equipment_name: Text
    started_at: datetime
    booked_until: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class Expiring:
    """Training that ends soon and has not been renewed."""

    equipment: str
    equipment_name: Text
    until: datetime
    days: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An instrument that I may use, and its first gap within its horizon (None where it has none)."""

    equipment: str
    equipment_name: Text
    place_name: Text
    zone: ZoneInfo
    gap: Period | None


@dataclass(frozen=True, slots=True)
class MyDay:
    coming: tuple[Coming, ...]
    running: tuple[Running, ...]
    waiting: tuple[Coming, ...]
    """Of my bookings, those that await approval."""
    expiring: tuple[Expiring, ...]
    faults: tuple[tuple[str, Text, FaultRow], ...]
    """Instrument's code and name, and the fault, for instruments that I have booked."""
    suggestions: tuple[Suggestion, ...]


def my_day() -> MyDay:
    """A constant number of statements, whatever the asker has."""
    every = {one.id: one for one in instruments.all_of()}
    mine = _mine()
    rows = [_coming(detail, every[detail.reservation.equipment_id]) for detail in mine]
    booked = {detail.reservation.equipment_id for detail in mine}
    faults = open_faults(sorted(booked))
    return MyDay(
        coming=tuple(rows[:SHOWN]), running=_running(),
        waiting=tuple(row for row in rows if row.state == "pending"), expiring=_expiring(every),
        faults=tuple((every[key].code, every[key].name, fault) for key, found in faults.items() for fault in found),
        suggestions=() if require().staff else _suggestions(list(every.values())),
    )


def _mine() -> list[ReservationDetail]:
    found = ReservationDetail.objects.filter(
        person_id=require().actor, reservation__state__in=("pending", "confirmed", "in_use"),
        reservation__ends_at__gt=clock.now(),
    )
    return list(found.select_related("reservation").order_by("starts_at"))


def _coming(detail: ReservationDetail, one: Instrument) -> Coming:
    shape, now = detail.reservation, clock.now()
    startable = shape.period.start - timedelta(minutes=one.rules.early_start_minutes)
    return Coming(
        code=shape.code, equipment=one.code, equipment_name=one.name, place_name=one.place_name, zone=one.zone,
        period=shape.period, state=shape.state, state_says=words.STATES[shape.state],
        starts_in=int((shape.period.start - now).total_seconds() // 60), startable_from=startable,
        can_start=shape.state == "confirmed" and startable <= now and one.usable and one.trained,
    )


def _running() -> tuple[Running, ...]:
    found = Session.objects.filter(person_id=require().actor, ended_at=None).select_related("equipment", "reservation")
    return tuple(
        Running(
            s.code, s.reservation.code, s.equipment.code, named(s.equipment.name_ko, s.equipment.name_en), s.started_at,
            s.reservation.period.end, s.reservation.period.end <= clock.now(),
        )
        for s in found.order_by("started_at")
    )


def _expiring(every: dict[UUID, Instrument]) -> tuple[Expiring, ...]:
    now = clock.now()
    found = Qualification.objects.filter(person_id=require().actor, revoked_at=None, valid__endswith__gt=now)
    last: dict[UUID, datetime] = {}
    for row in found:
        last[row.equipment_id] = max(row.valid.end, last.get(row.equipment_id, row.valid.end))
    return tuple(
        Expiring(every[key].code, every[key].name, until, (until - now).days)
        for key, until in sorted(last.items(), key=lambda item: item[1])
        if until <= now + EXPIRES_WITHIN and key in every
    )


def _suggestions(every: list[Instrument]) -> tuple[Suggestion, ...]:
    """Those she used most of late come first."""
    now = clock.now()
    used = dict(
        ReservationDetail.objects.filter(person_id=require().actor, starts_at__gt=now - REMEMBERED)
        .values_list("reservation__equipment_id").annotate(n=Count("id"))
    )
    usable = [one for one in every if catalogue.why_not(one) is None]
    chosen = sorted(usable, key=lambda one: -used.get(one.id, 0))[:SUGGESTED]
    furthest = max((one.rules.horizon_days for one in chosen), default=1)
    spans = instruments.taken(
        instruments.with_needs(chosen), Period(now - timedelta(days=1), now + timedelta(days=furthest + 1))
    )
    return tuple(
        Suggestion(
            one.code, one.name, one.place_name, one.zone,
            next(iter(slots.next_gaps(
                instruments.busy(one, spans), one.rules, one.hours, now=now, zone=one.zone, most=1)), None),
        )
        for one in chosen
    )
