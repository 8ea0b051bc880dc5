"""Slots for meetings: a greedy start, chains of moves, and CP-SAT for what is left and for the bound."""

from collections import defaultdict
from random import Random

from ortools.sat.python import cp_model

from squaremile.network.policies.partnering import Hall, Timetable, explain, served_by
from squaremile.network.policies.partnering_bound import Aim, aim
from squaremile.network.policies.partnering_tables import tables

LONGEST_CHAIN = 4
"""How many meetings may be moved, one making room for the other, to place one more."""
TRIES = 400
"""Moves that are looked at for one more meeting before it is given up."""


def timetable(
    hall: Hall, *, seconds: float = 30.0, seed: int = 0, day_of: tuple[int, ...] = (), workers: int = 2
) -> Timetable:
    """The best timetable found within about `seconds`, the same for the same seed.

    `day_of`: the day of each slot, for counting changes of table (one day where left out). The search is counted in
    the solver's own deterministic seconds, so that a busy machine takes longer and finds the same; twice as many real
    seconds end it in any case.
    """
    wanted = aim(hall, seconds / 4, seed)
    starts = [greedy(hall, seed, wanted.wishes), greedy(hall, seed)]
    for start in starts:
        repair(hall, start, seed)
    slot_of = max(starts, key=lambda start: _worth(hall, start))
    served, weight = wanted.served, wanted.weight
    if _worth(hall, slot_of) != (served, weight):
        slot_of, served, weight = _solve(hall, slot_of, wanted, seconds, seed, workers)
    table_of, changes = tables(hall, slot_of, day_of or (0,) * hall.slots)
    return Timetable(
        slot_of, table_of, *_worth(hall, slot_of), served, weight, dropped=explain(hall, slot_of), changes=changes
    )


def _worth(hall: Hall, slot_of: dict[int, int]) -> tuple[int, int]:
    """What is compared: people served, then weight."""
    return served_by(hall, slot_of), sum(hall.wishes[w].weight for w in slot_of)


class Board:
    """Who is where in each slot; places and moves meetings."""

    def __init__(self, hall: Hall, slot_of: dict[int, int]) -> None:
        self.hall, self.slot_of = hall, slot_of
        self.at: dict[tuple[int, int], int] = {}
        self.used = [0] * hall.slots
        for w, slot in slot_of.items():
            self._mark(w, slot)

    def _mark(self, w: int, slot: int) -> None:
        self.used[slot] += 1
        for person in (self.hall.wishes[w].a, self.hall.wishes[w].b):
            self.at[person, slot] = w

    def put(self, w: int, slot: int) -> None:
        self.slot_of[w] = slot
        self._mark(w, slot)

    def take(self, w: int) -> int:
        slot = self.slot_of.pop(w)
        self.used[slot] -= 1
        for person in (self.hall.wishes[w].a, self.hall.wishes[w].b):
            del self.at[person, slot]
        return slot

    def in_the_way(self, w: int, slot: int) -> set[int]:
        wish = self.hall.wishes[w]
        return {self.at[p, slot] for p in (wish.a, wish.b) if (p, slot) in self.at}

    def has_room(self, slot: int) -> bool:
        return self.used[slot] < self.hall.room[slot]


def greedy(hall: Hall, seed: int = 0, first: frozenset[int] = frozenset()) -> dict[int, int]:
    """The plain timetable, and the baseline of the benchmark: people without a meeting first, then heavy wishes, those
    with few slots first; each takes the emptiest slot that is free. `first`: wishes that come before the others."""
    draw = Random(seed)
    board, order = Board(hall, {}), [w for w, slots in enumerate(hall.together) if slots]
    draw.shuffle(order)
    order.sort(key=lambda w: (w not in first, -hall.wishes[w].weight, len(hall.together[w])))
    met: set[int] = set()
    for only_new in (True, False):
        for w in order:
            pair = {hall.wishes[w].a, hall.wishes[w].b}
            if w in board.slot_of or (only_new and pair <= met):
                continue
            free = [s for s in hall.together[w] if board.has_room(s) and not board.in_the_way(w, s)]
            if free:
                board.put(w, min(free, key=lambda s: (board.used[s] / hall.room[s], s)))
                met |= pair
    return board.slot_of


