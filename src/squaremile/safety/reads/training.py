"""How people stand in courses: one person, a matrix of all whom the asker may see, what ends soon, what a gate asks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from squaremile.core import refs
from squaremile.core.reads import people as core_people
from squaremile.core.reads.grants import rights
from squaremile.core.reads.people_directory import KIND, present
from squaremile.kernel.words import Text, both
from squaremile.safety.models import CourseNeed, CourseVersion, TrainingRecord
from squaremile.safety.policies.training import SOON, Done, Edition, Standing, standing
from squaremile.safety.words import training as words


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course as it is taught now."""

    id: UUID
    code: str
    name: Text
    number: int
    minutes: int
    valid_days: int | None
    counts_as: str
    signed_off: bool
    quiz: bool
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """How somebody stands in a course. `needed`: her role asks for it."""

    course: CourseRow
    standing: Standing
    needed: bool
    number: int = 0
    """The version of the record that speaks."""

    @property
    def code(self) -> str:
        return self.course.code

    @property
    def said(self) -> Text:
        return words.STATES[self.standing.state]

    @property
    def gap(self) -> bool:
        """Her role asks for it, and it does not count."""
        return self.needed and not self.standing.counts

    def told(self) -> dict[str, Any]:
        """As a passport says it."""
        done, until = self.standing.completed_on, self.standing.until
        return {
            "course": self.code, "title": {"ko": self.course.name.ko, "en": self.course.name.en}, "version": self.number,
            "completedOn": done.isoformat() if done else None, "validUntil": until.isoformat() if until else None,
        }


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the matrix."""

    id: UUID
    ref: str
    name: Text
    company: Text | None
    cells: tuple[StandingRow, ...]

    @property
    def gaps(self) -> int:
        """How many courses that her role asks for do not count today."""
        return sum(cell.gap for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Ending:
    """A record that ends soon and has no successor."""

    record: str
    person: UUID
    code: str
    course: Text
    until: date


def courses() -> list[CourseRow]:
    """Every course in its newest version, by code. One statement."""
    by_course: dict[UUID, list[CourseVersion]] = defaultdict(list)
    rows = CourseVersion.objects.select_related("course").order_by("course__code", "number")
    for version in rows:
        by_course[version.course_id].append(version)
    return [_course(versions) for versions in by_course.values()]


def _course(versions: list[CourseVersion]) -> CourseRow:
    newest, course = versions[-1], versions[-1].course
    return CourseRow(
        course.id, course.code, both(course.name_ko, course.name_en), newest.number, newest.minutes, newest.valid_days,
        course.counts_as, newest.signed_off, bool(newest.questions), tuple(Edition(v.number, v.redo_by) for v in versions),
    )


def of_person(person: UUID, day: date) -> list[StandingRow]:
    """Every course there is, as one person stands in it."""
    return _cells(courses(), _done([person])[person], needed_by_roles(day), {grant.role for grant in rights(person).grants}, day)


def matrix(day: date, *, company: str = "", course: str = "", state: str = "") -> tuple[list[CourseRow], list[PersonRow]]:
    """Courses and people, as far as the asker sees them: a company its own people, those who train everybody.

    `state` keeps those who stand so in a course, or `gap`: those who lack what their role asks for. Five statements.
    """
    shown = [each for each in courses() if not course or each.code == course]
    who = present(company)
    needs, done = needed_by_roles(day), _done([each.id for each in who])
    rows = [
        PersonRow(each.id, refs.ref(KIND, each.id), each.name, each.company, tuple(_cells(shown, done[each.id], needs, each.roles, day)))
        for each in who
    ]
    return shown, [row for row in rows if _fits(row, state)]


def _fits(row: PersonRow, state: str) -> bool:
    return not state or (row.gaps > 0 if state == "gap" else any(c.standing.state == state for c in row.cells))


def _cells(
    shown: Iterable[CourseRow], done: Mapping[UUID, list[Done]], needs: Mapping[str, set[UUID]], roles: Collection[str], day: date
) -> list[StandingRow]:
    asked: set[UUID] = set().union(*(needs.get(role, set()) for role in roles))
    found = []
    for course in shown:
        rows = done.get(course.id, [])
        stands = standing(rows, course.editions, day)
        number = max((r.number for r in rows if r.completed_on == stands.completed_on and not r.revoked), default=0)
        found.append(StandingRow(course, stands, course.id in asked, number))
    return found


def needed_by_roles(day: date) -> dict[str, set[UUID]]:
    """Role → courses that its holders ought to have."""
    found: dict[str, set[UUID]] = defaultdict(set)
    needs = CourseNeed.objects.filter(needed_by="role", since__lte=day, ended_on=None)
    for role, course in needs.values_list("role", "course_id"):
        found[role].add(course)
    return found


def _done(people: Collection[UUID]) -> defaultdict[UUID, defaultdict[UUID, list[Done]]]:
    """Person → course → what she has completed."""
    found: defaultdict[UUID, defaultdict[UUID, list[Done]]] = defaultdict(lambda: defaultdict(list))
    rows = TrainingRecord.objects.filter(person_id__in=people).values_list(
        "person_id", "version__course_id", "version__number", "completed_on", "until", "revoked_at"
    )
    for person, course, number, on, until, revoked in rows:
        found[person][course].append(Done(number, on, until, revoked is not None))
    return found


def standings(person: UUID, wanted: Collection[UUID], day: date) -> list[StandingRow]:
    """How a person stands in some courses on a day. Two statements."""
    rows = [each for each in courses() if each.id in wanted]
    return _cells(rows, _done([person])[person], {}, (), day)


def ending(day: date) -> list[Ending]:
    """Records that end within the time in which a refresher is asked for, where nothing later takes their place."""
    rows = TrainingRecord.objects.filter(revoked_at=None, until__gte=day, until__lt=day + SOON).select_related("version__course")
    later = {
        (person, course): until
        for person, course, until in TrainingRecord.objects.filter(revoked_at=None, person_id__in={r.person_id for r in rows})
        .order_by("until").values_list("person_id", "version__course_id", "until")
    }  # fmt: skip
    found = []
    for row in rows.order_by("until", "code"):
        course = row.version.course
        last = later[(row.person_id, course.id)]
        if row.until is not None and last is not None and last <= row.until:
            found.append(Ending(row.code, row.person_id, course.code, both(course.name_ko, course.name_en), row.until))
    return found


def names(people: Iterable[UUID]) -> dict[UUID, Text]:
    """Names of whoever signed, as far as the asker sees them."""
    return {key: each.name for key, each in core_people.named(people).items()}
