"""Who reviews which application: the best match of what people know, within what each takes, with an even load.

To give every application `each` different reviewers within their capacities is a transportation problem. An even load
is a convex price on each further application of a reviewer, so it stays one: its linear programme has whole numbers at
every corner, and OR-Tools' min-cost flow is exact and polynomial: 2,000 applications with 200 reviewers take about a
second (benchmarks/residency). CP-SAT, of the same library, solves harder problems than this one; it is the way once a
rule couples pairs (no two reviewers of one institute on an application), which no flow can say.

The bound is not the solver's word: prices of the dual are computed from the answer by Bellman-Ford over what could
still be exchanged, and their objective is the bound. Equal inputs give equal answers, in whatever order they come.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

MATCH = 1000
"""A perfect match in points."""
EVEN = 10
"""Points that the square of a reviewer's load costs: her j-th application costs EVEN × (2j − 1)."""
SHORT = 10_000_000
"""Points that a missing review costs: more than anything that could be gained by leaving one out."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """An application to be reviewed, with the weights of its topics (any positive numbers)."""

    key: str
    topics: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """A reviewer, with what she knows and how many applications she takes in all."""

    key: str
    topics: Mapping[str, float]
    capacity: int


@dataclass(frozen=True, slots=True)
class Assigned:
    """`pairs` are (application, reviewer), the new ones alone. `short`: how many reviewers an application lacks.

    `objective` is in points: matches, less the price of load, less SHORT for each review that is missing. `bound` is what
    no assignment exceeds; `gap` is their difference over the larger amount: 0 says that nothing better exists.
    """

    pairs: tuple[Pair, ...]
    short: Mapping[str, int]
    load: Mapping[str, int]
    match: float
    """Mean match of the new pairs, 0 to 1."""
    objective: int
    bound: int

    @property
    def gap(self) -> float:
        return (self.bound - self.objective) / max(abs(self.bound), abs(self.objective), 1)


def matches(papers: Sequence[Paper], judges: Sequence[Judge]) -> Ints:
    """Cosine of the topic weights in points, a row an application and a column a reviewer."""
    words = {w: i for i, w in enumerate(sorted({w for whose in (papers, judges) for one in whose for w in one.topics}))}
    left, right = _weights(papers, words), _weights(judges, words)
    return np.rint(left @ right.T * MATCH).astype(np.int64)


def assign(
    papers: Sequence[Paper], judges: Sequence[Judge], *, each: int, barred: Collection[Pair] = (),
    given: Collection[Pair] = (), even: int = EVEN,
) -> Assigned:
    """The best assignment that respects every bar. Pairs in `given` stay; they count for need and load."""
    case = _case(papers, judges, each, barred, given, even)
    chosen = _flow(case)
    return _assigned(case, chosen, _bound(case, chosen))


def greedy(
    papers: Sequence[Paper], judges: Sequence[Judge], *, each: int, bound: int, barred: Collection[Pair] = (),
    given: Collection[Pair] = (), even: int = EVEN,
) -> Assigned:
    """What a careful person does: the best open pair at each turn, loads considered. The baseline beside `bound`."""
    case = _case(papers, judges, each, barred, given, even)
    need, load = case.need.copy(), case.load.copy()
    chosen = np.zeros_like(case.open)
    worth = np.where(case.open, case.match - case.even * (2 * load + 1)[None, :], -SHORT)
    worth[:, load >= case.capacity] = -SHORT
    worth[need <= 0, :] = -SHORT
    while worth.size and worth.max() > -SHORT:
        row, column = divmod(int(worth.argmax()), worth.shape[1])
        chosen[row, column] = True
        need[row] -= 1
        load[column] += 1
        still = worth[:, column] > -SHORT
        worth[still, column] -= 2 * case.even
        worth[row, column] = -SHORT
        if need[row] == 0:
            worth[row, :] = -SHORT
        if load[column] >= case.capacity[column]:
            worth[:, column] = -SHORT
    return _assigned(case, chosen, bound)


@dataclass(frozen=True, slots=True)
class _Case:
    papers: tuple[str, ...]
    judges: tuple[str, ...]
    match: Ints
    open: Bools
    need: Ints
    load: Ints
    capacity: Ints
    even: int


def _case(
    papers: Sequence[Paper], judges: Sequence[Judge], each: int, barred: Collection[Pair], given: Collection[Pair],
    even: int,
) -> _Case:
    ours, theirs = sorted(papers, key=lambda p: p.key), sorted(judges, key=lambda j: j.key)
    row, column = {p.key: i for i, p in enumerate(ours)}, {j.key: i for i, j in enumerate(theirs)}
    free = np.ones((len(ours), len(theirs)), dtype=bool)
    need = np.full(len(ours), each, dtype=np.int64)
    load = np.zeros(len(theirs), dtype=np.int64)
    for paper, judge in set(given):
        if paper in row:
            need[row[paper]] -= 1
        if judge in column:
            load[column[judge]] += 1
    for paper, judge in {*barred, *given}:
        if paper in row and judge in column:
            free[row[paper], column[judge]] = False
    return _Case(
        tuple(row), tuple(column), matches(ours, theirs), free, np.maximum(need, 0), load,
        np.array([j.capacity for j in theirs], dtype=np.int64), even,
    )


def _flow(case: _Case) -> Bools:
    rows, columns = np.nonzero(case.open)
    count, width = case.open.shape
    sink, nobody = count + width, count + width + 1
    steps = [(j, case.even * (2 * n + 1)) for j in range(width) for n in range(int(case.load[j]), int(case.capacity[j]))]
    ends = np.array([j for j, _ in steps], dtype=np.int64)
    prices = np.array([p for _, p in steps], dtype=np.int64)
    tail = np.concatenate([rows, count + ends, np.arange(count), [nobody]])
    head = np.concatenate([count + columns, np.full(len(ends), sink), np.full(count, nobody), [sink]])
    total = int(case.need.sum())
    room = np.concatenate([np.ones(len(rows) + len(ends), dtype=np.int64), case.need, [total]])
    cost = np.concatenate([-case.match[rows, columns], prices, np.full(count, SHORT), [0]])
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs: Any = flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, cost)
    flow.set_nodes_supplies(np.arange(count), case.need)
    flow.set_node_supply(sink, -total)
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("a flow with a way for everyone has an optimum")
    chosen = np.zeros_like(case.open)
    taken = np.asarray(flow.flows(arcs[: len(rows)])) > 0
    chosen[rows[taken], columns[taken]] = True
    return chosen


def _bound(case: _Case, chosen: Bools) -> int:
    """What no assignment exceeds, from prices that the answer implies (weak duality; any prices give a bound).

    `paper`, `judge` and `sink` are shortest ways in the graph of exchanges that are still possible. Where nothing pays
    any more they settle, and the bound meets the answer; where they do not settle within the limit, it is merely higher.
    """
    load, missing = case.load + chosen.sum(axis=0), case.need - chosen.sum(axis=1)
    last, following = case.even * (2 * load - 1), case.even * (2 * load + 1)
    far = np.int64(4 * SHORT)
    unused, paper = case.open & ~chosen, np.zeros(len(case.papers), dtype=np.int64)
    judge, sink = np.zeros(len(case.judges), dtype=np.int64), np.int64(0)
    for _ in range(len(case.papers) + len(case.judges) + 1):
        new_judge = np.minimum(judge, np.where(unused, paper[:, None] - case.match, far).min(axis=0, initial=far))
        new_judge = np.where(load > case.load, np.minimum(new_judge, sink - last), new_judge)
        new_paper = np.minimum(paper, np.where(chosen, new_judge[None, :] + case.match, far).min(axis=1, initial=far))
        new_paper = np.where(missing > 0, np.minimum(new_paper, sink - SHORT), new_paper)
        by_judge = np.where(load < case.capacity, new_judge + following, far).min(initial=far)
        new_sink = min(sink, by_judge, np.where(missing < case.need, new_paper + SHORT, far).min(initial=far))
        settled = new_sink == sink and np.array_equal(new_judge, judge) and np.array_equal(new_paper, paper)
        judge, paper, sink = new_judge, new_paper, new_sink
        if settled:
            break
    return -_dual(case, paper, judge, sink)


def _dual(case: _Case, paper: Ints, judge: Ints, sink: np.int64) -> int:
    """The least that anything can cost at these prices: the dual objective of the flow."""
    pairs = np.minimum(0, paper[:, None] - case.match - judge[None, :])[case.open].sum()
    places = sum(
        min(0, int(judge[j] - sink) + case.even * (2 * n + 1))
        for j in range(len(case.judges)) for n in range(int(case.load[j]), int(case.capacity[j]))
    )
    lacking = (case.need * np.minimum(0, paper + SHORT - sink)).sum()
    return int((case.need * (sink - paper)).sum() + pairs + places + lacking)


def _assigned(case: _Case, chosen: Bools, bound: int) -> Assigned:
    rows, columns = np.nonzero(chosen)
    load = case.load + chosen.sum(axis=0)
    missing = case.need - chosen.sum(axis=1)
    gained = int(case.match[chosen].sum())
    paid = int((case.even * (load**2 - case.load**2)).sum())
    return Assigned(
        pairs=tuple((case.papers[i], case.judges[j]) for i, j in zip(rows, columns, strict=True)),
        short={case.papers[i]: int(missing[i]) for i in np.nonzero(missing)[0]},
        load={key: int(load[j]) for j, key in enumerate(case.judges)},
        match=gained / MATCH / len(rows) if len(rows) else 0.0,
        objective=gained - paid - SHORT * int(missing.sum()), bound=bound,
    )


def _weights(whose: Sequence[Paper | Judge], words: Mapping[str, int]) -> NDArray[np.float64]:
    made = np.zeros((len(whose), max(len(words), 1)))
    for i, one in enumerate(whose):
        for word, weight in one.topics.items():
            made[i, words[word]] = max(weight, 0.0)
    length = np.linalg.norm(made, axis=1, keepdims=True)
    shares: NDArray[np.float64] = made / np.where(length > 0, length, 1.0)
    return shares
