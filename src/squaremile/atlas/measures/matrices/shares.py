"""How uneven a set of shares is, and how it differs from another: the small indices that the tables are made of."""

import numpy as np

from squaremile.atlas.measures.matrices.table import Floats


def shares(values: Floats) -> Floats:
    """Each value as a share of the sum of the last axis; zeros where the sum is zero."""
    sums = values.sum(axis=-1, keepdims=True)
    return np.divide(values, sums, out=np.zeros_like(values), where=sums > 0)


def herfindahl(share: Floats) -> Floats:
    """Σ s², from 1/n (even) to 1 (one alone holds all). Source: Herfindahl 1950, Hirschman 1945."""
    found: Floats = (share**2).sum(axis=-1)
    return found


def herfindahl_normalised(share: Floats) -> Floats:
    """(Σ s² − 1/n)/(1 − 1/n), from 0 to 1, n being all columns; NaN for a single column, of which nothing can be uneven."""
    n = share.shape[-1]
    return (herfindahl(share) - 1 / n) / (1 - 1 / n) if n > 1 else np.full(share.shape[:-1], np.nan)


def entropy(share: Floats) -> Floats:
    """−Σ s log₂ s in bits: 0 where one holds all, log₂ n where all are even (Shannon 1948)."""
    logs = np.log2(share, out=np.zeros_like(share), where=share > 0)
    found: Floats = -(share * logs).sum(axis=-1)
    return found + 0.0  # minus zero is zero


def difference(share: Floats, other: Floats) -> Floats:
    """Krugman's index Σ|s − t|, from 0 (the same) to 2 (nothing in common); half of it is the coefficient of Hoover."""
    found: Floats = np.abs(share - other).sum(axis=-1)
    return found


def theil(share: Floats, other: Floats) -> Floats:
    """Σ s ln(s/t) in nats: 0 where the shares are those of the other, more the further apart (Theil 1967).

    Every activity or region with a share has one in the other.
    """
    ratio = np.divide(share, other, out=np.ones_like(share), where=(share > 0) & (other > 0))
    found: Floats = (share * np.log(ratio)).sum(axis=-1)
    return found


def lorenz_gini(share: Floats, other: Floats) -> float:
    """Twice the area between the Lorenz curve and the diagonal, units ordered by share/other; 0 to 1.

    Half of this is Krugman's locational Gini (1991), whose limit is 0.5. `other` is above 0 throughout.
    """
    order = np.argsort(share / other, kind="stable")
    up, along = np.cumsum(share[order]), np.cumsum(other[order])
    up, along = up / up[-1], along / along[-1]
    return max(0.0, float((up[1:] * along[:-1] - up[:-1] * along[1:]).sum()))


def plain_gini(values: Floats) -> float:
    """The Gini coefficient of values, unweighted: Σ(2i−n−1)x_i/(n²·mean), sorted; 0 to 1−1/n."""
    held = np.sort(values)
    n = len(held)
    mean = float(held.mean())
    return float(((2 * np.arange(1, n + 1) - n - 1) * held).sum() / (n * n * mean)) if mean > 0 else 0.0
