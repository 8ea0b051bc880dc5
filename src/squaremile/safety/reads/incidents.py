"""Incidents with their clocks, people and corrections; locked places; drills. Row security decides whose and who."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Drill, Incident, IncidentNotice, IncidentPerson, PlaceLock, PlaceLockDetail
from squaremile.safety.policies import notices
from squaremile.safety.reads import findings
from squaremile.safety.words import incidents as words

LOOKS = {"running": "warn", "overdue": "stop", "told": "ok", "told_late": "warn", "reported": "warn", "investigating": "info", "closed": "ok"}
LATELY = 100


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One duty to tell an authority."""

    code: str
    label: Text
    authority: Text
    due_at: datetime
    notified_at: datetime | None
    reference: str
    standing: str
    source: Text
    certainty: str

    @property
    def look(self) -> str:
        return LOOKS[self.standing]

    @property
    def said(self) -> Text:
        return words.CLOCKS[self.standing]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident as a list tells it."""

    code: str
    kind: str
    state: str
    says: str
    company: Text | None
    room_name: Text | None
    happened_at: datetime
    reported_at: datetime
    anonymous: bool
    classified: bool
    notices: tuple[NoticeRow, ...]

    @property
    def kind_said(self) -> Text:
        return words.KINDS[self.kind]

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def look(self) -> str:
        return LOOKS[self.state]

    @property
    def waits(self) -> tuple[NoticeRow, ...]:
        return tuple(n for n in self.notices if n.notified_at is None)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who was in it, as far as the asker may know."""

    part: Text
    name: Text
    company: Text | None
    harm: str
    days_lost: int | None


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A photograph; its file is shut to whoever may not read the incident."""

    url: str
    shows: str
    at: datetime


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One incident with all that the asker may know of it."""

    row: IncidentRow
    people: tuple[PersonRow, ...]
    told: str
    causes: tuple[str, ...]
    corrections: tuple[findings.FindingRow, ...]
    locks: tuple["LockRow", ...]
    photos: tuple[PhotoRow, ...] = ()
    organisation: UUID | None = None


@dataclass(frozen=True, slots=True)
class LockRow:
    """A locked place. `why` is empty for whoever is not to know."""

    code: str
    place: str
    place_name: Text
    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill, planned or done."""

    code: str
    kind: Text
    place_name: Text
    planned_on: date
    done_at: datetime | None
    counted: int | None
    expected: int | None
    seconds: int | None
    lessons: str


def incidents() -> list[IncidentRow]:
    """Those that are not closed first, then the newest. Two statements."""
    found = list(_rows().order_by("-reported_at", "-code")[:LATELY])
    return sorted((_row(each) for each in found), key=lambda row: row.state == "closed")


def incident(code: str) -> IncidentPage:
    """One with its people, clocks, corrections and locks. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.INCIDENT_UNKNOWN)
    people = IncidentPerson.objects.filter(incident=found).select_related("person", "organisation").order_by("part", "id")
    return IncidentPage(
        _row(found), tuple(_person(p) for p in people), found.told, tuple(found.causes), tuple(findings.of_incident(found.id)),
        tuple(row for row in locks() if row.code in set(found.locks.values_list("lock__code", flat=True))),
        tuple(PhotoRow(files.url(p.file_id, p.file.name), p.shows, p.at) for p in found.photos.select_related("file").order_by("at", "id")),
        found.organisation_id,
    )


def clocks() -> list[tuple[IncidentRow, NoticeRow]]:
    """Every notice that is still to be given, the most urgent first."""
    waiting = [(row, due) for row in incidents() for due in row.waits]
    return sorted(waiting, key=lambda pair: pair[1].due_at)


def locks() -> list[LockRow]:
    """Places that are locked now. Two statements."""
    found = list(PlaceLock.objects.filter(released_at=None).select_related("place").order_by("since"))
    why = dict(PlaceLockDetail.objects.filter(lock__in=found).values_list("lock_id", "why"))
    return [LockRow(x.code, x.place.code, both(x.place.name_ko, x.place.name_en), x.since, why.get(x.id, "")) for x in found]


def drills() -> list[DrillRow]:
    """Those that are planned, then those that were held, the newest first. One statement."""
    found = Drill.objects.select_related("place").order_by("-planned_on", "-code")[:50]
    rows = [
        DrillRow(d.code, words.DRILLS[d.kind], both(d.place.name_ko, d.place.name_en), d.planned_on, d.done_at, d.counted, d.expected,
                 d.seconds, d.lessons)
        for d in found
    ]  # fmt: skip
    return sorted(rows, key=lambda row: row.done_at is not None)


def drill(code: str) -> DrillRow:
    """One by its code. Raises Missing."""
    found = next((row for row in drills() if row.code == code), None)
    if found is None:
        raise Missing(words.DRILL_UNKNOWN)
    return found


def lock(code: str) -> LockRow:
    """One that is locked now. Raises Missing."""
    found = next((row for row in locks() if row.code == code), None)
    if found is None:
        raise Missing(words.LOCK_UNKNOWN)
    return found


def _rows() -> QuerySet[Incident]:
    return Incident.objects.select_related("organisation", "room").prefetch_related("notices")


def _row(i: Incident) -> IncidentRow:
    whose, where = i.organisation, i.room
    due = sorted((_notice(n) for n in i.notices.all()), key=lambda n: (n.notified_at is not None, n.due_at))
    return IncidentRow(
        i.code, i.kind, i.state, i.says, both(whose.name_ko, whose.name_en) if whose else None,
        both(where.name_ko, where.name_en) if where else None, i.happened_at, i.reported_at, i.anonymous, i.classified_at is not None,
        tuple(due),
    )


def _notice(n: IncidentNotice) -> NoticeRow:
    known = notices.clocks()[n.clock]
    return NoticeRow(
        n.clock, known.label, known.authority, n.due_at, n.notified_at, n.reference, notices.standing(n.due_at, n.notified_at, clock.now()),
        known.source, known.certainty,
    )


def _person(p: IncidentPerson) -> PersonRow:
    who, whose = p.person, p.organisation
    name = both(who.name_ko, who.name_en) if who else both(p.name, p.name)
    return PersonRow(words.PARTS[p.part], name, both(whose.name_ko, whose.name_en) if whose else None, p.harm, p.days_lost)

