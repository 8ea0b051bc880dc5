"""Where a node stands in its neighbourhood: core number and constraint."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy import sparse

from squaremile.atlas.measures.ties.graph import Floats, Graph


@njit(cache=True)
def _cores(starts: Any, near: Any) -> Any:
    """Batagelj & Zaveršnik (2003): peel by degree, kept in order by counting."""
    n = len(starts) - 1
    degree = starts[1:] - starts[:-1]
    core = degree.copy()
    first = np.zeros(core.max() + 2, np.int64)
    for v in range(n):
        first[core[v] + 1] += 1
    first = np.cumsum(first)
    order, place, fill = np.empty(n, np.int64), np.empty(n, np.int64), first.copy()
    for v in range(n):
        place[v] = fill[core[v]]
        order[place[v]] = v
        fill[core[v]] += 1
    for at in range(n):
        v = order[at]
        for k in range(starts[v], starts[v + 1]):
            u = near[k]
            if core[u] > core[v]:
                head = first[core[u]]
                w = order[head]
                order[head], order[place[u]] = u, w
                place[w], place[u] = place[u], head
                first[core[u]] += 1
                core[u] -= 1
    return core


def cores(held: Graph) -> NDArray[np.int64]:
    """(n,) the greatest k for which the node is in a part where everybody has k ties or more."""
    return np.asarray(_cores(held.starts, held.near))


def constraint(held: Graph) -> Floats:
    """(n,) Burt's constraint (1992): sum over neighbours j of (p_ij + sum over q of p_iq p_qj)², p_ij the share of j in
    i's ties by weight. Low is a broker between others who are not tied. Above 1 happens in small dense groups."""
    matrix = held.matrix
    share = sparse.diags_array(1.0 / matrix.sum(axis=1)) @ matrix
    there = sparse.csr_array((np.ones_like(held.weight), held.near, held.starts), shape=matrix.shape)
    invested = (share + (share @ share).multiply(there)).tocsr()
    return np.asarray(invested.multiply(invested).sum(axis=1), dtype=np.float64).ravel()
