"""One course: its versions, its questions as far as the asker may know them, and who needs it; and the plans of roles."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from squaremile.core.roles import ROLES
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Course, CourseAnswers, CourseNeed, CourseVersion, QuizAttempt
from squaremile.safety.policies import quiz
from squaremile.safety.policies.quiz import Question
from squaremile.safety.reads.areas import begin_of, today
from squaremile.safety.words import training as words


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a course."""

    id: UUID
    number: int
    published_at: datetime
    minutes: int
    valid_days: int | None
    says: Text
    says_ko: str
    says_en: str
    pass_percent: int
    attempts_a_day: int
    signed_off: bool
    redo_by: date | None
    questions: tuple[Question, ...]
    """Without the right answers, but for `CourseSeen.to_edit`."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """Who needs a course, since when. `needed_by`: role, place, instrument, access or class; `scheme` is of a class."""

    course: str
    course_name: Text
    needed_by: str
    what: str
    label: Text
    since: date
    scheme: str = ""

    @property
    def said(self) -> Text:
        return words.NEEDED_BY[self.needed_by]


@dataclass(frozen=True, slots=True)
class CourseSeen:
    """A course with its versions, the newest first."""

    id: UUID
    code: str
    name: Text
    name_ko: str
    name_en: str
    counts_as: str
    versions: tuple[VersionRow, ...]
    needs: tuple[NeedRow, ...]

    @property
    def newest(self) -> VersionRow:
        return self.versions[0]


def course(code: str) -> CourseSeen:
    """One course. Three statements. Raises Missing."""
    found = Course.objects.filter(code=code).first()
    versions = list(CourseVersion.objects.filter(course=found).order_by("-number")) if found else []
    if found is None or not versions:
        raise Missing(words.COURSE_UNKNOWN)
    rows = tuple(_version(each) for each in versions)
    name = both(found.name_ko, found.name_en)
    return CourseSeen(
        found.id, found.code, name, found.name_ko, found.name_en, found.counts_as, rows, tuple(needs([found.id])),
    )


def to_edit(code: str) -> tuple[CourseSeen, tuple[Question, ...]]:
    """A course and its newest questions with their right answers: those who edit it see them, nobody else has any."""
    seen = course(code)
    told = CourseVersion.objects.filter(id=seen.newest.id).values_list("questions", flat=True)[0]
    right = CourseAnswers.objects.filter(version_id=seen.newest.id).values_list("right", flat=True).first()
    return seen, quiz.asked(told, right or ())


def attempts_left(version: VersionRow, person: UUID) -> int:
    """How often she may still try today."""
    tried = QuizAttempt.objects.filter(version_id=version.id, person_id=person, at__gte=begin_of(today())).count()
    return max(0, version.attempts_a_day - tried)


def needs(courses: Iterable[UUID] | None = None) -> list[NeedRow]:
    """Everything that is needed today, by course; of some courses. One statement."""
    found = CourseNeed.objects.filter(ended_on=None).select_related("course", "place").order_by("course__code", "needed_by", "role", "instrument")
    if courses is not None:
        found = found.filter(course_id__in=list(courses))
    return [_need(each) for each in found]


def plans() -> list[tuple[str, Text, list[NeedRow]]]:
    """Each role with what its holders ought to have."""
    rows: dict[str, list[NeedRow]] = defaultdict(list)
    for each in needs():
        if each.needed_by == "role":
            rows[each.what].append(each)
    return [(role.code, role.label, rows[role.code]) for role in ROLES.values()]


def _need(each: CourseNeed) -> NeedRow:
    if each.needed_by == "role":
        role = ROLES.get(each.role)
        what, label = each.role, role.label if role else Text(ko=each.role, en=each.role)
    elif each.place is not None:
        what, label = each.place.code, both(each.place.name_ko, each.place.name_en)
    elif each.needed_by == "class":
        what, label = each.hazard, Text(ko=f"{each.scheme} {each.hazard}", en=f"{each.scheme} {each.hazard}")
    else:
        what, label = each.instrument, Text(ko=each.instrument, en=each.instrument)
    return NeedRow(
        each.course.code, both(each.course.name_ko, each.course.name_en), each.needed_by, what, label, each.since,
        each.scheme,
    )


def _version(each: CourseVersion) -> VersionRow:
    blank = not (each.says_ko or each.says_en)
    return VersionRow(
        each.id, each.number, each.published_at, each.minutes, each.valid_days,
        Text(ko="", en="") if blank else both(each.says_ko, each.says_en), each.says_ko, each.says_en, each.pass_percent,
        each.attempts_a_day, each.signed_off, each.redo_by, quiz.asked(each.questions),
    )
