"""What every part of the network's demonstration is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Stage:
    """The cluster so far: companies by code, staff by role, people of companies by e-mail, and the moment."""

    organisations: Mapping[str, UUID]
    staff: Mapping[str, UUID]
    people: Mapping[str, UUID]
    now: datetime
    zone: ZoneInfo
    draw: Callable[[str], Random]
    """A stream of its own for each name."""
