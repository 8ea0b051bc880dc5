"""Inspections: what each room owes and by when, what was answered, and the checklists. Row security decides whose rooms."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Max, Min, QuerySet

from squaremile.core.reads import files
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety.models import FindingDetail, Inspection, InspectionAnswer, InspectionListVersion, RoomRisk
from squaremile.safety.policies import inspections as policy
from squaremile.safety.reads.areas import day_of, today
from squaremile.safety.words import inspections as words
from squaremile.safety.words.training import GRADES

LATELY = 100
LOOKS = {"overdue": "stop", "due": "warn", "later": "ok", "good": "ok", "poor": "stop", "na": "neutral"}
ORDER = {"overdue": 0, "due": 1, "later": 2}


@dataclass(frozen=True, slots=True)
class Owed:
    """One list that one room owes: when it was carried out last, and when it is due."""

    room: str
    room_name: Text
    grade: str
    organisation_id: UUID | None
    company: Text | None
    list: str
    list_name: Text
    kind: str
    certainty: str
    last: date | None
    due: date
    standing: str
    missed: tuple[date, ...] = ()
    """Working days of the last month on which a daily check was not held, the newest first."""

    @property
    def look(self) -> str:
        return LOOKS[self.standing]

    @property
    def standing_said(self) -> Text:
        return words.STANDING[self.standing]

    @property
    def grade_said(self) -> Text:
        return GRADES[self.grade]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One checklist in its newest version."""

    code: str
    kind: str
    name: Text
    number: int
    items: tuple[policy.Item, ...]
    every: tuple[tuple[Text, int], ...]
    diagnosed_only: bool
    read_in: str
    certainty: str

    @property
    def kind_said(self) -> Text:
        return words.KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of an inspection."""

    item: str
    ask: Text
    said: str
    remark: str
    photo_url: str
    finding: str
    """What was raised by it, by its code."""

    @property
    def look(self) -> str:
        return LOOKS[self.said]

    @property
    def said_word(self) -> Text:
        return words.SAID[self.said]


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """One that was carried out, as a list tells it."""

    code: str
    list_name: Text
    version: int
    kind: str
    room: str
    room_name: Text
    company: Text | None
    by: Text | None
    done_on: date
    at: datetime
    grade: int | None
    remark: str
    poor: int
    confirmed_by: Text | None
    confirmed_at: datetime | None

    @property
    def written_on(self) -> date | None:
        """The day on which it was written down, where that is a later one."""
        day = day_of(self.at)
        return day if day > self.done_on else None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One room that is inspected."""

    room: str
    name: Text
    grade: str
    diagnosed: bool
    organisation: str
    company: Text | None
    since: date

    @property
    def grade_said(self) -> Text:
        return GRADES[self.grade]


def risks() -> list[RiskRow]:
    """Rooms that are inspected: one's own, shared ones, or all. One statement."""
    return [
        RiskRow(
            r.room.code, both(r.room.name_ko, r.room.name_en), r.grade, r.diagnosed, r.organisation.code if r.organisation else "",
            both(r.organisation.name_ko, r.organisation.name_en) if r.organisation else None, r.since,
        )
        for r in _risks()
    ]


def owed() -> list[Owed]:
    """What the asker's rooms owe, the most urgent first; shared rooms are for staff. Three statements, and two where checks are
    held daily."""
    own = require().organisations
    rooms = [r for r in _risks() if r.organisation_id in own or require().staff_roles or require().system]
    versions = _newest()
    last = {
        (room, kept): day
        for room, kept, day in Inspection.objects.filter(room_id__in=[r.room_id for r in rooms])
        .values_list("room_id", "version__list_id").annotate(Max("done_on"))
    }
    daily = _daily(rooms, versions)
    rows = [
        _owed(risk, version, last.get((risk.room_id, version.list_id)), daily)
        for risk in rooms
        for version in versions
        if risk.grade in version.every_days and (risk.diagnosed or not version.diagnosed_only)
    ]
    return sorted(rows, key=lambda row: (ORDER[row.standing], row.due, row.room, row.list))


@dataclass(frozen=True, slots=True)
class _Daily:
    """On which days daily checks were held in each room, and since when each list is there."""

    done: dict[tuple[UUID, UUID], set[date]]
    begun: dict[UUID, date]

    def missed(self, risk: RoomRisk, version: InspectionListVersion) -> tuple[date, ...]:
        if version.list_id not in self.begun or version.every_days[risk.grade] != 1:
            return ()
        return policy.missed(self.done.get((risk.room_id, version.list_id), set()), max(risk.since, self.begun[version.list_id]), today())


