"""Where an activity is present: revealed comparative advantage, and one or more as the bar."""

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.table import Floats

Binary = NDArray[np.float64]
"""Ones and zeros, as floats: products of them are exact and fast."""


@measures("rca")
def advantage(values: Floats) -> Floats:
    """RCA of each cell, (x_rc/x_r.)/(x_.c/x_..); without unit. Rows and columns without a value give zeros.

    Computed as x_rc·x_.. / (x_r.·x_.c): for whole numbers both products are exact up to 2⁵³, so a cell that is exactly
    at its expected value has exactly 1. Source: Balassa 1965.
    """
    down, across = values.sum(axis=1), values.sum(axis=0)
    expected = np.multiply.outer(down, across)
    if down.all() and across.all():
        full: Floats = values * values.sum() / expected
        return full
    result = np.zeros_like(values)
    np.divide(values * values.sum(), expected, out=result, where=expected > 0)
    return result


def presence(rca: Floats, threshold: float = 1.0) -> Binary:
    """1 where RCA ≥ threshold, else 0. Exactly at the threshold counts, as in EconGeo, ecomplexity and Stata."""
    return (rca >= threshold).astype(np.float64)
