"""Protocols with their versions and what the committee holds of them. Row security decides whose."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from squaremile.core.reads import people
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Protocol, ProtocolAgent, ProtocolOpinion, ProtocolVersion
from squaremile.safety.models.protocol import OPEN
from squaremile.safety.words import agents as words

LOOKS = {"approved": "ok", "submitted": "warn", "returned": "stop"}


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """What one member holds."""

    name: Text
    opinion: Text
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version."""

    id: UUID
    number: int
    state: str
    name: Text
    says: str
    level: int
    investigator: Text
    agents: tuple[tuple[str, Text], ...]
    submitted_at: datetime | None
    starts_on: date | None
    ends_on: date | None
    reason: str
    opinions: tuple[OpinionRow, ...]
    approving: int

    @property
    def state_said(self) -> Text:
        return words.STATES[self.state]

    @property
    def look(self) -> str:
        return LOOKS.get(self.state, "neutral")


@dataclass(frozen=True, slots=True)
class ProtocolRow:
    """A protocol; its versions, the newest first."""

    code: str
    organisation: str
    company: Text
    versions: tuple[VersionRow, ...]

    @property
    def newest(self) -> VersionRow:
        return self.versions[0]

    @property
    def open(self) -> VersionRow | None:
        return next((v for v in self.versions if v.state in OPEN), None)

    @property
    def approved(self) -> VersionRow | None:
        return next((v for v in self.versions if v.state == "approved"), None)


@dataclass(frozen=True, slots=True)
class Due:
    """A version that somebody has to be told of."""

    version: UUID
    protocol: str
    organisation: UUID
    investigator: UUID
    day: date | None


def protocols() -> list[ProtocolRow]:
    """All that the asker may see: those under review first, then by code. Five statements."""
    found = _rows(list(Protocol.objects.select_related("organisation").order_by("code")))
    return sorted(found, key=lambda row: (row.newest.state != "submitted", row.code))


def protocol(code: str) -> ProtocolRow:
    """One by its code. Raises Missing."""
    found = _rows(list(Protocol.objects.select_related("organisation").filter(code=code)))
    if not found:
        raise Missing(words.PROTOCOL_UNKNOWN)
    return found[0]


def ending(day: date, *, within: int) -> list[Due]:
    """Approved versions whose term ends soon."""
    found = ProtocolVersion.objects.filter(state="approved", ends_on__gte=day, ends_on__lte=day + timedelta(days=within))
    return [Due(v.id, v.protocol.code, v.protocol.organisation_id, v.investigator_id, v.ends_on) for v in found.select_related("protocol")]


def waiting() -> list[Due]:
    """Versions under review."""
    found = ProtocolVersion.objects.filter(state="submitted").select_related("protocol")
    return [Due(v.id, v.protocol.code, v.protocol.organisation_id, v.investigator_id, None) for v in found]


def _rows(found: list[Protocol]) -> list[ProtocolRow]:
    versions = list(ProtocolVersion.objects.filter(protocol__in=found).order_by("-number"))
    ids = [v.id for v in versions]
    covered: dict[UUID, list[tuple[str, Text]]] = defaultdict(list)
    for row in ProtocolAgent.objects.filter(version_id__in=ids).select_related("agent").order_by("agent__code"):
        covered[row.version_id].append((row.agent.code, both(row.agent.name_ko, row.agent.name_en)))
    said: dict[UUID, list[ProtocolOpinion]] = defaultdict(list)
    for one in ProtocolOpinion.objects.filter(version_id__in=ids).order_by("at"):
        said[one.version_id].append(one)
    names = people.named({v.investigator_id for v in versions} | {o.person_id for each in said.values() for o in each})
    made: dict[UUID, list[VersionRow]] = defaultdict(list)
    for v in versions:
        opinions = tuple(
            OpinionRow(_name(names, o.person_id), words.OPINIONS[o.opinion], o.reason, o.at) for o in said[v.id]
        )
        made[v.protocol_id].append(VersionRow(
            v.id, v.number, v.state, both(v.name_ko, v.name_en), v.says, v.level, _name(names, v.investigator_id),
            tuple(covered[v.id]), v.submitted_at, v.starts_on, v.ends_on, v.reason, opinions,
            sum(1 for o in said[v.id] if o.opinion == "for"),
        ))  # fmt: skip
    return [
        ProtocolRow(p.code, p.organisation.code, both(p.organisation.name_ko, p.organisation.name_en), tuple(made[p.id]))
        for p in found if made[p.id]
    ]  # fmt: skip


def _name(names: dict[UUID, people.Named], person: UUID) -> Text:
    found = names.get(person)
    return found.name if found else Text(ko="–", en="–")
