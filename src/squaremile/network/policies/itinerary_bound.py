"""A ceiling for what any itinerary can be worth: the same visit without the ways that differ from pair to pair."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from squaremile.network.policies.itinerary import Terms, Wish, comes, starts

TICK = 5
"""Minutes between the moments at which the party may be in one meeting only."""


def most_worth(wishes: Sequence[Wish], terms: Terms, worth: Sequence[int], effort: float) -> int:
    """No plan honours more than this.

    Every start of every meeting is a switch; at each moment at most one meeting runs, counting after it only the
    shortest way that can follow. What is left out makes it easier, never harder, so the result bounds the true plan
    from above; its linear relaxation is tight, which that of a circuit is not.
    """
    model = cp_model.CpModel()
    begins = {(i, day, at): model.new_bool_var("") for i, w in enumerate(wishes) for day, at in starts(w, terms)}
    for i in range(len(wishes)):
        model.add_at_most_one(var for (own, _, _), var in begins.items() if own == i)
    for number in range(len(terms.days)):
        for track in terms.tracks:
            _one_at_a_time(model, {
                (i, at): var for (i, on, at), var in begins.items() if on == number and comes(wishes[i], track)
            }, wishes, terms, number)
    model.maximize(sum(worth[i] * var for (i, _, _), var in begins.items()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time = effort
    solver.solve(model)
    return min(sum(worth), int(solver.best_objective_bound + 1e-6))


def _one_at_a_time(
    model: cp_model.CpModel, today: dict[tuple[int, int], cp_model.IntVar], wishes: Sequence[Wish], terms: Terms, number: int
) -> None:
    """One party's day: at each moment in one meeting, or on the shortest way after it, or at table."""
    day = terms.days[number]
    model.add(sum(today.values()) <= terms.most_per_day)
    meals: dict[int, cp_model.IntVar] = {}
    if day.lunch:
        meals = {at: model.new_bool_var("") for at in range(day.lunch_from, day.lunch_until + 1, TICK)}
        model.add_exactly_one(meals.values())
    after = {i: _after(wishes[i], [wishes[j] for j, _ in today], terms) for i, _ in today}
    for now in range(day.start, day.end, TICK):
        busy = [v for (i, at), v in today.items() if at <= now < at + wishes[i].minutes + after[i]]
        model.add_at_most_one(busy)
        talking = [v for (i, at), v in today.items() if at <= now < at + wishes[i].minutes]
        eating = [v for at, v in meals.items() if at + TICK <= now < at + day.lunch]
        model.add_at_most_one([*talking, *eating])


def _after(wish: Wish, wishes: Sequence[Wish], terms: Terms) -> int:
    """The shortest time that must lie between this meeting and whatever comes next, or the way home."""
    ways = [terms.travel.minutes(wish.place, other.place) + terms.rest for other in wishes if other is not wish]
    return min([*ways, terms.travel.minutes(wish.place, terms.base)])
