"""Companies on places: by CP-SAT with a bound, or greedily as the baseline.

Places of one room and kind are alike but for who has them today, so the model counts places by company, room and kind
(a few thousand variables instead of one for each company and place) and loses nothing: every hard rule, and every part
of the score, is a matter of rooms. `seating` then chooses the very places.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from squaremile.residency.policies.outline import Outline, Zone, outline, zone_of
from squaremile.residency.policies.seating import seated
from squaremile.residency.policies.space import WEIGHTS, Need, Plan, Problem, Spot, Weights, broken, moves, rent, score

Key = tuple[str, str, str]
_FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


class Contradicted(ValueError):
    """The pins cannot all be kept together with the hard rules."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """A plan, what it is worth, and the most that any plan could be worth.

    `unplaced`: company to why: `kind` (fewer such places than it needs), `bsl` (fewer at its biosafety level), `hazard`
    (no control area takes its amounts) or `full` (others come first).
    """

    plan: Plan
    worth: int
    bound: int
    unplaced: Mapping[str, str]
    proved: bool

    @property
    def gap(self) -> float:
        """Share of the bound that might still be won; 0 when the plan is proved best."""
        return (self.bound - self.worth) / max(1, abs(self.bound))


def allocate(
    problem: Problem, *, weights: Weights = WEIGHTS, seconds: float = 8.0, workers: int = 2, seed: int = 1
) -> Allocation:
    """The best plan found in `seconds`. Raises Contradicted where pins break a hard rule."""
    began = time.monotonic()
    _Model.sound(problem)
    plans = [greedy(problem)]
    above = outline(problem, weights, seconds=seconds * 0.35, workers=workers, seed=seed)
    if above is not None:
        plans.append(_roomed(problem, above, weights, seconds=seconds * 0.4, workers=workers, seed=seed))
    plans = [plan for plan in plans if not broken(problem, plan)]
    built = _Model(problem, weights)
    if plans:
        built.hint(max(plans, key=lambda one: score(problem, one, weights)))
    status = built.solve(max(seconds * 0.1, seconds - (time.monotonic() - began)), workers, seed)
    if status == cp_model.INFEASIBLE:
        raise Contradicted("the pinned places break a hard rule")
    bound = sum(weights.placed * n.priority + weights.growth * sum(n.growth.values()) for n in problem.needs)
    bound += weights.beside * len(problem.friends)
    if status in _FOUND:
        plans.append(built.read())
        bound = int(built.solver.best_objective_bound + 0.5)
    if not plans:
        raise Contradicted("no plan that keeps the pins was found in time")
    plan = max(plans, key=lambda one: score(problem, one, weights))
    worth = score(problem, plan, weights)
    bound = max(worth, bound if above is None else min(bound, above.bound))
    return Allocation(plan, worth, bound, why_not(problem, plan), status == cp_model.OPTIMAL or bound == worth)


def _roomed(problem: Problem, above: Outline, weights: Weights, *, seconds: float, workers: int, seed: int) -> Plan:
    """The rooms of an outline, zone by zone. Where rivals cannot be parted within a zone, somebody is left out whole."""
    rooms = {spot.room: spot for spot in problem.spots}
    zones: dict[Zone, list[Spot]] = defaultdict(list)
    for spot in problem.spots:
        zones[zone_of(rooms[spot.room])].append(spot)
    given: dict[str, str] = {}
    kept: dict[str, str] = {}
    until = time.monotonic() + seconds
    for done, (zone, spots) in enumerate(sorted(zones.items())):
        built = _Model(_within(problem, above, zone, spots), weights)
        if built.solve(max(0.05, (until - time.monotonic()) / (len(zones) - done)), workers, seed) in _FOUND:
            plan = built.read()
            given |= plan.given
            kept |= plan.kept
    whole = {n.name for n in problem.needs if sum(n.counts.values()) == sum(whose == n.name for whose in given.values())}
    given = {name: whose for name, whose in given.items() if whose in whole}
    kinds = {spot.name: spot.kind for spot in problem.spots}
    wishes = Counter({(need.name, kind): count for need in problem.needs for kind, count in need.growth.items()})
    fewer = {}
    for name, whose in sorted(kept.items()):
        if whose in whole and wishes[whose, kinds[name]] > 0:
            wishes[whose, kinds[name]] -= 1
            fewer[name] = whose
    return Plan(given, fewer)


def _within(problem: Problem, above: Outline, zone: Zone, spots: Sequence[Spot]) -> Problem:
    """What an outline asks of one zone, as a problem of its own."""
    names = {spot.name for spot in spots}
    needs = []
    for need in problem.needs:
        counts = {kind: n for kind in need.counts if (n := above.counts.get((need.name, zone, kind), 0))}
        if counts:
            needs.append(replace(need, counts=counts, has=need.has & names, pinned=need.pinned & names))
    here = {need.name for need in needs}
    return Problem(spots, needs, problem.limits, [(a, b) for a, b in problem.rivals if {a, b} <= here])


class _Model:
    """The counting model: n places of a kind for a company in a room, g kept beside it."""

    def __init__(self, problem: Problem, weights: Weights) -> None:
        self.problem, self.weights, self.model = problem, weights, cp_model.CpModel()
        self.solver = cp_model.CpSolver()
        self.rooms = {spot.room: spot for spot in problem.spots}
        self.stock: dict[tuple[str, str], int] = defaultdict(int)
        for spot in problem.spots:
            self.stock[spot.room, spot.kind] += 1
        self.number: dict[Key, cp_model.IntVar] = {}
        self.growth: dict[Key, cp_model.IntVar] = {}
        self.used: dict[tuple[str, str], cp_model.IntVar] = {}
        self.placed = {need.name: self.model.new_bool_var(f"placed {need.name}") for need in problem.needs}
        self.terms: list[cp_model.LinearExprT] = []
        self.floors: dict[tuple[str, str], cp_model.IntVar] = {}
        for need in problem.needs:
            self._company(need)
        self._stock()
        self._rivals()
        self._hazards()
        self._friends()
        self.model.maximize(sum(self.terms))

    @staticmethod
    def sound(problem: Problem) -> None:
        """Raises Contradicted for a pin to no place, or to a place that is another's."""
        known, seen = {spot.name for spot in problem.spots}, set[str]()
        for need in problem.needs:
            for name in need.pinned:
                if name not in known or name in seen:
                    raise Contradicted(f"{name} cannot be pinned for {need.name}")
                seen.add(name)

    def _company(self, need: Need) -> None:
        model, placed = self.model, self.placed[need.name]
        self.terms.append(self.weights.placed * need.priority * placed)
        if not any(need.counts.values()):
            model.add(placed == 0)
        rooms = [room for room, spot in self.rooms.items() if spot.bsl >= need.bsl and self._of_use(need, room)]
        promised = {name for other in self.problem.needs if other.name != need.name for name in other.pinned}
        holds = [spot for spot in self.problem.spots if spot.name in need.has - promised]
        pins = [spot for spot in self.problem.spots if spot.name in need.pinned]
        if any(spot.room not in rooms for spot in pins):
            model.add_bool_or([])
        if pins:
            model.add(placed == 1)
        for room in rooms:
            self._room(need, room, [s.kind for s in holds if s.room == room], [s.kind for s in pins if s.room == room])
        for kind, count in need.counts.items():
            model.add(sum(v for (c, _, k), v in self._own(need).items() if k == kind) == count * placed)
        for kind, count in need.growth.items():
            grown = [v for (c, _, k), v in self.growth.items() if c == need.name and k == kind]
            if grown:
                model.add(sum(grown) <= count)
        self.terms.append(-self.weights.move * len(need.has) * placed)
        self._together(need, rooms)

    def _of_use(self, need: Need, room: str) -> bool:
        return any(count and self.stock.get((room, kind)) for kind, count in need.counts.items())

    def _own(self, need: Need) -> dict[Key, cp_model.IntVar]:
        return {key: var for key, var in self.number.items() if key[0] == need.name}

    def _room(self, need: Need, room: str, holds: Sequence[str], pins: Sequence[str]) -> None:
        model, use = self.model, self.model.new_bool_var(f"{need.name} in {room}")
        self.used[need.name, room] = use
        here = []
        for kind, count in need.counts.items():
            most = min(count, self.stock.get((room, kind), 0))
            if not most:
                continue
            number = self.number[need.name, room, kind] = model.new_int_var(0, most, f"{need.name} {kind} in {room}")
            model.add(number <= most * use)
            model.add(number >= pins.count(kind))
            here.append(number)
            if held := holds.count(kind):
                stay = model.new_int_var(0, held, f"{need.name} stays with {kind} in {room}")
                model.add(stay <= number)
                self.terms.append(self.weights.move * stay)
        model.add(sum(here) >= use)
        for kind, count in need.growth.items():
            most = min(count, self.stock.get((room, kind), 0))
            if most:
                kept = self.growth[need.name, room, kind] = model.new_int_var(0, most, f"kept for {need.name} {room} {kind}")
                model.add(kept <= most * use)
                self.terms.append(self.weights.growth * kept)

    def _together(self, need: Need, rooms: Sequence[str]) -> None:
        """Rooms and floors beyond the first cost."""
        placed, uses = self.placed[need.name], [self.used[need.name, room] for room in rooms]
        if not uses:
            return
        self.terms.append(self.weights.room * (placed - sum(uses)))
        by_floor: dict[str, list[cp_model.IntVar]] = defaultdict(list)
        for room in rooms:
            by_floor[self.rooms[room].floor].append(self.used[need.name, room])
        floors = []
        for floor, inside in by_floor.items():
            on = self.model.new_bool_var(f"{need.name} on {floor}")
            self.model.add_max_equality(on, inside)
            floors.append(on)
            self.floors[need.name, floor] = on
        self.terms.append(self.weights.floor * (placed - sum(floors)))

    def _stock(self) -> None:
        """One company a place: what is given and kept of a kind in a room is no more than there is.

        A pin is a very place: what a company holds there is at least its pins, so theirs are never another's.
        """
        taken: dict[tuple[str, str], list[cp_model.IntVar]] = defaultdict(list)
        for variables in (self.number, self.growth):
            for (_, room, kind), var in variables.items():
                taken[room, kind].append(var)
        for key, variables_here in taken.items():
            self.model.add(sum(variables_here) <= self.stock[key])

    def _rivals(self) -> None:
        for a, b in self.problem.rivals:
            for room in self.rooms:
                if (a, room) in self.used and (b, room) in self.used:
                    self.model.add(self.used[a, room] + self.used[b, room] <= 1)

    def _friends(self) -> None:
        """Counted once for each pair that shares a floor."""
        for a, b in self.problem.friends:
            shared = []
            for floor in {spot.floor for spot in self.problem.spots}:
                if (a, floor) in self.floors and (b, floor) in self.floors:
                    both = self.model.new_bool_var(f"{a} and {b} on {floor}")
                    self.model.add_implication(both, self.floors[a, floor])
                    self.model.add_implication(both, self.floors[b, floor])
                    shared.append(both)
            if shared:
                beside = self.model.new_bool_var(f"{a} beside {b}")
                self.model.add(beside <= sum(shared))
                self.terms.append(self.weights.beside * beside)

    def _hazards(self) -> None:
        """In each control area, of each class: the amounts of all who have a place there stay within the limit."""
        inside: dict[tuple[str, str], list[cp_model.IntVar]] = defaultdict(list)
        for (company, room), use in self.used.items():
            inside[company, self.rooms[room].area].append(use)
        sums: dict[tuple[str, str], list[cp_model.LinearExprT]] = defaultdict(list)
        for need in self.problem.needs:
            for (company, area), uses in inside.items():
                if company != need.name or not any(need.hazards.values()):
                    continue
                there = self.model.new_bool_var(f"{company} in {area}")
                self.model.add_max_equality(there, uses)
                for hazard, amount in need.hazards.items():
                    if amount:
                        sums[area, hazard].append(amount * there)
        for key, amounts in sums.items():
            self.model.add(sum(amounts) <= self.problem.limits.get(key, 0))

    def hint(self, plan: Plan) -> None:
        """Begin the search at a plan that is known."""
        spots = {spot.name: spot for spot in self.problem.spots}
        given = Counter((whose, spots[name].room, spots[name].kind) for name, whose in plan.given.items())
        kept = Counter((whose, spots[name].room, spots[name].kind) for name, whose in plan.kept.items())
        used = {(company, room) for company, room, _ in given}
        floors = {(company, self.rooms[room].floor) for company, room in used}
        for variables, values in ((self.number, given), (self.growth, kept)):
            for key, var in variables.items():
                self.model.add_hint(var, values[key])
        for switches, on in ((self.used, used), (self.floors, floors)):
            for pair, var in switches.items():
                self.model.add_hint(var, pair in on)
        for company, var in self.placed.items():
            self.model.add_hint(var, company in plan.placed)

    def solve(self, seconds: float, workers: int, seed: int) -> cp_model.CpSolverStatus:
        self.solver.parameters.max_time_in_seconds = seconds
        self.solver.parameters.num_workers = workers
        self.solver.parameters.random_seed = seed
        return self.solver.solve(self.model)

    def read(self) -> Plan:
        return seated(
            self.problem, {key: self.solver.value(var) for key, var in self.number.items()},
            {key: self.solver.value(var) for key, var in self.growth.items()},
        )


