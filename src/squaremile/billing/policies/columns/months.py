"""What of a month stands before each use: units that were counted, and what caps had let through. Rows are in canonical order."""

import numpy as np

from squaremile.billing.policies.columns.amounts import ROOM
from squaremile.billing.policies.columns.uses import Ints, Unfit


def grouped(*keys: Ints) -> Ints:
    """One number for each different row of keys."""
    found = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        low = int(key.min(initial=0))
        wide = int(key.max(initial=0)) - low + 1
        if (float(found.max(initial=0)) + 1) * wide >= ROOM:
            found = np.unique(found, return_inverse=True)[1].astype(np.int64)
        found = found * wide + (key - low)
    return found


def before(group: Ints, figures: Ints) -> tuple[Ints, Ints]:
    """The sum of the group's figures that stand before each row, and of all of them.

    Raises:
        Unfit: a sum that does not fit.
    """
    order = np.argsort(group, kind="stable")
    earlier, whole = np.empty_like(figures), np.empty_like(figures)
    earlier[order], whole[order] = _run(_begins(group[order]), figures[order])
    return earlier, whole


def _begins(group: Ints) -> Ints:
    """Where each group begins, of rows that stand group by group."""
    return np.flatnonzero(np.r_[True, group[1:] != group[:-1]]) if len(group) else np.zeros(0, dtype=np.int64)


def _run(begins: Ints, figures: Ints) -> tuple[Ints, Ints]:
    """As `before`, of rows that stand group by group."""
    if float(np.abs(figures).sum(dtype=float)) >= ROOM:
        raise Unfit("sum")
    lengths = np.diff(np.r_[begins, len(figures)])
    run = np.zeros(len(figures) + 1, dtype=np.int64)
    np.cumsum(figures, out=run[1:])
    base, end = run[begins], run[begins + lengths]
    return run[:-1] - np.repeat(base, lengths), np.repeat(end - base, lengths)


def let_through(group: Ints, limit: Ints, net: Ints) -> tuple[Ints, Ints]:
    """What a cap had let through before each row, and what it lets through of it: never more than is left of the limit.

    Where the limit is one for the whole group, what was let through is the lesser of limit and sum; where a version
    changed it within the month, row after row.
    """
    order = np.argsort(group, kind="stable")
    mine, most, wanted = group[order], limit[order], net[order]
    begins = _begins(mine)
    earlier, _ = _run(begins, wanted)
    spent = np.minimum(earlier, most)
    left = np.minimum(earlier + wanted, most) - spent
    changes = np.flatnonzero((mine[1:] == mine[:-1]) & (most[1:] != most[:-1]))
    for place in np.unique(np.searchsorted(begins, changes, side="right")).tolist():
        so_far = 0
        for row in range(int(begins[place - 1]), int(begins[place]) if place < len(begins) else len(mine)):
            spent[row], left[row] = so_far, min(int(wanted[row]), max(0, int(most[row]) - so_far))
            so_far += int(left[row])
    used, charged = np.empty_like(net), np.empty_like(net)
    used[order], charged[order] = spent, left
    return used, charged
