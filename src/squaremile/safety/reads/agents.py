"""Agents, what is held of them, and the book. Row security decides whose."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Agent, AgentLine, Holding, ProtocolAgent, ProtocolVersion
from squaremile.safety.reads.areas import today
from squaremile.safety.words import agents as words


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A protocol in force that covers an agent."""

    version: UUID
    protocol: str
    level: int
    ends_on: date


@dataclass(frozen=True, slots=True)
class AgentRow:
    """One agent, and the protocols that cover it on the day asked for."""

    id: UUID
    code: str
    name: Text
    kind: str
    risk_group: int
    read_in: str
    modified: bool
    made_of: str
    owner: UUID
    organisation: str
    company: Text
    covers: tuple[CoverRow, ...]

    @property
    def kind_said(self) -> Text:
        return words.KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """So much of an agent in one place."""

    code: str
    agent: str
    name: Text
    kind: Text
    modified: bool
    risk_group: int
    organisation: str
    company: Text
    room: str
    room_name: Text
    spot: str
    quantity: Decimal
    counted_in: str
    here: bool

    @property
    def amount(self) -> str:
        return f"{self.quantity.normalize():f} {self.counted_in}"


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the book."""

    number: int
    act: Text
    day: date
    change: str
    left: str
    room: Text
    partner: str
    notice: str
    says: str
    protocol: str
    kept_until: date


def agents(*, on: date | None = None) -> list[AgentRow]:
    """All that the asker may see, by name. Two statements."""
    return _agents(Agent.objects.order_by("name_ko", "name_en", "code"), on or today())


def agent(code: str, *, on: date | None = None) -> AgentRow:
    """One by its code. Raises Missing."""
    found = _agents(Agent.objects.filter(code=code.strip()), on or today())
    if not found:
        raise Missing(words.AGENT_UNKNOWN)
    return found[0]


def holdings(*, agent: str = "", room: str = "", gone: bool = False) -> list[HoldingRow]:
    """What is held now; or what has gone. One statement."""
    found = _holdings().filter(here=not gone).order_by("room__code", "agent__name_ko", "code")
    if agent:
        found = found.filter(agent__code=agent)
    if room:
        found = found.filter(room__code=room)
    return [_holding(each) for each in found]


def holding(code: str) -> tuple[HoldingRow, list[LineRow]]:
    """One with its book, the newest line first. Raises Missing."""
    found = _holdings().filter(code=code).first()
    if found is None:
        raise Missing(words.HOLDING_UNKNOWN)
    lines = AgentLine.objects.filter(holding=found).select_related("room", "version__protocol").order_by("-number")
    return _holding(found), [_line(each) for each in lines]


def book(*, since: date, until: date) -> list[tuple[HoldingRow, LineRow]]:
    """All lines of a span of days, the oldest first: what an inspector asks for. One statement."""
    found = AgentLine.objects.filter(day__gte=since, day__lte=until).select_related(
        "room", "version__protocol", "holding__agent", "holding__organisation", "holding__room"
    ).order_by("day", "holding__code", "number")  # fmt: skip
    return [(_holding(line.holding), _line(line)) for line in found]


def covers(which: Iterable[UUID], day: date) -> dict[UUID, list[CoverRow]]:
    """Protocols in force that cover agents, those of the lowest level first. One statement."""
    found: dict[UUID, list[CoverRow]] = defaultdict(list)
    rows = ProtocolAgent.objects.filter(
        agent_id__in=list(which), version__state="approved", version__starts_on__lte=day, version__ends_on__gte=day
    ).select_related("version__protocol").order_by("version__level", "version__protocol__code")  # fmt: skip
    for row in rows:
        version: ProtocolVersion = row.version
        found[row.agent_id].append(CoverRow(version.id, version.protocol.code, version.level, version.ends_on or day))
    return found


def _agents(found: QuerySet[Agent], day: date) -> list[AgentRow]:
    rows = list(found.select_related("organisation"))
    covered = covers((row.id for row in rows), day)
    return [
        AgentRow(
            a.id, a.code, both(a.name_ko, a.name_en), a.kind, a.risk_group, a.read_in, a.modified, a.made_of, a.organisation_id,
            a.organisation.code, both(a.organisation.name_ko, a.organisation.name_en), tuple(covered.get(a.id, ())),
        )
        for a in rows
    ]


def _holdings() -> QuerySet[Holding]:
    return Holding.objects.select_related("agent", "organisation", "room")


def _holding(h: Holding) -> HoldingRow:
    a, whose = h.agent, h.organisation
    return HoldingRow(
        h.code, a.code, both(a.name_ko, a.name_en), words.KINDS[a.kind], a.modified, a.risk_group, whose.code,
        both(whose.name_ko, whose.name_en), h.room.code, both(h.room.name_ko, h.room.name_en), h.spot, h.quantity, h.counted_in, h.here,
    )


def _line(line: AgentLine) -> LineRow:
    version = line.version
    return LineRow(
        line.number, words.ACTS[line.act], line.day, f"{line.change.normalize():+f}", f"{line.left.normalize():f}",
        both(line.room.name_ko, line.room.name_en), line.partner, line.notice, line.says, version.protocol.code if version else "",
        line.kept_until,
    )
