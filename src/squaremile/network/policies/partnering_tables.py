"""Tables for meetings that have their slot: people should change tables seldom."""

from collections import defaultdict

from ortools.graph.python import linear_sum_assignment

from squaremile.network.policies.partnering import Hall

Last = dict[int, tuple[int, int]]


def tables(hall: Hall, slot_of: dict[int, int], day_of: tuple[int, ...]) -> tuple[dict[int, int], int]:
    """(wish → table, number of changes). Slot by slot, each time the best assignment given where people sat last.

    A change is a person whose next meeting of the same day is at another table. Tables of a slot are 0 … room - 1.
    """
    table_of: dict[int, int] = {}
    last: Last = {}
    by_slot = defaultdict(list)
    for w, slot in sorted(slot_of.items()):
        by_slot[slot].append(w)
    changes = 0
    for slot in sorted(by_slot):
        seated = _seat(hall, by_slot[slot], hall.room[slot], day_of[slot], last)
        table_of |= seated
        for w, table in seated.items():
            for person in (hall.wishes[w].a, hall.wishes[w].b):
                day, before = last.get(person, (None, table))
                changes += day == day_of[slot] and before != table
                last[person] = (day_of[slot], table)
    return table_of, changes


def _seat(hall: Hall, meetings: list[int], room: int, day: int, last: Last) -> dict[int, int]:
    """The assignment of one slot that keeps most people where they sat: a square one, filled up with no meetings."""
    problem = linear_sum_assignment.SimpleLinearSumAssignment()
    for row, w in enumerate(meetings):
        sat = [last[p][1] for p in (hall.wishes[w].a, hall.wishes[w].b) if p in last and last[p][0] == day]
        for table in range(room):
            problem.add_arc_with_cost(row, table, 2 - sat.count(table))
    for row in range(len(meetings), room):
        for table in range(room):
            problem.add_arc_with_cost(row, table, 0)
    if problem.solve() != problem.OPTIMAL:
        raise ValueError("more meetings in a slot than tables")
    return {w: problem.right_mate(row) for row, w in enumerate(meetings)}
