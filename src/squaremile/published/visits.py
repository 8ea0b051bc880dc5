"""What the network tells about delegations and their days."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DayRanLate:
    """A visit's day was shifted: every stop that lies elsewhere now, with the minutes it moved."""

    delegation: UUID
    code: str
    minutes: int
    stops: tuple[UUID, ...]
    told: str
    """Different each time, so that each delay is told once."""


@dataclass(frozen=True, slots=True)
class DelegationSubmitted:
    """A delegation waits for the decision of its first or next approver."""

    delegation: UUID
    code: str
    name_ko: str
    name_en: str
    turn: int
    told: str
