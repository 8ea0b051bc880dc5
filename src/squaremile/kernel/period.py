"""Half-open spans of time `[start, end)`, always finite, non-empty, aware, kept in UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A span `[start, end)`.

    Raises:
        ValueError: a naive end, or an end that is not after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a period needs aware times")
        object.__setattr__(self, "start", self.start.astimezone(UTC))
        object.__setattr__(self, "end", self.end.astimezone(UTC))
        if self.end <= self.start:
            raise ValueError("a period ends after it starts")

    @property
    def duration(self) -> timedelta:
        return self.end - self.start

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded down."""
        return int(self.duration.total_seconds() // 60)

    def overlaps(self, other: "Period") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def covers(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end

    def padded(self, before: timedelta, after: timedelta) -> "Period":
        return Period(self.start - before, self.end + after)

    def clipped(self, window: "Period") -> "Period | None":
        """The part inside `window`, or nothing."""
        start, end = max(self.start, window.start), min(self.end, window.end)
        return Period(start, end) if start < end else None


def gaps(window: Period, busy: Iterable[Period]) -> list[Period]:
    """What is left of `window` after taking away every busy span, in order."""
    free, cursor = [], window.start
    for span in sorted(busy):
        if span.start > cursor and cursor < window.end:
            free.append(Period(cursor, min(span.start, window.end)))
        cursor = max(cursor, span.end)
    if cursor < window.end:
        free.append(Period(cursor, window.end))
    return free


def civil(day: date, at: time, zone: ZoneInfo) -> datetime:
    """A wall-clock time of a site as a moment. `24:00` is written as `time.max`."""
    if at == time.max:
        return datetime.combine(day + timedelta(days=1), time.min, zone).astimezone(UTC)
    return datetime.combine(day, at, zone).astimezone(UTC)


def civil_day(day: date, zone: ZoneInfo) -> Period:
    """The whole civil day of a site: 23, 24 or 25 hours long."""
    return Period(civil(day, time.min, zone), civil(day, time.max, zone))
