"""Distances of many pairs in a fine histogram: each bin keeps how many, their mean and their variance."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.points import pairs
from squaremile.atlas.measures.points.cells import Cells, cells
from squaremile.atlas.measures.points.sites import Floats, Marks, Sites

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Pairs of a reference with a neighbour by their distance, in metres on the ground.

    `counts` (bins,) pairs and `means` their mean distances; `mass` the sums of their products of weights, `middles` and
    `spread` the mean and the variance of the distances so weighted. An empty bin has its own middle and no variance.
    The first `near` bins reach to twice the largest radius.
    """

    sites: Sites
    xyz: Floats
    reference: NDArray[np.bool_]
    neighbour: NDArray[np.bool_]
    grid: Cells
    edges: Floats
    """Straight."""
    near: int
    counts: Ints
    means: Floats
    mass: Floats
    middles: Floats
    spread: Floats
    step: float
    end: float

    @property
    def pairs_near(self) -> int:
        return int(self.counts[: self.near].sum())

    def roughly(self) -> tuple[float, float]:
        """The quartiles to a bin."""
        reached = np.cumsum(self.counts[: self.near])
        low, high = np.searchsorted(reached, [(reached[-1] - 1) * q for q in (0.25, 0.75)], side="right")
        return float(self.means[low]), float(self.means[high])

    def quartiles(self, parts: int) -> tuple[float, float]:
        """The first and third quartile of the near distances (R's type 7), each to a `parts`-th of a bin."""
        reached = np.cumsum(self.counts[: self.near])
        number = int(reached[-1])
        places = [(number - 1) * q for q in (0.25, 0.75)]
        ranks = [min(int(place) + more, number - 1) for place in places for more in (0, 1)]
        bins = np.searchsorted(reached, ranks, side="right").astype(np.int64)
        g = self.grid
        found = pairs.split(
            self.xyz, self.reference, self.neighbour, g.starts, g.near, g.links, float(self.edges[-1]),
            len(self.counts), bins, parts,
        )  # fmt: skip
        per = len(self.counts) / float(self.edges[-1])
        read = []
        for rank, b, inside in zip(ranks, bins.tolist(), found, strict=True):
            before = int(reached[b] - self.counts[b])
            part = int(np.searchsorted(np.cumsum(inside), rank - before, side="right"))
            read.append(float(self.sites.ground((b + (min(part, parts - 1) + 0.5) / parts) / per)))
        low, high = (
            a + (place - int(place)) * (b - a) for place, a, b in zip(places, read[::2], read[1::2], strict=True)
        )
        return low, high


def histogram(sites: Sites, marks: Marks, at: Ints, reach: float, bins: int, stretch: int) -> Histogram:
    """Of the sites numbered `at`: `bins` bins up to `reach` (a straight line), and `stretch` times as many and as far."""
    grid = cells(sites.xyz[at], reach * stretch)
    who = at[grid.order]
    xyz, reference, neighbour = sites.xyz[who], marks.reference[who], marks.neighbour[who]
    place, far, many = (grid.starts, grid.near, grid.links), reach * stretch, bins * stretch
    if marks.one_type and not marks.weighted:
        found = mass = pairs.counted(xyz, *place, far, many)
    else:
        found, mass = pairs.weighed(xyz, reference, neighbour, marks.weight[who], *place, far, many)
    edges = np.arange(many + 1, dtype=np.float64) * (far / many)
    ground = np.asarray(sites.ground(edges))
    slope = np.diff(ground)
    means, _ = _moments(sites, found, far / many)
    middles, spread = _moments(sites, mass, far / many)
    return Histogram(
        sites, xyz, reference, neighbour, grid, edges, bins, found[:, 0].astype(np.int64), means, mass[:, 0].copy(),
        middles, spread * slope * slope, float(slope.max()), float(ground[-1]),
    )  # fmt: skip


def _moments(sites: Sites, found: Floats, step: float) -> tuple[Floats, Floats]:
    """The mean distance of each bin on the ground, and the variance in squares of a bin's width."""
    full = found[:, 0] > 0
    weight = np.where(full, found[:, 0], 1.0)
    mean = np.where(full, found[:, 1] / weight, 0.5)
    spread = np.where(full, np.maximum(found[:, 2] / weight - mean * mean, 0.0), 0.0)
    return np.asarray(sites.ground((np.arange(len(found)) + mean) * step)), spread
