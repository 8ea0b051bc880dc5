"""What happened, or was agreed, elsewhere: bookings and sessions taken over from another system."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Reservation, ReservationDetail, Session
from squaremile.booking.operations.change import step
from squaremile.booking.operations.queue import of_reservations, queue_for
from squaremile.booking.operations.reserve import span
from squaremile.booking.operations.use import metered
from squaremile.core.operations import remember_external
from squaremile.core.reads import codes, external, people
from squaremile.core.words import BAD_INPUT, CONFLICT, NOT_FOUND, PROJECT_UNKNOWN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

M = TypeVar("M", Reservation, Session)
RECORDED_STATES = ("confirmed", "done", "missed")


@operation(
    "booking.record_reservation", ko="지난 예약 옮겨 적기", en="Record a booking from elsewhere",
    may=rules.record_history, refuses=(NOT_FOUND, BAD_INPUT, CONFLICT, PROJECT_UNKNOWN, words.PERIOD_EMPTY),
    constraints={"reservation_no_overlap": words.SLOT_TAKEN},
)
def record_reservation(
    *, equipment: str, start: datetime, end: datetime, person: UUID, organisation: str, project: str = "",
    state: str = "confirmed", purpose: str = "", origin: str = "",
) -> Reservation:
    """Write a booking as it was made, past or to come: rules, shares, gates and buffers are not asked.

    Nothing may overlap it all the same: a clash is refused, never written. It takes no linked instruments along and
    publishes nothing, so that nobody is told of what she knows. With an `origin` ("nemo:reservation:7") the second
    time gives back the first.
    """
    if known := _known(origin, Reservation):
        return known
    if state not in RECORDED_STATES:
        raise Invalid(BAD_INPUT)
    period = span(start, end)
    company = codes.organisation(organisation)
    payer = people.project(company, project) if project else None
    if not codes.emails([person]):
        raise Missing(NOT_FOUND)
    made = Reservation.objects.create(
        code=short_code("RS"), equipment=_equipment(equipment), kind="booking", period=period, claimed=period,
        state=state, created_at=clock.now(),
    )
    ReservationDetail.objects.create(
        reservation=made, organisation_id=company, person_id=person, project_id=payer, purpose=purpose.strip()[:300]
    )
    if origin:
        remember_external(external_id=origin, kind="reservation", subject=made.id)
    note(subject=made, organisation=company, equipment=equipment, period=period, state=state, origin=origin)
    return made


@operation(
    "booking.record_session", ko="지난 사용 옮겨 적기", en="Record a session from elsewhere", may=rules.record_history,
    refuses=(NOT_FOUND, CONFLICT, words.PERIOD_EMPTY, words.NOT_PLAYED_BACK),
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def record_session(
    *, reservation: str, started_at: datetime, ended_at: datetime, note_text: str = "", origin: str = ""
) -> Session:
    """Write that a recorded booking was used, from when to when. Its minutes reach metering, once.

    The booking becomes done. With an `origin` the second time gives back the first and counts nothing.
    """
    if known := _known(origin, Session):
        return known
    period = span(started_at, ended_at)
    queue_for(of_reservations(Reservation.objects.filter(code=reservation).values_list("id", flat=True)))
    detail = (
        ReservationDetail.objects.select_for_update(of=("self",)).select_related("reservation__equipment")
        .filter(reservation__code=reservation, reservation__kind="booking").first()
    )
    if detail is None:
        raise Missing(NOT_FOUND)
    shape = detail.reservation
    if shape.state not in ("confirmed", "done"):
        raise Refused(words.NOT_PLAYED_BACK)
    company, person = detail.owner()
    made = Session.objects.create(
        code=short_code("SE"), equipment=shape.equipment, reservation=shape, person_id=person,
        organisation_id=company, project_id=detail.project_id, started_at=period.start,
        ended_at=period.end, ended_by=require().actor, note=note_text.strip()[:300],
    )
    if shape.state == "confirmed":
        step(shape, "done")
    metered(made, period, taken_from=origin)
    if origin:
        remember_external(external_id=origin, kind="session", subject=made.id)
    note(subject=made, organisation=made.organisation_id, reservation=reservation, period=period, origin=origin)
    return made


def _known(origin: str, model: type[M]) -> M | None:
    """What was recorded under this origin before. An origin of something else is refused."""
    found = external.find(origin) if origin else None
    if found is None:
        return None
    row = model.objects.filter(id=found.subject).first()
    if row is None:
        raise Refused(CONFLICT)
    return row


def _equipment(code: str) -> Equipment:
    found = Equipment.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    return found
