"""The densest disc, exactly: an angular sweep around each point that could still win.

A point's neighbours are those within a diameter, found through bands as high as the diameter. What they weigh together bounds every disc through
the point, and so does the fullest of 64 sectors; only where both reach the best disc so far are the arcs sorted.

A point belongs to a disc whose radius is larger by a millionth of a metre (or, in a plane, by a hundred-millionth of a small
side), so that points on one circle are on it in spite of rounding.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from squaremile.atlas.measures.squares.arcs import crowded, half_arc, seen, turned
from squaremile.atlas.measures.squares.enclosing import enclosing
from squaremile.atlas.measures.squares.found import Bounds, Place
from squaremile.atlas.measures.squares.ground import EARTH_M, Floats, Ground, Ints
from squaremile.atlas.measures.squares.worth import Worth

SLACK_M = 1e-6


def densest_discs(ground: Ground, first: Floats, second: Floats, worth: Worth, top: int) -> list[Place]:
    """The best discs of diameter `ground.side_m` one after the other, none touching an earlier one.

    `first`, `second` are latitude and longitude in degrees, or x and y.
    """
    sphere = ground.round_earth
    scale = EARTH_M if sphere else 1.0
    slack = SLACK_M if sphere else min(SLACK_M, 10.0 ** (math.floor(math.log10(ground.side_m)) - 8))
    radius = (ground.side_m / 2 + slack / math.sqrt(2)) / scale
    points = on_sphere(first, second) if sphere else np.stack([first, second, np.zeros(len(first))], axis=1)
    places: list[Place] = []
    taken = np.zeros((0, 3))
    sites, values, rows, starts, wide = _sites(points, worth, 2 * radius, sphere)
    while len(places) < top:
        joined = np.concatenate([sites, taken])
        best, anchor, angle = _search(
            joined, values, rows, starts, wide, len(sites), radius, slack / scale, sphere, worth.colours
        )
        if best <= 0:
            break
        orbit = radius if anchor < len(sites) else 2 * radius + slack / scale
        centre = _moved(joined[anchor], orbit, angle, sphere)
        limit = radius + 0.1 * slack / scale
        members = np.flatnonzero(_away(points, centre, sphere) <= limit).astype(np.int64)
        centre, members = _settled(points, centre, members, taken, radius, sphere)
        taken = np.concatenate([taken, centre[None]])
        places.append(_place(ground, worth, centre, members))
    return places


def on_sphere(lat: Floats, lon: Floats) -> Floats:
    """Unit vectors, shape (n, 3), of latitudes and longitudes in degrees."""
    up, across = np.radians(lat), np.radians(lon)
    return np.stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)], axis=1)


def _sites(points: Floats, worth: Worth, reach: float, sphere: bool) -> tuple[Floats, Ints, Ints, Ints, Floats]:
    """Places once each (weights summed, colours once a place), by band and then across; where bands begin."""
    height = np.arcsin(np.clip(points[:, 2], -1, 1)) if sphere else points[:, 1]
    across = np.arctan2(points[:, 1], points[:, 0]) if sphere else points[:, 0]
    bands = np.floor(height / reach).astype(np.int64)
    keys = (height, across, bands)
    order = np.lexsort((worth.whole, *keys) if worth.colours else keys)
    values = worth.whole[order]
    x, y = across[order], height[order]
    same = (x[1:] == x[:-1]) & (y[1:] == y[:-1])
    if worth.colours:
        same &= values[1:] == values[:-1]
    begins = np.flatnonzero(np.concatenate(([True], ~same)))
    values = values[begins] if worth.colours else np.add.reduceat(values, begins)
    order = order[begins]
    rows, starts = np.unique(bands[order], return_index=True)
    return points[order], values, rows, np.append(starts, len(order)).astype(np.int64), across[order]


@njit(cache=True)
def _search(points, worth, rows, starts, across, many, radius, slack, sphere, colours):  # type: ignore[no-untyped-def]
    """The largest worth, the point on whose orbit the centre lies, and the direction. Points from `many` on are taken."""
    total = many + len(points)
    near = np.empty(total, np.int64)
    room = (np.empty(total), np.empty(total), np.empty(total, np.int64), np.zeros(total, np.bool_))
    here = np.zeros(max(1, colours), np.int64)
    bound = _bounds(points, worth, rows, starts, across, many, 2 * radius, sphere, colours, near)
    best, anchor, angle = 0, -1, 0.0
    for i in np.argsort(-bound, kind="mergesort"):
        if bound[i] < best or bound[i] == 0:
            break
        row = np.searchsorted(starts, i, side="right") - 1
        found = _near(points, rows, starts, across, row, i, 2 * radius, sphere, near)
        size = (radius, radius, slack)
        got, where = _around(points, worth, near[:found], i, many, size, sphere, colours, room, here, best)
        if got > best or (got == best and got > 0 and i < anchor):
            best, anchor, angle = got, i, where
    for i in range(many, len(points)):
        size = (2 * radius + slack, radius, slack)
        got, where = _around(points, worth, np.arange(many), i, many, size, sphere, colours, room, here, best)
        if got > best:
            best, anchor, angle = got, i, where
    return best, anchor, angle


@njit(cache=True)
def _bounds(points, worth, rows, starts, across, many, reach, sphere, colours, near):  # type: ignore[no-untyped-def]
    """What lies within a diameter of each point: no disc through it holds more."""
    bound = np.empty(many, np.int64)
    for row in range(len(rows)):
        for i in range(starts[row], starts[row + 1]):
            found = _near(points, rows, starts, across, row, i, reach, sphere, near)
            bound[i] = found if colours else worth[near[:found]].sum()
    return bound


@njit(cache=True)
def _around(points, worth, near, i, many, size, sphere, colours, room, here, best):  # type: ignore[no-untyped-def]
    """The best direction on the orbit of point i, or 0 where it cannot reach `best`. `size`: orbit, radius, slack."""
    orbit, radius, slack = size
    middle, half, value, block = room
    arcs, own, extra = 0, -1, 0
    for j in near:
        away, direction = seen(points, i, j, sphere)
        wide = half_arc(orbit, away, radius, sphere) if away > 0.0 else math.pi
        if j == i:
            own = worth[j]
            extra = 1 if colours else worth[j]
        elif wide >= 0 and not (away == 0.0 and i >= many):
            middle[arcs], half[arcs], value[arcs], block[arcs] = direction, wide, worth[j], False
            arcs += 1
    ones = np.ones(arcs, np.int64)
    if crowded(middle, half, ones if colours else value, arcs) + extra < best:
        return 0, 0.0
    for j in range(many, len(points)):
        if j == i:
            continue
        away, direction = seen(points, i, j, sphere)
        wide = half_arc(orbit, away, 2 * radius + slack / 2, sphere) if away > 0.0 else math.pi
        if wide >= 0:
            middle[arcs], half[arcs], value[arcs], block[arcs] = direction, wide, 0, True
            arcs += 1
    return turned(middle, half, value, block, arcs, own, colours, here)


@njit(cache=True)
def _near(points, rows, starts, across, row, i, reach, sphere, near):  # type: ignore[no-untyped-def]
    """Everything within `reach` of point i (itself too), through its own band and the two beside it."""
    found = 0
    limit = 2 * math.sin(min(reach, math.pi) / 2) if sphere else reach
    limit = limit * limit * (1 + 1e-12)
    window = _window(points[i, 2], reach) if sphere else reach * (1 + 1e-12)
    for other in range(max(0, row - 1), min(len(rows), row + 2)):
        if abs(rows[other] - rows[row]) > 1:
            continue
        begin, end = starts[other], starts[other + 1]
        for turn in range(-1 if sphere else 0, 2 if sphere else 1):
            if turn and window >= math.pi:
                continue
            low = across[i] + turn * 2 * math.pi - window
            high = across[i] + turn * 2 * math.pi + window
            j = begin + np.searchsorted(across[begin:end], low)
            while j < end and across[j] <= high:
                x, y, z = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
                if x * x + y * y + z * z <= limit:
                    near[found] = j
                    found += 1
                j += 1
    return found


@njit(cache=True)
def _window(height, reach):  # type: ignore[no-untyped-def]
    """Half the longitudes that a cap of radius `reach` spans, in radians; all of them where it holds a pole."""
    level = math.sqrt(max(0.0, 1 - height * height))
    if math.sin(min(reach, math.pi / 2)) >= level * (1 - 1e-9):
        return math.pi * (1 + 1e-9)
    return math.asin(math.sin(reach) / level) * (1 + 1e-9) + 1e-12


def _away(points: Floats, centre: Floats, sphere: bool) -> Floats:
    straight = np.sqrt(((points - centre) ** 2).sum(axis=1))
    return 2 * np.arcsin(np.minimum(1.0, straight / 2)) if sphere else straight


def _moved(point: Floats, orbit: float, angle: float, sphere: bool) -> Floats:
    if not sphere:
        return point + orbit * np.array([math.cos(angle), math.sin(angle), 0.0])
    east, north = _level(point)
    towards = math.cos(angle) * east + math.sin(angle) * north
    moved = math.cos(orbit) * point + math.sin(orbit) * towards
    return np.asarray(moved / np.linalg.norm(moved))


def _level(point: Floats) -> tuple[Floats, Floats]:
    """East and north at a point of the sphere."""
    east = np.array([-point[1], point[0], 0.0]) / math.hypot(point[0], point[1])
    return east, np.cross(point, east)


def _settled(
    points: Floats, centre: Floats, members: Ints, taken: Floats, radius: float, sphere: bool
) -> tuple[Floats, Ints]:
    """The centre of the smallest circle around the members, so that none is at the very edge without need.

    It stays where it was if it would then touch a disc taken before, or if it no longer holds them all.
    """
    if not sphere:
        u, v, _ = enclosing(points[members, 0], points[members, 1])
        moved = np.array([u, v, 0.0])
    else:
        east, north = _level(centre)
        u, v, _ = enclosing((points[members] - centre) @ east, (points[members] - centre) @ north)
        moved = centre + u * east + v * north
        moved = moved / np.linalg.norm(moved)
    within = np.flatnonzero(_away(points, moved, sphere) <= radius).astype(np.int64)
    holds = len(np.setdiff1d(members, within)) == 0
    if holds and not (len(taken) and (_away(taken, moved, sphere) <= 2 * radius).any()):
        return moved, within
    return centre, members


def _place(ground: Ground, worth: Worth, centre: Floats, members: Ints) -> Place:
    r = ground.side_m / 2
    if ground.round_earth:
        lon, lat = (
            math.degrees(math.atan2(centre[1], centre[0])),
            math.degrees(math.asin(max(-1.0, min(1.0, centre[2])))),
        )
        up = math.degrees(r / EARTH_M)
        across = math.degrees(float(_window(centre[2], r / EARTH_M)))
        wrapped = [(v + 180) % 360 - 180 for v in (lon - across, lon + across)]
        middle, xs, ys = (lon, lat), (wrapped[0], wrapped[1]), (lat - up, lat + up)
    else:
        middle = (float(centre[0]), float(centre[1]))
        xs, ys = (middle[0] - r, middle[0] + r), (middle[1] - r, middle[1] + r)
    bounds = Bounds(xs, ys, ground.round_earth)
    return Place(worth.count(members), worth.weigh(members), len(members), bounds, members, middle)
