"""The fullest square, exactly: a sweep line with a segment tree, chunk by chunk, the most promising first.

Maximum range sum with closed sides. Imai and Asano, "Finding the connected components and a maximum clique of an
intersection graph of rectangles in the plane", J. Algorithms 4 (1983) 310-323; Nandy and Bhattacharya, Computers Math.
Applic. 29 (1995) 45-61. Some fullest square has a point on its left edge and one on its lower edge: slide any other to the right and
up until it does; nothing is lost. South of the equator something is: squares of the next band are narrower, so one that would
slide into it may also stop at the brink, from where it holds all of that band. O(n log n) at worst; the order and the
bounds only spare work.

For different organisations (colours) every point stands for the part of its range of lower edges that the next lower
point of its colour in the window does not have, so that a colour counts once wherever it is.

Squares already taken forbid the corners from which a square would touch them. A fullest square beside one may stop
against it, so the places just outside are candidates too.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from squaremile.atlas.measures.squares.arranging import Arranged, chunks_by_colour, chunks_by_weight
from squaremile.atlas.measures.squares.ground import HALF_TURN
from squaremile.atlas.measures.squares.tree import add, after, before, clear, first_largest, mark

FORBIDDEN = 1 << 56
"""What a forbidden corner is lowered by: more than all weights together."""
HEAVIEST = 1 << 55

Taken = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Squares already taken, shape (k, 3): x, y, width."""


def fullest(points: Arranged, taken: Taken | None = None, colours: int = 0) -> tuple[int, int, int, int]:
    """The largest worth, the x and y of the lower left corner of a square that has it, and its width.

    Among squares of equal worth with a point on the left edge it is the one furthest to the left, then furthest down.
    With `colours`, worth is a colour below that number and the answer how many are there. (0, 0, 0, 0) where no square
    with any worth is left.
    """
    edge = HALF_TURN if points.turn else 1 << 62
    if colours:
        cut = chunks_by_colour(points.x, points.worth, points.start, points.width, edge, colours)
    else:
        cut = chunks_by_weight(points.x, points.worth, points.start, points.width, edge)
    order = np.argsort(-cut[3], kind="stable")
    best = _search(
        points.x,
        points.y,
        points.worth,
        points.lower,
        points.start,
        points.band,
        points.width,
        points.narrows,
        points.height,
        cut[0],
        cut[1],
        cut[2],
        cut[3],
        order,
        _copied(taken, points.turn),
        edge,
        colours,
    )
    return int(best[0]), int(best[1]), int(best[2]), int(best[3])


def _copied(taken: Taken | None, turn: int) -> Taken:
    """The squares taken, on a round Earth also one turn to either side."""
    if taken is None or not len(taken):
        return np.zeros((0, 3), np.int64)
    if not turn:
        return taken
    return np.concatenate([taken + np.array([shift, 0, 0], np.int64) for shift in (-turn, 0, turn)])


@njit(cache=True)
def _search(x, y, worth, lower, start, band, width, narrows, height, first, last, pair, bound, order, taken, edge, colours):  # type: ignore[no-untyped-def]
    best = np.zeros(4, np.int64)
    for c in order:
        if bound[c] < best[0] or bound[c] == 0:
            break
        k = pair[c]
        begin, end = first[c], last[c]
        before_x = x[begin - 1] if begin > start[k] else -(1 << 61)
        edges = _left_edges(x, begin, end, before_x, taken, width[k], band[k] * height, height, edge)
        stop = end
        while stop < start[k + 1] and x[stop] <= edges[-1] + width[k]:
            stop += 1
        leaves = _lower_edges(y, lower, begin, stop, taken, band[k] * height, height, narrows[k])
        if len(leaves) == 0:
            continue
        if colours:
            _sweep_colours(x, y, worth, begin, stop, edges, leaves, width[k], height, taken, best)
        else:
            _sweep_weights(x, y, worth, begin, stop, edges, leaves, width[k], height, taken, best)
    return best


@njit(cache=True)
def _left_edges(x, begin, end, before_x, taken, width, bottom, height, edge):  # type: ignore[no-untyped-def]
    """The places where a square of this chunk may begin, ascending."""
    edges = np.empty(end - begin + 2 * len(taken), np.int64)
    many = 0
    for i in range(begin, end):
        if many == 0 or edges[many - 1] != x[i]:
            edges[many] = x[i]
            many += 1
    extra = 0
    for t in range(len(taken)):
        if taken[t, 1] - height >= bottom + height or taken[t, 1] + height < bottom:
            continue
        place = taken[t, 0] - width - 1
        if before_x < place <= x[end - 1] and place < edge:
            edges[many + extra] = place
            extra += 1
    return np.unique(edges[: many + extra]) if extra else edges[:many]


@njit(cache=True)
def _lower_edges(y, lower, begin, stop, taken, bottom, height, narrows):  # type: ignore[no-untyped-def]
    """The heights at which a square of this chunk may begin, ascending."""
    leaves = np.empty(stop - begin + len(taken) + 1, np.int64)
    many = 0
    if narrows:
        leaves[many] = bottom + height - 1
        many += 1
    for i in range(begin, stop):
        if lower[i]:
            leaves[many] = y[i]
            many += 1
    for t in range(len(taken)):
        place = taken[t, 1] - height - 1
        if bottom <= place < bottom + height:
            leaves[many] = place
            many += 1
    leaves = np.sort(leaves[:many])
    kept = 0
    for i in range(many):
        if kept == 0 or leaves[kept - 1] != leaves[i]:
            leaves[kept] = leaves[i]
            kept += 1
    return leaves[:kept]


