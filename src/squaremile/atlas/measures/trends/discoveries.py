"""Many tests at once: which of them may be called discoveries."""

from typing import Any

import numpy as np

from squaremile.atlas.measures.trends.panel import Floats


def q_values(p: Any) -> Floats:
    """Benjamini & Hochberg (1995) adjusted p values: calling all with q ≤ x gives a false discovery rate of at most x.

    `p` in [0, 1]; NaN stays NaN and is not counted among the tests.
    """
    held = np.asarray(p, dtype=np.float64)
    q = np.full(held.shape, np.nan)
    tested = np.flatnonzero(np.isfinite(held))
    order = tested[np.argsort(held[tested], kind="stable")]
    number = len(order)
    raised = held[order] * number / np.arange(1, number + 1)
    q[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return q
