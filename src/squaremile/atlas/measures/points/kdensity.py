"""K-density: how many pairs of sites lie at each distance (Duranton & Overman 2005)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.points import pairs
from squaremile.atlas.measures.points.cells import cells
from squaremile.atlas.measures.points.sites import Floats, Marks, Sites
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

LISTED = 50_000
"""Up to so many pairs every distance is kept and the sum is exact; above, they go into a fine histogram."""
FINEST, COARSEST = 65_536, 4_096
SPARSE = 50_000
"""With fewer pairs in reach the bins are the finest: errors of single pairs do not even out."""
PER_WIDTH = 20
"""Bins within one bandwidth, at least: the error of the sum is then below 1e-4 of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """`values` (radii,) per metre: their integral over all distances is 1. `bandwidth` in metres."""

    radii: Floats
    values: Floats
    bandwidth: float
    pairs: int


def nrd0(values: Floats, counts: NDArray[np.int64] | None = None, width: float = 0.0) -> float:
    """Silverman's rule of thumb (1986, eq. 3.31) as R's bw.nrd0 has it: .9 min(sd, IQR / 1.34) n^-.2.

    `values` sorted. With `counts` they are the centres of bins `width` wide, and quartiles (R's type 7) are read inside
    a bin as if what is in it were spread evenly.
    """
    if counts is None:
        number = len(values)
        sd = float(np.std(values, ddof=1))
        low, high = np.quantile(values, [0.25, 0.75])
    else:
        number = int(counts.sum())
        mean = float(counts @ values) / number
        sd = float(np.sqrt(counts @ (values - mean) ** 2 / (number - 1)))
        low, high = (_quantile(values, counts, width, number, q) for q in (0.25, 0.75))
    spread = min(sd, float(high - low) / 1.34) or sd or abs(float(values[0])) or 1.0
    return float(0.9 * spread * number**-0.2)


def _quantile(centres: Floats, counts: NDArray[np.int64], width: float, number: int, q: float) -> float:
    reached = np.cumsum(counts)
    place = (number - 1) * q
    below = int(place)

    def ranked(rank: int) -> float:
        b = int(np.searchsorted(reached, rank, side="right"))
        inside = (rank - (reached[b] - counts[b]) + 0.5) / counts[b] - 0.5
        return float(centres[b] + inside * width)

    low = ranked(below)
    high = ranked(min(below + 1, number - 1))
    return low + (place - below) * (high - low)


def mass_of_all(marks: Marks, at: NDArray[np.int64]) -> tuple[int, float]:
    """How many pairs of a reference with a neighbour there are, and the sum of their products of weights."""
    w, ref, nei = marks.weight[at], marks.reference[at], marks.neighbour[at]
    if marks.one_type:
        return len(at) * (len(at) - 1) // 2, float((w.sum() ** 2 - (w * w).sum()) / 2)
    return int(ref.sum()) * int(nei.sum()), float(w[ref].sum() * w[nei].sum())


def k_density(sites: Sites, marks: Marks, radii: Floats, drawn: bool = False) -> Density:
    """Kd at each radius (metres, rising): 1 / (N h) sum of f((r - d) / h) + f((r + d) / h) over all N pairs.

    f is the Gaussian; the second term reflects at 0. Weighted: each pair counts w_i w_j, and N is the sum of these
    (Duranton & Overman 2005, section 5). The bandwidth h comes from the distances up to twice the largest radius, each
    pair once and unweighted, so that a heavy site changes the density but not the smoothing. `drawn`: this is a
    redrawing, which is not refused where it happens to have no near pairs or weights: its curve is flat, or NaN.

    Raises:
        Unmeasurable: fewer than two pairs within twice the largest radius.
    """
    at = marks.taking_part
    count, mass = mass_of_all(marks, at)
    if mass <= 0:
        if drawn:
            return Density(radii, np.full(len(radii), np.nan), np.nan, count)
        raise Unmeasurable(
            Text(
                ko="이 유형의 가중치가 두 곳 이상에 있지 않습니다.",
                en="Fewer than two sites of the type weigh anything.",
            )
        )
    if len(at) * (len(at) - 1) // 2 <= LISTED:
        return _exact(sites, marks, at, radii, count, mass, drawn)
    return _binned(sites, marks, at, radii, count, mass, drawn)


def _exact(
    sites: Sites, marks: Marks, at: NDArray[np.int64], radii: Floats, count: int, mass: float, drawn: bool
) -> Density:
    straight, products = pairs.listed(sites.xyz[at], marks.reference[at], marks.neighbour[at], marks.weight[at])
    order = np.argsort(straight, kind="stable")
    distances = np.asarray(sites.ground(straight[order]))
    near = distances[: np.searchsorted(distances, 2 * radii[-1], side="right")]
    width = _width(near, None, 0.0, radii, drawn)
    return Density(radii, pairs.smoothed(distances, products[order], mass, width, radii), width, count)


def _width(near: Floats, counts: NDArray[np.int64] | None, step: float, radii: Floats, drawn: bool) -> float:
    """The bandwidth; a redrawing with fewer than two near pairs is smoothed over the largest radius."""
    if (len(near) if counts is None else int(counts.sum())) >= 2:
        return nrd0(near, counts, step)
    if drawn:
        return float(radii[-1])
    reach = f"{2 * radii[-1]:g}"
    raise Unmeasurable(
        Text(
            ko=f"{reach} 안에 떨어진 사업장 쌍이 둘보다 적습니다.",
            en=f"Fewer than two pairs of sites lie within {reach} of each other.",
        ),
        Text(ko="더 긴 거리까지 보십시오(--max).", en="Look at longer distances (--max)."),
    )


def _binned(
    sites: Sites, marks: Marks, at: NDArray[np.int64], radii: Floats, count: int, mass: float, drawn: bool
) -> Density:
    top, bins, stretch = float(radii[-1]), COARSEST, 1
    while True:
        edges = np.arange(bins * stretch + 1) * (float(sites.straight(2 * top)) / bins)
        counts, masses = _histogram(sites, marks, at, float(edges[-1]), bins * stretch)
        ground = np.asarray(sites.ground(edges))
        centres, step = (ground[1:] + ground[:-1]) / 2, float(np.diff(ground).max())
        width = _width(centres[:bins], counts[:bins], step, radii, drawn)
        few = counts[:bins].sum() < SPARSE
        if bins < FINEST and (few or step * PER_WIDTH > width):
            bins = FINEST if few else bins * 2
        elif top + 7 * width > ground[-1] * (1 + 1e-9) and ground[-1] < sites.diagonal and stretch < 8:
            stretch *= 2
        else:
            return Density(radii, pairs.smoothed(centres, masses, mass, width, radii), width, count)


def _histogram(
    sites: Sites, marks: Marks, at: NDArray[np.int64], reach: float, bins: int
) -> tuple[NDArray[np.int64], Floats]:
    xyz = sites.xyz[at]
    grid = cells(xyz, reach)
    xyz = xyz[grid.order]
    place = grid.starts, grid.near, grid.links
    if marks.one_type and not marks.weighted:
        counts = pairs.counted(xyz, *place, reach, bins)
        return counts, counts.astype(np.float64)
    who = at[grid.order]
    return pairs.weighed(xyz, marks.reference[who], marks.neighbour[who], marks.weight[who], *place, reach, bins)  # type: ignore[no-any-return]
