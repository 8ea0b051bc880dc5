"""The timetable of a partnering event: who meets whom, when, at which table.

The rule, in this order:
1. Never a clash: nobody is in two meetings in one slot, no table is used twice in one slot, nobody meets while away.
2. Nobody is left out who could have a meeting: as many people as possible have at least one.
3. Then as much weight of wishes as possible is honoured. With equal weights what is dropped is therefore a smallest set.
4. Then few changes of table (`partnering_tables`).

People, slots, tables and wishes are counted from 0. Weights are positive integers. This is edge colouring of the graph
of wishes with a bounded number of edges per colour and forbidden colours, which is NP-hard (Holyer 1981; with lists
even on bipartite graphs): a greedy start, chains of moves, and CP-SAT for the rest, which also proves the bound.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

NEVER_TOGETHER, TOO_MANY, TABLES_FULL, CROWDED_OUT = "never_together", "too_many", "tables_full", "crowded_out"
REASONS = (NEVER_TOGETHER, TOO_MANY, TABLES_FULL, CROWDED_OUT)


@dataclass(frozen=True, slots=True)
class Wish:
    """Two people who would meet, and how much it is worth (a positive integer)."""

    a: int
    b: int
    weight: int = 1


@dataclass(frozen=True)
class Hall:
    """One problem: `people`, `slots`, `tables` are numbers; `away` are (person, slot); `taken` is slot → tables that
    meetings fixed before already use (whose people the caller enters in `away`).

    Raises:
        ValueError: a wish with oneself, with nobody, or without weight; a number below zero.
    """

    people: int
    slots: int
    tables: int
    wishes: tuple[Wish, ...]
    away: frozenset[tuple[int, int]] = frozenset()
    taken: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if min(self.people, self.slots, self.tables) < 0:
            raise ValueError("numbers of people, slots and tables are not negative")
        for wish in self.wishes:
            if wish.a == wish.b or not (0 <= wish.a < self.people and 0 <= wish.b < self.people):
                raise ValueError("a wish is for two different people who are there")
            if wish.weight < 1:
                raise ValueError("a wish weighs at least 1")

    @cached_property
    def room(self) -> list[int]:
        """Free tables of each slot."""
        taken = Counter(dict(self.taken))
        return [max(0, self.tables - taken[slot]) for slot in range(self.slots)]

    @cached_property
    def together(self) -> list[list[int]]:
        """Slots in which both people of each wish are there and a table is free."""
        return [
            [s for s in range(self.slots) if self.room[s] and not {(w.a, s), (w.b, s)} & self.away]
            for w in self.wishes
        ]

    @cached_property
    def present(self) -> list[int]:
        """In how many slots each person is there."""
        gone = Counter(person for person, slot in self.away if 0 <= slot < self.slots)
        return [self.slots - gone[person] for person in range(self.people)]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A wish that is not honoured, and why. `person` is who is full (TOO_MANY), `wanted` and `there` are her numbers."""

    wish: int
    reason: str
    person: int | None = None
    wanted: int = 0
    there: int = 0


@dataclass(frozen=True)
class Timetable:
    """`slot_of` and `table_of`: wish → slot, wish → table. `served` and `weight` with the proven upper bounds."""

    slot_of: dict[int, int]
    table_of: dict[int, int]
    served: int
    weight: int
    served_bound: int
    weight_bound: int
    dropped: tuple[Dropped, ...] = field(default=())
    changes: int = 0
    """How often somebody's next meeting of the same day is at another table."""

    @property
    def gap(self) -> float:
        """How far the honoured weight may lie below the best possible, from 0 (proven best) to 1."""
        return 0.0 if self.weight >= self.weight_bound else 1 - self.weight / self.weight_bound


def served_by(hall: Hall, wishes: Iterable[int]) -> int:
    """How many people have at least one of these wishes."""
    return len({person for w in wishes for person in (hall.wishes[w].a, hall.wishes[w].b)})


def simple_bounds(hall: Hall) -> tuple[int, int]:
    """Upper bounds of (people served, weight) by counting: possible wishes, slots of each person, tables in all.

    A person's slots allow her heaviest wishes at most; every wish counts for two.
    """
    possible = [w for w, slots in enumerate(hall.together) if slots]
    of_person: dict[int, list[int]] = {}
    for w in possible:
        for person in (hall.wishes[w].a, hall.wishes[w].b):
            of_person.setdefault(person, []).append(hall.wishes[w].weight)
    by_people = sum(sum(sorted(ws, reverse=True)[: hall.present[p]]) for p, ws in of_person.items()) // 2
    room = sum(hall.room)
    by_tables = sum(sorted((hall.wishes[w].weight for w in possible), reverse=True)[:room])
    return min(len(of_person), 2 * room), min(by_people, by_tables)


def clashes(hall: Hall, slot_of: dict[int, int], table_of: dict[int, int]) -> list[str]:
    """Everything that is wrong with a timetable, in words; empty for a sound one."""
    wrong, busy, used = [], set(), set()
    for w, slot in slot_of.items():
        wish = hall.wishes[w]
        for person in (wish.a, wish.b):
            if (person, slot) in hall.away:
                wrong.append(f"person {person} is away in slot {slot}")
            if (person, slot) in busy:
                wrong.append(f"person {person} is in two meetings in slot {slot}")
            busy.add((person, slot))
        if not 0 <= table_of[w] < hall.room[slot]:
            wrong.append(f"no table {table_of[w]} in slot {slot}")
        if (slot, table_of[w]) in used:
            wrong.append(f"table {table_of[w]} is used twice in slot {slot}")
        used.add((slot, table_of[w]))
    return wrong


def explain(hall: Hall, slot_of: dict[int, int]) -> tuple[Dropped, ...]:
    """Why each wish that has no slot has none."""
    wanted = Counter(person for w in hall.wishes for person in (w.a, w.b))
    used = Counter(slot_of.values())
    return tuple(_why(hall, w, wanted, used) for w in range(len(hall.wishes)) if w not in slot_of)


def _why(hall: Hall, w: int, wanted: Counter[int], used: Counter[int]) -> Dropped:
    wish = hall.wishes[w]
    if not hall.together[w]:
        return Dropped(w, NEVER_TOGETHER)
    fullest = max((wish.a, wish.b), key=lambda person: wanted[person] - hall.present[person])
    if wanted[fullest] > hall.present[fullest]:
        return Dropped(w, TOO_MANY, fullest, wanted[fullest], hall.present[fullest])
    if all(used[slot] >= hall.room[slot] for slot in hall.together[w]):
        return Dropped(w, TABLES_FULL)
    return Dropped(w, CROWDED_OUT)
