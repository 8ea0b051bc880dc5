"""Over the API: training sessions, places in them, and attendance."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety.reads import sessions


class SessionKept(Coded):
    """A session of a course."""

    places: int
    state: str


class SessionSeatKept(Answer):
    """The asker's own place."""

    state: str
    asked_at: datetime


class SessionSeen(Coded):
    """A session to come. `mine` is the state of the asker's own place, empty where she has none."""

    course: str
    course_name: Sentence
    start: datetime
    end: datetime
    places: int
    coming: int
    waiting: int
    state: str
    mine: str


def _seen(row: sessions.SessionRow) -> SessionSeen:
    return SessionSeen(
        code=row.code, course=row.course, course_name=Sentence(ko=row.course_name.ko, en=row.course_name.en), start=row.start,
        end=row.end, places=row.places, coming=row.coming, waiting=row.waiting, state=row.state, mine=row.mine,
    )


@router.get(
    "/safety/training-sessions", response=Page[SessionSeen], summary="Training sessions · 교육 일정", tags=["safety"],
    operation_id="safety_training_sessions",
)
def list_sessions(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Sessions to come, by code."""
    if require().actor is None:
        raise Forbidden(NOT_ALLOWED)
    found = sorted(sessions.sessions(), key=lambda row: row.code)
    return answered(pages.cut(found, limit, cursor, _seen, lambda row: row.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/training-sessions", safety.announce_session, SessionKept, status=201),
    Endpoint(POST, "/safety/training-sessions/{code}/cancel", safety.cancel_session, SessionKept, code="training_session"),
    Endpoint(POST, "/safety/training-sessions/{code}/seat", safety.sign_up, SessionSeatKept, code="training_session", status=201),
    Endpoint(POST, "/safety/training-sessions/{code}/seat/give-up", safety.give_up_seat, SessionSeatKept, code="training_session"),
    Endpoint(POST, "/safety/training-sessions/{code}/attendance", safety.record_attendance, SessionKept, code="training_session"),
)
