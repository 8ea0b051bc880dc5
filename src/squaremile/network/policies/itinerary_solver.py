"""The best itinerary by constraint programming (CP-SAT of OR-Tools): wishes honoured by priority, then less travel.

One circuit a day and party from the base over the meetings that are held; a meeting's start lies in one of its host's
windows, and is the same for every party that comes; between two meetings lie the way, a rest, and on one of these legs
the meal. One worker, a fixed seed and deterministic
time: the same visit gives the same plan on every machine.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from squaremile.network.policies.itinerary import (
    LUNCH,
    WORTH,
    Order,
    Plan,
    Terms,
    Timed,
    Wish,
    comes,
    starts,
    timed,
    way_of,
    why_not,
)
from squaremile.network.policies.itinerary_bound import most_worth
from squaremile.network.policies.itinerary_first import first_plan

EFFORT = 1.0
"""Units of deterministic time for a search: one to three seconds on one core."""


Leg = tuple[int, str]
"""One party's day."""


@dataclass
class _Model:
    """Variables by what they mean. Meetings are nodes 1…n of each party's circuit of each day, 0 is the base."""

    wishes: Sequence[Wish]
    terms: Terms
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    start: dict[int, cp_model.IntVar] = field(default_factory=dict)
    held: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    arcs: dict[tuple[Leg, int, int], cp_model.IntVar] = field(default_factory=dict)
    meal: dict[Leg, cp_model.IntVar] = field(default_factory=dict)
    meal_before: dict[tuple[Leg, int], cp_model.IntVar] = field(default_factory=dict)
    eat_first: dict[Leg, cp_model.IntVar] = field(default_factory=dict)

    def build(self) -> None:
        for i, wish in enumerate(self.wishes, 1):
            self._windows(i, wish)
        for leg in self.legs():
            self._circuit(leg)
            self._times(leg)
            self.model.add(sum(self.held[i, leg[0]] for i in self._possible(leg)) <= self.terms.most_per_day)

    def legs(self) -> list[Leg]:
        return [(day, track) for day in range(len(self.terms.days)) for track in self.terms.tracks]

    def kept(self, i: int) -> cp_model.LinearExprT:
        return sum(var for (wish, _), var in self.held.items() if wish == i)

    def _possible(self, leg: Leg) -> list[int]:
        return [i for (i, on) in self.held if on == leg[0] and comes(self.wishes[i - 1], leg[1])]

    def _windows(self, i: int, wish: Wish) -> None:
        times = starts(wish, self.terms)
        domain = cp_model.Domain.from_values([at for _, at in times])
        self.start[i] = self.model.new_int_var_from_domain(domain, f"start{i}")
        for day in sorted({number for number, _ in times}):
            held = self.held[i, day] = self.model.new_bool_var(f"held{i}on{day}")
            bounds = self.terms.days[day]
            self.model.add(self.start[i] >= bounds.start).only_enforce_if(held)
            self.model.add(self.start[i] <= bounds.end - wish.minutes).only_enforce_if(held)
        self.model.add_at_most_one(var for (own, _), var in self.held.items() if own == i)

    def _circuit(self, leg: Leg) -> None:
        nodes = self._possible(leg)
        arcs: list[cp_model.ArcT] = []
        for a in (0, *nodes):
            for b in (0, *nodes):
                if a == b and a:
                    arcs.append((a, a, ~self.held[a, leg[0]]))
                elif a != b:
                    self.arcs[leg, a, b] = self.model.new_bool_var(f"{leg}from{a}to{b}")
                    arcs.append((a, b, self.arcs[leg, a, b]))
        empty = self.model.new_bool_var(f"{leg}empty")
        arcs.append((0, 0, empty))
        if not nodes:
            return
        self.model.add_circuit(arcs)
        for i in nodes:
            self.model.add_implication(empty, ~self.held[i, leg[0]])

    def _times(self, leg: Leg) -> None:
        bounds, nodes = self.terms.days[leg[0]], self._possible(leg)
        if not nodes:
            return
        meal = self.model.new_int_var(bounds.lunch_from, max(bounds.lunch_until, bounds.lunch_from), f"meal{leg}")
        self.meal[leg] = meal
        self.eat_first[leg] = self.model.new_bool_var(f"eatfirst{leg}")
        for node in (0, *nodes):
            self.meal_before[leg, node] = self.model.new_bool_var(f"meal{leg}before{node}")
            if node:
                self.model.add_implication(self.meal_before[leg, node], self.held[node, leg[0]])
        if bounds.lunch:
            self.model.add_exactly_one(self.meal_before[leg, node] for node in (0, *nodes))
        else:
            self.model.add_bool_and(~self.meal_before[leg, node] for node in (0, *nodes))
        for (on, a, b), arc in self.arcs.items():
            if on == leg:
                self._leg(leg, a, b, arc)
        self._fits(leg)

    def _fits(self, leg: Leg) -> None:
        """Meetings, ways, rests and the meal together are no longer than the day.

        It follows from the rest, but says it to the linear relaxation, which the bound comes from.
        """
        bounds, rest = self.terms.days[leg[0]], self.terms.rest
        busy = sum(self.wishes[i - 1].minutes * self.held[i, leg[0]] for i in self._possible(leg))
        ways = sum(
            (self.terms.travel.minutes(self._place(a), self._place(b)) + (rest if a and b else 0)) * arc
            for (on, a, b), arc in self.arcs.items() if on == leg
        )
        self.model.add(busy + ways + bounds.lunch <= bounds.end - bounds.start)
        self.model.add_no_overlap(self._blocks(leg))

    def _blocks(self, leg: Leg) -> list[cp_model.IntervalVar]:
        """Each meeting with the rest and the shortest way that must follow it, wherever one goes next."""
        terms, made, possible = self.terms, [], self._possible(leg)
        for i in possible:
            ways = [terms.travel.minutes(self._place(i), self._place(j)) + terms.rest for j in possible if j != i]
            after = min([*ways, terms.travel.minutes(self._place(i), terms.base)])
            size = self.wishes[i - 1].minutes + after
            made.append(self.model.new_optional_fixed_size_interval_var(self.start[i], size, self.held[i, leg[0]], f"b{i}on{leg}"))
        return made

    def _leg(self, leg: Leg, a: int, b: int, arc: cp_model.IntVar) -> None:
        """From meeting `a` to meeting `b`; 0 is the base, where the day begins and ends."""
        terms, bounds, meal = self.terms, self.terms.days[leg[0]], self.meal[leg]
        way = terms.travel.minutes(self._place(a), self._place(b))
        leaves = self.start[a] + self.wishes[a - 1].minutes if a else bounds.start
        arrives = self.start[b] - (terms.rest if a else 0) if b else bounds.end
        with_meal, first = self.meal_before[leg, b], self.eat_first[leg]
        self.model.add(arrives >= leaves + way).only_enforce_if(arc)
        if not bounds.lunch:
            return
        # After the last meeting one eats where one is: the way home follows.
        before = [arc, with_meal, first] if b else [arc, with_meal]
        self.model.add(meal >= leaves).only_enforce_if(before)
        self.model.add(arrives >= meal + bounds.lunch + way).only_enforce_if(before)
        if b:
            after = [arc, with_meal, ~first]
            self.model.add(meal >= leaves + way).only_enforce_if(after)
            self.model.add(arrives >= meal + bounds.lunch).only_enforce_if(after)

    def _place(self, node: int) -> str:
        return self.wishes[node - 1].place if node else self.terms.base

    def travel(self) -> cp_model.LinearExprT:
        return sum(
            self.terms.travel.minutes(self._place(a), self._place(b)) * arc for (_, a, b), arc in self.arcs.items()
        )

    def found(self, solver: cp_model.CpSolver) -> "_Found":
        """What the solver chose, in the clock: as early as it goes where all travel together, else as the parties agreed."""
        orders = [self._order(leg, solver) for leg in self.legs()]
        if not self.terms.parties:
            return _found(orders, self.terms)
        ways = sum(way_of(order, self.terms) for order in orders)
        kept = {wish.code: i for i, wish in enumerate(self.wishes, 1) if any(
            solver.value(var) for (own, _), var in self.held.items() if own == i)}
        stops = [Timed(w.code, at := solver.value(self.start[kept[w.code]]), at + w.minutes, w.place, w.party)
                 for w in self.wishes if w.code in kept]
        for (number, track), order in zip(self.legs(), orders, strict=True):
            day = self.terms.days[number]
            if day.lunch:
                begins = solver.value(self.meal[number, track]) if order.wishes else day.lunch_from
                stops.append(Timed(LUNCH, begins, begins + day.lunch, "", track))
        return _Found(tuple(sorted(stops, key=lambda s: (s.start, s.party, s.code))), tuple(kept), ways)

    def _order(self, leg: Leg, solver: cp_model.CpSolver) -> Order:
        following = {a: b for (on, a, b), arc in self.arcs.items() if on == leg and solver.value(arc)}
        nodes, at = [], following.get(0, 0)
        while at:
            nodes.append(at)
            at = following[at]
        meal = [n for (on, n), var in self.meal_before.items() if on == leg and solver.value(var)]
        after = len(nodes) if not meal or not meal[0] else nodes.index(meal[0])
        first = bool(leg not in self.eat_first or solver.value(self.eat_first[leg]))
        return Order(leg[0], tuple(self.wishes[n - 1] for n in nodes), after, first)

    def hint(self, orders: Sequence[Order]) -> None:
        """A plan to start from, found without search. Where there are parties, each leaves out what is not hers."""
        at = {wish.code: i for i, wish in enumerate(self.wishes, 1)}
        on = {at[wish.code]: order.day for order in orders for wish in order.wishes}
        for (i, day), var in self.held.items():
            self.model.add_hint(var, on.get(i) == day)
        used = set()
        for order in orders:
            for stop in timed(order, self.terms) or ():
                if stop.code in at:
                    self.model.add_hint(self.start[at[stop.code]], stop.start)
            for track in self.terms.tracks:
                nodes = [0, *(at[wish.code] for wish in order.wishes if comes(wish, track)), 0]
                used |= {((order.day, track), a, b) for a, b in itertools.pairwise(nodes)}
        for arc, var in self.arcs.items():
            self.model.add_hint(var, arc in used)


