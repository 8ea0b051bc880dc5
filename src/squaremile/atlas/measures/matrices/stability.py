"""How much of an order is the choice of activities: a bootstrap over activities."""

from dataclasses import dataclass

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.presence import Binary
from squaremile.atlas.measures.matrices.ranking import ranking
from squaremile.atlas.measures.matrices.table import Floats
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown


@dataclass(frozen=True, slots=True)
class Stability(Shown):
    """Of each region, over the draws: the interval of its ECI and of its place in the order (1 is the highest).

    `drawn` counts the draws in which the region had any activity; a draw without an order is not counted in `draws`.
    """

    eci_low: Floats
    eci_high: Floats
    rank_low: Floats
    rank_high: Floats
    drawn: np.ndarray
    draws: int
    level: float
    seed: int


@measures("eci")
def stability(present: Binary, draws: int, seed: int = 0, level: float = 0.95) -> Stability:
    """Draw as many activities as there are, with replacement, `draws` times, and order the regions again.

    Deterministic for a seed. Percentile intervals (Efron 1979). A region that has none of the drawn activities is left
    out of that draw.
    """
    dice = np.random.default_rng(seed)
    regions, activities = present.shape
    eci = np.full((draws, regions), np.nan)
    place = np.full((draws, regions), np.nan)
    done = 0
    for n in range(draws):
        drawn = present[:, dice.integers(activities, size=activities)]
        there = drawn.any(axis=1)
        try:
            found = ranking(np.ascontiguousarray(drawn[there][:, drawn[there].any(axis=0)]))
        except Unmeasurable:
            continue
        if found.undefined:
            continue
        eci[n, there] = found.eci
        place[n, there] = len(found.eci) - np.argsort(np.argsort(found.eci, kind="stable"))
        done += 1
    tail = (1 - level) / 2
    return Stability(
        _quantile(eci, tail), _quantile(eci, 1 - tail), _quantile(place, tail), _quantile(place, 1 - tail),
        np.isfinite(eci).sum(axis=0), done, level, seed,
    )  # fmt: skip


def _quantile(drawn: Floats, at: float) -> Floats:
    """Column by column, without the draws that left the region out; NaN where all did."""
    result = np.full(drawn.shape[1], np.nan)
    for n in range(drawn.shape[1]):
        held = drawn[np.isfinite(drawn[:, n]), n]
        if len(held):
            result[n] = np.quantile(held, at)
    return result
