"""What somebody has done, record by record, and who waits for a trainer's word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from squaremile.core import refs
from squaremile.core.reads import people as core_people
from squaremile.core.reads.people_directory import KIND
from squaremile.kernel.words import Text, both
from squaremile.safety.models import QuizAttempt, TrainingRecord
from squaremile.safety.words import training as words


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One completed training."""

    code: str
    course: str
    course_name: Text
    version: int
    completed_on: date
    until: date | None
    minutes: int
    way: str
    signed_by: Text | None
    revoked_at: datetime | None
    revoked_why: str

    @property
    def way_said(self) -> Text:
        return words.WAYS[self.way]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who passed the quiz of a course that a trainer confirms, and waits for it."""

    person: UUID
    ref: str
    name: Text
    course: str
    course_name: Text
    version: int
    passed_at: datetime


def records(person: UUID) -> list[RecordRow]:
    """A person's trainings, the newest first, as far as the asker sees them. Two statements."""
    found = list(
        TrainingRecord.objects.filter(person_id=person).select_related("version__course").order_by("-completed_on", "-entered_at")
    )
    named = core_people.named({each.signed_by for each in found if each.signed_by})
    rows = []
    for each in found:
        version, course = each.version, each.version.course
        signer = named.get(each.signed_by) if each.signed_by else None
        rows.append(RecordRow(
            each.code, course.code, both(course.name_ko, course.name_en), version.number, each.completed_on, each.until,
            each.minutes, each.way, signer.name if signer else None, each.revoked_at, each.revoked_why,
        ))
    return rows


def waiting() -> list[Waiting]:
    """Those who passed and wait for a trainer, the longest first: once each for a version. For those who train."""
    found = QuizAttempt.objects.filter(passed=True, record=None, version__signed_off=True).select_related("version__course")
    first: dict[tuple[UUID, UUID], QuizAttempt] = {}
    for each in found.order_by("at"):
        first.setdefault((each.person_id, each.version_id), each)
    done = _done(first)
    left = [each for key, each in first.items() if key not in done]
    named = core_people.named({each.person_id for each in left})
    rows = []
    for each in left:
        who, course = named.get(each.person_id), each.version.course
        if who is not None:
            rows.append(Waiting(
                each.person_id, refs.ref(KIND, each.person_id), who.name, course.code, both(course.name_ko, course.name_en),
                each.version.number, each.at,
            ))
    return rows


def _done(asked: Iterable[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """(person, version) of those that have a record which stands."""
    wanted = list(asked)
    found = TrainingRecord.objects.filter(
        person_id__in={person for person, _version in wanted}, version_id__in={version for _person, version in wanted}, revoked_at=None
    )
    return set(found.values_list("person_id", "version_id"))
