"""Points put in order for the sweep: one of each place, by band and then by x, bands merged two and two.

A square that begins in band b reaches no higher than band b + 1, so the two are swept together ("a pair"). Within a
pair the left edges are cut into chunks one square wide; no square of a chunk needs a point more than two widths away,
and a chunk whose fullest window (one square wide, two bands high) is below the best square so far needs no sweep.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from squaremile.atlas.measures.squares.ground import HALF_TURN, Ground, Ints


@dataclass(frozen=True, slots=True)
class Arranged:
    """Pairs of bands as flat arrays; pair k is `start[k]:start[k + 1]`, sorted by x and then y.

    `x`, `y`, `worth` (weight, or the number of a colour), `lower` whether the point lies in the pair's lower band.
    Where the Earth is round, points near its 180th meridian stand a second time one turn further east.
    """

    x: Ints
    y: Ints
    worth: Ints
    lower: np.ndarray[tuple[int], np.dtype[np.bool_]]
    start: Ints
    band: Ints
    width: Ints
    height: int
    turn: int
    """Units of a full turn, or 0 in a plane."""
    narrows: np.ndarray[tuple[int], np.dtype[np.bool_]]
    """Whether squares that begin in the band above a pair's lower one are narrower than the pair's: in the south."""


def arrange(ground: Ground, worth: Ints, *, merge: bool, below: bool = False) -> Arranged:
    """Put points in order. With `merge`, the worth of one place is summed; else it is a colour, kept once a place.

    With `below`, empty bands under filled ones are kept: a square beside one that is taken may begin in one. So they are
    where the band itself has narrower squares.
    """
    bands = ground.band(ground.y)
    x, y, worth = (np.ascontiguousarray(v, dtype=np.int64) for v in (ground.x, ground.y, worth))
    keys = (y, x, bands) if merge else (worth, y, x, bands)
    order = np.lexsort(keys)
    x, y, worth, bands = x[order], y[order], worth[order], bands[order]
    same = (x[1:] == x[:-1]) & (y[1:] == y[:-1])
    if not merge:
        same &= worth[1:] == worth[:-1]
    first = np.flatnonzero(np.concatenate(([True], ~same)))
    worth = np.add.reduceat(worth, first) if merge else worth[first]
    x, y, bands = x[first], y[first], bands[first]
    if ground.round_earth:
        x, y, worth, bands = _wrapped(ground, x, y, worth, bands)
    names = np.unique(bands)
    names = np.union1d(names, names - 1 if below else (names - 1)[_narrows(ground, names - 1)])
    begins = np.append(np.searchsorted(bands, names), len(x)).astype(np.int64)
    index, start, lower, pairs = _pairs(x, y, names, begins)
    turn = 2 * HALF_TURN if ground.round_earth else 0
    widths = ground.widths(pairs)
    return Arranged(x[index], y[index], worth[index], lower, start, pairs, widths, ground.height, turn, _narrows(ground, pairs))


def _narrows(ground: Ground, bands: Ints) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Where a square that begins one band further up is narrower, so that pushing it up against its members loses some."""
    return ground.widths(bands + 1) < ground.widths(bands)


def _wrapped(ground: Ground, x: Ints, y: Ints, worth: Ints, bands: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """With the points that a square from the other side of the 180th meridian reaches, one turn further east."""
    reach = np.maximum(ground.widths(bands), ground.widths(bands - 1))
    again = np.flatnonzero(x + HALF_TURN <= reach)
    if not len(again):
        return x, y, worth, bands
    x = np.concatenate((x, x[again] + 2 * HALF_TURN))
    y, worth, bands = (np.concatenate((v, v[again])) for v in (y, worth, bands))
    order = np.lexsort((y, x, bands))
    return x[order], y[order], worth[order], bands[order]


@njit(cache=True)
def _pairs(x, y, names, begins):  # type: ignore[no-untyped-def]
    """Each band with the one above it, merged by (x, y): the places, where pairs begin, and what is lower."""
    many = len(names)
    start = np.zeros(many + 1, np.int64)
    for k in range(many):
        size = begins[k + 1] - begins[k]
        if k + 1 < many and names[k + 1] == names[k] + 1:
            size += begins[k + 2] - begins[k + 1]
        start[k + 1] = start[k] + size
    index = np.empty(start[many], np.int64)
    lower = np.empty(start[many], np.bool_)
    for k in range(many):
        a, enda = begins[k], begins[k + 1]
        b = enda
        endb = begins[k + 2] if k + 1 < many and names[k + 1] == names[k] + 1 else enda
        for at in range(start[k], start[k + 1]):
            mine = a < enda and (b >= endb or x[a] <= x[b])
            index[at] = a if mine else b
            lower[at] = mine
            if mine:
                a += 1
            else:
                b += 1
    return index, start, lower, names


@njit(cache=True)
def chunks_by_weight(x, worth, start, width, edge):  # type: ignore[no-untyped-def]
    """Chunks of left edges and the most that a window of theirs holds: first, past the last, pair, bound."""
    n = len(x)
    first, last, pair, bound = (
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(n, np.int64),
    )
    many = 0
    for k in range(len(start) - 1):
        j, held, begun = start[k], 0, False
        for i in range(start[k], start[k + 1]):
            if x[i] >= edge:
                break
            while j < start[k + 1] and x[j] <= x[i] + width[k]:
                held += worth[j]
                j += 1
            if not begun or x[i] > x[first[many - 1]] + width[k]:
                first[many], pair[many], bound[many] = i, k, 0
                many += 1
                begun = True
            last[many - 1] = i + 1
            bound[many - 1] = max(bound[many - 1], held)
            held -= worth[i]
    return first[:many], last[:many], pair[:many], bound[:many]


@njit(cache=True)
def chunks_by_colour(x, worth, start, width, edge, colours):  # type: ignore[no-untyped-def]
    """As `chunks_by_weight`, where what counts is how many different colours there are."""
    n = len(x)
    first, last, pair, bound = (
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(n, np.int64),
        np.empty(n, np.int64),
    )
    here = np.zeros(colours, np.int64)
    many = 0
    for k in range(len(start) - 1):
        j, held, begun = start[k], 0, False
        done = start[k]
        for i in range(start[k], start[k + 1]):
            if x[i] >= edge:
                break
            while j < start[k + 1] and x[j] <= x[i] + width[k]:
                held += here[worth[j]] == 0
                here[worth[j]] += 1
                j += 1
            if not begun or x[i] > x[first[many - 1]] + width[k]:
                first[many], pair[many], bound[many] = i, k, 0
                many += 1
                begun = True
            last[many - 1] = i + 1
            bound[many - 1] = max(bound[many - 1], held)
            here[worth[i]] -= 1
            held -= here[worth[i]] == 0
            done = i + 1
        for i in range(done, j):
            here[worth[i]] -= 1
    return first[:many], last[:many], pair[:many], bound[:many]
