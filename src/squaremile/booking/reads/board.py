"""The operations board: a site's day, what waits for a decision, who runs over, what is down and whom it hurts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.booking import words
from squaremile.booking.models import Reservation, Session
from squaremile.booking.reads import instruments
from squaremile.booking.reads.calendar import site_of
from squaremile.booking.reads.instrument import FaultRow, open_faults
from squaremile.booking.reads.instruments import Instrument
from squaremile.booking.words import named
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.period import Period, civil_day
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text

AFFECTED_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One booking or maintenance block, with its holder: staff see all."""

    code: str
    kind: str
    state: str
    state_says: Text
    equipment: str
    equipment_name: Text
    period: Period
    person: str
    company: str
    says: str
    """Purpose, or the kind of work for maintenance."""


@dataclass(frozen=True, slots=True)
class Overrun:
    """A session that runs past its booking, and who is next on the instrument within a day."""

    session: str
    line: Line
    minutes: int
    next: Line | None


@dataclass(frozen=True, slots=True)
class Down:
    """An instrument that takes no bookings, why, and the bookings of the coming week that it hurts."""

    instrument: Instrument
    faults: tuple[FaultRow, ...]
    affected: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Board:
    site: str
    zone: ZoneInfo
    day: Period
    today: tuple[Line, ...]
    counts: dict[str, int]
    """Today's bookings by state; every state is there, also with none."""
    pending: tuple[Line, ...]
    overruns: tuple[Overrun, ...]
    down: tuple[Down, ...]
    missed: tuple[Line, ...]


def board(*, site: str) -> Board:
    """The board of a site (code), for staff. Raises Forbidden for others and Missing for an unknown site."""
    if not require().staff:
        raise Forbidden(NOT_ALLOWED)
    key, zone = site_of(site)
    now = clock.now()
    day = civil_day(now.astimezone(zone).date(), zone)
    today = [_line(r) for r in _rows(site_id=key, ends_at__gt=day.start, starts_at__lt=day.end)]
    counted = Counter(line.state for line in today if line.kind == "booking")
    return Board(
        site=site, zone=zone, day=day, today=tuple(today), counts={state: counted[state] for state in words.STATES},
        pending=tuple(_line(r) for r in _rows(site_id=key, state="pending", ends_at__gt=now)),
        overruns=_overruns(key), down=_down(key),
        missed=tuple(line for line in today if line.state == "missed"),
    )


def _rows(**chosen: Any) -> Iterable[Reservation]:
    found = Reservation.objects.exclude(kind="linked").filter(**chosen)
    return found.select_related("equipment", "detail__person", "detail__organisation").order_by("starts_at", "code")


def _line(row: Reservation) -> Line:
    detail, machine = row.detail, row.equipment
    work = words.WORK_TYPES.get(detail.work_type)
    says = " · ".join(part for part in (str(work) if work else "", detail.purpose) if part)
    return Line(
        code=row.code, kind=row.kind, state=row.state, state_says=words.STATES[row.state], equipment=machine.code,
        equipment_name=named(machine.name_ko, machine.name_en), period=row.period,
        person=detail.person.name if detail.person else "",
        company=detail.organisation.name if detail.organisation else "", says=says,
    )


def _overruns(site: UUID) -> tuple[Overrun, ...]:
    now = clock.now()
    found = list(
        Session.objects.filter(ended_at=None, reservation__ends_at__lte=now, equipment__site_id=site)
        .select_related("reservation__equipment", "reservation__detail__person", "reservation__detail__organisation")
        .order_by("reservation__ends_at")
    )
    following: dict[UUID, Reservation] = {}
    coming = _rows(
        equipment_id__in=[s.equipment_id for s in found], state__in=("pending", "confirmed"), ends_at__gt=now,
        starts_at__lt=now + timedelta(days=1),
    )
    for row in coming:
        following.setdefault(row.equipment_id, row)
    return tuple(
        Overrun(
            s.code, _line(s.reservation), int((now - s.reservation.period.end).total_seconds() // 60),
            _line(following[s.equipment_id]) if s.equipment_id in following else None,
        )
        for s in found
    )


def _down(site: UUID) -> tuple[Down, ...]:
    now = clock.now()
    broken = {one.id: one for one in instruments.all_of(site) if not one.usable}
    faults = open_faults(list(broken))
    hurt: dict[UUID, list[Line]] = {key: [] for key in broken}
    rows = Reservation.objects.filter(
        equipment_id__in=list(broken), state__in=("pending", "confirmed"), ends_at__gt=now,
        starts_at__lt=now + AFFECTED_WITHIN, kind__in=("booking", "linked"),
    ).values_list("equipment_id", "id", "parent_id")
    holders = [(machine, parent or own) for machine, own, parent in rows]
    mains = {row.id: row for row in _rows(id__in=[main for _, main in holders])}
    for machine, main in holders:
        hurt[machine].append(_line(mains[main]))
    return tuple(
        Down(one, faults.get(key, ()), tuple(sorted(hurt[key], key=lambda line: line.period)))
        for key, one in broken.items()
    )