def greedy(problem: Problem) -> Plan:
    """The baseline, as one would by hand: pins and those in residence first, then by priority and size; each stays where
    it is, or takes the rooms with most free places that fit. No place is kept for growth."""
    taken: dict[str, str] = {name: need.name for need in problem.needs for name in need.pinned}
    plan = Plan(taken)
    order = sorted(problem.needs, key=lambda n: (not n.pinned, not n.has, -n.priority, -sum(n.counts.values()), n.name))
    for need in order:
        without = {spot: whose for spot, whose in plan.given.items() if whose != need.name}
        mine = _by_hand(problem, need, without)
        tried = Plan({**without, **dict.fromkeys(mine, need.name)})
        if mine and not broken(_only(problem, tried), tried):
            plan = tried
    return plan


def _only(problem: Problem, plan: Plan) -> Problem:
    """The problem of those who are placed whole so far; the pins of the others wait."""
    return replace(problem, needs=[
        need if len(plan.of(need.name)) == sum(need.counts.values()) else replace(need, counts=_kinds(problem, plan, need), pinned=frozenset())
        for need in problem.needs
    ])  # fmt: skip


def _kinds(problem: Problem, plan: Plan, need: Need) -> dict[str, int]:
    kinds: dict[str, int] = defaultdict(int)
    for spot in problem.spots:
        if plan.given.get(spot.name) == need.name:
            kinds[spot.kind] += 1
    return kinds