def _daily(rooms: list[RoomRisk], versions: list[InspectionListVersion]) -> _Daily:
    lists = {v.list_id for v in versions if 1 in v.every_days.values()}
    if not lists or not rooms:
        return _Daily({}, {})
    done: dict[tuple[UUID, UUID], set[date]] = {}
    held = Inspection.objects.filter(
        room_id__in=[r.room_id for r in rooms], version__list_id__in=lists, done_on__gte=today() - timedelta(days=policy.LOOKED_BACK)
    )
    for room, kept, day in held.values_list("room_id", "version__list_id", "done_on").distinct():
        done.setdefault((room, kept), set()).add(day)
    first = InspectionListVersion.objects.filter(list_id__in=lists).values_list("list_id").annotate(Min("published_at"))
    return _Daily(done, {kept: day_of(at) for kept, at in first})


def _owed(risk: RoomRisk, version: InspectionListVersion, last: date | None, daily: _Daily) -> Owed:
    due = policy.next_due(last, risk.since, version.every_days[risk.grade])
    kept, whose = version.list, risk.organisation
    return Owed(
        risk.room.code, both(risk.room.name_ko, risk.room.name_en), risk.grade, risk.organisation_id,
        both(whose.name_ko, whose.name_en) if whose else None, kept.code, both(kept.name_ko, kept.name_en), kept.kind,
        version.certainty, last, due, policy.standing(due, today()), daily.missed(risk, version),
    )


def lists() -> list[ListRow]:
    """Every checklist in its newest version. One statement."""
    return [_list(version) for version in _newest()]


def list_of(code: str) -> ListRow:
    """One by its code. Raises Missing."""
    found = next((each for each in _newest() if each.list.code == code), None)
    if found is None:
        raise Missing(words.LIST_UNKNOWN)
    return _list(found)


def room(code: str) -> RiskRow:
    """A room that the asker may inspect. Raises Missing."""
    own, staff = require().organisations, bool(require().staff_roles)
    found = next((r for r in _risks() if r.room.code == code and (staff or r.organisation_id in own)), None)
    if found is None:
        raise Missing(words.ROOM_UNGRADED)
    return next(row for row in risks() if row.room == code)


def photos_for(code: str) -> UUID | None:
    """The company whose a photo taken in a room is. Raises Missing."""
    room(code)
    return RoomRisk.objects.get(room__code=code).organisation_id


def lately() -> list[InspectionRow]:
    """Those of the asker's rooms, the newest first."""
    return [_row(each) for each in _rows().order_by("-at", "-code")[:LATELY]]


def inspection(code: str) -> tuple[InspectionRow, list[AnswerRow]]:
    """One with its answers. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.INSPECTION_UNKNOWN)
    asked = {one.key: one for one in policy.items(found.version.items)}
    said = {a.item: a for a in InspectionAnswer.objects.filter(inspection=found).select_related("photo")}
    raised = dict(FindingDetail.objects.filter(inspection=found).values_list("finding__item", "finding__code"))
    return _row(found), [_answer(one, said[key], raised.get(key, "")) for key, one in asked.items() if key in said]


def _answer(one: policy.Item, said: InspectionAnswer, finding: str) -> AnswerRow:
    photo = said.photo
    url = files.url(photo.id, photo.name) if photo else ""
    return AnswerRow(one.key, Text(ko=one.ko, en=one.en), said.said, said.remark, url, finding)


def _risks() -> QuerySet[RoomRisk]:
    return RoomRisk.objects.select_related("room", "organisation").order_by("room__code")


def _newest() -> list[InspectionListVersion]:
    found: dict[UUID, InspectionListVersion] = {}
    for version in InspectionListVersion.objects.select_related("list").order_by("list_id", "number"):
        found[version.list_id] = version
    return sorted(found.values(), key=lambda v: (policy.KINDS.index(v.list.kind), v.list.code))


def _list(version: InspectionListVersion) -> ListRow:
    kept = version.list
    every = tuple((GRADES[grade], days) for grade, days in version.every_days.items())
    return ListRow(
        kept.code, kept.kind, both(kept.name_ko, kept.name_en), version.number, policy.items(version.items), every,
        version.diagnosed_only, version.read_in, version.certainty,
    )


def _rows() -> QuerySet[Inspection]:
    return Inspection.objects.select_related("version__list", "room", "organisation", "person", "confirmation__person").prefetch_related(
        "answers"
    )


def _row(i: Inspection) -> InspectionRow:
    kept, whose, who, seen = i.version.list, i.organisation, i.person, getattr(i, "confirmation", None)
    looked = seen.person if seen else None
    return InspectionRow(
        i.code, both(kept.name_ko, kept.name_en), i.version.number, kept.kind, i.room.code, both(i.room.name_ko, i.room.name_en),
        both(whose.name_ko, whose.name_en) if whose else None, both(who.name_ko, who.name_en) if who else None, i.done_on, i.at,
        i.grade, i.remark, sum(a.said == "poor" for a in i.answers.all()), both(looked.name_ko, looked.name_en) if looked else None,
        seen.at if seen else None,
    )
