"""A grid over the sites: who can be near whom, so that far pairs are never looked at. One cell where the area is small."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.points.sites import Floats

Ints = NDArray[np.int64]

FEW = 4
"""With fewer cells than this along every side, the grid costs more than it saves."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """`order` the sites cell by cell; cell c holds order[starts[c]:starts[c + 1]].

    The cells that touch cell c, itself among them, are near[links[c]:links[c + 1]].
    """

    order: Ints
    starts: Ints
    near: Ints
    links: Ints


def cells(xyz: Floats, reach: float) -> Cells:
    """Cells of the side `reach` (metres, straight line): a pair within reach is in one cell or in two that touch."""
    count = len(xyz)
    low = xyz.min(axis=0)
    spans = np.ptp(xyz, axis=0)
    if reach <= 0 or (spans / reach).max() < FEW or (spans / reach).max() > 2_000_000:
        whole = np.arange(count, dtype=np.int64)
        return Cells(whole, np.asarray([0, count]), np.zeros(1, np.int64), np.asarray([0, 1]))
    # A hair wider than the reach: rounding must not put two sites exactly one reach apart two cells apart.
    place = np.floor((xyz - low) / (reach * (1 + 1e-9))).astype(np.int64)
    sides = place.max(axis=0) + 3
    keys = ((place[:, 0] + 1) * sides[1] + place[:, 1] + 1) * sides[2] + place[:, 2] + 1
    order = np.argsort(keys, kind="stable")
    held, starts = np.unique(keys[order], return_index=True)
    near, owner = [], []
    for dx, dy, dz in product((-1, 0, 1), repeat=3):
        wanted = held + (dx * sides[1] + dy) * sides[2] + dz
        at = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
        there = held[at] == wanted
        near.append(at[there])
        owner.append(np.flatnonzero(there))
    owners, nears = np.concatenate(owner), np.concatenate(near)
    sort = np.lexsort((nears, owners))
    links = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=len(held)))])
    return Cells(order, np.concatenate([starts, [count]]), nears[sort], links.astype(np.int64))
