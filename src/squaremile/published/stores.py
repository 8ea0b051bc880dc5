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


@dataclass(frozen=True, slots=True)
class OrderStepped:
    """A purchase request was made, decided, placed or cancelled."""

    order: UUID
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class OrderArrived:
    order: UUID
    code: str
    receipt: UUID
    what: str
    pieces: int


@dataclass(frozen=True, slots=True)
class LotRecalled:
    recall: UUID
    code: str


@dataclass(frozen=True, slots=True)
class ParcelCame:
    parcel: UUID
    code: str


@dataclass(frozen=True, slots=True)
class ParcelHandedOver:
    parcel: UUID
    code: str
