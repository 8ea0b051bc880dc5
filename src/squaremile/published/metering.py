"""What metering tells others."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class UsageRecorded:
    event: UUID
    meter: str
    organisation: UUID
    project: UUID | None
    subject: str
    start: datetime
    end: datetime
    quantity: str
    """A decimal number as text, in the meter's unit."""
