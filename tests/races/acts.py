"""Everything that changes what is booked, each with a booking of its own to act on: `ACTS[name](place)`."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from squaremile.booking import operations as booking
from squaremile.booking.models import Reservation
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import registry
from squaremile.kernel.scope import Grant, Scope, scope, system
from tests.world import World

HOUR, HALF = timedelta(hours=1), timedelta(minutes=30)


@dataclass(frozen=True)
class Place:
    """Which instrument, which other one it needs, and the half hour that is the act's own."""

    world: World
    equipment: str
    other: str
    early: datetime
    start: datetime
    """A day after `early`: what is over then for the worker is not for the rest."""

    @property
    def end(self) -> datetime:
        return self.start + HALF

    def book(self, who: str = "hana", start: datetime | None = None, **more: bool) -> Reservation:
        begins = start or self.start
        with by(self.world.person(who), self.early - HOUR):
            return booking.reserve(equipment=self.equipment, start=begins, end=begins + HALF, **more)


@dataclass(frozen=True)
class Act:
    """Who does it, when, and what."""

    asking: Scope
    at: datetime
    call: Callable[[], object]


@contextmanager
def by(asking: Scope, at: datetime):
    with clock.as_of(at), scope(asking):
        yield


def _of(place: Place, who: str, at: datetime, call: Callable[..., object], **asked: object) -> Act:
    return Act(place.world.person(who), at, lambda: call(**asked))


def reserve(p: Place) -> Act:
    return _of(p, "hana", p.early, booking.reserve, equipment=p.equipment, start=p.start, end=p.end)


def reserve_series(p: Place) -> Act:
    """The later date on the other instrument comes first by code or by key: never by the order asked."""
    dates = [
        booking.SeriesDate(p.start + n * HALF / 2, p.start + (n + 1) * HALF / 2, e)
        for n, e in enumerate((p.other, p.equipment))
    ]
    return _of(p, "hana", p.early, booking.reserve_series, equipment=p.equipment, dates=dates)


def move(p: Place) -> Act:
    """To the very instrument that it takes along."""
    mine = p.book()
    return _of(p, "hana", p.early, booking.move, reservation=mine.code, start=p.start, end=p.end, equipment=p.other)


def shorten(p: Place) -> Act:
    return _of(p, "hana", p.early, booking.shorten, reservation=p.book().code, end=p.end - HALF / 2)


def cancel(p: Place) -> Act:
    return _of(p, "hana", p.early, booking.cancel, reservation=p.book().code)


def approve(p: Place) -> Act:
    return _of(p, "operator", p.early, booking.approve, reservation=p.book(assisted=True).code)


def decline(p: Place) -> Act:
    return _of(p, "operator", p.early, booking.decline, reservation=p.book(assisted=True).code, reason="no")


def start_session(p: Place) -> Act:
    return _of(p, "hana", p.start, booking.start_session, reservation=p.book().code)


def end_session(p: Place) -> Act:
    mine = p.book()
    with by(p.world.person("hana"), p.start):
        session = booking.start_session(reservation=mine.code)
    return _of(p, "hana", p.start + HALF / 2, booking.end_session, session=session.code)


def block(p: Place) -> Act:
    """Of the instrument that a booking takes along: the booking goes."""
    p.book()
    return _of(p, "operator", p.early, booking.block, equipment=p.other, start=p.start, end=p.end,
               work_type="repair", displace=True, reason="broken")  # fmt: skip


def unblock(p: Place) -> Act:
    with by(p.world.person("operator"), p.early):
        made = booking.block(equipment=p.equipment, start=p.start, end=p.end, work_type="repair")
    return _of(p, "operator", p.early, booking.unblock, reservation=made.code)


def record_reservation(p: Place) -> Act:
    return _of(p, "operator", p.early, booking.record_reservation, equipment=p.equipment, start=p.start, end=p.end,
               person=p.world.people["sora"], organisation="SAEBOM")  # fmt: skip


def record_reservations(p: Place) -> Act:
    row = booking.Kept(equipment=p.equipment, start=p.start, end=p.end, person=p.world.people["sora"],
                       organisation="SAEBOM", booked_at=p.early)  # fmt: skip
    return _of(p, "operator", p.early, booking.record_reservations, rows=[row])


def record_session(p: Place) -> Act:
    return _of(p, "operator", p.end, booking.record_session, reservation=p.book().code, started_at=p.start,
               ended_at=p.end)  # fmt: skip


def close_forgotten(p: Place) -> Act:
    """One that nobody came to, one that nobody decided on, and a session that nobody ended."""
    p.book(start=p.early)
    p.book(start=p.early + HALF, assisted=True)
    open_one = p.book(start=p.early + HOUR)
    with by(p.world.person("hana"), p.early + HOUR):
        booking.start_session(reservation=open_one.code)
    return Act(system("worker"), p.early + 20 * HOUR, booking.close_forgotten)


def release_leaver(p: Place) -> Act:
    """A scientist of her own, who left with a booking to come."""
    company, whole = p.world.organisations["HANBIT"], {"start": p.early - 24 * HOUR, "end": p.early + 480 * HOUR}
    with by(p.world.person("director"), p.early - HOUR):
        leaver = core.add_person(email=f"{short_code('X').lower()}@example.org", name_ko="이직자", name_en="Leaver").id
        core.grant_role(person=leaver, role="scientist", organisation=company, **whole)
    with by(Scope(actor=leaver, grants=(Grant("scientist", company),)), p.early - HOUR):
        booking.reserve(equipment=p.equipment, start=p.start, end=p.end)
    with by(p.world.person("director"), p.early):
        core.end_membership(person=leaver, organisation=company)
    return Act(system("worker"), p.early, lambda: booking.release_leaver(person=leaver, organisation=company))


ACTS: dict[str, Callable[[Place], Act]] = {
    act.__name__: act
    for act in (
        reserve, reserve_series, move, shorten, cancel, approve, decline, start_session, end_session, block, unblock,
        record_reservation, record_reservations, record_session, close_forgotten, release_leaver,
    )
}  # fmt: skip


def changing() -> set[str]:
    """The operations that change what is booked, by their own word: they heed the database's rules of a booking."""
    heeded = {"reservation_no_overlap", "reservation_step_allowed"}
    return {name.removeprefix("booking.") for name, known in registry.items() if heeded & known.constraints.keys()}


class TakenBack(Exception):
    """Ends a try without keeping anything."""


def done(act: Act, *, keep: bool) -> Exception | None:
    """Do it on a connection of this thread's own; what went wrong, if anything."""
    try:
        with by(act.asking, act.at):
            act.call()
            if not keep:
                raise TakenBack
    except TakenBack:
        return None
    except Exception as error:
        return error
    finally:
        connection.close()
    return None
