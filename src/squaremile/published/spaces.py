"""What space tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PlaceHeld:
    """A place is kept for an organisation in a period."""

    occupancy: UUID
    code: str
    place: UUID
    place_code: str
    organisation: UUID
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PlaceOccupied:
    """The organisation has moved in."""

    occupancy: UUID
    code: str
    place: UUID
    place_code: str
    organisation: UUID
    at: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PlaceExtended:
    """The organisation stays longer."""

    occupancy: UUID
    code: str
    place: UUID
    place_code: str
    organisation: UUID
    end: datetime
    was_end: datetime


@dataclass(frozen=True, slots=True)
class PlaceReleased:
    """The place is free from `end`, which may lie ahead."""

    occupancy: UUID
    code: str
    place: UUID
    place_code: str
    organisation: UUID
    end: datetime
    was_end: datetime
