"""Which wishes could be honoured if slots took care of themselves: an upper bound, and what to aim at.

A timetable gives nobody more meetings than slots in which she is there, and no more meetings than there are tables.
Those numbers alone make a small problem (a b-matching) that is solved to the end; the timetable lies below it.
"""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from squaremile.network.policies.partnering import Hall, simple_bounds


@dataclass(frozen=True, slots=True)
class Aim:
    """Upper bounds of people served and of weight, and the wishes that would reach them."""

    served: int
    weight: int
    wishes: frozenset[int]


def aim(hall: Hall, seconds: float = 10.0, seed: int = 0) -> Aim:
    """The bound by numbers alone. `seconds` are deterministic; where they do not suffice the bound is looser."""
    model, served_cap, weight_cap = cp_model.CpModel(), *simple_bounds(hall)
    chosen = {w: model.new_bool_var("") for w, slots in enumerate(hall.together) if slots}
    of_person: dict[int, list[cp_model.IntVar]] = {}
    for w, var in chosen.items():
        for person in (hall.wishes[w].a, hall.wishes[w].b):
            of_person.setdefault(person, []).append(var)
    served = []
    for person, mine in of_person.items():
        if len(mine) > hall.present[person]:
            model.add(sum(mine) <= hall.present[person])
        served.append(model.new_bool_var(""))
        model.add_bool_or([*mine, served[-1].negated()])
    model.add(sum(chosen.values()) <= sum(hall.room))
    above = sum(hall.wishes[w].weight for w in chosen) + 1
    model.maximize(sum(hall.wishes[w].weight * var for w, var in chosen.items()) + above * sum(served))
    solver = cp_model.CpSolver()
    solver.parameters.random_seed, solver.parameters.num_workers = seed, 1
    solver.parameters.max_deterministic_time = seconds
    solver.parameters.max_time_in_seconds = 3 * seconds
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Aim(served_cap, weight_cap, frozenset(chosen))
    bound = int(solver.best_objective_bound + 1e-6)
    most = min(served_cap, bound // above)
    # Fewer people served may leave room for more weight: the bound of weight holds for timetables that serve the most.
    weight = min(weight_cap, bound - above * most)
    return Aim(most, weight, frozenset(w for w, var in chosen.items() if solver.value(var)))
