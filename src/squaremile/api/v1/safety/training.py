"""Over the API: courses, quizzes, training records, hours and passports."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from squaremile.api import pages
from squaremile.api.answers import Answer, Coded, Page, Sentence, answered
from squaremile.api.endpoint import POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety.reads import training
from squaremile.safety.reads.areas import today


class CourseVersionKept(Answer):
    """A version of a course."""

    number: int
    minutes: int
    valid_days: int | None
    signed_off: bool
    redo_by: date | None


class CourseNeedKept(Answer):
    """Who needs a course."""

    needed_by: str
    role: str
    instrument: str
    since: date
    ended_on: date | None


class QuizAttemptKept(Answer):
    """What an attempt was worth."""

    at: datetime
    right: int
    out_of: int
    passed: bool


class TrainingKept(Coded):
    """A completed training."""

    completed_on: date
    until: date | None
    minutes: int
    way: str
    revoked_at: datetime | None


class HoursDutyKept(Answer):
    """How somebody works in laboratories."""

    grade: str
    employee: bool
    diagnosed: bool
    joined_on: date


class PassportKept(Coded):
    """A training passport; `document` is the signed file."""

    issued_at: datetime
    ends_at: datetime
    revoked_at: datetime | None
    document: dict[str, Any]


class CourseSeen(Coded):
    """A course in its newest version, and how the asker stands in it."""

    name: Sentence
    version: int
    minutes: int
    valid_days: int | None
    counts_as: str
    signed_off: bool
    quiz: bool
    state: str
    until: date | None
    needed: bool


def _seen(row: training.StandingRow) -> CourseSeen:
    course = row.course
    return CourseSeen(
        code=course.code, name=Sentence(ko=course.name.ko, en=course.name.en), version=course.number, minutes=course.minutes,
        valid_days=course.valid_days, counts_as=course.counts_as, signed_off=course.signed_off, quiz=course.quiz,
        state=row.standing.state, until=row.standing.until, needed=row.needed,
    )


@router.get(
    "/safety/courses", response=Page[CourseSeen], summary="Courses · 안전교육 과정", tags=["safety"], operation_id="safety_courses"
)
def list_courses(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every course, with how the asker stands in it today."""
    me = require().actor
    if me is None:
        raise Forbidden(NOT_ALLOWED)
    return answered(pages.cut(training.of_person(me, today()), limit, cursor, _seen, lambda row: row.code).model_dump_json())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/safety/courses", safety.publish_course, CourseVersionKept, status=201),
    Endpoint(POST, "/safety/courses/{code}/needs", safety.need_course, CourseNeedKept, code="course", status=201),
    Endpoint(POST, "/safety/courses/{code}/needs/end", safety.end_course_need, CourseNeedKept, code="course"),
    Endpoint(POST, "/safety/courses/{code}/quiz", safety.take_quiz, QuizAttemptKept, code="course", status=201),
    Endpoint(POST, "/safety/courses/{code}/sign-off", safety.sign_off_training, TrainingKept, code="course", status=201),
    Endpoint(POST, "/safety/training-records/{code}/revoke", safety.revoke_training, TrainingKept, code="training_record"),
    Endpoint(POST, "/safety/hours-duties", safety.set_hours_duty, HoursDutyKept),
    Endpoint(POST, "/safety/passports", safety.issue_passport, PassportKept, status=201),
    Endpoint(POST, "/safety/passports/{code}/revoke", safety.revoke_passport, PassportKept, code="passport_code"),
)
