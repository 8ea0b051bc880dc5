"""What the stores tell others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DoorLapsed:
    """A minibar was left open and has closed itself."""

    opening: UUID
    code: str


@dataclass(frozen=True, slots=True)
class ChargeDisputed:
    charge: UUID
    code: str


@dataclass(frozen=True, slots=True)
class DisputeSettled:
    charge: UUID
    code: str
