"""What booking tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReservationHeld:
    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    start: datetime
    end: datetime
    state: str


@dataclass(frozen=True, slots=True)
class ReservationMoved:
    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    start: datetime
    end: datetime
    was_start: datetime
    was_end: datetime
    state: str = "confirmed"
    sequence: int = 0
    """Counts the changes of this booking, for calendars."""
    late: bool = False
    """Moved when cancelling would no longer have been free."""


@dataclass(frozen=True, slots=True)
class ReservationCancelled:
    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    start: datetime
    end: datetime
    late: bool
    reason: str = ""
    displaced: bool = False
    """True where maintenance took the slot: staff cancelled it, not its holder."""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class ReservationDecided:
    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    start: datetime
    end: datetime
    approved: bool
    reason: str
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class ReservationHandedOver:
    """The slot stays, and is a colleague's from now on."""

    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    was_person: UUID
    start: datetime
    end: datetime
    state: str
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class SeriesHeld:
    """Several slots taken at once. Each of them is also a ReservationHeld."""

    series: UUID
    equipment: UUID
    organisation: UUID
    person: UUID
    reservations: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ReservationMissed:
    """Nobody came."""

    reservation: UUID
    code: str
    equipment: UUID
    organisation: UUID
    person: UUID
    start: datetime
    end: datetime
    subject: str = ""
    """Code of the instrument."""


@dataclass(frozen=True, slots=True)
class SessionStarted:
    session: UUID
    code: str
    reservation: UUID
    equipment: UUID
    organisation: UUID
    person: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionEnded:
    session: UUID
    code: str
    reservation: UUID
    equipment: UUID
    organisation: UUID
    person: UUID
    started_at: datetime
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class FaultReported:
    fault: UUID
    code: str
    equipment: UUID
    severity: str


@dataclass(frozen=True, slots=True)
class FaultResolved:
    fault: UUID
    code: str
    equipment: UUID
