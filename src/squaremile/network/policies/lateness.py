"""A day that runs late: what moves, what stays, and what breaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST_REST = 5


@dataclass(frozen=True, slots=True)
class Due:
    """A stop of today that is not over. `way` is the minutes of travel from the one before; a `fixed` one never moves;
    a `rest` gives up all but five minutes. `party` is whose stop it is; empty is everybody's."""

    code: str
    start: datetime
    end: datetime
    way: int = 0
    fixed: bool = False
    rest: bool = False
    party: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a stop lies now. `missing` minutes are cut off the beginning of a fixed stop that is reached too late."""

    code: str
    start: datetime
    end: datetime
    shift: int
    missing: int = 0


def late(
    stops: Sequence[Due], minutes: int, day_end: datetime, *, party: str = ""
) -> tuple[tuple[Moved, ...], int]:
    """Shift the first stop by `minutes` and let the rest follow; waiting time and rests are eaten first.

    Where the group travels in parties, each goes its own way and all wait for one another where a stop is everybody's.
    `party` is who is late; empty is everybody. Returns the stops as they lie now, and by how many minutes the day ends
    too late (0 where it does not).
    Raises:
        ValueError: `minutes` is not positive.
    """
    if minutes <= 0:
        raise ValueError("a delay is a positive number of minutes")
    ordered = sorted(stops, key=lambda s: (s.start, s.end, s.code))
    tracks = sorted({stop.party for stop in ordered if stop.party}) or [""]
    waits: dict[str, datetime] = {}
    moved: dict[str, Moved] = {}
    for _ in range(len(ordered) + 1):
        moved = {}
        for track in tracks:
            own = [stop for stop in ordered if not track or stop.party in ("", track)]
            for each in _one_way(own, minutes if party in ("", track) else 0, waits):
                known = moved.get(each.code)
                moved[each.code] = each if known is None or (each.start, each.missing) > (known.start, known.missing) else known
        shared = {stop.code: moved[stop.code].start for stop in ordered if not stop.party and not stop.fixed}
        if shared == waits:
            break
        waits = shared
    ends = max((m.end for m in moved.values()), default=day_end)
    return tuple(moved[stop.code] for stop in ordered), max(0, int((ends - day_end) / timedelta(minutes=1)))


def _one_way(stops: Sequence[Due], minutes: int, waits: Mapping[str, datetime]) -> list[Moved]:
    """One party's day, in order; at what is everybody's it waits for the others."""
    moved: list[Moved] = []
    free: datetime | None = None
    for stop in stops:
        way = timedelta(minutes=stop.way)
        earliest = stop.start + timedelta(minutes=minutes) if free is None else max(stop.start, free + way)
        earliest = max(earliest, waits.get(stop.code, earliest))
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
    return moved
