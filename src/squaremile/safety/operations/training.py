"""Training: quizzes taken, trainings signed off and revoked, the duty to hours, and reminders."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.core.notices import tell
from squaremile.core.reads import grants, people
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import both
from squaremile.safety import rules
from squaremile.safety.models import CourseVersion, HoursDuty, QuizAttempt, TrainingRecord
from squaremile.safety.operations.courses import found
from squaremile.safety.policies.hours import GRADES
from squaremile.safety.policies.training import last_day
from squaremile.safety.reads import training
from squaremile.safety.reads.areas import begin_of, today
from squaremile.safety.words import training as words


@operation(
    "safety.take_quiz", ko="교육 평가 응시하기", en="Take a quiz", may=rules.learn,
    refuses=(words.COURSE_UNKNOWN, words.NO_QUIZ, words.ATTEMPTS_SPENT, NOT_FOUND),
)
def take_quiz(*, course: str, choices: Mapping[str, Sequence[int]]) -> QuizAttempt:
    """Answer the newest version's questions: question number (from 1) → chosen answers (from 1).

    A passed quiz is a completed training at once, unless a trainer has to sign it off.
    """
    version, me = newest(course), require().actor
    if me is None:
        raise Missing(NOT_FOUND)
    if not version.questions:
        raise Refused(words.NO_QUIZ)
    with connection.cursor() as cursor:
        # Attempts of one person at one version come one after the other: none is counted twice as the last of the day.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 61))", (f"{me}:{version.id}",))
    tried = QuizAttempt.objects.filter(version=version, person_id=me, at__gte=begin_of(today())).count()
    if tried >= version.attempts_a_day:
        raise Refused(words.ATTEMPTS_SPENT, {"limit": version.attempts_a_day})
    made = QuizAttempt.objects.create(
        version=version, person_id=me, at=clock.now(), right=0, out_of=len(version.questions), passed=False,
        answers=_chosen(choices),
    )
    made.refresh_from_db(fields=["right", "out_of", "passed"])  # The database has marked it: the answers are not ours to read.
    if made.passed and not version.signed_off:
        recorded(version, me, today(), attempt=made)
    note(subject=made, course=course, version=version.number, passed=made.passed, right=made.right, of=made.out_of)
    return made


@operation(
    "safety.sign_off_training", ko="교육 이수 확인하기", en="Sign off a training", may=rules.train,
    refuses=(words.COURSE_UNKNOWN, words.QUIZ_FIRST, words.NOT_HER_OWN, words.DONE_AHEAD, NOT_FOUND),
)
def sign_off_training(
    *, course: str, person: UUID, completed_on: date | None = None, minutes: int | None = None
) -> TrainingRecord:
    """Confirm that a person has done the newest version; once its quiz is passed, where it has one.

    `minutes` where it took other than what the version says.
    """
    version, day = newest(course), completed_on or today()
    if person == require().actor:
        raise Refused(words.NOT_HER_OWN)
    if day > today():
        raise Invalid(words.DONE_AHEAD)
    attempt = None
    if version.questions:
        passed = QuizAttempt.objects.filter(version=version, person_id=person, passed=True, record=None)
        attempt = passed.order_by("-at").first()
        if attempt is None:
            raise Refused(words.QUIZ_FIRST)
    made = recorded(version, person, day, attempt=attempt, signed_by=require().actor, minutes=minutes)
    note(subject=made, organisation=made.organisation_id, course=course, version=version.number, person=person, day=day)
    return made


@operation(
    "safety.revoke_training", ko="교육 이수 취소하기", en="Revoke a training", may=rules.train,
    refuses=(words.TRAINING_UNKNOWN, words.REASON),
)
def revoke_training(*, training_record: str, reason: str) -> TrainingRecord:
    """It counts no more from now on; the record stays, with the reason."""
    if not reason.strip():
        raise Invalid(words.REASON)
    record = TrainingRecord.objects.select_for_update(of=("self",)).filter(code=training_record, revoked_at=None).first()
    if record is None:
        raise Missing(words.TRAINING_UNKNOWN)
    record.revoked_at, record.revoked_why = clock.now(), reason.strip()[:300]
    record.save(update_fields=["revoked_at", "revoked_why"])
    note(subject=record, organisation=record.organisation_id, person=record.person_id, reason=record.revoked_why)
    return record


@operation(
    "safety.set_hours_duty", ko="연구실안전교육 대상 정하기", en="Say how somebody works in laboratories", may=rules.set_duty,
    refuses=(words.JOINED_AHEAD, NOT_FOUND), constraints={"safety_hours_duty_person_id_key": words.JOINED_AHEAD},
)
def set_hours_duty(*, person: UUID, grade: str, employee: bool, diagnosed: bool, joined_on: date) -> HoursDuty:
    """The risk grade of her laboratory, how she is employed, and since when: her hours follow from it."""
    if grade not in GRADES or joined_on > today():
        raise Invalid(words.JOINED_AHEAD)
    if person not in people.named([person]) or not (rules.train(require()) or _admin_of(person)):
        raise Missing(NOT_FOUND)
    said: dict[str, Any] = {"grade": grade, "employee": employee, "diagnosed": diagnosed, "joined_on": joined_on}
    kept, _ = HoursDuty.objects.update_or_create(person_id=person, defaults=said)
    note(subject=kept, person=person, **said)
    return kept


@operation("safety.remind_of_training", ko="교육 만료 알리기", en="Remind of trainings that end", may=rules.remind_of_training)
def remind_of_training() -> int:
    """Each person once for each record that ends soon and has no successor. Returns how many were found."""
    ending = training.ending(today())
    for row in ending:
        tell(
            [row.person], "safety.training_ends", words.ENDS.fill({"course": row.course, "until": row.until.isoformat()}),
            url="", origin=f"training:{row.record}:{row.until}",
        )
    note(told=len(ending))
    return len(ending)


def newest(course: str) -> CourseVersion:
    """The version of a course that is taught now. Raises Missing."""
    version = CourseVersion.objects.filter(course=found(course)).select_related("course").order_by("-number").first()
    if version is None:
        raise Missing(words.COURSE_UNKNOWN)
    return version


def _chosen(choices: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Question → chosen answers, both from 1. What is no number of a question answers none."""
    return {str(int(key)): sorted(set(picked)) for key, picked in choices.items() if key.isdecimal()}


def _admin_of(person: UUID) -> bool:
    mine = [g.organisation for g in require().grants if g.role == "company_admin" and g.organisation is not None]
    return any(grants.belongs(person, each) for each in mine)


def recorded(
    version: CourseVersion, person: UUID, day: date, *, attempt: QuizAttempt | None, signed_by: UUID | None = None,
    minutes: int | None = None,
) -> TrainingRecord:
    """Write down that she has done it: with her name and her company as they are now."""
    who = people.named([person]).get(person)
    if who is None:
        raise Missing(NOT_FOUND)
    companies = grants.rights(person).organisations
    name = both(who.name.ko, who.name.en)
    return TrainingRecord.objects.create(
        code=short_code("TR"), version=version, person_id=person, person_name_ko=name.ko, person_name_en=name.en,
        organisation_id=next(iter(companies)) if len(companies) == 1 else None, completed_on=day,
        until=last_day(day, version.valid_days), minutes=version.minutes if minutes is None else minutes,
        way="quiz" if signed_by is None else "sign_off", attempt=attempt, signed_by=signed_by, entered_at=clock.now(),
    )
