"""A day that runs late: what moves, what stays, and what breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_REST = 5


@dataclass(frozen=True, slots=True)
class Due:
    """A stop of today that is not over. `way` is the minutes of travel from the one before; a `fixed` one never moves;
    a `rest` gives up all but five minutes."""

    code: str
    start: datetime
    end: datetime
    way: int = 0
    fixed: bool = False
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a stop lies now. `missing` minutes are cut off the beginning of a fixed stop that is reached too late."""

    code: str
    start: datetime
    end: datetime
    shift: int
    missing: int = 0


def late(stops: Sequence[Due], minutes: int, day_end: datetime) -> tuple[tuple[Moved, ...], int]:
    """Shift the first stop by `minutes` and let the rest follow; waiting time and rests are eaten first.

    Returns the stops as they lie now, and by how many minutes the day ends too late (0 where it does not).
    Raises:
        ValueError: `minutes` is not positive.
    """
    if minutes <= 0:
        raise ValueError("a delay is a positive number of minutes")
    moved: list[Moved] = []
    free: datetime | None = None
    for stop in sorted(stops, key=lambda s: (s.start, s.end)):
        way = timedelta(minutes=stop.way)
        earliest = stop.start + timedelta(minutes=minutes) if free is None else max(stop.start, free + way)
        length = stop.end - stop.start
        if stop.fixed:
            missing = max(0, int((earliest - stop.start) / timedelta(minutes=1)))
            moved.append(Moved(stop.code, stop.start, stop.end, 0, missing))
            # Reached at all or not: what follows waits for its end, or for us where we come after it.
            free = max(stop.end, earliest) if missing else stop.end
            continue
        shift = earliest - stop.start
        if stop.rest and shift:
            length = max(length - shift, min(length, timedelta(minutes=SHORTEST_REST)))
        moved.append(Moved(stop.code, earliest, earliest + length, int(shift / timedelta(minutes=1))))
        free = earliest + length
    ends = max((m.end for m in moved), default=day_end)
    return tuple(moved), max(0, int((ends - day_end) / timedelta(minutes=1)))
