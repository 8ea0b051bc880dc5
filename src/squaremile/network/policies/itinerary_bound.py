"""A ceiling from whole days: the best mixture of routes, where a route keeps every window, way, rest and meal.

What is relaxed: a wish may be met in parts on several days, and a route may come back to a host (it gains nothing by it
that another route could not have). Column generation (Dantzig and Wolfe, 1960) over a shortest path on (wish, start),
with the Lagrangian value of each round: any prices of the wishes give a valid ceiling, good ones a tight one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp

from squaremile.network.policies.itinerary import Terms, Wish, comes, starts

ROUNDS = 60
SMOOTH = 0.6
"""How much of the best prices so far stays in the next try: keeps them from swinging."""


@dataclass(frozen=True, slots=True)
class _Leg:
    """One party's day: `nodes` are (wish, start) by start; which may follow which, without a meal and with it between."""

    nodes: tuple[tuple[int, int], ...]
    plain: list[np.ndarray]
    fed: list[np.ndarray]
    opens: np.ndarray
    """Reached from the base: (not eaten, eaten)."""
    closes: np.ndarray
    """Goes home in time: from (not eaten, eaten)."""
    first: bool
    """Whether this party is the one whose prices count for a wish of everybody's."""


def most_worth(wishes: Sequence[Wish], terms: Terms, worth: Sequence[int], *, rounds: int = ROUNDS) -> int:
    """No plan honours more worth than this. The same visit gives the same number."""
    legs = [leg for n in range(len(terms.days)) for t in terms.tracks if (leg := _leg(wishes, terms, n, t)).nodes]
    value = np.array(worth, dtype=float)
    best, centre = float(sum(worth)), np.zeros(len(wishes))
    solver, rows, caps = _master(len(wishes), len(legs))
    tried = centre
    for _ in range(rounds):
        total, grown = float(tried.sum()), False
        for number, leg in enumerate(legs):
            gain, route = _dearest(leg, wishes, value - tried)
            total += max(0.0, gain)
            grown |= gain > 1e-6 and _add(solver, rows, caps[number], leg, route, worth, wishes)
        if total < best - 1e-9:
            best, centre = total, tried
        if solver.Solve() != pywraplp.Solver.OPTIMAL or solver.Objective().Value() >= best - 0.5:
            break
        dual = np.maximum(0.0, np.array([row.dual_value() for row in rows]))
        if not grown and np.allclose(tried, dual):
            break
        tried = SMOOTH * centre + (1 - SMOOTH) * dual if grown else dual
    step = math.gcd(*worth) or 1
    return min(sum(worth), int((best + 1e-6) // step) * step)


def _leg(wishes: Sequence[Wish], terms: Terms, number: int, track: str) -> _Leg:
    day = terms.days[number]
    nodes = sorted(
        ((i, at) for i, w in enumerate(wishes) if comes(w, track) for on, at in starts(w, terms) if on == number),
        key=lambda node: (node[1], node[0]),
    )
    far = terms.travel.minutes

    def meets(leaves: int, way: int, until: int, *, home: bool = False) -> tuple[bool, bool]:
        """Whether the way fits, and whether the meal fits beside it: before the way or after it."""
        if leaves + way > until:
            return False, False
        before, after = max(leaves, day.lunch_from), max(leaves + way, day.lunch_from)
        eats = bool(day.lunch) and (
            (before <= day.lunch_until and before + day.lunch + way <= until)
            or (not home and after <= day.lunch_until and after + day.lunch <= until)
        )
        return True, eats

    plain, fed = [], []
    for k, (b, at) in enumerate(nodes):
        follows = [
            (n, meets(s + wishes[a].minutes, far(wishes[a].place, wishes[b].place), at - terms.rest))
            for n, (a, s) in enumerate(nodes[:k]) if a != b
        ]
        plain.append(np.array([n for n, (fits, _) in follows if fits], dtype=int))
        fed.append(np.array([n for n, (_, eats) in follows if eats], dtype=int))
    opens = [meets(day.start, far(terms.base, wishes[i].place), at) for i, at in nodes]
    closes = [meets(at + wishes[i].minutes, far(wishes[i].place, terms.base), day.end, home=True) for i, at in nodes]
    # (not eaten, eaten) at the end: who has eaten needs only the way, who has not eats before it.
    ends = [((fits if not day.lunch else eats), fits) for fits, eats in closes]
    return _Leg(tuple(nodes), plain, fed, np.array(opens), np.array(ends), track == terms.tracks[0])


def _dearest(leg: _Leg, wishes: Sequence[Wish], reward: np.ndarray) -> tuple[float, list[int]]:
    """The route worth most at these prices: its value, and its nodes."""
    count = len(leg.nodes)
    hungry, full = np.full(count, -np.inf), np.full(count, -np.inf)
    came: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for k, (i, _) in enumerate(leg.nodes):
        gain = reward[i] if leg.first or wishes[i].party else 0.0
        options = [(0.0 if leg.opens[k][0] else -np.inf, -1, 0), _top(hungry, leg.plain[k], 0)]
        fed = [(0.0 if leg.opens[k][1] else -np.inf, -1, 0), _top(full, leg.plain[k], 1), _top(hungry, leg.fed[k], 0)]
        before, eaten = max(options, key=lambda o: o[0]), max(fed, key=lambda o: o[0])
        hungry[k], full[k] = before[0] + gain, eaten[0] + gain
        came.append(((before[1], before[2]), (eaten[1], eaten[2])))
    ends = [(hungry[k] if leg.closes[k][0] else -np.inf, k, 0) for k in range(count)]
    ends += [(full[k] if leg.closes[k][1] else -np.inf, k, 1) for k in range(count)]
    value, at, state = max(ends, key=lambda o: o[0])
    route: list[int] = []
    while at >= 0 and value > 0:
        route.append(at)
        at, state = came[at][state]
    return float(value), route


def _top(values: np.ndarray, among: np.ndarray, state: int) -> tuple[float, int, int]:
    if not len(among):
        return -np.inf, -1, 0
    at = int(among[np.argmax(values[among])])
    return float(values[at]), at, state


def _master(wishes: int, legs: int) -> tuple[pywraplp.Solver, list[pywraplp.Constraint], list[pywraplp.Constraint]]:
    """Each wish is met once at most, each party's day has one route at most."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.Objective().SetMaximization()
    infinity = solver.infinity()
    return solver, [solver.Constraint(-infinity, 1) for _ in range(wishes)], [solver.Constraint(-infinity, 1) for _ in range(legs)]


def _add(
    solver: pywraplp.Solver, rows: Sequence[pywraplp.Constraint], cap: pywraplp.Constraint, leg: _Leg, route: Sequence[int],
    worth: Sequence[int], wishes: Sequence[Wish],
) -> bool:
    """A new route for the mixture."""
    column = solver.NumVar(0, solver.infinity(), "")
    cap.SetCoefficient(column, 1)
    own = [i for i, _ in (leg.nodes[k] for k in route) if leg.first or wishes[i].party]
    for i in set(own):
        rows[i].SetCoefficient(column, own.count(i))
    solver.Objective().SetCoefficient(column, float(sum(worth[i] for i in own)))
    return True
