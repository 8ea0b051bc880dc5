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
    if float(np.abs(figures).astype(float).sum()) >= ROOM:
        raise Unfit("sum")
    order = np.argsort(group, kind="stable")
    sorted_group = group[order]
    begins = np.flatnonzero(np.r_[True, sorted_group[1:] != sorted_group[:-1]]) if len(group) else np.zeros(0, dtype=np.int64)
    lengths = np.diff(np.r_[begins, len(group)])
    run = np.r_[0, np.cumsum(figures[order])]
    base, end = run[begins], run[begins + lengths]
    earlier, whole = np.empty_like(figures), np.empty_like(figures)
    earlier[order] = run[:-1] - np.repeat(base, lengths)
    whole[order] = np.repeat(end - base, lengths)
    return earlier, whole


def let_through(group: Ints, limit: Ints, net: Ints) -> tuple[Ints, Ints]:
    """What a cap had let through before each row, and what it lets through of it: never more than is left of the limit.

    Where the limit is one for the whole group, what was let through is the lesser of limit and sum; where a version
    changed it within the month, row after row.
    """
    earlier, _ = before(group, net)
    used = np.minimum(earlier, limit)
    charged = np.minimum(earlier + net, limit) - used
    order = np.argsort(group, kind="stable")
    same, changes = group[order][1:] == group[order][:-1], limit[order][1:] != limit[order][:-1]
    for one in np.unique(group[order][1:][same & changes]):
        rows, spent = np.flatnonzero(group == one), 0
        for row in rows:
            used[row], charged[row] = spent, min(int(net[row]), max(0, int(limit[row]) - spent))
            spent += int(charged[row])
    return used, charged
