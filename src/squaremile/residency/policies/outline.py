"""The outline of an allocation: who is placed, and how much of it in which zone, before any room is chosen.

A zone is a control area on a floor. Rooms within a zone are taken together and rivals are left out, so that everything
the full model allows is allowed here and is worth no less: what is proved here bounds every plan. It is small enough to
be nearly solved in a second or two where the full model is not, and its answer is a start for the rooms.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from squaremile.residency.policies.space import Need, Problem, Spot, Weights

Zone = tuple[str, str]


def zone_of(spot: Spot) -> Zone:
    """Where a room lies: floor and control area."""
    return spot.floor, spot.area


@dataclass(frozen=True, slots=True)
class Outline:
    """Who is placed, (company, zone, kind) to how many, and what no plan can exceed."""

    placed: Mapping[str, bool]
    counts: Mapping[tuple[str, Zone, str], int]
    bound: int


def outline(problem: Problem, weights: Weights, *, seconds: float, workers: int, seed: int) -> Outline | None:
    """Placing first, then the rest with no less placed; None where nothing was found (or the pins contradict)."""
    built = _Outline(problem, weights)
    first = built.solve(built.main, seconds * 0.6, workers, seed)
    if first is None:
        return None
    worth = int(first.value(built.main))
    built.begin(first)
    built.model.add(built.main >= worth)
    built.model.add(built.main <= int(first.best_objective_bound + 0.5))
    second = built.solve(sum(built.terms), seconds * 0.4, workers, seed)
    # A plan that places less is worth less by one priority at least, and the rest can add no more than all wishes.
    extra = weights.growth * sum(sum(n.growth.values()) for n in problem.needs) + weights.beside * len(problem.friends)
    less = worth - weights.placed + extra
    most = int(first.best_objective_bound + 0.5) + extra
    bound = most if second is None else min(most, max(less, int(second.best_objective_bound + 0.5)))
    said = second or first
    return Outline(
        {name: bool(said.value(var)) for name, var in built.placed.items()},
        {key: said.value(var) for key, var in built.number.items()}, bound,
    )


class _Outline:
    def __init__(self, problem: Problem, weights: Weights) -> None:
        self.problem, self.weights, self.model = problem, weights, cp_model.CpModel()
        self.rooms = {spot.room: spot for spot in problem.spots}
        self.stock: dict[tuple[Zone, str, int], int] = defaultdict(int)
        for spot in problem.spots:
            home = self.rooms[spot.room]
            self.stock[zone_of(home), spot.kind, home.bsl] += 1
        self.zones = sorted({zone for zone, _, _ in self.stock})
        self.placed = {need.name: self.model.new_bool_var("") for need in problem.needs}
        self.number: dict[tuple[str, Zone, str], cp_model.IntVar] = {}
        self.inside: dict[tuple[str, Zone], cp_model.IntVar] = {}
        self.on: dict[tuple[str, str], cp_model.IntVar] = {}
        self.filling: dict[tuple[Zone, str, int], list[cp_model.IntVar]] = defaultdict(list)
        self.main = sum((weights.placed * n.priority * self.placed[n.name] for n in problem.needs), start=cp_model.LinearExpr.sum([]))
        self.terms: list[cp_model.LinearExprT] = [self.main]
        for need in problem.needs:
            self._company(need)
        for key, parts in self.filling.items():
            self.model.add(sum(parts) <= self._room_for(*key))
        self._hazards()
        self._friends()

    def _room_for(self, zone: Zone, kind: str, bsl: int) -> int:
        """How many places of a kind a zone has at a biosafety level or above."""
        return sum(n for (z, k, level), n in self.stock.items() if (z, k) == (zone, kind) and level >= bsl)

    def _company(self, need: Need) -> None:
        placed, model = self.placed[need.name], self.model
        if not any(need.counts.values()):
            model.add(placed == 0)
        if need.pinned:
            model.add(placed == 1)
        promised = {name for other in self.problem.needs if other.name != need.name for name in other.pinned}
        holds = self._where(need.has - promised)
        pins = self._where(need.pinned)
        for zone in self.zones:
            self._zone(need, zone, holds[zone], pins[zone])
        for kind, count in need.counts.items():
            model.add(sum(v for (c, _, k), v in self.number.items() if c == need.name and k == kind) == count * placed)
        self.terms.append(-self.weights.move * len(need.has) * placed)
        self._together(need)

    def _where(self, names: frozenset[str]) -> Mapping[Zone, Sequence[str]]:
        found: dict[Zone, list[str]] = defaultdict(list)
        for spot in self.problem.spots:
            if spot.name in names:
                found[zone_of(self.rooms[spot.room])].append(spot.kind)
        return found

    def _zone(self, need: Need, zone: Zone, holds: Sequence[str], pins: Sequence[str]) -> None:
        model = self.model
        there = model.new_bool_var("")
        for kind, count in need.counts.items():
            most = min(count, self._room_for(zone, kind, need.bsl))
            if not most:
                continue
            number = self._fill(need, zone, kind, most, there)
            self.number[need.name, zone, kind] = number
            self.inside[need.name, zone] = there
            model.add(number >= pins.count(kind))
            if held := holds.count(kind):
                stay = model.new_int_var(0, held, "")
                model.add(stay <= number)
                self.terms.append(self.weights.move * stay)
        if (need.name, zone) not in self.inside:
            return
        for kind, count in need.growth.items():
            if most := min(count, self._room_for(zone, kind, need.bsl)):
                self.terms.append(self.weights.growth * self._fill(need, zone, kind, most, there))

    def _fill(self, need: Need, zone: Zone, kind: str, most: int, there: cp_model.IntVar) -> cp_model.IntVar:
        """Places taken in a zone; they count at every biosafety level up to the company's own."""
        number = self.model.new_int_var(0, most, "")
        self.model.add(number <= most * there)
        for level in {bsl for _, _, bsl in self.stock}:
            if level <= need.bsl:
                self.filling[zone, kind, level].append(number)
        return number

    def _together(self, need: Need) -> None:
        """At least as many rooms as zones, and the floors of those zones."""
        placed = self.placed[need.name]
        mine = {zone: var for (c, zone), var in self.inside.items() if c == need.name}
        if not mine:
            return
        for var in mine.values():
            self.model.add(var <= placed)
        by_floor: dict[str, list[cp_model.IntVar]] = defaultdict(list)
        for (floor, _), var in mine.items():
            by_floor[floor].append(var)
        for floor, inside in by_floor.items():
            on = self.on[need.name, floor] = self.model.new_bool_var("")
            self.model.add_max_equality(on, inside)
        floors = [self.on[need.name, floor] for floor in by_floor]
        self.terms.append(self.weights.room * (placed - sum(mine.values())))
        self.terms.append(self.weights.floor * (placed - sum(floors)))

    def _hazards(self) -> None:
        hazards = {need.name: need.hazards for need in self.problem.needs}
        by_area: dict[tuple[str, str], list[cp_model.IntVar]] = defaultdict(list)
        for (company, (_, area)), var in self.inside.items():
            by_area[company, area].append(var)
        sums: dict[tuple[str, str], list[cp_model.LinearExprT]] = defaultdict(list)
        for (company, area), inside in by_area.items():
            there = inside[0]
            if len(inside) > 1:
                there = self.model.new_bool_var("")
                self.model.add_max_equality(there, inside)
            for hazard, amount in hazards[company].items():
                if amount:
                    sums[area, hazard].append(amount * there)
        for key, amounts in sums.items():
            self.model.add(sum(amounts) <= self.problem.limits.get(key, 0))

    def _friends(self) -> None:
        for a, b in self.problem.friends:
            shared = []
            for floor in sorted({floor for floor, _ in self.zones}):
                if (a, floor) in self.on and (b, floor) in self.on:
                    both = self.model.new_bool_var("")
                    self.model.add_implication(both, self.on[a, floor])
                    self.model.add_implication(both, self.on[b, floor])
                    shared.append(both)
            if shared:
                beside = self.model.new_bool_var("")
                self.model.add(beside <= sum(shared))
                self.terms.append(self.weights.beside * beside)

    def begin(self, known: cp_model.CpSolver) -> None:
        for variables in (self.placed, self.number, self.inside):
            for var in variables.values():
                self.model.add_hint(var, known.value(var))

    def solve(self, aim: cp_model.LinearExprT, seconds: float, workers: int, seed: int) -> cp_model.CpSolver | None:
        self.model.maximize(aim)
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = seed
        found = solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return solver if found else None
