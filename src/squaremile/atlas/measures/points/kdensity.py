"""K-density: how many pairs of sites lie at each distance (Duranton & Overman 2005)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.points import pairs
from squaremile.atlas.measures.points.binning import Histogram, histogram
from squaremile.atlas.measures.points.sites import Floats, Marks, Sites
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

LISTED = 5_000
"""Up to so many pairs every distance is kept and the sum is exact; above, they go into a fine histogram."""
FINEST, COARSEST = 65_536, 4_096
PER_WIDTH = 20
"""Bins within one bandwidth, at least.

Each bin keeps the mean and the variance of its distances, however they lie in it. What is left is of the third order: with
a step of h / 20 at most (the third derivative is below .551) .551 / 6 × (1 / 20)³ / 4 = 2.9e-6 of 1 / h for every mass, 5.8e-6 with its reflection.
"""
PARTS = 4_096
"""Quartiles are read to this part of a bin."""


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """`values` (radii,) per metre: their integral over all distances is 1. `bandwidth` in metres."""

    radii: Floats
    values: Floats
    bandwidth: float
    pairs: int


def nrd0(values: Floats) -> float:
    """Silverman's rule of thumb (1986, eq. 3.31) as R's bw.nrd0 has it: .9 min(sd, IQR / 1.34) n^-.2. `values` sorted."""
    low, high = np.quantile(values, [0.25, 0.75])
    return _rule(len(values), float(np.std(values, ddof=1)), float(high - low), float(values[0]))


def _rule(number: int, sd: float, between: float, first: float) -> float:
    # What is equal but for rounding has no spread.
    sd = 0.0 if sd <= 1e-12 * abs(first) else sd
    spread = min(sd, between / 1.34) or sd or abs(first) or 1.0
    return float(0.9 * spread * number**-0.2)


def mass_of_all(marks: Marks, at: NDArray[np.int64]) -> tuple[int, float]:
    """How many pairs of a reference with a neighbour there are, and the sum of their products of weights."""
    w, ref, nei = marks.weight[at], marks.reference[at], marks.neighbour[at]
    if marks.one_type:
        return len(at) * (len(at) - 1) // 2, float((w.sum() ** 2 - (w * w).sum()) / 2)
    return int(ref.sum()) * int(nei.sum()), float(w[ref].sum() * w[nei].sum())


@measures("k_density")
def k_density(sites: Sites, marks: Marks, radii: Floats, drawn: bool = False) -> Density:
    """Kd at each radius (metres, rising): 1 / (N h) sum of f((r - d) / h) + f((r + d) / h) over all N pairs.

    f is the Gaussian; the second term reflects at 0. Weighted: each pair counts w_i w_j, and N is the sum of these
    (Duranton & Overman 2005, section 5). The bandwidth h comes from the distances up to twice the largest radius, each
    pair once and unweighted, so that a heavy site changes the density but not the smoothing. `drawn`: this is a
    redrawing, which is not refused where it happens to have no near pairs or weights: its curve is flat, or NaN.

    Raises:
        Unmeasurable: fewer than two pairs, or fewer than two within twice the largest radius.
    """
    at = marks.taking_part
    count, mass = mass_of_all(marks, at)
    if count < 2:
        raise Unmeasurable(
            Text(
                ko="사업장 쌍이 하나뿐이라 밀도를 잴 수 없습니다.",
                en="A density cannot be drawn from a single pair of sites.",
            ),
            Text(ko="세 곳 이상이 있어야 합니다.", en="Three sites or more are needed."),
        )
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
    width = nrd0(near) if len(near) >= 2 else _without_near(radii, drawn)
    values = pairs.smoothed(distances, products[order], np.zeros(len(order)), mass, width, radii)
    return Density(radii, values, width, count)


def _without_near(radii: Floats, drawn: bool) -> float:
    """A redrawing with fewer than two near pairs is smoothed over the largest radius; what is observed is refused."""
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


def _bandwidth(held: Histogram, quartiles: tuple[float, float]) -> float:
    counts, means = held.counts[: held.near], held.means[: held.near]
    mean = float(counts @ means) / held.pairs_near
    sd = float(np.sqrt(counts @ (means - mean) ** 2 / (held.pairs_near - 1)))
    return _rule(held.pairs_near, sd, quartiles[1] - quartiles[0], float(means[counts > 0][0]))


def _binned(
    sites: Sites, marks: Marks, at: NDArray[np.int64], radii: Floats, count: int, mass: float, drawn: bool
) -> Density:
    top, bins, stretch = float(radii[-1]), COARSEST, 1
    while True:
        held = histogram(sites, marks, at, float(sites.straight(2 * top)), bins, stretch)
        if held.pairs_near < 2:
            width = _without_near(radii, drawn)
        elif (width := _bandwidth(held, held.roughly())) >= held.step * PER_WIDTH:
            width = _bandwidth(held, held.quartiles(PARTS))
        if bins < FINEST and held.step * PER_WIDTH > width:
            bins *= 2
        elif top + 7 * width > held.end * (1 + 1e-9) and held.end < sites.diagonal and stretch < 8:
            stretch *= 2
        else:
            break
    # Where even the finest bins are wider than the kernel, its second order says nothing about them.
    spread = held.spread if held.step * 4 <= width else np.zeros(len(held.spread))
    return Density(radii, pairs.smoothed(held.middles, held.mass, spread, mass, width, radii), width, count)