def repair(hall: Hall, slot_of: dict[int, int], seed: int = 0) -> None:
    """Place what is left by moving others out of the way, never by dropping one."""
    board = Board(hall, slot_of)
    left = [w for w, slots in enumerate(hall.together) if slots and w not in slot_of]
    left.sort(key=lambda w: (-hall.wishes[w].weight, w))
    for w in left:
        draw, budget = Random(f"{seed}:{w}"), [TRIES]
        _chain(board, w, LONGEST_CHAIN, frozenset(), draw, budget)


def _chain(board: Board, w: int, depth: int, moved: frozenset[int], draw: Random, budget: list[int]) -> bool:
    """Place `w`, moving at most `depth` others; leaves the board as it was when it cannot."""
    slots = board.hall.together[w]
    for slot in slots:
        if board.has_room(slot) and not board.in_the_way(w, slot):
            board.put(w, slot)
            return True
    if depth == 0:
        return False
    for slot in draw.sample(slots, len(slots)):
        others = board.in_the_way(w, slot)
        if len(others) != 1 or others & moved or budget[0] <= 0:
            continue
        budget[0] -= 1
        other = next(iter(others))
        was = board.take(other)
        board.put(w, slot)
        if _chain(board, other, depth - 1, moved | {w}, draw, budget):
            return True
        board.take(w)
        board.put(other, was)
    return False


def _solve(
    hall: Hall, start: dict[int, int], wanted: Aim, seconds: float, seed: int, workers: int
) -> tuple[dict[int, int], int, int]:
    """(slots, bound of people served, bound of weight) by CP-SAT from a start."""
    model = cp_model.CpModel()
    choice = {(w, s): model.new_bool_var("") for w, slots in enumerate(hall.together) for s in slots}
    _no_clash(model, hall, choice)
    served = _served(model, hall, choice)
    # A person served outweighs everything that all wishes together could weigh.
    above = sum(hall.wishes[w].weight for w, slots in enumerate(hall.together) if slots) + 1
    weight = sum(hall.wishes[w].weight * var for (w, _), var in choice.items())
    model.add(weight + above * sum(served.values()) <= wanted.weight + above * wanted.served)
    model.maximize(weight + above * sum(served.values()))
    there = {person for w in start for person in (hall.wishes[w].a, hall.wishes[w].b)}
    for (w, s), var in choice.items():
        model.add_hint(var, start.get(w) == s)
    for person, var in served.items():
        model.add_hint(var, person in there)
    solver = _solver(seconds, seed, workers)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return start, wanted.served, wanted.weight
    found = max(({w: s for (w, s), var in choice.items() if solver.value(var)}, start), key=lambda one: _worth(hall, one))
    bound = int(solver.best_objective_bound + 1e-6)
    most = min(wanted.served, bound // above)
    if most < wanted.served or served_by(hall, found) < most:
        return found, most, bound - above * most
    return found, most, min(wanted.weight, bound - above * most)


def _solver(seconds: float, seed: int, workers: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    solver.parameters.interleave_search = True
    solver.parameters.max_deterministic_time = seconds
    solver.parameters.max_time_in_seconds = 2 * seconds
    return solver


def _served(model: cp_model.CpModel, hall: Hall, choice: dict[tuple[int, int], cp_model.IntVar]) -> dict[int, cp_model.IntVar]:
    """person → whether she has at least one meeting."""
    of_person: dict[int, list[cp_model.IntVar]] = {}
    for (w, _), var in choice.items():
        for person in (hall.wishes[w].a, hall.wishes[w].b):
            of_person.setdefault(person, []).append(var)
    served = {person: model.new_bool_var("") for person in of_person}
    for person, chosen in of_person.items():
        model.add_bool_or([*chosen, served[person].negated()])
    return served


def _no_clash(model: cp_model.CpModel, hall: Hall, choice: dict[tuple[int, int], cp_model.IntVar]) -> None:
    of_wish: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    of_person: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    of_slot: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for (w, s), var in choice.items():
        of_wish[w].append(var)
        of_slot[s].append(var)
        for person in (hall.wishes[w].a, hall.wishes[w].b):
            of_person[person, s].append(var)
    for chosen in (*of_wish.values(), *of_person.values()):
        model.add_at_most_one(chosen)
    for s, chosen in of_slot.items():
        if len(chosen) > hall.room[s]:
            model.add(sum(chosen) <= hall.room[s])
