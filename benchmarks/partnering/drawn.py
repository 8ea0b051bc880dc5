"""Events of a given size, drawn from a seed: popular people are wanted by many, everybody is away sometimes."""

from random import Random

from squaremile.network.policies.partnering import Hall, Wish

PEOPLE, MEETINGS, DAYS, TABLES = 700, 2000, 3, 60


def event(*, slots_a_day: int, away: float, seed: int, people: int = PEOPLE, meetings: int = MEETINGS) -> Hall:
    """`away`: the share of slots in which a person is not there (whole half days first, as people travel)."""
    draw, slots = Random(seed), DAYS * slots_a_day
    fame = [1 / (1 + rank) ** 0.6 for rank in range(people)]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < meetings:
        a, b = draw.choices(range(people), weights=fame, k=2)
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    return Hall(
        people, slots, TABLES, tuple(Wish(a, b, draw.choice((1, 2, 2, 3))) for a, b in sorted(pairs)),
        frozenset((p, s) for p in range(people) for s in _gone(draw, slots, slots_a_day, away)),
    )  # fmt: skip


def _gone(draw: Random, slots: int, slots_a_day: int, away: float) -> set[int]:
    gone: set[int] = set()
    half = slots_a_day // 2
    while len(gone) < away * slots - half / 2:
        begin = half * draw.randrange(slots // half)
        gone |= set(range(begin, min(slots, begin + half)))
    return gone
