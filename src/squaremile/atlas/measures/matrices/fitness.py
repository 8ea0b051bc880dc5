"""Fitness of regions and complexity of activities by the nonlinear map, with its own test of convergence."""

from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import Binary
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.showing import Shown

CONVERGED = 1e-12
"""The largest change of any fitness or complexity (their means are 1) at which the map stands still."""
AT_MOST = 10_000
TINY = 1e-300
FALLING = 1e-6
"""The part of itself that a fitness loses in one update at which it is still on its way down."""


@dataclass(frozen=True, slots=True)
class Fitness(Shown):
    """`fitness` of each region and `complexity` of each activity, both with mean 1; after `updates`.

    `change` is the largest change of the last update. Where the table is such that some fitness falls towards 0 without
    end (Pugliese, Zaccaria & Pietronero 2016), the figures are those of the last update, and `falling` holds which regions
    those are, by their place: their order may be read, how small they are says only where one stopped. It is empty where
    the number of updates was given. A fall fast enough may end below 1e-12 and count as `converged`.
    """

    fitness: Floats
    complexity: Floats
    updates: int
    change: float
    converged: bool
    falling: tuple[int, ...]


@measures("fitness", "activity_complexity")
def fitness(present: Binary, updates: int | None = None) -> Fitness:
    """F ← M Q, Q ← 1/(M'(1/F)), both from ones, both divided by their mean after each update.

    With `updates`, exactly so many (19 gives the figures stored by economiccomplexity 2.0.0); else until nothing
    changes by more than 1e-12, at most 10,000. `present` has no empty row or column.
    Source: Tacchella, Cristelli, Caldarelli, Gabrielli & Pietronero 2012, Scientific Reports 2:723.
    """
    regions, activities = present.shape
    strong, rare = np.ones(regions), np.ones(activities)
    change, done, before = np.inf, 0, strong
    turned = np.ascontiguousarray(present.T)
    while done < (AT_MOST if updates is None else updates):
        next_strong = present @ rare
        next_rare = 1.0 / (turned @ (1.0 / np.maximum(strong, TINY)))
        next_strong /= next_strong.mean()
        next_rare /= next_rare.mean()
        change = max(float(np.abs(next_strong - strong).max()), float(np.abs(next_rare - rare).max()))
        before, strong, rare, done = strong, next_strong, next_rare, done + 1
        if updates is None and change <= CONVERGED:
            break
    fall = np.flatnonzero(strong < (1 - FALLING) * before) if updates is None else ()
    return Fitness(strong, rare, done, change if done else 0.0, change <= CONVERGED, tuple(int(i) for i in fall))
