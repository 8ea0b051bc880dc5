"""Outlines as GeoJSON geometries: convex or concave, on the Earth cut at its 180th meridian (RFC 7946, section 3.1.9)."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.spatial import Delaunay, QhullError

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.discs import on_sphere
from squaremile.atlas.measures.squares.ground import EARTH_M, Floats
from squaremile.kernel.words import Text

Ring = list[list[float]]
HULLS = ("convex", "concave")


def geometry(first: Floats, second: Floats, hull: str, reach: float, plane: bool) -> dict[str, Any]:
    """A Point, LineString, Polygon or MultiPolygon around the points; rings counter-clockwise and closed.

    `first`, `second`: latitude and longitude, or x and y. `reach`: metres, the largest circle of a concave outline.
    """
    if hull not in HULLS:
        raise Unmeasurable(
            Text(ko=f"윤곽은 convex 또는 concave입니다: {hull}", en=f"The hull is convex or concave, not {hull}.")
        )
    x, y, back = _flat(first, second, plane)
    places = np.unique(np.stack([x, y], axis=1), axis=0)
    ring = convex(places)
    if len(ring) < 3:
        points = [back(p) for p in ring]
        return (
            {"type": "Point", "coordinates": points[0]}
            if len(points) == 1
            else {"type": "LineString", "coordinates": points}
        )
    rings = [ring] if hull == "convex" else concave(places, reach) or [ring]
    polygons = [[back(p) for p in [*each, each[0]]] for each in rings]
    if not plane:
        polygons = [part for each in polygons for part in _cut(each)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": [polygons[0]]}
    return {"type": "MultiPolygon", "coordinates": [[each] for each in polygons]}


def _flat(first: Floats, second: Floats, plane: bool) -> tuple[Floats, Floats, Any]:
    """The points in a plane in which great circles are straight (gnomonic, about their middle), and the way back.

    Where they span more than a quarter of the Earth it is latitude and longitude instead.
    """
    if plane:
        return first, second, lambda p: [float(p[0]), float(p[1])]
    v = on_sphere(first, second)
    middle = v.mean(axis=0)
    length = float(np.linalg.norm(middle))
    middle = middle / length if length > 1e-9 else v[0]
    if (v @ middle).min() < 0.5 or math.hypot(middle[0], middle[1]) < 1e-9:
        return second, first, lambda p: [float(p[0]), float(p[1])]
    east = np.array([-middle[1], middle[0], 0.0]) / math.hypot(middle[0], middle[1])
    north = np.cross(middle, east)
    depth = v @ middle
    lon0 = math.degrees(math.atan2(middle[1], middle[0]))

    def back(p: Floats) -> list[float]:
        w = middle + east * p[0] / EARTH_M + north * p[1] / EARTH_M
        lon = math.degrees(math.atan2(w[1], w[0]))
        return [
            round(lon0 + (lon - lon0 + 180) % 360 - 180, 9),
            round(math.degrees(math.atan2(w[2], math.hypot(w[0], w[1]))), 9),
        ]

    return v @ east / depth * EARTH_M, v @ north / depth * EARTH_M, back


def convex(places: Floats) -> list[Floats]:
    """Corners of the convex hull, counter-clockwise, of different places sorted by x and y, shape (n, 2).

    One or two corners where all lie on one place or line. Andrew, Inf. Proc. Letters 9 (1979) 216-219.
    """
    if len(places) < 3:
        return list(places)

    def half(ordered: Floats) -> list[Floats]:
        chain: list[Floats] = []
        for p in ordered:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain

    return half(places)[:-1] + half(places[::-1])[:-1]


def _turn(a: Floats, b: Floats, c: Floats) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def concave(places: Floats, reach: float) -> list[list[Floats]]:
    """Outer rings of the alpha shape: Delaunay triangles with a circumscribed radius of at most `reach`.

    Edelsbrunner, Kirkpatrick and Seidel, IEEE Trans. Inf. Theory 29 (1983) 551-559. Holes are filled; points that no
    triangle holds are within reach of one that is in the cluster and are left outside the outline.
    """
    try:
        corners = Delaunay(places - places.mean(axis=0)).simplices
    except QhullError:
        return []
    a, b, c = (places[corners[:, k]] for k in range(3))
    area = np.abs((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])) / 2
    lengths = [np.hypot(*(p - q).T) for p, q in ((a, b), (b, c), (c, a))]
    radius = lengths[0] * lengths[1] * lengths[2] / np.maximum(4 * area, 1e-300)
    edges: set[tuple[int, int]] = set()
    for i, j, k in corners[radius <= reach].tolist():
        i, j, k = (i, j, k) if _turn(places[i], places[j], places[k]) > 0 else (i, k, j)
        for edge in ((i, j), (j, k), (k, i)):
            edges.symmetric_difference_update({edge} if edge[::-1] not in edges else {edge[::-1]})
    return [[places[i] for i in ring] for ring in _rings(edges, places) if _area([places[i] for i in ring]) > 0]


def _rings(edges: set[tuple[int, int]], places: Floats) -> list[list[int]]:
    """Edges joined into rings; where several leave one place, the sharpest turn to the left keeps rings simple."""
    onward: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(edges):
        onward[i].append(j)
    rings = []
    while onward:
        begin = min(onward)
        ring, before, at = [begin], begin, onward[begin].pop(0)
        if not onward[begin]:
            del onward[begin]
        while at != begin:
            ring.append(at)
            choices = onward[at]
            heading = places[at] - places[before]
            best = max(choices, key=lambda k: _angle(heading, places[k] - places[at]))
            choices.remove(best)
            if not choices:
                del onward[at]
            before, at = at, best
        rings.append(ring)
    return rings


def _angle(heading: Floats, onward: Floats) -> float:
    cross = heading[0] * onward[1] - heading[1] * onward[0]
    return math.atan2(cross, heading[0] * onward[0] + heading[1] * onward[1])


def _area(ring: list[Floats]) -> float:
    x, y = np.array(ring).T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)


def _cut(ring: Ring) -> list[Ring]:
    """A ring whose longitudes may run past 180, as rings within -180 and 180."""
    low, high = min(p[0] for p in ring), max(p[0] for p in ring)
    if low >= -180 and high <= 180:
        return [ring]
    edge = 180.0 if high > 180 else -180.0
    shift = -360.0 if high > 180 else 360.0
    east, west = (_beside(ring, edge, sign) for sign in (-1, 1))
    parts = [(east, 0.0 if edge > 0 else shift), (west, shift if edge > 0 else 0.0)]
    return [[[p[0] + by, p[1]] for p in part] for part, by in parts if len(part) > 3]


def _beside(ring: Ring, edge: float, sign: int) -> Ring:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman, CACM 17 (1974) 32-42)."""
    kept: Ring = []
    for p, q in pairwise(ring):
        inside, onward = sign * (p[0] - edge) >= 0, sign * (q[0] - edge) >= 0
        if inside:
            kept.append(p)
        if inside != onward:
            share = (edge - p[0]) / (q[0] - p[0])
            kept.append([edge, round(p[1] + share * (q[1] - p[1]), 9)])
    return [*kept, kept[0]] if kept else []
