"""What people forget, the worker puts right: bookings that nobody came to, sessions that nobody ended."""

from collections.abc import Iterable
from datetime import timedelta

from squaremile.booking import rules, words
from squaremile.booking.models import ReservationDetail, Session
from squaremile.booking.operations.approve import decide
from squaremile.booking.operations.change import step
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
    missed, undecided, ended = _missed(), _undecided(), _ended()
    # The entry belongs to no company: it names bookings of several.
    note(missed=missed, undecided=undecided, ended=ended)
    return len(missed) + len(undecided) + len(ended)


def _over(state: str) -> Iterable[ReservationDetail]:
    """Bookings in a state whose time has passed, nobody having begun."""
    found = ReservationDetail.objects.select_for_update(of=("self",), skip_locked=True).select_related("reservation")
    return found.filter(
        reservation__kind="booking", reservation__state=state, reservation__ends_at__lte=clock.now(),
        reservation__sessions=None,
    ).order_by("starts_at")[:AT_ONCE]


def _undecided() -> list[str]:
    codes = []
    for detail in _over("pending"):
        codes.append(decide(detail, approved=False, reason=_both(words.UNDECIDED)).code)
    return codes


def _both(said: Text) -> str:
    """A remark in a column of no language."""
    return f"{said.ko} / {said.en}"


def _missed() -> list[str]:
    codes = []
    for detail in _over("confirmed"):
        shape = detail.reservation
        step(shape, "missed")
        company, person = detail.owner()
        publish(ReservationMissed(
            reservation=shape.id, code=shape.code, equipment=shape.equipment_id, organisation=company, person=person,
            start=shape.period.start, end=shape.period.end,
        ))
        codes.append(shape.code)
    return codes


def _ended() -> list[str]:
    open_ones = (
        Session.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("reservation", "equipment")
        .filter(ended_at=None, reservation__ends_at__lte=clock.now() - OVER_BY).order_by("started_at")[:AT_ONCE]
    )
    codes = []
    for session in open_ones:
        finish(session, session.reservation.period.end, by=None, said=_both(words.FORGOTTEN))
        codes.append(session.code)
    return codes