@njit(cache=True)
def _ranges(y, begin, stop, leaves, height):  # type: ignore[no-untyped-def]
    """The first and last leaf from which a square reaches each point."""
    low = np.searchsorted(leaves, y[begin:stop] - height)
    high = np.searchsorted(leaves, y[begin:stop], side="right") - 1
    return low, high


@njit(cache=True)
def _doubled(leaves):  # type: ignore[no-untyped-def]
    size = 1
    while size < leaves:
        size *= 2
    return size


@njit(cache=True)
def _note(top, lazy, size, corner_x, leaves, low, high, width, height, taken, best):  # type: ignore[no-untyped-def]
    """Remember the largest of this left edge where it is larger than the best, or as large and further to the left.

    `low`, `high` are the ranges of the points that lie on this edge: the square must hold one of them, unless the edge is
    just beside a square taken: then it may begin anywhere.
    """
    if top[1] < best[0] or top[1] <= 0:
        return
    forbidding, beside = False, False
    for t in range(len(taken)):
        forbidding |= taken[t, 0] - width <= corner_x <= taken[t, 0] + taken[t, 2]
        beside |= corner_x == taken[t, 0] - width - 1
    if forbidding:
        _forbid(top, lazy, size, corner_x, leaves, width, height, taken, -FORBIDDEN)
    for p in range(1 if beside else len(low)):
        first = 0 if beside else low[p]
        last = len(leaves) - 1 if beside else high[p]
        value, leaf = first_largest(top, lazy, size, first, last, max(1, best[0]))
        if leaf < 0:
            continue
        smaller = corner_x < best[1] or (corner_x == best[1] and leaves[leaf] < best[2])
        if value > best[0] or smaller:
            best[0], best[1], best[2], best[3] = value, corner_x, leaves[leaf], width
    if forbidding:
        _forbid(top, lazy, size, corner_x, leaves, width, height, taken, FORBIDDEN)


@njit(cache=True)
def _forbid(top, lazy, size, corner_x, leaves, width, height, taken, change):  # type: ignore[no-untyped-def]
    for t in range(len(taken)):
        if taken[t, 0] - width <= corner_x <= taken[t, 0] + taken[t, 2]:
            low = np.searchsorted(leaves, taken[t, 1] - height)
            high = np.searchsorted(leaves, taken[t, 1] + height, side="right") - 1
            add(top, lazy, size, low, high, change)


@njit(cache=True)
def _sweep_weights(x, y, worth, begin, stop, edges, leaves, width, height, taken, best):  # type: ignore[no-untyped-def]
    low, high = _ranges(y, begin, stop, leaves, height)
    size = _doubled(len(leaves))
    top, lazy = np.empty(2 * size, np.int64), np.empty(2 * size, np.int64)
    clear(top, lazy, size, len(leaves), -(1 << 60))
    enter, leave = begin, begin
    for corner in edges:
        while enter < stop and x[enter] <= corner + width:
            add(top, lazy, size, low[enter - begin], high[enter - begin], worth[enter])
            enter += 1
        while leave < enter and x[leave] < corner:
            add(top, lazy, size, low[leave - begin], high[leave - begin], -worth[leave])
            leave += 1
        on = leave
        while on < enter and x[on] == corner:
            on += 1
        touching = slice(leave - begin, on - begin)
        _note(top, lazy, size, corner, leaves, low[touching], high[touching], width, height, taken, best)


@njit(cache=True)
def _sweep_colours(x, y, worth, begin, stop, edges, leaves, width, height, taken, best):  # type: ignore[no-untyped-def]
    low, high = _ranges(y, begin, stop, leaves, height)
    many = stop - begin
    order = np.argsort(y[begin:stop], kind="mergesort")
    order = order[np.argsort(worth[begin:stop][order], kind="mergesort")]
    place = np.empty(many, np.int64)
    for p in range(many):
        place[order[p]] = p
    spread = _doubled(many)
    active = np.zeros(2 * spread, np.int64)
    size = _doubled(len(leaves))
    top, lazy = np.empty(2 * size, np.int64), np.empty(2 * size, np.int64)
    clear(top, lazy, size, len(leaves), -(1 << 60))
    enter, leave = begin, begin
    for corner in edges:
        while enter < stop and x[enter] <= corner + width:
            _turn(top, lazy, size, active, spread, place, order, worth, begin, low, high, enter - begin, 1)
            enter += 1
        while leave < enter and x[leave] < corner:
            _turn(top, lazy, size, active, spread, place, order, worth, begin, low, high, leave - begin, -1)
            leave += 1
        on = leave
        while on < enter and x[on] == corner:
            on += 1
        touching = slice(leave - begin, on - begin)
        _note(top, lazy, size, corner, leaves, low[touching], high[touching], width, height, taken, best)


@njit(cache=True)
def _turn(top, lazy, size, active, spread, place, order, worth, begin, low, high, i, sign):  # type: ignore[no-untyped-def]
    """Let point i in (+1) or out (-1): its own part of the range, and what its upper neighbour of the colour gives up."""
    mine = worth[begin + i]
    if sign < 0:
        mark(active, spread, place[i], -1)
    from_leaf = low[i]
    below = before(active, spread, place[i])
    if below >= 0 and worth[begin + order[below]] == mine:
        from_leaf = max(from_leaf, high[order[below]] + 1)
    add(top, lazy, size, from_leaf, high[i], sign)
    above = after(active, spread, place[i])
    if above >= 0 and worth[begin + order[above]] == mine:
        other = order[above]
        begins = low[other]
        if below >= 0 and worth[begin + order[below]] == mine:
            begins = max(begins, high[order[below]] + 1)
        add(top, lazy, size, begins, min(high[i], high[other]), -sign)
    if sign > 0:
        mark(active, spread, place[i], 1)
