"""Which application pitches in which slot: everyone heard who can be, by a panel that may and knows the matter, early.

Slots that overlap have different panels and rooms (the database sees to it), so each can be filled by itself and the
whole is an assignment problem: OR-Tools' min-cost flow is exact. Equal inputs give equal answers, in whatever order.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.graph.python import min_cost_flow

from squaremile.residency.policies.assignment import SHORT, Ints, Judge, Pair, Paper, matches


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that is free, with the keys of its panel. `order`: the how-manieth of the day, from 0."""

    key: str
    panel: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Planned:
    """`placed`: slot by application. `left`: applications without one; `nobody`: those among them whom no panel may hear."""

    placed: Mapping[str, str]
    left: tuple[str, ...]
    nobody: tuple[str, ...]
    worth: int
    """Points: the panels' mean match of each that is placed, less the order of its slot, less SHORT for each that is left."""


def worth_of(papers: Sequence[Paper], slots: Sequence[Slot], judges: Sequence[Judge]) -> Ints:
    """Points of each application (row) in each slot (column): the panel's mean match, less the slot's order."""
    by_judge, column = matches(papers, judges), {judge.key: n for n, judge in enumerate(judges)}
    made = np.zeros((len(papers), len(slots)), dtype=np.int64)
    for n, slot in enumerate(slots):
        known = [column[key] for key in slot.panel if key in column]
        if known:
            made[:, n] = np.rint(by_judge[:, known].mean(axis=1))
        made[:, n] -= slot.order
    return made


def plan(
    papers: Sequence[Paper], slots: Sequence[Slot], judges: Sequence[Judge], *, barred: Collection[Pair] = (), away: Collection[Pair] = (),
) -> Planned:
    """The best plan in which no panel holds anybody who is `barred` from (application, reviewer), and nobody is given a slot
    at which it said that it cannot come: `away` (application, slot). Both are hard: who fits nowhere else is left."""
    ours, free = sorted(papers, key=lambda p: p.key), sorted(slots, key=lambda s: (s.order, s.key))
    worth, banned, absent = worth_of(ours, free, judges), set(barred), set(away)
    heard = np.array([[not any((p.key, r) in banned for r in s.panel) for s in free] for p in ours], dtype=bool)
    heard = heard.reshape(len(ours), len(free))
    there = np.array([[(p.key, s.key) not in absent for s in free] for p in ours], dtype=bool).reshape(len(ours), len(free))
    chosen = _chosen(worth, heard & there)
    placed = {ours[i].key: free[j].key for i, j in chosen}
    left = tuple(p.key for p in ours if p.key not in placed)
    nobody = tuple(p.key for n, p in enumerate(ours) if len(free) and not heard[n].any())
    return Planned(placed, left, nobody, sum(int(worth[i, j]) for i, j in chosen) - SHORT * len(left))


def _chosen(worth: Ints, fits: Any) -> list[tuple[int, int]]:
    count, width = worth.shape
    if not count or not width:
        return []
    rows, columns = np.nonzero(fits)
    sink, nobody = count + width, count + width + 1
    tail = np.concatenate([rows, count + np.arange(width), np.arange(count), [nobody]])
    head = np.concatenate([count + columns, np.full(width, sink), np.full(count, nobody), [sink]])
    room = np.concatenate([np.ones(len(rows) + width + count, dtype=np.int64), [count]])
    cost = np.concatenate([-worth[rows, columns], np.zeros(width, dtype=np.int64), np.full(count, SHORT), [0]])
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs: Any = flow.add_arcs_with_capacity_and_unit_cost(tail, head, room, cost)
    flow.set_nodes_supplies(np.arange(count), np.ones(count, dtype=np.int64))
    flow.set_node_supply(sink, -count)
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("a flow with a way for everyone has an optimum")
    taken = np.asarray(flow.flows(arcs[: len(rows)])) > 0
    return [(int(i), int(j)) for i, j in zip(rows[taken], columns[taken], strict=True)]