def _by_hand(problem: Problem, need: Need, taken: Mapping[str, str]) -> list[str]:
    """Places for one company among those that are free, or none."""
    shut = {spot.room for spot in problem.spots if taken.get(spot.name) in _rivals_of(problem, need.name)}
    free = [s for s in problem.spots if s.name not in taken and s.bsl >= need.bsl and s.room not in shut]
    many: dict[str, int] = defaultdict(int)
    for spot in free:
        many[spot.room] += 1
    free.sort(key=lambda s: (s.name not in need.pinned, s.name not in need.has, -many[s.room], s.room, s.position))
    mine: list[str] = []
    for kind, count in need.counts.items():
        these = [spot.name for spot in free if spot.kind == kind][:count]
        if len(these) < count:
            return []
        mine += these
    return mine


def _rivals_of(problem: Problem, name: str) -> set[str]:
    return {b if a == name else a for a, b in problem.rivals if name in (a, b)}


def why_not(problem: Problem, plan: Plan) -> dict[str, str]:
    """Why each company without a place has none."""
    return {need.name: _why(problem, need) for need in problem.needs if need.name not in plan.placed}


def _why(problem: Problem, need: Need) -> str:
    fit = [spot for spot in problem.spots if spot.bsl >= need.bsl]
    safe = {
        area for area in {s.area for s in problem.spots}
        if all(amount <= problem.limits.get((area, hazard), 0) for hazard, amount in need.hazards.items() if amount)
    }
    for why, spots in (("kind", problem.spots), ("bsl", fit), ("hazard", [s for s in fit if s.area in safe])):
        if any(sum(s.kind == kind for s in spots) < count for kind, count in need.counts.items()):
            return why
    return "full"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What admitting a company would mean. `rent` a month in minor units; None where a kind has no price."""

    fits: bool
    without_moves: bool
    why: str
    places: Sequence[str]
    moves: Sequence[tuple[str, str]]
    rent: int | None
    plan: Plan


def what_if(problem: Problem, newcomer: Need, prices: Mapping[str, int], *, seconds: float = 5.0) -> WhatIf:
    """Admit one more: first with everybody staying where they are, then with moves. Nobody in residence is put out."""
    here = [replace(need, pinned=need.has, priority=9) for need in problem.needs if need.has]
    still = allocate(replace(problem, needs=[*here, newcomer]), seconds=seconds / 2)
    found, without = still, newcomer.name in still.plan.placed
    if not without:
        loose = [replace(need, pinned=before.pinned) for need, before in zip(here, (n for n in problem.needs if n.has), strict=True)]
        moved = allocate(replace(problem, needs=[*loose, newcomer]), seconds=seconds / 2)
        if {need.name for need in loose} | {newcomer.name} <= moved.plan.placed:
            found = moved
    fits = newcomer.name in found.plan.placed
    return WhatIf(
        fits, without, "" if fits else found.unplaced[newcomer.name], found.plan.of(newcomer.name),
        moves(replace(problem, needs=here), found.plan), rent(newcomer.counts, prices), found.plan,
    )
