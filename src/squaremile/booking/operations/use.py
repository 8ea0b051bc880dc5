"""Sessions: an instrument in use, and the minutes that go to metering when it ends."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from squaremile.booking import rules, words
from squaremile.booking.models import Equipment, Reservation, ReservationDetail, Session
from squaremile.booking.operations.change import held, step
from squaremile.booking.operations.queue import of_reservations, queue_for
from squaremile.booking.operations.standing import STANDING, slot_of, still_stands
from squaremile.booking.reads import trained_then
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.metering.operations import count
from squaremile.published.booking import SessionEnded, SessionStarted

METER = "equipment_minutes"


@operation(
    "booking.start_session", ko="사용 시작", en="Start using", may=rules.use,
    refuses=(words.NOT_CHANGEABLE, words.STEP_NOT_ALLOWED, NOT_FOUND, words.TOO_EARLY, words.RESERVATION_OVER, *STANDING),
    constraints={"session_one_open": words.IN_USE, "reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def start_session(*, reservation: str) -> Session:
    """Begin use of a booked instrument. Training, state and gates are asked again at this moment."""
    detail = held(reservation, "confirmed")
    shape, now = detail.reservation, clock.now()
    slot = slot_of(detail)
    early = slot.rules.early_start_minutes
    if now < shape.period.start - timedelta(minutes=early):
        raise Refused(words.TOO_EARLY, {"early": early})
    if now >= shape.period.end:
        raise Refused(words.RESERVATION_OVER)
    still_stands(slot)
    company, person = detail.owner()
    session = Session.objects.create(
        code=short_code("SE"), equipment_id=shape.equipment_id, reservation=shape, person_id=person,
        organisation_id=company, project_id=detail.project_id, started_at=now,
    )
    step(shape, "in_use")
    note(subject=session, organisation=session.organisation_id, reservation=shape.code)
    publish(SessionStarted(
        session=session.id, code=session.code, reservation=shape.id, equipment=shape.equipment_id,
        organisation=session.organisation_id, person=session.person_id, at=now,
    ))
    return session


@operation(
    "booking.end_session", ko="사용 끝내기", en="End use", may=rules.use, refuses=(NOT_FOUND, words.SESSION_ENDED),
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def end_session(*, session: str, note_text: str = "") -> Session:
    """End use. The used minutes reach metering in the same transaction, once."""
    booked = Session.objects.filter(code=session).values_list("reservation_id", flat=True).first()
    if booked is None:
        raise Missing(NOT_FOUND)
    queue_for(of_reservations([booked]))
    found = Session.objects.select_for_update(of=("self",)).select_related("reservation", "equipment")
    open_session = found.filter(code=session).first()
    if open_session is None:
        raise Missing(NOT_FOUND)
    if open_session.ended_at is not None:
        raise Refused(words.SESSION_ENDED)
    minutes = finish(open_session, clock.now(), by=require().actor, said=note_text.strip())
    note(
        subject=open_session, organisation=open_session.organisation_id, minutes=str(minutes.quantize(Decimal("0.1")))
    )
    return open_session


def finish(session: Session, at: datetime, *, by: UUID | None, said: str) -> Decimal:
    """End an open session at a moment: its booking is done, its minutes are metered, and others hear of it.

    The caller has queued for the instruments. Returns the minutes.
    """
    ended = max(at, session.started_at + timedelta(seconds=1))
    session.ended_at, session.ended_by, session.note = ended, by, said
    session.save(update_fields=["ended_at", "ended_by", "note"])
    step(session.reservation, "done")
    used = Period(session.started_at, ended)
    minutes = metered(session, used, **_untrained(session, used))
    free_the_rest(session.reservation, ended)
    publish(SessionEnded(
        session=session.id, code=session.code, reservation=session.reservation_id, equipment=session.equipment_id,
        organisation=session.organisation_id, person=session.person_id, started_at=session.started_at, ended_at=ended,
    ))
    return minutes


def free_the_rest(shape: Reservation, ended: datetime) -> None:
    """What is left of the booked time is free for others at once. The booked span stays in the meter's evidence."""
    if ended >= shape.period.end:
        return
    after = shape.claimed.end - shape.period.end
    end = max(ended, shape.period.start + timedelta(minutes=1))
    shape.period, shape.claimed = Period(shape.period.start, end), Period(shape.claimed.start, end + after)
    shape.save(update_fields=["period", "claimed"])
    Reservation.objects.filter(parent=shape, state="done").update(period=shape.period, claimed=shape.claimed)


def registered(equipment: Equipment) -> dict[str, str]:
    """The instrument's number at the national equipment centre, which research funds ask for on a bill."""
    return {"nfec": equipment.nfec_number} if equipment.nfec_number else {}


def origin_of(session: Session) -> str:
    """Under which metering knows it."""
    return f"booking.session:{session.id}"


def _assisted(session: Session) -> dict[str, bool]:
    """Staff at one's side, which costs more."""
    asked = ReservationDetail.objects.filter(reservation_id=session.reservation_id, assisted=True)
    return {"assisted": True} if asked.exists() else {}


def _untrained(session: Session, used: Period) -> dict[str, object]:
    """Training that did not hold at the time, which staff look at before a bill goes out."""
    lacking = trained_then.lacking(session.equipment, session.person_id, used)
    return {"untrained": [{"ko": each.ko, "en": each.en} for each in lacking]} if lacking else {}


def metered(session: Session, used: Period, **evidence: object) -> Decimal:
    """Record a session's minutes, once; gives them back."""
    minutes = Decimal(used.duration // timedelta(microseconds=1)) / 60_000_000
    booked = session.reservation.period
    count(
        meter=METER, organisation=session.organisation_id, project=session.project_id, person=session.person_id,
        subject=session.equipment.code, period=used, quantity=minutes.quantize(Decimal("0.0001")),
        evidence={**_assisted(session), "session": session.code, "reservation": session.reservation.code,
                  "booked": [booked.start.isoformat(), booked.end.isoformat()], **registered(session.equipment), **evidence},
        origin=origin_of(session),
    )
    return minutes
