"""Many bookings from elsewhere at once: six months of a site in seconds. The one-by-one form is in `history`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Link, Reservation, ReservationDetail, Session
from squaremile.booking.operations.queue import queue_for
from squaremile.booking.operations.reserve import span
from squaremile.booking.operations.use import METER, registered
from squaremile.booking.policies import slots
from squaremile.core.reads import codes, people
from squaremile.core.words import BAD_INPUT, NOT_FOUND, PROJECT_UNKNOWN
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import MANY, short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.metering.operations import Used, record_usages

STATES = ("confirmed", "done", "missed", "cancelled")
BATCH = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """One booking as it was made elsewhere, and how it was used (only one that is done)."""

    equipment: str
    start: datetime
    end: datetime
    person: UUID
    organisation: str
    booked_at: datetime
    project: str = ""
    state: str = "confirmed"
    purpose: str = ""
    assisted: bool = False
    reason: str = ""
    used: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class _Written:
    """The rows of one booking before they are written."""

    shape: Reservation
    detail: ReservationDetail
    linked: list[Reservation]
    session: Session | None
    machine: Equipment


@operation(
    "booking.record_reservations", ko="지난 예약 한꺼번에 옮겨 적기", en="Record bookings from elsewhere in bulk",
    may=rules.record_history, refuses=(NOT_FOUND, BAD_INPUT, PROJECT_UNKNOWN, words.PERIOD_EMPTY),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN},
)
def record_reservations(*, rows: Sequence[Kept]) -> list[str]:
    """Write bookings with their sessions and usage, all or none; returns their codes, in order.

    Buffers and linked instruments are taken as the instruments' rules say; rules, shares and gates are not asked.
    Nobody is told. The minutes of what is done reach metering, once each.
    """
    asked = {row.equipment for row in rows}
    instruments = {e.code: e for e in Equipment.objects.select_related("rules").filter(code__in=asked)}
    needs: dict[UUID, list[UUID]] = {}
    for link in Link.objects.filter(equipment__code__in=instruments):
        needs.setdefault(link.equipment_id, []).append(link.needs_id)
    company, payer = cache(codes.organisation), cache(people.project)
    booked_by = {row.person for row in rows}
    if set(instruments) != asked or set(codes.emails(booked_by)) != booked_by:
        raise Missing(NOT_FOUND)
    written = []
    for row in rows:
        owner = company(row.organisation)
        project = payer(owner, row.project) if row.project else None
        machine = instruments[row.equipment]
        written.append(_written(row, machine, needs.get(machine.id, []), owner, project))
    queue_for({e.id for e in instruments.values()} | {n for each in needs.values() for n in each})
    Reservation.objects.bulk_create([one.shape for one in written], batch_size=BATCH)
    Reservation.objects.bulk_create([link for one in written for link in one.linked], batch_size=BATCH)
    ReservationDetail.objects.bulk_create([one.detail for one in written], batch_size=BATCH)
    Session.objects.bulk_create([one.session for one in written if one.session], batch_size=BATCH)
    record_usages(meter=METER, rows=[_used(one) for one in written if one.session])
    note(count=len(written))
    return [one.shape.code for one in written]


def _written(row: Kept, machine: Equipment, needs: list[UUID], owner: UUID, project: UUID | None) -> _Written:
    if row.state not in STATES or (row.used is not None) != (row.state == "done"):
        raise Invalid(BAD_INPUT)
    period = span(row.start, row.end)
    of_use = machine.rules
    claimed = slots.claim(period, slots.Rules(
        buffer_before_minutes=of_use.buffer_before_minutes, buffer_after_minutes=of_use.buffer_after_minutes,
    ))
    shape = Reservation(
        code=short_code("RS", MANY), equipment_id=machine.id, kind="booking", period=period, claimed=claimed,
        state=row.state, created_at=row.booked_at,
    )
    detail = ReservationDetail(
        reservation=shape, organisation_id=owner, person_id=row.person, project_id=project,
        purpose=row.purpose.strip()[:300], assisted=row.assisted, reason=row.reason.strip()[:300],
    )
    linked = [
        Reservation(
            code=short_code("RS", MANY), equipment_id=need, parent=shape, kind="linked", period=period, claimed=claimed,
            state=row.state, created_at=row.booked_at,
        )
        for need in needs
    ]
    session = None
    if row.used is not None:
        use = span(*row.used)
        session = Session(
            code=short_code("SE", MANY), equipment_id=machine.id, reservation=shape, person_id=row.person,
            organisation_id=owner, project_id=project, started_at=use.start, ended_at=use.end, ended_by=row.person,
        )
    return _Written(shape, detail, linked, session, machine)


def _used(one: _Written) -> Used:
    """What metering is told, in the form that `use.metered` tells it."""
    session, booked = one.session, one.shape.period
    if session is None or session.ended_at is None:
        raise ValueError("only what was used is metered")
    use = Period(session.started_at, session.ended_at)
    minutes = Decimal(str(use.duration.total_seconds())) / 60
    assisted = {"assisted": True} if one.detail.assisted else {}
    return Used(
        organisation=session.organisation_id, project=session.project_id, person=session.person_id,
        subject=one.machine.code, period=use, quantity=minutes.quantize(Decimal("0.0001")),
        evidence={**assisted, "session": session.code, "reservation": one.shape.code,
                  "booked": [booked.start.isoformat(), booked.end.isoformat()], **registered(one.machine)},
        origin=f"booking.session:{session.id}",
    )
