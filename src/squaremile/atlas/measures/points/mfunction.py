"""M: the share of the type among the neighbours, beside its share among all (Marcon & Puech 2010)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.points import pairs
from squaremile.atlas.measures.points.cells import Cells, cells
from squaremile.atlas.measures.points.sites import Floats, Marks, Sites

SLICES = 2_048


@dataclass(frozen=True, slots=True, eq=False)
class Rings:
    """Sites cell by cell with the squares of the radii: all that does not change when types are redrawn."""

    sites: Sites
    radii: Floats
    grid: Cells
    xyz: Floats
    cell: NDArray[np.int64]
    squares: Floats
    table: NDArray[np.int64]

    def around_each(self, marks: Marks) -> Floats:
        """(references, radii): weight of neighbours within each radius of each reference, itself left out."""
        order = self.grid.order
        at = order[(marks.reference | marks.neighbour)[order]]
        xyz = self.sites.xyz[at]
        grid = cells(xyz, float(np.sqrt(self.squares[-1])))
        who = at[grid.order]
        held = marks.reference[who], marks.neighbour[who], marks.weight[who]
        rings = pairs.around_each(xyz[grid.order], *held, grid.starts, grid.near, grid.links, self.squares, self.table)
        rising = np.argsort(who, kind="stable")
        return np.cumsum(rings[rising][marks.reference[who[rising]]], axis=1)

    def around(self, some: NDArray[np.int64], weight: Floats) -> Floats:
        """(len(some), radii): weight of all sites within each radius of the sites numbered `some`, itself left out."""
        place = np.empty_like(self.grid.order)
        place[self.grid.order] = np.arange(len(place))
        g = self.grid
        rings = pairs.around_some(
            self.xyz, place[some], weight[g.order], self.cell, g.starts, g.near, g.links, self.squares, self.table
        )
        return np.cumsum(rings, axis=1)


def rings(sites: Sites, radii: Floats) -> Rings:
    """Prepare: `radii` in metres, rising."""
    straight = np.asarray(sites.straight(radii), dtype=np.float64)
    grid = cells(sites.xyz, float(straight[-1]))
    cell = np.repeat(np.arange(len(grid.starts) - 1), np.diff(grid.starts))
    squares = straight * straight
    return Rings(sites, radii, grid, sites.xyz[grid.order], cell, squares, pairs.table_of(squares, SLICES))


def m_function(ring: Rings, marks: Marks, everyone: Callable[[NDArray[np.int64]], Floats]) -> Floats:
    """M at each radius: sum over references of (neighbours within r / all within r), over the sum of their global shares.

    The reference itself is counted neither within r nor in the global share (W_type - w_i) / (W - w_i). References
    without anybody within r are left out of both sums; where none is left M is NaN. `everyone(some)` gives the weight
    of all sites within each radius around the references.
    """
    some = np.flatnonzero(marks.reference)
    same = ring.around_each(marks)
    every = everyone(some)
    w, total = marks.weight[some], marks.weight.sum()
    kind = marks.weight[marks.neighbour].sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(every > 0, same / every, 0.0)
        overall = (kind - w if marks.one_type else np.full(len(some), kind)) / (total - w)
        counted = (every > 0) & np.isfinite(overall)[:, None]
        below = (np.where(np.isfinite(overall), overall, 0.0)[:, None] * counted).sum(axis=0)
        value: Floats = np.where(below > 0, (share * counted).sum(axis=0) / below, np.nan)
    return value


def m(sites: Sites, marks: Marks, radii: Floats) -> Floats:
    """M at each radius (metres, rising), of these marks alone. (radii,), NaN where no reference has a neighbour."""
    ring = rings(sites, radii)
    return m_function(ring, marks, lambda some: ring.around(some, marks.weight))
