"""Exact intervals and tests of counts, and what many tests at once may claim."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv, gammainc, gammaincc, gammaincinv

from squaremile.atlas.measures.matrices.table import Floats


def poisson_interval(counts: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """The exact (Garwood 1936) interval of a Poisson mean for each count of 0 or more.

    Low solves P(X ≥ x) = α/2 (0 for none), high solves P(X ≤ x) = α/2.
    """
    tail = (1 - level) / 2
    low = np.where(counts > 0, gammaincinv(np.maximum(counts, 1.0), tail), 0.0)
    return low, np.asarray(gammaincinv(counts + 1.0, 1 - tail))


def binomial_interval(counts: Floats, totals: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """The exact (Clopper & Pearson 1934) interval of a share, for `counts` of `totals`."""
    tail = (1 - level) / 2
    low = np.where(counts > 0, betaincinv(np.maximum(counts, 1.0), totals - counts + 1.0, tail), 0.0)
    high = np.where(counts < totals, betaincinv(counts + 1.0, np.maximum(totals - counts, 1.0), 1 - tail), 1.0)
    return low, high


def poisson_p(counts: Floats, expected: Floats) -> Floats:
    """Two-sided exact p of each count under a Poisson mean: twice the smaller tail, at most 1.

    Below α exactly where the exact interval of level 1−α leaves the mean out.
    """
    under = gammaincc(counts + 1.0, expected)
    over = np.where(counts > 0, gammainc(np.maximum(counts, 1.0), expected), 1.0)
    return np.minimum(1.0, 2.0 * np.minimum(under, over))


def binomial_p(counts: Floats, totals: Floats, shares: Floats) -> Floats:
    """Two-sided exact p of each count of `totals` under a share: twice the smaller tail, at most 1."""
    under = np.where(counts < totals, betainc(np.maximum(totals - counts, 1.0), counts + 1.0, 1.0 - shares), 1.0)
    over = np.where(counts > 0, betainc(np.maximum(counts, 1.0), totals - counts + 1.0, shares), 1.0)
    return np.minimum(1.0, 2.0 * np.minimum(under, over))


def false_discovery(p: Floats) -> Floats:
    """q of each p: the smallest share of false findings at which it would be reported. NaN stays NaN.

    Source: Benjamini & Hochberg 1995, JRSS B 57:289.
    """
    q = np.full(p.shape, np.nan)
    tested = np.isfinite(p)
    held = p[tested]
    order = np.argsort(held, kind="stable")
    stepped = held[order] * len(held) / np.arange(1, len(held) + 1)
    found = np.empty(len(held))
    found[order] = np.minimum(1.0, np.minimum.accumulate(stepped[::-1])[::-1])
    q[tested] = found
    return q


def of_each_count(values: Floats, level: float) -> tuple[Floats, Floats, NDArray[np.int64]] | None:
    """The Poisson interval of every count that occurs, and where to find each cell's: (low, high, place).

    Counts repeat, so a table of millions of cells needs thousands of quantiles. None where the values are no counts.
    """
    if not np.array_equal(values, np.floor(values)):
        return None
    largest = int(values.max()) if values.size else 0
    if largest <= max(4 * values.size, 1000):
        whole = values.astype(np.int64)
        occurs = np.zeros(largest + 1, dtype=bool)
        occurs[whole] = True
        low, high = np.zeros(largest + 1), np.zeros(largest + 1)
        there = np.flatnonzero(occurs)
        low[there], high[there] = poisson_interval(there.astype(np.float64), level)
        return low, high, whole
    counts, place = np.unique(values, return_inverse=True)
    low, high = poisson_interval(counts, level)
    return low, high, place.reshape(values.shape)
