"""Sessions of a course: announced and cancelled, seats taken and given up, attendance that becomes completed training."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from squaremile.core.notices import tell
from squaremile.core.reads import people
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require, scope, system
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import QuizAttempt, TrainingSeat, TrainingSession
from squaremile.safety.operations.courses import found as course_of
from squaremile.safety.operations.training import newest, recorded
from squaremile.safety.reads.sessions import taken
from squaremile.safety.words import sessions as words
from squaremile.safety.words import training as training_words
from squaremile.spaces.reads import places as spaces_places

STEP = {
    "training_session_step_allowed": words.SESSION_STEP, "training_seat_step_allowed": words.SESSION_STEP,
    "training_session_full": words.SESSION_FULL, "training_seat_once": words.SEAT_TAKEN,
}


@operation(
    "safety.announce_session", ko="교육 일정 알리기", en="Announce a training session", may=rules.train,
    refuses=(training_words.COURSE_UNKNOWN, words.SESSION_UNSOUND, NOT_FOUND),
    constraints={"training_session_places_some": words.SESSION_UNSOUND, "training_session_period_sound": words.SESSION_UNSOUND},
)
def announce_session(
    *, course: str, start: datetime, end: datetime, most: int, place: str = "", trainer: UUID | None = None
) -> TrainingSession:
    """A dated session of a course, for so many people. The trainer is whoever announces it, unless another is named."""
    if start >= end or not 1 <= most <= 1000:
        raise Invalid(words.SESSION_UNSOUND)
    who = trainer or require().actor
    if who is None or who not in people.named([who]):
        raise Missing(NOT_FOUND)
    made = TrainingSession.objects.create(
        code=short_code("TS"), course=course_of(course), trainer_id=who, room_id=spaces_places.find(place).id if place else None,
        period=Period(start, end), places=most, state="announced",
    )
    note(subject=made, course=course, start=start, places=most)
    return made


@operation(
    "safety.cancel_session", ko="교육 일정 취소하기", en="Cancel a training session", may=rules.train,
    refuses=(words.SESSION_UNKNOWN, words.SESSION_STEP), constraints=STEP,
)
def cancel_session(*, training_session: str) -> TrainingSession:
    """It does not take place; whoever has a place or waits for one is told."""
    found = _locked(training_session)
    found.state = "cancelled"
    found.save(update_fields=["state"])
    with scope(system("worker")):
        holders = TrainingSeat.objects.filter(session=found, state__in=("coming", "waiting")).values_list("person_id", flat=True)
        tell(list(holders), "safety.session_cancelled", _said(found, words.CANCELLED), url="/safety/training/", origin=f"off:{found.id}")
    note(subject=found)
    return found


@operation(
    "safety.sign_up", ko="교육 신청하기", en="Sign up for a training session", may=rules.learn,
    refuses=(words.SESSION_UNKNOWN, words.SESSION_STEP, words.SESSION_BEGUN, words.SEAT_TAKEN, NOT_FOUND), constraints=STEP,
)
def sign_up(*, training_session: str) -> TrainingSeat:
    """A place for oneself; where all are taken, a place on the waiting list, which moves up in order."""
    session, me = _queued(training_session), require().actor
    if me is None:
        raise Missing(NOT_FOUND)
    _open(session)
    coming, waiting = taken([session.id])[session.id]
    state = "waiting" if coming >= session.places or waiting else "coming"
    seat = TrainingSeat.objects.filter(session=session, person_id=me).first()
    if seat is None:
        seat = TrainingSeat.objects.create(session=session, person_id=me, asked_at=clock.now(), state=state)
    elif seat.state != "given_up":
        raise Refused(words.SEAT_TAKEN)
    else:
        seat.state, seat.asked_at = state, clock.now()
        seat.save(update_fields=["state", "asked_at"])
    note(subject=session, state=state)
    return seat


@operation(
    "safety.give_up_seat", ko="교육 신청 취소하기", en="Give up a place in a session", may=rules.learn,
    refuses=(words.SESSION_UNKNOWN, words.SESSION_STEP, words.SESSION_BEGUN, words.SEAT_NONE), constraints=STEP,
)
def give_up_seat(*, training_session: str) -> TrainingSeat:
    """Whoever has waited longest has the place at once, and is told."""
    session = _queued(training_session)
    _open(session)
    seat = TrainingSeat.objects.filter(session=session, person_id=require().actor, state__in=("coming", "waiting")).first()
    if seat is None:
        raise Refused(words.SEAT_NONE)
    seat.state = "given_up"
    seat.save(update_fields=["state"])
    with scope(system("worker")):
        _promote(session)
    note(subject=session)
    return seat


@operation(
    "safety.record_attendance", ko="출석 기록하기", en="Record attendance", may=rules.train,
    refuses=(words.SESSION_UNKNOWN, words.SESSION_STEP, words.SESSION_AHEAD, training_words.NOT_HER_OWN,
             training_words.COURSE_UNKNOWN, NOT_FOUND), constraints=STEP,
)  # fmt: skip
def record_attendance(*, training_session: str, present: Sequence[UUID]) -> TrainingSession:
    """The session was held, and these people were there: for each of them it is a completed training of the newest version,
    but where its quiz is not passed yet. Everybody else who had signed up missed it."""
    session, here = _locked(training_session), set(present)
    if session.state != "announced":
        raise Refused(words.SESSION_STEP)
    if session.period.start > clock.now():
        raise Refused(words.SESSION_AHEAD)
    if require().actor in here:
        raise Refused(training_words.NOT_HER_OWN)
    seats = list(TrainingSeat.objects.filter(session=session, state__in=("coming", "waiting")))
    if here - {seat.person_id for seat in seats}:
        raise Missing(NOT_FOUND)
    for seat in seats:
        # From the waiting list one comes to a place first: somebody stayed away.
        _settle(session, seat, seat.person_id in here)
    session.state = "held"
    session.save(update_fields=["state"])
    note(subject=session, present=len(here), missed=len(seats) - len(here))
    return session


def _settle(session: TrainingSession, seat: TrainingSeat, here: bool) -> None:
    if not here:
        seat.state = "missed"
        seat.save(update_fields=["state"])
        return
    if seat.state == "waiting":
        seat.state = "missed"
        seat.save(update_fields=["state"])
    version, attempt = newest(session.course.code), None
    if version.questions:
        passed = QuizAttempt.objects.filter(version=version, person_id=seat.person_id, passed=True, record=None)
        attempt = passed.order_by("-at").first()
    seat.state = "attended"
    if attempt is not None or not version.questions:
        day = session.period.start.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
        seat.record = recorded(version, seat.person_id, day, attempt=attempt, signed_by=require().actor)
    seat.save(update_fields=["state", "record"])


def _promote(session: TrainingSession) -> None:
    """Give free places to those who wait, in the order in which they asked. The caller has queued for the session."""
    coming = TrainingSeat.objects.filter(session=session, state="coming").count()
    waiting = TrainingSeat.objects.filter(session=session, state="waiting").order_by("asked_at", "id")
    for seat in waiting[: max(0, session.places - coming)]:
        seat.state = "coming"
        seat.save(update_fields=["state"])
        tell(
            [seat.person_id], "safety.session_promoted", _said(session, words.PROMOTED),
            url=f"/safety/training/training-sessions/{session.code}/", origin=f"promoted:{seat.id}:{seat.asked_at.isoformat()}",
        )


def _said(session: TrainingSession, text: Text) -> Text:
    when = session.period.start.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y-%m-%d %H:%M")
    return text.fill({"course": both(session.course.name_ko, session.course.name_en), "when": when})


def _open(session: TrainingSession) -> None:
    if session.state != "announced":
        raise Refused(words.SESSION_STEP)
    if session.period.start <= clock.now():
        raise Refused(words.SESSION_BEGUN)


def _queued(code: str) -> TrainingSession:
    """A session, once nobody else takes or gives up a place of it."""
    session = TrainingSession.objects.select_related("course").filter(code=code).first()
    if session is None:
        raise Missing(words.SESSION_UNKNOWN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 62))", (str(session.id),))
    return session


def _locked(code: str) -> TrainingSession:
    """A session that the asker may change, locked."""
    session = TrainingSession.objects.select_for_update(of=("self",)).select_related("course").filter(code=code).first()
    if session is None:
        raise Missing(words.SESSION_UNKNOWN)
    return session
