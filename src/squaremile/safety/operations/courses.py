"""Courses: published in versions, and needed by roles, places and instruments."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from squaremile.core.roles import ROLES
from squaremile.core.words import CODE_UNFIT, CONFLICT, NOT_FOUND, ROLE_UNKNOWN
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.safety import rules
from squaremile.safety.models import Course, CourseAnswers, CourseNeed, CourseVersion
from squaremile.safety.operations.substances import class_of
from squaremile.safety.policies import quiz
from squaremile.safety.reads.areas import today
from squaremile.safety.words import stock as stock_words
from squaremile.safety.words import training as words
from squaremile.spaces.reads import places

SOUND = {
    "course_named": words.COURSE_UNSOUND, "course_hours_known": words.COURSE_UNSOUND, "course_code_fits": CODE_UNFIT,
    "course_version_sound": words.COURSE_UNSOUND, "course_version_shown": words.COURSE_UNSOUND,
    "course_version_once": CONFLICT,
}


@operation(
    "safety.publish_course", ko="교육 과정 내기", en="Publish a course", may=rules.keep_courses,
    refuses=(words.QUIZ_UNSOUND, words.COURSE_UNSOUND), constraints=SOUND,
)
def publish_course(
    *, code: str, minutes: int, signed_off: bool, name_ko: str = "", name_en: str = "", counts_as: str = "",
    valid_days: int | None = None, says_ko: str = "", says_en: str = "", questions: Sequence[Any] = (),
    pass_percent: int = 80, attempts_a_day: int = 3, redo_by: date | None = None,
) -> CourseVersion:
    """Publish a course, or the next version of the one that has this code.

    `questions` are `{ask_ko, ask_en, choices: [{ko, en}], right: [0]}`; `redo_by` is the day from which earlier
    versions count no more.
    """
    try:
        told, right = quiz.parted(quiz.read(list(questions)))
    except quiz.Unsound as wrong:
        raise Invalid(words.QUIZ_UNSOUND, {"why": wrong.says}) from wrong
    names = {"name_ko": name_ko.strip()[:120], "name_en": name_en.strip()[:120], "counts_as": counts_as}
    course, made = Course.objects.get_or_create(code=code.strip(), defaults=names)
    if not made:
        course = Course.objects.select_for_update().get(id=course.id)
        for field, value in names.items():
            setattr(course, field, value)
        course.save(update_fields=list(names))
    newest = CourseVersion.objects.filter(course=course).order_by("-number").first()
    version = CourseVersion.objects.create(
        course=course, number=newest.number + 1 if newest else 1, published_at=clock.now(), minutes=minutes,
        valid_days=valid_days, says_ko=says_ko.strip(), says_en=says_en.strip(), questions=told,
        pass_percent=pass_percent, attempts_a_day=attempts_a_day, signed_off=signed_off, redo_by=redo_by,
    )
    if right:
        CourseAnswers.objects.create(version=version, right=right)
    note(subject=course, version=version.number, minutes=minutes, valid_days=valid_days, redo_by=redo_by)
    return version


@operation(
    "safety.need_course", ko="필요한 교육 정하기", en="Say who needs a course", may=rules.keep_courses,
    refuses=(words.COURSE_UNKNOWN, words.NEED_UNSOUND, ROLE_UNKNOWN, NOT_FOUND,
             stock_words.SCHEME_UNKNOWN, stock_words.CLASS_UNKNOWN),
    constraints={"course_need_once": words.NEED_ALREADY, "course_need_of_one": words.NEED_UNSOUND},
)
def need_course(
    *, course: str, role: str = "", place: str = "", equipment: str = "", entering: str = "", scheme: str = "", hazard: str = "",
) -> CourseNeed:
    """Holders of a role ought to have it (their plan). Gates: who books in a place or on an instrument must; who is given
    access to a place (`entering`); who brings in a substance of a class (`hazard`, in a rule pack or another `scheme`)."""
    made = CourseNeed.objects.create(course=found(course), since=today(), **_target(role, place, equipment, entering, scheme, hazard))
    note(subject=made.course, role=role, place=place or entering, equipment=equipment, scheme=scheme, hazard=hazard)
    return made


@operation(
    "safety.end_course_need", ko="필요한 교육에서 빼기", en="End the need of a course", may=rules.keep_courses,
    refuses=(words.COURSE_UNKNOWN, words.NEED_UNSOUND, words.NEED_UNKNOWN, ROLE_UNKNOWN, NOT_FOUND,
             stock_words.SCHEME_UNKNOWN, stock_words.CLASS_UNKNOWN),
)
def end_course_need(
    *, course: str, role: str = "", place: str = "", equipment: str = "", entering: str = "", scheme: str = "", hazard: str = "",
) -> CourseNeed:
    """From now on it is needed there no more."""
    which = _target(role, place, equipment, entering, scheme, hazard)
    need = CourseNeed.objects.select_for_update().filter(course=found(course), ended_on=None, **which).first()
    if need is None:
        raise Missing(words.NEED_UNKNOWN)
    need.ended_on = today()
    need.save(update_fields=["ended_on"])
    note(subject=need.course, role=role, place=place or entering, equipment=equipment, scheme=scheme, hazard=hazard)
    return need


def found(code: str) -> Course:
    """A course by its code. Raises Missing."""
    course = Course.objects.filter(code=code).first()
    if course is None:
        raise Missing(words.COURSE_UNKNOWN)
    return course


def _target(role: str, place: str, equipment: str, entering: str, scheme: str, hazard: str) -> dict[str, Any]:
    """Whom or what a need is about, as columns. Raises Invalid where it is not exactly one."""
    if sum(map(bool, (role, place, equipment, entering, hazard))) != 1 or bool(scheme) != bool(hazard):
        raise Invalid(words.NEED_UNSOUND)
    if role and role not in ROLES:
        raise Invalid(ROLE_UNKNOWN)
    kinds = ("role", role), ("place", place), ("access", entering), ("class", hazard), ("instrument", equipment)
    where = place or entering
    return {
        "needed_by": next(kind for kind, given in kinds if given), "role": role, "instrument": equipment, "scheme": scheme,
        "hazard": class_of(scheme, hazard) if hazard else "", "place_id": places.find(where).id if where else None,
    }
