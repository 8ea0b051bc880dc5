"""The best partners of each organisation, compiled: one organisation at a time, only those with something to show."""

from typing import Any

import numpy as np
from numba import njit


@njit(cache=True)
def _add(scores: Any, seen: Any, touched: Any, count: int, j: int, part: int, value: float) -> int:
    if not seen[j]:
        seen[j] = True
        touched[count] = j
        count += 1
    scores[j, part] += value
    return count


@njit(cache=True)
def _parts(
    i: int, rows: Any, columns: Any, strong: Any, lack: Any, need: Any, ties: Any, scores: Any, seen: Any, touched: Any
) -> int:
    """Fill scores[j] = (cosine, complement, triads) for all j that share anything with i; how many were touched."""
    count = 0
    starts, topics, values = rows
    first, members, sizes = columns
    for a in range(starts[i], starts[i + 1]):
        for k in range(first[topics[a]], first[topics[a] + 1]):
            count = _add(scores, seen, touched, count, members[k], 0, values[a] * sizes[k])
    whole = need[i].sum()
    begin, holders = strong
    for a in range(lack.shape[1]):
        if lack[i, a] >= 0:
            for k in range(begin[lack[i, a]], begin[lack[i, a] + 1]):
                count = _add(scores, seen, touched, count, holders[k], 1, need[i, a] / whole)
    heads, near = ties
    for a in range(heads[i], heads[i + 1]):
        k = near[a]
        degree = heads[k + 1] - heads[k]
        if degree > 1:
            for b in range(heads[k], heads[k + 1]):
                count = _add(scores, seen, touched, count, near[b], 2, 1.0 / np.log(degree))
    return count


@njit(cache=True)
def _under(expected: Any, i: int, j: int, tie: float) -> float:
    """Use below expectation, in [0, 1): counted from one whole tie on."""
    if len(expected) == 0 or expected[i, j] - tie < 1:
        return 0.0
    return (expected[i, j] - tie) / (expected[i, j] + 1)  # type: ignore[no-any-return]


@njit(cache=True)
def _placed(found: Any, marks: Any, score: float, j: int) -> int:
    """Where j belongs among those found so far (higher score, then lower number), having made room; -1: nowhere."""
    at = len(found)
    while at > 0 and (found[at - 1] < 0 or marks[at - 1] < score or (marks[at - 1] == score and found[at - 1] > j)):
        at -= 1
    if at == len(found):
        return -1
    for k in range(len(found) - 1, at, -1):
        found[k], marks[k] = found[k - 1], marks[k - 1]
    found[at], marks[at] = j, score
    return at


@njit(cache=True)
def best(
    who: Any, rows: Any, columns: Any, strong: Any, lack: Any, need: Any, heads: Any, near: Any, weight: Any,
    expected: Any, weights: Any, top: int, tied_too: bool,
) -> Any:  # fmt: skip
    """(len(who), top) numbers (-1 where fewer), and (…, 6): score, cosine, complement, triads, under-use, tie there is.

    `expected` (n, n) or (0, 0) where no gravity model stands. Whoever is tied already is left out, unless `tied_too` or
    the tie is weaker than expected.
    """
    n = len(heads) - 1
    found, told = np.full((len(who), top), -1, np.int64), np.zeros((len(who), top, 6))
    scores, seen, touched, marks = np.zeros((n, 3)), np.zeros(n, np.bool_), np.empty(n, np.int64), np.empty(top)
    tied = np.zeros(n)
    for at in range(len(who)):
        i = who[at]
        count = _parts(i, rows, columns, strong, lack, need, (heads, near), scores, seen, touched)
        marks[:] = 0.0
        for k in range(heads[i], heads[i + 1]):
            tied[near[k]] = weight[k]
        if len(expected) > 0:
            for j in range(n):
                if expected[i, j] >= 1:
                    count = _add(scores, seen, touched, count, j, 0, 0.0)
        for t in range(count):
            j = touched[t]
            triads = scores[j, 2] / (1 + scores[j, 2]) if scores[j, 2] > 0 else 0.0
            score = weights[0] * scores[j, 0] + weights[1] * scores[j, 1] + weights[2] * triads
            under = _under(expected, i, j, tied[j])
            score += weights[3] * under
            if score >= marks[top - 1] and score > 0 and j != i and (tied_too or tied[j] == 0 or under > 0):
                _placed(found[at], marks, score, j)
        for k in range(top):
            j = found[at, k]
            if j >= 0:
                triads = scores[j, 2] / (1 + scores[j, 2])
                under = _under(expected, i, j, tied[j])
                told[at, k] = (marks[k], scores[j, 0], scores[j, 1], triads, under, tied[j])
        for t in range(count):
            scores[touched[t]] = 0.0
            seen[touched[t]] = False
        for k in range(heads[i], heads[i + 1]):
            tied[near[k]] = 0.0
    return found, told


@njit(cache=True)
def _keep(which: Any, how: Any, c: int, value: float) -> None:
    """Insert into three of the largest, the earlier number first where equal."""
    at = len(which)
    while at > 0 and how[at - 1] < value:
        at -= 1
    if at < len(which):
        for k in range(len(which) - 1, at, -1):
            which[k], how[k] = which[k - 1], how[k - 1]
        which[at], how[at] = c, value


@njit(cache=True)
def reasons(
    who: Any, found: Any, rows: Any, strong_rows: Any, lack: Any, need: Any, heads: Any, near: Any, three: int
) -> Any:
    """For every suggestion the topics shared that weigh most, the topics lacked that the partner is strong in, and the
    partners in common with the fewest ties: numbers (-1 where fewer), weights of the topics, and how many in common."""
    shape = (len(who), found.shape[1], three)
    shared, share = np.full(shape, -1, np.int32), np.zeros(shape)
    missing, miss = np.full(shape, -1, np.int32), np.zeros(shape)
    common, rare = np.full(shape, -1, np.int64), np.zeros(shape)
    number = np.zeros(shape[:2], np.int64)
    starts, topics, values = rows
    begin, held = strong_rows
    for at in range(len(who)):
        i = who[at]
        for k in range(found.shape[1]):
            j = found[at, k]
            if j < 0:
                break
            a, b = starts[i], starts[j]
            while a < starts[i + 1] and b < starts[j + 1]:
                if topics[a] == topics[b]:
                    _keep(shared[at, k], share[at, k], topics[a], values[a] * values[b])
                if topics[a] <= topics[b]:
                    a += 1
                else:
                    b += 1
            for g in range(lack.shape[1]):
                c = lack[i, g]
                if c >= 0:
                    p = begin[j] + np.searchsorted(held[begin[j] : begin[j + 1]], c)
                    if p < begin[j + 1] and held[p] == c:
                        _keep(missing[at, k], miss[at, k], c, need[i, g])
            a, b = heads[i], heads[j]
            while a < heads[i + 1] and b < heads[j + 1]:
                if near[a] == near[b]:
                    number[at, k] += 1
                    _keep(common[at, k], rare[at, k], near[a], 1.0 / (heads[near[a] + 1] - heads[near[a]]))
                if near[a] <= near[b]:
                    a += 1
                else:
                    b += 1
    return shared, share, missing, miss, common, number
