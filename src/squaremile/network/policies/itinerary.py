"""What an itinerary is made of: wishes, days and terms in, a timed plan out. Times are minutes since the first midnight.

The delegation travels as one party, or in several that meet again where a wish is everybody's.
`network.policies.itinerary_solver` finds the best plan; `timed` puts clock times on the order of one party's day, as
early as they go.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from squaremile.network.policies.travel import Travel

DAY = 1440
WORTH = 10_000
"""A wish of priority 1 outweighs any travelling: more than the minutes of six days."""
RANK_APART = 1
"""Protocol: a host is met by somebody at most one level higher or lower."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody who is wanted. `windows` are (from, until) minutes when the host is free; `priority` 1 to 5, 5 highest.

    `rank` is the host's level for protocol, 0 where it does not matter. `party` is who comes; empty is everybody.
    """

    code: str
    minutes: int
    windows: tuple[tuple[int, int], ...]
    priority: int = 3
    place: str = ""
    rank: int = 0
    party: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day's bounds; the meal lasts `lunch` minutes and begins within (`lunch_from`, `lunch_until`); 0 is none."""

    start: int
    end: int
    lunch: int = 0
    lunch_from: int = 0
    lunch_until: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for the whole visit. `rest` minutes lie between meetings besides the way; `base` is the hotel."""

    days: tuple[Day, ...]
    travel: Travel = field(default_factory=Travel)
    most_per_day: int = 6
    rest: int = 10
    base: str = ""
    step: int = 5
    """Meetings begin when a window opens, or on a multiple of so many minutes."""
    ranks: tuple[int, ...] = ()
    """Levels of the delegation's members; empty where protocol does not matter."""
    parties: tuple[str, ...] = ()
    """Parties that travel by themselves; empty where all travel together. Days, meals and the most per day are each party's."""

    @property
    def tracks(self) -> tuple[str, ...]:
        """Whoever goes a way of her own: each party, or everybody at once."""
        return self.parties or ("",)


@dataclass(frozen=True, slots=True)
class Timed:
    """A stop with its time: a wish by its code, or the meal of a day (`lunch`), and whose it is."""

    code: str
    start: int
    end: int
    place: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A day's meetings in order, and where its meal stands: after `lunch_after` of them, before the way or after it."""

    day: int
    wishes: tuple[Wish, ...]
    lunch_after: int = 0
    eat_first: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The result. `score` is the worth of honoured wishes less minutes of travel; `bound` what no plan can exceed."""

    stops: tuple[Timed, ...]
    honoured: tuple[str, ...]
    dropped: tuple[str, ...]
    impossible: tuple[tuple[str, str], ...]
    """Wishes that no plan can honour, with why: rank, window or party (nobody travels in it)."""
    smallest_drop: tuple[str, ...]
    """The fewest wishes to give up so that all others fit; empty where everything fits."""
    travel_minutes: int
    score: int
    bound: int
    status: str
    """optimal: nothing better exists; feasible: good, the gap says how good."""

    @property
    def gap(self) -> float:
        """How far the plan may be from the best, as a share of the bound. 0 is proven best."""
        return 0.0 if self.bound <= 0 else max(0.0, (self.bound - self.score) / self.bound)


LUNCH = "lunch"


def comes(wish: Wish, track: str) -> bool:
    """Whether those who go this way are at the meeting."""
    return not wish.party or not track or wish.party == track


def spans(wish: Wish, days: Sequence[Day]) -> tuple[tuple[int, int, int], ...]:
    """(day, earliest start, latest start) of each piece of a window that is long enough, within a day's bounds."""
    found = []
    for number, day in enumerate(days):
        for opens, closes in wish.windows:
            first, last = max(opens, day.start), min(closes, day.end) - wish.minutes
            if first <= last:
                found.append((number, first, last))
    return tuple(sorted(found))


def starts(wish: Wish, terms: Terms) -> tuple[tuple[int, int], ...]:
    """(day, start) of every time at which a wish may begin, in order."""
    return _starts(wish, terms.days, terms.step)


@lru_cache(maxsize=4096)
def _starts(wish: Wish, days: tuple[Day, ...], step: int) -> tuple[tuple[int, int], ...]:
    found = set()
    for day, first, last in spans(wish, days):
        found.add((day, first))
        found |= {(day, at) for at in range(-(-first // step) * step, last + 1, step)}
    return tuple(sorted(found))


def why_not(wish: Wish, terms: Terms) -> str:
    """Why no plan can honour a wish by itself: party, rank, window, or empty where one can."""
    if wish.party and terms.parties and (wish.party not in terms.parties or not wish.windows):
        return "party"
    if wish.rank and terms.ranks and all(abs(wish.rank - rank) > RANK_APART for rank in terms.ranks):
        return "rank"
    out = terms.travel.minutes(terms.base, wish.place)
    back = terms.travel.minutes(wish.place, terms.base)
    for number, at in starts(wish, terms):
        day = terms.days[number]
        if day.start + out <= at <= day.end - back - wish.minutes:
            return ""
    return "window"


def _begins(wish: Wish, terms: Terms, day: int, earliest: int) -> int | None:
    """The first start at or after `earliest` that the host's windows allow on that day."""
    return next((at for number, at in starts(wish, terms) if number == day and at >= earliest), None)


def timed(order: Order, terms: Terms) -> tuple[Timed, ...] | None:
    """Clock times for a day's order, each stop as early as it goes; None where it does not fit.

    For a fixed order the earliest time of each stop is never worse for those after it, so None is final.
    """
    day, at, here = terms.days[order.day], terms.days[order.day].start, terms.base
    stops: list[Timed] = []
    last = len(order.wishes)
    if last > terms.most_per_day:
        return None
    for number in range(last + 1):
        wish = order.wishes[number] if number < last else None
        target = wish.place if wish else terms.base
        way = terms.travel.minutes(here, target)
        if number == order.lunch_after and day.lunch:
            first = order.eat_first or wish is None
            begins = max(at if first else at + way, day.lunch_from)
            if begins > day.lunch_until:
                return None
            stops.append(Timed(LUNCH, begins, begins + day.lunch, here if first else target))
            at = begins + day.lunch + (way if first else 0)
        else:
            at += way
        if wish is None:
            break
        start = _begins(wish, terms, order.day, at + (terms.rest if number else 0))
        if start is None:
            return None
        stops.append(Timed(wish.code, start, start + wish.minutes, wish.place))
        at, here = start + wish.minutes, wish.place
    return tuple(stops) if at <= day.end else None


def way_of(order: Order, terms: Terms) -> int:
    """Minutes a day spends on the way, from the base and back."""
    if not order.wishes:
        return 0
    places = [terms.base, *(wish.place for wish in order.wishes), terms.base]
    return sum(terms.travel.minutes(a, b) for a, b in itertools.pairwise(places))
