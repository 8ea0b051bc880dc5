"""Findings: the list by age, and one with all that was done. Of others' part in a shared room nothing is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.core.reads import files, people
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import Finding, FindingDetail, FindingMend
from squaremile.safety.reads.areas import today
from squaremile.safety.words import inspections as words

AGES = ((7, "week"), (30, "month"), (90, "quarter"))
LOOKS = {"minor": "info", "major": "warn", "critical": "stop", "open": "warn", "mended": "info", "closed": "ok"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as a list tells it. `company`, `responsible` and `remark` are empty where they are not the asker's to know."""

    code: str
    title: Text
    severity: str
    state: str
    room: str
    room_name: Text | None
    company: Text | None
    shared: bool
    responsible: Text | None
    found_on: date
    due_on: date
    repeat: bool
    age: int
    late: bool

    @property
    def look(self) -> str:
        return LOOKS[self.severity]

    @property
    def severity_said(self) -> Text:
        return words.SEVERITIES[self.severity]

    @property
    def state_look(self) -> str:
        return "stop" if self.late else LOOKS[self.state]

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]


@dataclass(frozen=True, slots=True)
class MendRow:
    """What was done once, and what somebody else said of it."""

    what: str
    photo_url: str
    by: Text | None
    at: datetime
    good: bool | None
    checked_by: Text | None
    checked_at: datetime | None
    remark: str


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One finding with its detail, as far as the asker may see it."""

    row: FindingRow
    remark: str
    photo_url: str
    inspection: str
    person: Text | None
    repeats: str
    mends: tuple[MendRow, ...]
    hers: bool
    """Whether the asker has a part in it: then she may do something about it."""
    photo_owner: UUID | None


@dataclass(frozen=True, slots=True)
class Ages:
    """Open findings by how old they are: up to a week, a month, a quarter, and longer."""

    week: int
    month: int
    quarter: int
    older: int
    late: int
    late_of: Mapping[str, int]
    """Of each age, how many are past the day by which they were to be mended."""

    @property
    def all(self) -> int:
        return self.week + self.month + self.quarter + self.older

    @property
    def bands(self) -> tuple["Band", ...]:
        return tuple(Band(key, label, getattr(self, key), self.late_of[key]) for key, label in words.AGES.items())


@dataclass(frozen=True, slots=True)
class Band:
    """Open findings of one age, and how many of them are late."""

    key: str
    label: Text
    count: int
    late: int


def findings(*, closed: bool = False, age: str = "") -> list[FindingRow]:
    """Those still open (or closed), what is late first, then by when they are due. `age`: those of one band. Two statements."""
    rows = _rows().filter(state="closed") if closed else _rows().exclude(state="closed")
    found = list(rows.order_by("due_on", "code")[:500])
    rows_of_age = [row for row in _told(found) if age in ("", _band(row.age))]
    return sorted(rows_of_age, key=lambda row: (not row.late, row.due_on, row.code))


def of_incident(incident: UUID) -> list[FindingRow]:
    """What shall keep an incident from happening again. Two statements."""
    return _told(list(_rows().filter(detail__incident=incident).order_by("due_on", "code")))


def ages() -> Ages:
    """How old the open ones are. One statement."""
    day = today()
    open_ones = list(Finding.objects.exclude(state="closed").values_list("found_on", "due_on", "state"))
    counts, late = dict.fromkeys(words.AGES, 0), dict.fromkeys(words.AGES, 0)
    for found_on, due, state in open_ones:
        band = _band((day - found_on).days)
        counts[band] += 1
        late[band] += due < day and state == "open"
    return Ages(**counts, late=sum(late.values()), late_of=late)


def _band(age: int) -> str:
    return next((name for most, name in AGES if age <= most), "older")


def finding(code: str) -> FindingPage:
    """One with what was done about it. Raises Missing."""
    found = _rows().filter(code=code).first()
    if found is None:
        raise Missing(words.FINDING_UNKNOWN)
    detail = FindingDetail.objects.filter(finding=found).select_related("photo", "person", "inspection").first()
    asking = require()
    hers = detail is not None and bool(
        {detail.organisation_id, detail.responsible_id} & asking.organisations or detail.person_id == asking.actor
        or rules.verify_mending(asking)
    )
    mends = list(FindingMend.objects.filter(finding=found).select_related("photo", "check_of").order_by("-at", "-id"))
    checks = [c for m in mends if (c := getattr(m, "check_of", None)) is not None]
    names = {key: named.name for key, named in people.named({m.mended_by for m in mends} | {c.looked_by for c in checks}).items()}
    photo = detail.photo if detail else None
    return FindingPage(
        _told([found])[0], detail.remark if detail else "", files.url(photo.id, photo.name) if photo else "",
        detail.inspection.code if detail and detail.inspection else "",
        both(detail.person.name_ko, detail.person.name_en) if detail and detail.person else None,
        found.repeats.code if found.repeats_id and found.repeats else "", tuple(_mend(m, names) for m in mends), hers,
        (detail.organisation_id or detail.responsible_id) if detail else None,
    )


def _mend(m: FindingMend, names: dict[UUID, Text]) -> MendRow:
    seen, photo = getattr(m, "check_of", None), m.photo
    return MendRow(
        m.what, files.url(photo.id, photo.name) if photo else "", names.get(m.mended_by), m.at, seen.good if seen else None,
        names.get(seen.looked_by) if seen else None, seen.at if seen else None, seen.remark if seen else "",
    )


def _rows() -> QuerySet[Finding]:
    return Finding.objects.select_related("room", "organisation", "repeats")


def _told(found: list[Finding]) -> list[FindingRow]:
    details = {
        d.finding_id: d
        for d in FindingDetail.objects.filter(finding_id__in=[f.id for f in found]).select_related("responsible")
    }
    return [_row(f, details.get(f.id)) for f in found]


def _row(f: Finding, detail: FindingDetail | None) -> FindingRow:
    day, whose, where = today(), f.organisation, f.room
    does = detail.responsible if detail else None
    return FindingRow(
        f.code, both(f.title_ko, f.title_en), f.severity, f.state, where.code if where else "",
        both(where.name_ko, where.name_en) if where else None, both(whose.name_ko, whose.name_en) if whose else None, f.open_to_all,
        both(does.name_ko, does.name_en) if does else None, f.found_on, f.due_on, f.repeats_id is not None, (day - f.found_on).days,
        f.due_on < day and f.state == "open",
    )
