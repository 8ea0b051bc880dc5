"""The terms of space allocation: who needs what, what there is, and which rules are never broken.

Companies and places are named by any strings. A company's hazards count in full in every control area in which it has a
place, since where it keeps them within its rooms is its own affair: the sum may be too high, never too low.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be let: its kind (bench, bay, suite), where it lies, and the biosafety level of its room.

    `position` orders the places of one room: the next number is the neighbour.
    """

    name: str
    kind: str
    room: str
    floor: str
    area: str
    bsl: int = 1
    position: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """What one company needs now and, beside that, later; and what it holds.

    `hazards`: largest amount by class, in the unit of the class's limit. `priority` 1 (least) to 9. `has`: places it
    holds today. `pinned`: places it must have.
    """

    name: str
    counts: Mapping[str, int]
    growth: Mapping[str, int] = field(default_factory=dict)
    bsl: int = 1
    hazards: Mapping[str, int] = field(default_factory=dict)
    priority: int = 1
    has: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """All of it. `limits`: (control area, hazard class) to the most it may hold; what is not named is not allowed there.

    `rivals`: pairs that may not share a room.
    """

    spots: Sequence[Spot]
    needs: Sequence[Need]
    limits: Mapping[tuple[str, str], int] = field(default_factory=dict)
    rivals: Sequence[tuple[str, str]] = ()
    friends: Sequence[tuple[str, str]] = ()
    """Pairs that would like to be on one floor. A wish, not a rule."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What is worth what. Placing anybody is worth more than any arrangement."""

    placed: int = 10_000
    """For each company that is placed, times its priority."""
    move: int = 100
    """For each place that a placed company has today and gives up."""
    room: int = 40
    """For each room of a company beyond the first."""
    floor: int = 60
    """For each floor beyond the first."""
    growth: int = 10
    """For each free place kept beside a company that means to grow."""
    beside: int = 30
    """For each pair of friends that shares a floor."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who gets which place (`given`), and which free places are kept for whose growth (`kept`)."""

    given: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)

    def of(self, company: str) -> list[str]:
        """The places of one company, by name."""
        return sorted(spot for spot, whose in self.given.items() if whose == company)

    @property
    def placed(self) -> set[str]:
        return set(self.given.values())


WEIGHTS = Weights()


def broken(problem: Problem, plan: Plan) -> list[str]:
    """Every hard rule that a plan breaks, in words for the log. Empty for a sound plan."""
    return list(_broken(problem, plan))


def _broken(problem: Problem, plan: Plan) -> Iterator[str]:
    spots = {spot.name: spot for spot in problem.spots}
    if set(plan.given) & set(plan.kept):
        yield "a place is given and kept free"
    for need in problem.needs:
        mine = [spots[name] for name in plan.of(need.name)]
        kinds = Counter(spot.kind for spot in mine)
        if mine and kinds != Counter({kind: n for kind, n in need.counts.items() if n}):
            yield f"{need.name} gets other places than it needs"
        if too_low(need, mine):
            yield f"{need.name} works above the biosafety level of its room"
        if not need.pinned <= {spot.name for spot in mine}:
            yield f"{need.name} loses a pinned place"
        rooms = {spot.room for spot in mine}
        grown = Counter(spots[name].kind for name, whose in plan.kept.items() if whose == need.name)
        if any(count > need.growth.get(kind, 0) for kind, count in grown.items()):
            yield f"more is kept for {need.name} than it asks"
        if any(spots[name].room not in rooms for name, whose in plan.kept.items() if whose == need.name):
            yield f"what is kept for {need.name} is not beside it"
    for a, b, _room in together(problem, plan):
        yield f"{a} and {b} share a room"
    for (area, hazard), left in head_room(problem, plan).items():
        if left < 0:
            yield f"{area} holds too much of {hazard}"


def too_low(need: Need, spots: Iterable[Spot]) -> list[Spot]:
    """Those below the biosafety level that the company works at."""
    return [spot for spot in spots if spot.bsl < need.bsl]


def together(problem: Problem, plan: Plan) -> list[tuple[str, str, str]]:
    """(one, other, room) for each pair of rivals and each room that they would share."""
    rooms, by_room = {spot.name: spot.room for spot in problem.spots}, defaultdict(set)
    for name, whose in plan.given.items():
        by_room[rooms[name]].add(whose)
    return [(a, b, room) for a, b in problem.rivals for room, inside in sorted(by_room.items()) if {a, b} <= inside]


def head_room(problem: Problem, plan: Plan) -> dict[tuple[str, str], int]:
    """By control area and class, what is left of the limit; negative where it is exceeded."""
    areas = {spot.name: spot.area for spot in problem.spots}
    needs = {need.name: need for need in problem.needs}
    left = dict(problem.limits)
    for area, whose in {(areas[name], whose) for name, whose in plan.given.items()}:
        for hazard, amount in needs[whose].hazards.items():
            if amount:
                left[area, hazard] = left.get((area, hazard), 0) - amount
    return left


def moves(problem: Problem, plan: Plan) -> list[tuple[str, str]]:
    """(company, place) for each place that a placed company has today and gives up."""
    return sorted(
        (need.name, spot) for need in problem.needs if need.name in plan.placed
        for spot in need.has if plan.given.get(spot) != need.name
    )


def score(problem: Problem, plan: Plan, weights: Weights = WEIGHTS) -> int:
    """What a plan is worth; higher is better."""
    spots = {spot.name: spot for spot in problem.spots}
    total = weights.growth * len(plan.kept) - weights.move * len(moves(problem, plan))
    for need in problem.needs:
        mine = [spots[name] for name in plan.of(need.name)]
        if mine:
            total += weights.placed * need.priority
            total -= weights.room * (len({spot.room for spot in mine}) - 1)
            total -= weights.floor * (len({spot.floor for spot in mine}) - 1)
    floors = {need.name: {spots[name].floor for name in plan.of(need.name)} for need in problem.needs}
    return total + weights.beside * sum(bool(floors[a] & floors[b]) for a, b in problem.friends)


def rent(counts: Mapping[str, int], prices: Mapping[str, int]) -> int | None:
    """A month's rent in minor units; None where a kind has no price."""
    if any(n and kind not in prices for kind, n in counts.items()):
        return None
    return sum(n * prices[kind] for kind, n in counts.items() if n)
