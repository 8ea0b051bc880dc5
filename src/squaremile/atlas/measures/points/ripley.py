"""Ripley's K and L in a rectangle, corrected at its edges: the classical question before one asks about industries."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit

from squaremile.atlas.measures.points import pairs
from squaremile.atlas.measures.points.cells import cells
from squaremile.atlas.measures.points.sites import Floats, Sites
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text

LARGEST = 100.0
"""A pair counts at most so often, however little of its circle lies inside."""


@dataclass(frozen=True, slots=True, eq=False)
class Ripley(Shown):
    """(radii,): `k` in squared metres, `l` in metres; both under complete randomness: πr² and r."""

    radii: Floats
    k: Floats
    l: Floats  # noqa: E741
    expected_k: Floats


@njit(cache=True)
def _inside(x: float, y: float, r: float, left: float, low: float, right: float, high: float) -> float:
    """Share of the circle of radius r around (x, y) that lies in the rectangle."""
    gaps = (x - left, high - y, right - x, y - low)
    outside = 0.0
    for side in range(4):
        a, b = gaps[side], gaps[(side + 1) % 4]
        if a < r:
            outside += 2 * math.acos(a / r)
            if b < r and a * a + b * b < r * r:
                outside -= math.acos(a / r) + math.acos(b / r) - math.pi / 2
    return 1 - outside / (2 * math.pi)


@njit(cache=True)
def _corrected(xyz: Any, starts: Any, near: Any, links: Any, squares: Any, table: Any, box: Any) -> Any:
    sums = np.zeros(len(squares))
    limit = squares[-1]
    per = (len(table) - 1) / limit
    for c in range(len(starts) - 1):
        for link in range(links[c], links[c + 1]):
            for i in range(starts[c], starts[c + 1]):
                for j in range(starts[near[link]], starts[near[link] + 1]):
                    square = pairs._squared(xyz, i, j)
                    if i != j and square <= limit:
                        share = 1.0
                        if square > 0:
                            share = _inside(xyz[i, 0], xyz[i, 1], math.sqrt(square), box[0], box[1], box[2], box[3])
                        sums[pairs._ring(square, squares, table, per)] += min(LARGEST, 1 / share)
    return np.cumsum(sums)


def ripley(sites: Sites, window: tuple[float, float, float, float], radii: Floats) -> Ripley:
    """K(r) = A / (n (n - 1)) times the sum over ordered pairs within r of 1 / share of the circle inside the window.

    `window` is (x lowest, y lowest, x highest, y highest); `radii` rising, at most half its shorter side, beyond which
    the correction is not trusted. L = sqrt(K / π). Ripley (1977) J. R. Stat. Soc. B 39:172, isotropic correction.

    Raises:
        Unmeasurable: on the globe, a point outside the window, radii too long.
    """
    left, low, right, high = window
    xyz = sites.xyz
    if sites.globe:
        text = Text(ko="Ripley의 K는 평면 좌표에서만 셉니다.", en="Ripley's K is measured in a plane.")
        raise Unmeasurable(text, Text(ko="x와 y를 주십시오.", en="Give x and y."))
    if (xyz[:, 0] < left).any() or (xyz[:, 0] > right).any() or (xyz[:, 1] < low).any() or (xyz[:, 1] > high).any():
        raise Unmeasurable(Text(ko="창 밖에 있는 사업장이 있습니다.", en="A site lies outside the window."))
    if radii[0] < 0 or radii[-1] <= 0 or radii[-1] > min(right - left, high - low) / 2:
        raise Unmeasurable(
            Text(
                ko="거리는 0보다 크고 창의 짧은 변의 절반을 넘지 않아야 합니다.",
                en="Radii are above zero and at most half the window's shorter side.",
            )
        )
    grid = cells(xyz, float(radii[-1]))
    squares = np.asarray(radii, dtype=np.float64) ** 2
    box = np.asarray(window, dtype=np.float64)
    table = pairs.table_of(squares, 2_048)
    sums = _corrected(xyz[grid.order], grid.starts, grid.near, grid.links, squares, table, box)
    k = sums * ((right - left) * (high - low) / (len(xyz) * (len(xyz) - 1)))
    return Ripley(radii, k, np.sqrt(k / np.pi), np.pi * squares)
