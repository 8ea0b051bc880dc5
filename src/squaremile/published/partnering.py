"""What partnering events tell others."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TimetableAsked:
    """Somebody waits for the timetable of an event: the worker makes it, `seconds` at most are searched."""

    event: UUID
    code: str
    asked: str
    """Which run this is: one that is no longer waited for makes nothing."""
    seconds: int
