"""What people forget, the worker puts right: bookings that nobody came to, sessions that nobody ended."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from squaremile.booking import rules, words
from squaremile.booking.models import ReservationDetail, Session
from squaremile.booking.operations.approve import decide
from squaremile.booking.operations.change import step
from squaremile.booking.operations.queue import of_reservations, queue_for
from squaremile.booking.operations.use import finish
from squaremile.kernel import clock
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.words import Text
from squaremile.published.booking import ReservationMissed

OVER_BY = timedelta(hours=12)
"""So long past its booking's end, an open session is taken as forgotten."""
AT_ONCE = 200


@operation(
    "booking.close_forgotten", ko="잊힌 예약과 사용 정리", en="Close what was forgotten", may=rules.close_forgotten,
    constraints={"reservation_step_allowed": words.STEP_NOT_ALLOWED},
)
def close_forgotten() -> int:
    """Bookings whose time passed without a session are missed, or declined if nobody decided on them; sessions left
    open end where their booking did.

    Up to AT_ONCE of each in one run; rows that someone is working on are left for the next. Returns how many.
    """
    found = [_first(_over("confirmed")), _first(_over("pending")), _first(_left_open())]
    queue_for(of_reservations(key for keys in found for key in keys))
    missed, undecided, ended = _missed(found[0]), _undecided(found[1]), _ended(found[2])
    # The entry belongs to no company: it names bookings of several.
    note(missed=missed, undecided=undecided, ended=ended)
    return len(missed) + len(undecided) + len(ended)


def _over(state: str) -> QuerySet[ReservationDetail]:
    """Bookings in a state whose time has passed, nobody having begun."""
    return ReservationDetail.objects.filter(
        reservation__kind="booking", reservation__state=state, reservation__ends_at__lte=clock.now(),
        reservation__sessions=None,
    ).order_by("starts_at")


def _left_open() -> QuerySet[Session]:
    """Sessions that nobody ended, long after their booking did."""
    return Session.objects.filter(ended_at=None, reservation__ends_at__lte=clock.now() - OVER_BY).order_by("started_at")


def _first(rows: QuerySet[ReservationDetail] | QuerySet[Session]) -> list[UUID]:
    """The bookings that one run takes on."""
    return list(rows.values_list("reservation_id", flat=True)[:AT_ONCE])


def _undecided(keys: Iterable[UUID]) -> list[str]:
    return [decide(detail, approved=False, reason=_both(words.UNDECIDED)).code for detail in _locked("pending", keys)]


def _locked(state: str, keys: Iterable[UUID]) -> QuerySet[ReservationDetail]:
    """Those that are still so, now that their instruments are ours."""
    rows = _over(state).filter(reservation__in=keys).select_related("reservation__equipment")
    return rows.select_for_update(of=("self",), skip_locked=True)


def _both(said: Text) -> str:
    """A remark in a column of no language."""
    return f"{said.ko} / {said.en}"


def _missed(keys: Iterable[UUID]) -> list[str]:
    codes = []
    for detail in _locked("confirmed", keys):
        shape = detail.reservation
        step(shape, "missed")
        company, person = detail.owner()
        publish(ReservationMissed(
            reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
            start=shape.period.start, end=shape.period.end, subject=shape.equipment.code,
        ))
        codes.append(shape.code)
    return codes


def _ended(keys: Iterable[UUID]) -> list[str]:
    rows = _left_open().filter(reservation__in=keys).select_related("reservation", "equipment")
    codes = []
    for session in rows.select_for_update(of=("self",), skip_locked=True):
        finish(session, session.reservation.period.end, by=None, said=_both(words.FORGOTTEN))
        codes.append(session.code)
    return codes
