"""Quotients and their bounds in one pass over the table."""

import numpy as np
from numba import njit


@njit(cache=True)
def quotients(values, totals, group, of_activity, of_all, place, low, high):  # type: ignore[no-untyped-def]
    """LQ and its bounds for each cell. `low` and `high` are bounds of the count at `place`; empty for none.

    LQ = x·of_all / (total·of_activity): for whole numbers both products are exact up to 2⁵³.
    """
    regions, activities = values.shape
    found = np.full((regions, activities), np.nan)
    under = np.full((regions, activities), np.nan)
    over = np.full((regions, activities), np.nan)
    bounded = len(low) > 0
    for r in range(regions):
        for a in range(activities):
            divisor = totals[r, group[a]] * of_activity[a]
            if divisor > 0.0:
                found[r, a] = values[r, a] * of_all[a] / divisor
                if bounded:
                    at = place[r, a]
                    under[r, a] = low[at] * of_all[a] / divisor
                    over[r, a] = high[at] * of_all[a] / divisor
    return found, under, over
