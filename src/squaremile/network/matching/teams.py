"""Few people who cover a need together.

Covering every aspect with the fewest people is set cover: NP-hard (Karp 1972). Up to twelve aspects it is solved
exactly over subsets of aspects; above that the greedy choice is taken, which is within 1 + ln(aspects) of the fewest
(Johnson 1974, Chvátal 1979), and the gap to a proved bound is told.
"""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from .index import FoundPerson

EXACT = 12
"""Aspects up to which the fewest people are found exactly."""


@dataclass(frozen=True, slots=True)
class Team:
    """`members` in order of choice, each with the aspects it adds; `fewest` is a proved lower bound on the members."""

    members: tuple[tuple[Hashable, frozenset[int]], ...]
    uncovered: frozenset[int]
    fewest: int


def covers(rankings: Sequence[Sequence[FoundPerson]], share: float = 0.5) -> dict[Hashable, dict[int, float]]:
    """person → aspect → strength, from one ranking per aspect: whoever reaches `share` of the aspect's best covers it."""
    found: dict[Hashable, dict[int, float]] = {}
    for aspect, ranking in enumerate(rankings):
        best = max((p.score for p in ranking), default=0.0)
        for person in ranking:
            if best > 0 and person.score >= share * best:
                found.setdefault(person.person, {})[aspect] = person.score / best
    return found


def team(strengths: Mapping[Hashable, Mapping[int, float]], aspects: int, most: int | None = None) -> Team:
    """The fewest people who cover aspects 0 … `aspects`−1, the stronger first where several choices are as small.

    `strengths` is person → aspect → strength (> 0), in order of preference. With `most` people at the most, as many
    aspects as greedy choice covers. Aspects that nobody covers are told, not an error.
    """
    sets = {person: frozenset(a for a in held if 0 <= a < aspects) for person, held in strengths.items()}
    wanted = frozenset().union(*sets.values()) if sets else frozenset()
    greedy = _greedy(sets, strengths, wanted)
    chosen = _exact(sets, strengths, wanted) if aspects <= EXACT else greedy
    fewest = len(chosen) if aspects <= EXACT else _bound(sets, wanted, len(greedy))
    if most is not None and len(chosen) > most:
        chosen = greedy[:most]
    return _team(chosen, sets, aspects, fewest)


def _team(chosen: Sequence[Hashable], sets: Mapping[Hashable, frozenset[int]], aspects: int, fewest: int) -> Team:
    members, covered = [], frozenset[int]()
    for person in sorted(chosen, key=lambda p: -len(sets[p])):
        members.append((person, sets[person] - covered))
        covered |= sets[person]
    return Team(tuple(members), frozenset(range(aspects)) - covered, fewest)


def _strength(strengths: Mapping[Hashable, Mapping[int, float]], person: Hashable, aspects: frozenset[int]) -> float:
    return math.fsum(strengths[person][a] for a in aspects)


def _greedy(
    sets: Mapping[Hashable, frozenset[int]], strengths: Mapping[Hashable, Mapping[int, float]], wanted: frozenset[int]
) -> list[Hashable]:
    chosen: list[Hashable] = []
    left = wanted
    while left:
        best = max(sets, key=lambda p: (len(sets[p] & left), _strength(strengths, p, sets[p] & left)))
        chosen.append(best)
        left = left - sets[best]
    return chosen


def _exact(
    sets: Mapping[Hashable, frozenset[int]], strengths: Mapping[Hashable, Mapping[int, float]], wanted: frozenset[int]
) -> list[Hashable]:
    """Best choice for each subset of aspects, built up person by person: fewest people, then the greatest strength."""
    best: dict[frozenset[int], tuple[int, float, tuple[Hashable, ...]]] = {frozenset(): (0, 0.0, ())}
    for person, held in _useful(sets, strengths).items():
        for covered, (many, strong, chosen) in list(best.items()):
            union = covered | held
            if union == covered:
                continue
            offer = (many + 1, strong - _strength(strengths, person, held - covered), (*chosen, person))
            if union not in best or offer[:2] < best[union][:2]:
                best[union] = offer
    return list(best[wanted][2])


def _useful(
    sets: Mapping[Hashable, frozenset[int]], strengths: Mapping[Hashable, Mapping[int, float]]
) -> dict[Hashable, frozenset[int]]:
    """Of people who cover the same aspects only the strongest can be wanted."""
    kept: dict[frozenset[int], Hashable] = {}
    for person, held in sets.items():
        if held and (held not in kept or _strength(strengths, person, held) > _strength(strengths, kept[held], held)):
            kept[held] = person
    return {person: held for held, person in kept.items()}


def _bound(sets: Mapping[Hashable, frozenset[int]], wanted: frozenset[int], greedy: int) -> int:
    """At least so many people: aspects over the largest cover, and greedy over its ratio H(largest cover)."""
    if not wanted:
        return 0
    largest = max(len(held) for held in sets.values())
    ratio = math.fsum(1 / n for n in range(1, largest + 1))
    return max(math.ceil(len(wanted) / largest), math.ceil(greedy / ratio - 1e-9))
