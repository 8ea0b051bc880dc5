"""Hazard analyses with their versions, and what has changed in the room since. Row security decides whose."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Analysis, AnalysisVersion
from squaremile.safety.policies import analysis as policy
from squaremile.safety.policies.analysis import Change, Hazard, Step
from squaremile.safety.reads import room_contents
from squaremile.safety.reads.areas import today
from squaremile.safety.words import analyses as words

ORDER = ("out_of_date", "lapsed", "signed", "returned", "draft", "approved", "ended", "replaced")


@dataclass(frozen=True, slots=True)
class HazardRow:
    """A hazard as it is shown."""

    kind: Text
    name: Text
    amount: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as it is shown."""

    does: str
    risk: str
    measure: str
    ppe: tuple[str, ...]
    ppe_said: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version."""

    id: UUID
    number: int
    state: str
    name: Text
    responsible_id: UUID
    responsible: Text
    hazards: tuple[HazardRow, ...]
    steps: tuple[StepRow, ...]
    emergency: str
    drafted_at: datetime
    signed_at: datetime | None
    approved_on: date | None
    ends_on: date | None
    reason: str

    @property
    def state_said(self) -> Text:
        return words.STANDINGS[self.state]


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """An analysis: its versions, the newest first, what has changed since the one that counts, and so how it stands."""

    code: str
    owner: UUID
    organisation: str
    company: Text
    room: str
    room_name: Text
    versions: tuple[VersionRow, ...]
    changes: tuple[Text, ...]
    standing: str

    @property
    def newest(self) -> VersionRow:
        return self.versions[0]

    @property
    def approved(self) -> VersionRow | None:
        return next((v for v in self.versions if v.state == "approved"), None)

    @property
    def counts(self) -> VersionRow:
        """The approved one, else the newest."""
        return self.approved or self.newest

    @property
    def standing_said(self) -> Text:
        return words.STANDINGS[self.standing]

    @property
    def look(self) -> str:
        return words.LOOKS.get(self.standing, "neutral")


@dataclass(frozen=True, slots=True)
class Due:
    """A version that somebody has to be told of."""

    version: UUID
    analysis: str
    organisation: UUID
    responsible: UUID
    day: date | None


def analyses() -> list[AnalysisRow]:
    """All that the asker may see, the most urgent first."""
    found = _rows(list(Analysis.objects.select_related("organisation", "room").order_by("code")))
    return sorted(found, key=lambda row: (ORDER.index(row.standing), row.code))


def analysis(code: str) -> AnalysisRow:
    """One by its code. Raises Missing."""
    found = _rows(list(Analysis.objects.select_related("organisation", "room").filter(code=code)))
    if not found:
        raise Missing(words.ANALYSIS_UNKNOWN)
    return found[0]


def changed(room: UUID, organisation: UUID, kept: list[dict[str, str]]) -> list[Change]:
    """What is other in a room than in the hazards that were kept."""
    return policy.changes([policy.of_row(row) for row in kept], room_contents.hazards(room, organisation))


def said(change: Change) -> Text:
    """A change in words."""
    told = Text(ko=change.ko, en=change.en)
    filled = words.CHANGES[change.what].fill({"what": told, "before": change.before, "after": change.after})
    return Text(ko=filled.ko.strip(), en=filled.en.strip())


def due(day: date, *, within: int) -> tuple[list[Due], list[Due]]:
    """Those that wait for approval, and approved ones whose year ends soon."""
    rows = AnalysisVersion.objects.select_related("analysis")
    waiting = rows.filter(state="signed")
    ending = rows.filter(state="approved", ends_on__gte=day, ends_on__lte=day + timedelta(days=within))
    return [_due(each) for each in waiting], [_due(each) for each in ending]


def _due(v: AnalysisVersion) -> Due:
    return Due(v.id, v.analysis.code, v.analysis.organisation_id, v.responsible_id, v.ends_on)


def _rows(found: list[Analysis]) -> list[AnalysisRow]:
    versions: dict[UUID, list[AnalysisVersion]] = defaultdict(list)
    for version in AnalysisVersion.objects.filter(analysis__in=found).order_by("-number"):
        versions[version.analysis_id].append(version)
    names = people.named({v.responsible_id for each in versions.values() for v in each})
    rooms: dict[tuple[UUID, UUID], list[Hazard]] = {}
    return [_row(a, versions[a.id], names, rooms) for a in found if versions[a.id]]


def _row(
    a: Analysis, versions: list[AnalysisVersion], names: dict[UUID, people.Named], rooms: dict[tuple[UUID, UUID], list[Hazard]]
) -> AnalysisRow:
    counts = next((v for v in versions if v.state == "approved"), versions[0])
    found: list[Change] = []
    if counts.state not in ("ended", "replaced"):
        where = (a.room_id, a.organisation_id)
        if where not in rooms:
            rooms[where] = room_contents.hazards(*where)
        found = policy.changes([policy.of_row(row) for row in counts.hazards], rooms[where])
    return AnalysisRow(
        a.code, a.organisation_id, a.organisation.code, both(a.organisation.name_ko, a.organisation.name_en), a.room.code,
        both(a.room.name_ko, a.room.name_en), tuple(_version(v, names) for v in versions), tuple(said(each) for each in found),
        policy.standing(counts.state, counts.ends_on, today(), found),
    )


def _version(v: AnalysisVersion, names: dict[UUID, people.Named]) -> VersionRow:
    who = names.get(v.responsible_id)
    hazards = tuple(_hazard(policy.of_row(row)) for row in v.hazards)
    steps = tuple(_step(step) for step in policy.steps(v.steps))
    return VersionRow(
        v.id, v.number, v.state, both(v.name_ko, v.name_en), v.responsible_id, who.name if who else Text(ko="–", en="–"), hazards, steps,
        v.emergency, v.drafted_at, v.signed_at, v.approved_on, v.ends_on, v.reason,
    )


def _hazard(h: Hazard) -> HazardRow:
    amount = f"{h.amount.normalize():f} {h.unit}" if h.amount else ""
    return HazardRow(words.KINDS[h.kind], Text(ko=h.ko, en=h.en), amount, h.says or str(words.UNCLASSED), h.source or str(words.NO_SOURCE))


def _step(step: Step) -> StepRow:
    return StepRow(step.does, step.risk, step.measure, step.ppe, tuple(words.PPE[one] for one in step.ppe))
