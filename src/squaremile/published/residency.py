"""What residency tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CompanyMoved:
    """A company's life took a step. `company` is also the id of its organisation."""

    company: UUID
    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LeadCame:
    """Somebody asks about the cluster."""

    lead: UUID
    code: str


@dataclass(frozen=True, slots=True)
class StandingChanged:
    """A company was told to put something right, or what followed. `company` is also the id of its organisation."""

    company: UUID
    suspension: UUID
    state: str


@dataclass(frozen=True, slots=True)
class WorkHandedOver:
    """What a person holds for a company from a moment on is a colleague's to take over."""

    person: UUID
    organisation: UUID
    hand_over_to: UUID
    since: datetime
