"""What residency tells others."""

from dataclasses import dataclass
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
