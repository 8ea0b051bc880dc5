"""What stands beside the densest square: other sizes, other angles, a fixed grid, and chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import ArrayLike

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.arranging import arrange
from squaremile.atlas.measures.squares.densest import densest, densest_squares
from squaremile.atlas.measures.squares.discs import densest_discs
from squaremile.atlas.measures.squares.found import Densest
from squaremile.atlas.measures.squares.ground import EARTH_M, Floats, Ground, in_plane, on_earth, paired
from squaremile.atlas.measures.squares.lengths import metres
from squaremile.atlas.measures.squares.sweep import fullest
from squaremile.atlas.measures.squares.worth import Worth, worth_of
from squaremile.kernel.words import Text

NEAR_M = 50_000.0
"""How far from the densest square a plane is laid for turning squares: its error there stays below 0.8 % x tan(lat)."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How often chance alone gathers as much: p = (1 + times) / (1 + draws)."""

    observed: float
    draws: int
    times: int
    p: float
    median: float
    largest: float
    sites: int
    seed: int

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class NaiveGrid:
    """The fullest cell of a fixed grid whose origin nobody chose: over so many random origins."""

    least: float
    median: float
    most: float
    mean: float
    origins: int
    seed: int

    def as_dict(self) -> dict[str, Any]:
        return {
            "min": self.least, "median": self.median, "max": self.most, "mean": self.mean, "origins": self.origins, "seed": self.seed,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turned:
    """The best of the squares turned by the angles tried. Each angle is exact; between them something may be fuller."""

    angle: float
    count: int
    weight: float
    corners: tuple[tuple[float, float], ...]
    members: np.ndarray[tuple[int], np.dtype[np.int64]]
    angles: int
    step: float
    considered: int

    def as_dict(self) -> dict[str, Any]:
        """Corners as [first, second] coordinate in the order given (lat, lon or x, y), counter-clockwise."""
        return {
            "angle": self.angle, "count": self.count, "weight": self.weight, "corners": [list(c) for c in self.corners],
            "members": self.members.tolist(), "angles": self.angles, "step": self.step, "considered": self.considered, "exact": False,
        }  # fmt: skip


@measures("densest_square")
def curve(
    first: ArrayLike, second: ArrayLike, sides: Sequence[str | float], **options: Any
) -> list[tuple[float, int, float]]:
    """Side in metres, count and weight of the densest place of each size; `options` as for `densest`."""
    found = [densest(first, second, side=side, **options) for side in sides]
    return [(each.side_m, each.best.count, float(each.best.weight)) for each in found]


@measures("densest_p")
def chance(
    first: ArrayLike,
    second: ArrayLike,
    among: tuple[ArrayLike, ArrayLike],
    *,
    side: str | float = "1mi",
    shape: str = "square",
    plane: bool = False,
    weight: ArrayLike | None = None,
    distinct: Sequence[Any] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> Chance:
    """How often as many sites, drawn from all sites, have a place as dense.

    Sites are drawn without replacement from `among` (all business sites, these included), weights and names are dealt
    out anew, and the maximum is found exactly each time: the places where buildings are is taken as given. The maximum
    over all positions is the statistic, so no correction for having looked everywhere is due (Kulldorff 1997).

    Raises:
        Unmeasurable: fewer sites to draw from than points, draws below 1.
    """
    if draws < 1:
        raise Unmeasurable(Text(ko="추출 횟수는 1 이상이어야 합니다.", en="There must be at least one draw."))
    size = metres(side)
    a, b = paired(*among)
    own = paired(first, second)
    n = len(own[0])
    if n > len(a):
        raise Unmeasurable(
            Text(ko=f"점은 {n}개인데 뽑을 사업장은 {len(a)}개뿐입니다.", en=f"There are {n} points and only {len(a)} sites to draw from."),
            Text(ko="점들이 들어 있는 전체 사업장 목록을 주십시오.", en="Give the list of all sites, which these are part of."),
        )  # fmt: skip
    worth = worth_of(n, weight, distinct)
    lay = in_plane if plane else on_earth
    seen = _largest(lay(*own, size), shape, worth, own)
    everywhere, rng = lay(a, b, size), np.random.default_rng(seed)
    got = np.empty(draws)
    for d in range(draws):
        chosen = rng.choice(len(a), n, replace=False)
        got[d] = _largest(everywhere.some(chosen), shape, worth, (a[chosen], b[chosen]))
    times = int((got >= seen).sum())
    return Chance(seen, draws, times, (1 + times) / (1 + draws), float(np.median(got)), float(got.max()), len(a), seed)


def _largest(ground: Ground, shape: str, worth: Worth, at: tuple[Floats, Floats]) -> float:
    """The worth of the densest place; `at` are the coordinates as given, for discs."""
    if shape == "square":
        value = fullest(arrange(ground, worth.whole, merge=not worth.colours), None, worth.colours)[0]
        return value * _scale(worth)
    return float(densest_discs(ground, *at, worth, 1)[0].weight)


def _scale(worth: Worth) -> float:
    """Weight of one whole unit."""
    return 1.0 if worth.weight is None else float(worth.weight.sum() / worth.whole.sum())


@measures("naive_grid")
def naive_grid(
    first: ArrayLike,
    second: ArrayLike,
    *,
    side: str | float = "1mi",
    plane: bool = False,
    weight: ArrayLike | None = None,
    distinct: Sequence[Any] | None = None,
    origins: int = 1000,
    seed: int = 0,
    at_latitude: float | None = None,
) -> NaiveGrid:
    """The fullest cell of a fixed grid of squares, over random origins: what one gets without looking for the best.

    Rows, weights or different organisations of a cell, as `densest` counts them. On the Earth each row of cells is as
    wide as a densest square that begins there, so no cell ever holds more than the exact answer.
    """
    if origins < 1:
        raise Unmeasurable(Text(ko="원점 수는 1 이상이어야 합니다.", en="There must be at least one origin."))
    size, (a, b) = metres(side), paired(first, second)
    worth = worth_of(len(a), weight, distinct)
    ground = in_plane(a, b, size) if plane else replace(on_earth(a, b, size), latitude=at_latitude)
    band = ground.band(ground.y)
    rest = ground.y - band * ground.height
    wide = np.stack([ground.widths(band - 1), ground.widths(band)])
    shifts = np.random.default_rng(seed).uniform(0, 1, (origins, 2))
    got = _cells(ground.x, band, rest, wide, ground.height, worth.whole, worth.colours, shifts) * _scale(worth)
    return NaiveGrid(float(got.min()), float(np.median(got)), float(got.max()), float(got.mean()), origins, seed)


@njit(cache=True)
def _cells(x, band, rest, wide, height, worth, colours, shifts):  # type: ignore[no-untyped-def]
    """The fullest cell for each origin; `wide` are the widths of cells that begin one band below, and in the band."""
    got = np.zeros(len(shifts), np.int64)
    column, row = np.empty(len(x), np.int64), np.empty(len(x), np.int64)
    seen = np.full(max(1, colours), -1, np.int64)
    for o in range(len(shifts)):
        up = int(shifts[o, 1] * height)
        for i in range(len(x)):
            here = 1 if rest[i] >= up else 0
            row[i] = band[i] - 1 + here
            width = wide[here, i]
            column[i] = (x[i] - int(shifts[o, 0] * width)) // width
        order = np.argsort(column, kind="mergesort")
        order = order[np.argsort(row[order], kind="mergesort")]
        held = 0
        seen[:] = -1
        begun = 0
        for k in range(len(order)):
            i = order[k]
            if k and (column[i] != column[order[k - 1]] or row[i] != row[order[k - 1]]):
                held, begun = 0, k
            if not colours:
                held += worth[i]
            elif seen[worth[i]] < begun:
                held += 1
                seen[worth[i]] = k
            got[o] = max(got[o], held)
    return got


@measures("densest_square")
def turned(
    first: ArrayLike,
    second: ArrayLike,
    *,
    side: str | float = "1mi",
    plane: bool = False,
    weight: ArrayLike | None = None,
    distinct: Sequence[Any] | None = None,
    step: float = 5.0,
) -> Turned:
    """The best square among those turned by 0, step, 2 step … below 90 degrees.

    On the Earth a plane is laid at the densest unturned square, and only points within 50 km of it are considered.
    """
    if not 0 < step <= 90:
        raise Unmeasurable(Text(ko="각도 간격은 0도보다 크고 90도 이하여야 합니다.", en="The step is above 0 and at most 90 degrees."))  # fmt: skip
    (a, b), size = paired(first, second), metres(side)
    worth = worth_of(len(a), weight, distinct)
    base = densest(a, b, side=size, plane=plane, weight=weight, distinct=distinct)
    x, y, back = _laid(a, b, base, plane)
    near = np.flatnonzero(np.hypot(x, y) <= (math.inf if plane else NEAR_M))
    picked, part = worth.taken(near), (x[near], y[near])
    best: Turned | None = None
    angles = [k * step for k in range(math.ceil(90 / step)) if k * step < 90]
    for angle in angles:
        c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        place = densest_squares(in_plane(part[0] * c + part[1] * s, part[1] * c - part[0] * s, size), picked, 1)[0]
        if best is None or place.weight > best.weight:
            (w, e), (d, u) = place.bounds.x, place.bounds.y
            corners = tuple(back(p * c - q * s, p * s + q * c) for p, q in ((w, d), (e, d), (e, u), (w, u)))
            best = Turned(angle, place.count, place.weight, corners, near[place.members], len(angles), step, len(near))
    assert best is not None
    return best


def _laid(a: Floats, b: Floats, base: Densest, plane: bool) -> tuple[Floats, Floats, Any]:
    """Metres from the middle of the densest square, and the way back."""
    box = base.best.bounds
    if plane:
        u, v = float(np.mean(box.x)), float(np.mean(box.y))
        return a - u, b - v, lambda x, y: (x + u, y + v)
    west = box.x[0]
    lat, lon = float(np.mean(box.y)), west + ((box.x[1] - west) % 360) / 2
    wide = math.radians(1) * EARTH_M * math.cos(math.radians(lat))
    tall = math.radians(1) * EARTH_M
    x, y = ((b - lon + 180) % 360 - 180) * wide, (a - lat) * tall
    return x, y, lambda x, y: (lat + y / tall, (lon + x / wide + 180) % 360 - 180)
