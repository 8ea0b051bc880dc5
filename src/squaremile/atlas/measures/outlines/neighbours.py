"""Density-based clusters by streaming over bands: no list of neighbours is ever kept.

Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering clusters", KDD 1996. Points stand once each,
sorted by band (as high as the reach) and then across; the neighbours of a point are in three contiguous stretches, one
a band. Two passes: what each neighbourhood weighs, then cores that reach each other joined by union-find. Memory is
linear in the number of points.

Distances are straight lines between unit vectors (chords) on the sphere, which are as long for equal great circles.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

TURN = 2 * math.pi


@njit(cache=True)
def stretches(across, starts, rows, row, at, window, sphere, found):  # type: ignore[no-untyped-def]
    """Fill `found` with the begin and end of each stretch that may hold neighbours; how many there are."""
    many = 0
    for other in range(max(0, row - 1), min(len(rows), row + 2)):
        if abs(rows[other] - rows[row]) > 1:
            continue
        begin, end = starts[other], starts[other + 1]
        if sphere and window >= math.pi:
            found[many, 0], found[many, 1] = begin, end
            many += 1
            continue
        for turn in range(-1 if sphere else 0, 2 if sphere else 1):
            low, high = at + turn * TURN - window, at + turn * TURN + window
            if sphere and (high < -math.pi or low > math.pi):
                continue
            first = begin + np.searchsorted(across[begin:end], low)
            last = begin + np.searchsorted(across[begin:end], high, side="right")
            if first < last:
                found[many, 0], found[many, 1] = first, last
                many += 1
    return many


@njit(cache=True)
def neighbourhoods(points, across, starts, rows, windows, weights, limit, least, sphere):  # type: ignore[no-untyped-def]
    """Whether what lies within the limit (squared) of each point weighs at least `least`; it stops counting there."""
    core = np.zeros(len(points), np.bool_)
    found = np.empty((9, 2), np.int64)
    for row in range(len(rows)):
        for i in range(starts[row], starts[row + 1]):
            if weights[i] >= least:
                core[i] = True
                continue
            held = 0
            for k in range(stretches(across, starts, rows, row, across[i], windows[i], sphere, found)):
                for j in range(found[k, 0], found[k, 1]):
                    x, y, z = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
                    if x * x + y * y + z * z <= limit:
                        held += weights[j]
                if held >= least:
                    core[i] = True
                    break
    return core


@njit(cache=True)
def root(parent, i):  # type: ignore[no-untyped-def]
    """The first member of i's set, halving the way there."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


@njit(cache=True)
def joined(points, across, starts, rows, windows, core, limit, sphere):  # type: ignore[no-untyped-def]
    """For each core the first core of its cluster; for each other point its nearest core's, or -1 where none is near.

    Of two cores equally near it is the first in order of place, so the order of the input does not matter.
    """
    parent = np.arange(len(points))
    nearest = np.full(len(points), -1, np.int64)
    found = np.empty((9, 2), np.int64)
    for row in range(len(rows)):
        for i in range(starts[row], starts[row + 1]):
            closest = limit
            mine = root(parent, i)
            for k in range(stretches(across, starts, rows, row, across[i], windows[i], sphere, found)):
                for j in range(found[k, 0], found[k, 1]):
                    if not core[j] or (core[i] and j >= i):
                        continue
                    x, y, z = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
                    away = x * x + y * y + z * z
                    if away > limit:
                        continue
                    if core[i]:
                        other = root(parent, j)
                        if other != mine:
                            parent[max(mine, other)] = min(mine, other)
                            mine = min(mine, other)
                    elif nearest[i] < 0 or away < closest or (away == closest and j < nearest[i]):
                        nearest[i], closest = j, away
    label = np.empty(len(points), np.int64)
    for i in range(len(points)):
        at = i if core[i] else nearest[i]
        label[i] = root(parent, at) if at >= 0 else -1
    return label
