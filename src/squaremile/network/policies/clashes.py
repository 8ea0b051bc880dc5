"""What is wrong with an itinerary made by hand: nobody and no room in two places, time for the way, meals, windows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations

from squaremile.network.policies.itinerary import RANK_APART
from squaremile.network.policies.travel import Travel

PERSON, ROOM, WAY, WINDOW, RANK, BOUNDS, MANY, MEAL = (
    "person", "room", "way", "window", "rank", "bounds", "many", "meal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop as it is planned. `people` are names of members and hosts; `local` is its date where it takes place."""

    code: str
    kind: str
    start: datetime
    end: datetime
    local: date
    place: str = ""
    room: str = ""
    people: frozenset[str] = frozenset()
    rank: int = 0
    """The host's level where protocol wants an equal; 0 where it does not."""
    windows: tuple[tuple[datetime, datetime], ...] = ()
    """When the host is free; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that cannot be so: its kind, the stops it is about, who or where, minutes needed and there."""

    kind: str
    stops: tuple[str, ...]
    who: str = ""
    needed: int = 0
    there: int = 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What days allow: `start` and `end` by date, at most so many meetings, ranks of members."""

    days: dict[date, tuple[datetime, datetime]]
    most: int = 6
    ranks: tuple[int, ...] = ()
    meals: bool = True


def clashes(stops: Sequence[Stop], travel: Travel, bounds: Bounds) -> tuple[Clash, ...]:
    """Everything that is wrong, earliest first. An itinerary without a clash gives nothing."""
    ordered = sorted(stops, key=lambda s: (s.start, s.end, s.code))
    found: list[Clash] = []
    for a, b in combinations(ordered, 2):
        found += _between(a, b, travel)
    for stop in ordered:
        found += _alone(stop, bounds)
    found += _days(ordered, bounds)
    place = {stop.code: n for n, stop in enumerate(ordered)}
    return tuple(sorted(found, key=lambda c: (place[c.stops[0]], c.kind, c.stops, c.who)))


def _between(a: Stop, b: Stop, travel: Travel) -> list[Clash]:
    """`a` begins no later than `b`."""
    both, found = sorted(a.people & b.people), []
    if b.start < a.end:
        found += [Clash(PERSON, (a.code, b.code), who) for who in both]
        if a.room and a.place and (a.place, a.room) == (b.place, b.room):
            found.append(Clash(ROOM, (a.code, b.code), a.room))
    elif both:
        needed, there = travel.minutes(a.place, b.place), int((b.start - a.end) / timedelta(minutes=1))
        if needed > there:
            found.append(Clash(WAY, (a.code, b.code), both[0], needed, there))
    return found


def _alone(stop: Stop, bounds: Bounds) -> list[Clash]:
    found = []
    if stop.windows and not any(opens <= stop.start and stop.end <= closes for opens, closes in stop.windows):
        found.append(Clash(WINDOW, (stop.code,)))
    if stop.rank and bounds.ranks and all(abs(stop.rank - rank) > RANK_APART for rank in bounds.ranks):
        found.append(Clash(RANK, (stop.code,), needed=stop.rank))
    day = bounds.days.get(stop.local)
    if day is None or stop.start < day[0] or (stop.end > day[1] and stop.kind == "meeting"):
        found.append(Clash(BOUNDS, (stop.code,)))
    return found


def _days(ordered: Sequence[Stop], bounds: Bounds) -> list[Clash]:
    """Too many meetings, or none to eat between them: for whoever is at all of them, each group of stops said once."""
    found: dict[tuple[str, str], Clash] = {}
    everyone = frozenset().union(*(stop.people for stop in ordered))
    for day in sorted({stop.local for stop in ordered}):
        today = [stop for stop in ordered if stop.local == day]
        for who in sorted(everyone) or ("",):
            own = [stop for stop in today if not who or not stop.people or who in stop.people]
            meetings = [stop for stop in own if stop.kind == "meeting"]
            if len(meetings) > bounds.most:
                found.setdefault((meetings[0].code, MANY), Clash(MANY, (meetings[0].code,), needed=len(meetings), there=bounds.most))
            long_day = meetings and meetings[-1].end - meetings[0].start >= timedelta(hours=5)
            if bounds.meals and long_day and not any(stop.kind == "meal" for stop in own):
                found.setdefault((meetings[0].code, MEAL), Clash(MEAL, (meetings[0].code,)))
    return list(found.values())
