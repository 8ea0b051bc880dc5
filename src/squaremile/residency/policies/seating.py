"""From "so many places in that room" to the very places: what one has stays, the rest lies side by side."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from squaremile.residency.policies.space import Plan, Problem, Spot

Counts = Mapping[tuple[str, str, str], int]
"""(company, room, kind) to how many."""


def seated(problem: Problem, given: Counts, kept: Counts) -> Plan:
    """The plan. Places of one room and kind differ only in who has them today and in who sits beside whom."""
    spots: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in sorted(problem.spots, key=lambda s: (s.position, s.name)):
        spots[spot.room, spot.kind].append(spot)
    asked: dict[tuple[str, str], list[tuple[str, int, int]]] = defaultdict(list)
    for (company, room, kind), count in sorted(given.items()):
        if count:
            asked[room, kind].append((company, count, kept.get((company, room, kind), 0)))
    # Growth may be kept in a room where the company has places of another kind only.
    for (company, room, kind), count in sorted(kept.items()):
        if count and not given.get((company, room, kind)):
            asked[room, kind].append((company, 0, count))
    needs = {need.name: need for need in problem.needs}
    seats: dict[str, str] = {}
    spare: dict[str, str] = {}
    promised = {name: need.name for need in problem.needs for name in need.pinned}
    for key, companies in asked.items():
        free = list(spots[key])
        for company, count, _ in companies:
            need = needs[company]
            stay = sorted(
                (spot for spot in free if spot.name in need.has | need.pinned and promised.get(spot.name, company) == company),
                key=lambda s: (s.name not in need.pinned, s.position),
            )[:count]
            _take(stay, free, company, seats)
        for company, count, growing in sorted(companies, key=lambda c: (-_mine(seats, spots[key], c[0]), -c[1], c[0])):
            missing = count - _mine(seats, spots[key], company)
            _take(_beside(free, spots[key], seats, company, missing), free, company, seats)
            _take(_beside(free, spots[key], seats, company, growing), free, company, spare)
    return Plan(seats, spare)


def _mine(seats: Mapping[str, str], spots: Sequence[Spot], company: str) -> int:
    return sum(seats.get(spot.name) == company for spot in spots)


def _take(chosen: Sequence[Spot], free: list[Spot], company: str, into: dict[str, str]) -> None:
    for spot in chosen:
        into[spot.name] = company
        free.remove(spot)


def _beside(
    free: Sequence[Spot], spots: Sequence[Spot], seats: Mapping[str, str], company: str, count: int
) -> list[Spot]:
    """The free places nearest to those it has; to the first free one where it has none."""
    here = [spot.position for spot in spots if seats.get(spot.name) == company]
    near = here or [min((spot.position for spot in free), default=0)]
    return sorted(free, key=lambda s: (min(abs(s.position - at) for at in near), s.position, s.name))[:max(count, 0)]