@dataclass(frozen=True, slots=True)
class _Found:
    """Timed stops, codes of the wishes among them in order, and minutes on the way of all parties."""

    stops: tuple[Timed, ...]
    honoured: tuple[str, ...]
    travel: int


def _found(orders: Sequence[Order], terms: Terms) -> _Found:
    """What orders of the days of one party give."""
    return _Found(
        tuple(stop for order in orders for stop in timed(order, terms) or ()),
        tuple(wish.code for order in orders for wish in order.wishes), sum(way_of(order, terms) for order in orders),
    )


def _solver(effort: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = effort
    return solver


def plan(wishes: Sequence[Wish], terms: Terms, *, effort: float = EFFORT) -> Plan:
    """The best plan for everybody together, or for the parties of `terms`, each on its own way.

    Maximises the sum over honoured wishes of priority × WORTH, less minutes on the way of each party. When not
    everything fits, `smallest_drop` names a set of fewest wishes (of lowest priority among such) whose giving up lets
    all others in.
    """
    impossible = tuple((w.code, why) for w in wishes if (why := why_not(w, terms)))
    out = {code for code, _ in impossible}
    possible = [w for w in wishes if w.code not in out]
    found, bound, proven = _best(possible, terms, [w.priority * WORTH for w in possible], effort, count_travel=True)
    dropped = tuple(w.code for w in wishes if w.code not in found.honoured)
    score = sum(w.priority * WORTH for w in wishes if w.code in found.honoured) - found.travel
    return Plan(
        stops=found.stops, honoured=found.honoured, dropped=dropped, impossible=impossible,
        smallest_drop=_smallest_drop(possible, terms, out, effort) if dropped else (),
        travel_minutes=found.travel, score=score, bound=max(bound, score), status="optimal" if proven else "feasible",
    )


def _best(
    wishes: Sequence[Wish], terms: Terms, worth: Sequence[int], effort: float, *, count_travel: bool
) -> tuple[_Found, int, bool]:
    """What is worth most, what no plan can exceed, and whether that is proven reached."""
    if not wishes:
        meals = [Timed(LUNCH, d.lunch_from, d.lunch_from + d.lunch, terms.base, t) for d in terms.days if d.lunch for t in terms.tracks]
        return _Found(tuple(meals), (), 0), 0, True
    made = _Model(wishes, terms)
    made.build()
    first = first_plan(wishes, terms, worth)
    made.hint(first)
    gained: Any = sum(value * made.kept(i) for i, value in enumerate(worth, 1))
    ceiling = most_worth(wishes, terms, worth)
    made.model.add(gained <= ceiling)
    made.model.maximize(gained - made.travel() if count_travel else gained)
    solver = _solver(effort)
    status = solver.solve(made.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        # Everybody together is a plan too: a party that leaves out what is not hers has time to spare.
        return _found(first, terms), ceiling, False
    bound = min(ceiling, round(solver.best_objective_bound))
    return made.found(solver), bound, status == cp_model.OPTIMAL


def _smallest_drop(wishes: Sequence[Wish], terms: Terms, out: set[str], effort: float) -> tuple[str, ...]:
    """As few wishes as can be; among equally few those of lowest priority. What is above priority 5 is never given up."""
    most = 6 * len(wishes) + 1
    worth = [most + w.priority if w.priority <= 5 else most * most for w in wishes]
    found, _, _ = _best(wishes, terms, worth, effort, count_travel=False)
    return (*sorted(out), *(w.code for w in wishes if w.code not in found.honoured))
