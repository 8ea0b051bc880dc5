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


@dataclass(frozen=True, slots=True)
class ServiceStepped:
    """A service was asked for, or answered, or done."""

    service_order: UUID
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class LoadQuarantined:
    """A load is kept back, at that moment: it may be more than once."""

    load: UUID
    code: str
    at: str


@dataclass(frozen=True, slots=True)
class LoadReleased:
    load: UUID
    code: str
    at: str


@dataclass(frozen=True, slots=True)
class IndicatorGrew:
    """A biological indicator was positive: so many loads are kept back."""

    indicator: UUID
    code: str
    loads: int
