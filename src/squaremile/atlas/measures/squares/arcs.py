"""Around which directions a disc whose edge passes through a point also holds its neighbours: the angular sweep.

A fullest disc may be moved until some point lies on its edge. Its centre then lies on a circle (orbit) around that
point, and every neighbour is inside on one arc of it. Chazelle and Lee, "On a circle placement problem", Computing 36
(1986) 1-16. On the sphere the same holds for caps, with spherical triangles, so distances there are great circles.

Discs already taken forbid the centres within two radii; a fullest disc beside one may stop against it, so their
forbidden circles are orbits as well.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

SECTORS = 64


@njit(cache=True)
def half_arc(orbit, away, reach, sphere):  # type: ignore[no-untyped-def]
    """Half the angle of the arc of an orbit that is within `reach` of a point `away` from its middle; -1 for none."""
    a, b, c, d = reach + orbit - away, reach - orbit + away, orbit, away
    if a < 0 or orbit - away > reach:
        return -1.0
    if away <= reach - orbit:
        return math.pi
    if sphere:
        a, b, c, d = math.sin(a / 2) * 2, math.sin(b / 2) * 2, math.sin(c), math.sin(d)
    share = a * b / (4 * c * d)
    return 2 * math.asin(math.sqrt(min(1.0, max(0.0, share))))


@njit(cache=True)
def seen(points, i, j, sphere):  # type: ignore[no-untyped-def]
    """Distance and direction of point j from point i: in the plane's units, or in radians on the unit sphere."""
    x, y, z = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
    if not sphere:
        return math.sqrt(x * x + y * y), math.atan2(y, x)
    level = math.sqrt(points[i, 0] ** 2 + points[i, 1] ** 2)
    east_x, east_y = -points[i, 1] / level, points[i, 0] / level
    east = x * east_x + y * east_y
    out_x, out_y = points[i, 0] / level, points[i, 1] / level
    north = z * level - points[i, 2] * (x * out_x + y * out_y)
    chord = math.sqrt(x * x + y * y + z * z)
    return 2 * math.asin(min(1.0, chord / 2)), math.atan2(north, east)


@njit(cache=True)
def crowded(middle, half, worth, many):  # type: ignore[no-untyped-def]
    """No direction holds more than this: arcs widened to whole sectors."""
    change = np.zeros(SECTORS + 1, np.int64)
    always = 0
    for k in range(many):
        if half[k] >= math.pi:
            always += worth[k]
            continue
        begin = math.floor((middle[k] - half[k]) / (2 * math.pi) * SECTORS - 1e-9)
        end = math.floor((middle[k] + half[k]) / (2 * math.pi) * SECTORS + 1e-9)
        if end - begin >= SECTORS - 1:
            always += worth[k]
            continue
        begin, end = begin % SECTORS, end % SECTORS
        change[begin] += worth[k]
        change[end + 1] -= worth[k]
        if begin > end:
            change[0] += worth[k]
            change[SECTORS] -= worth[k]
    most, held = 0, 0
    for s in range(SECTORS):
        held += change[s]
        most = max(most, held)
    return most + always


@njit(cache=True)
def turned(middle, half, worth, block, many, own, colours, here):  # type: ignore[no-untyped-def]
    """The largest worth over all directions, and the first direction from 0 that has it.

    `own` is the worth (or colour) of the point on the edge, -1 for none; `block[k]` marks a forbidden arc. `here` is
    scratch space, one place a colour, all zero; it is left so.
    """
    at, what, who = np.empty(2 * many + 1), np.empty(2 * many + 1, np.int64), np.empty(2 * many + 1, np.int64)
    at[0], what[0], who[0] = 0.0, 1, -1
    events, held, blocked = 1, 0, 0
    if own >= 0:
        held = 1 if colours else own
        if colours:
            here[own] += 1
    for k in range(many):
        begin, end = (middle[k] - half[k]) % (2 * math.pi), (middle[k] + half[k]) % (2 * math.pi)
        whole = half[k] >= math.pi
        if whole or begin > end or begin == 0.0:
            held, blocked = _held(held, blocked, worth[k], block[k], colours, here, 1)
        if not whole:
            at[events], what[events], who[events] = begin, 0, k
            at[events + 1], what[events + 1], who[events + 1] = end, 2, k
            events += 2 if begin != 0.0 else 0
            if begin == 0.0:
                at[events], what[events], who[events] = end, 2, k
                events += 1
    order = _in_order(at[:events], what[:events])
    best, where = -1, 0.0
    for e in order:
        k = who[e]
        if what[e] == 0:
            held, blocked = _held(held, blocked, worth[k], block[k], colours, here, 1)
        elif what[e] == 2:
            held, blocked = _held(held, blocked, worth[k], block[k], colours, here, -1)
        if held > best and blocked == 0 and (what[e] != 2 or block[k]):
            best, where = held, at[e]
    if colours:
        for k in range(many):
            if not block[k]:
                here[worth[k]] = 0
        if own >= 0:
            here[own] = 0
    return best, where


@njit(cache=True)
def _held(held, blocked, worth, block, colours, here, sign):  # type: ignore[no-untyped-def]
    if block:
        return held, blocked + sign
    if not colours:
        return held + sign * worth, blocked
    if sign > 0:
        held += here[worth] == 0
        here[worth] += 1
    else:
        here[worth] -= 1
        held -= here[worth] == 0
    return held, blocked


@njit(cache=True)
def _in_order(at, what):  # type: ignore[no-untyped-def]
    """By angle; at one angle arcs begin before they end, since discs are closed."""
    order = np.argsort(at, kind="mergesort")
    begin = 0
    while begin < len(order):
        end = begin + 1
        while end < len(order) and at[order[end]] == at[order[begin]]:
            end += 1
        if end - begin > 1:
            part = order[begin:end].copy()
            order[begin:end] = part[np.argsort(what[part], kind="mergesort")]
        begin = end
    return order
