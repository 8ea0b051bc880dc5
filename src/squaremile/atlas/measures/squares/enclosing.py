"""The smallest circle around points of a plane."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from squaremile.atlas.measures.squares.ground import Floats

Circle = tuple[float, float, float]


def enclosing(x: Floats, y: Floats) -> Circle:
    """Centre and radius of the smallest circle that holds all points, shape (n,), n >= 1.

    The farthest point outside joins the at most three that determine the circle; the radius grows each time, so it ends
    (Gaertner's pivoting, "Fast and robust smallest enclosing balls", ESA 1999).
    """
    support = [(float(x[0]), float(y[0]))]
    circle: Circle = (*support[0], 0.0)
    for _ in range(len(x) + 10):
        away = np.hypot(x - circle[0], y - circle[1])
        far = int(away.argmax())
        if away[far] <= circle[2] * (1 + 1e-12):
            break
        circle, support = _smallest([*support, (float(x[far]), float(y[far]))])
    return circle


def _smallest(points: list[tuple[float, float]]) -> tuple[Circle, list[tuple[float, float]]]:
    """Of at most four points, by trying every two and every three."""
    found: list[tuple[float, Circle, list[tuple[float, float]]]] = []
    for some in [*combinations(points, 2), *combinations(points, 3)]:
        circle = _through(list(some))
        if circle and all(math.hypot(a - circle[0], b - circle[1]) <= circle[2] * (1 + 1e-9) for a, b in points):
            found.append((circle[2], circle, list(some)))
    return (
        min(found, key=lambda each: each[0])[1:] if found else (_through(points[-2:]) or (*points[0], 0.0), points[-2:])
    )


def _through(points: list[tuple[float, float]]) -> Circle | None:
    (ax, ay), (bx, by) = points[0], points[1]
    if len(points) == 2:
        return (ax + bx) / 2, (ay + by) / 2, math.hypot(ax - bx, ay - by) / 2
    cx, cy = points[2]
    bx, by, cx, cy = bx - ax, by - ay, cx - ax, cy - ay
    d = 2 * (bx * cy - by * cx)
    if d == 0:
        return None
    u = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / d
    v = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / d
    return ax + u, ay + v, math.hypot(u, v)
