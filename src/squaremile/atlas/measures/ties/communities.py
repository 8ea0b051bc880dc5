"""Communities: the partition with the most ties inside beyond chance, found by moving, refining and folding."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit
from scipy import sparse

from squaremile.atlas.measures.ties.graph import Floats, Graph, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Communities:
    """`member` (n,) number of each node's community, 0 the largest; `modularity` of the partition."""

    member: Ints
    modularity: float

    @property
    def count(self) -> int:
        return int(self.member.max()) + 1


@njit(cache=True)
def _moved(
    starts: Any, near: Any, weight: Any, strength: Any, member: Any, bound: Any, order: Any, resolution: float
) -> bool:
    """Move nodes to the neighbouring community that gains most, in a queue, until none gains. Within `bound` only."""
    n, total = len(starts) - 1, strength.sum()
    held = np.zeros(n)
    for v in range(n):
        held[member[v]] += strength[v]
    queue, waiting = np.empty(n + 1, np.int64), np.ones(n, np.bool_)
    queue[:n] = order
    head, size, changed = 0, n, False
    to, touched = np.zeros(n), np.empty(n, np.int64)
    while size > 0:
        v = queue[head]
        head, size = (head + 1) % (n + 1), size - 1
        waiting[v] = False
        own, seen = member[v], 0
        for k in range(starts[v], starts[v + 1]):
            u = near[k]
            if u != v and bound[u] == bound[v]:
                if to[member[u]] == 0.0:
                    touched[seen] = member[u]
                    seen += 1
                to[member[u]] += weight[k]
        held[own] -= strength[v]
        best, gain = own, to[own] - resolution * strength[v] * held[own] / total
        for at in range(seen):
            c = touched[at]
            found = to[c] - resolution * strength[v] * held[c] / total
            if found > gain + 1e-12 * total:
                best, gain = c, found
        for at in range(seen):
            to[touched[at]] = 0.0
        held[best] += strength[v]
        if best != own:
            member[v], changed = best, True
            for k in range(starts[v], starts[v + 1]):
                u = near[k]
                if not waiting[u] and member[u] != best and u != v:
                    queue[(head + size) % (n + 1)] = u
                    waiting[u] = True
                    size += 1
    return changed


def _folded(matrix: sparse.csr_array, member: Ints) -> sparse.csr_array:
    count = int(member.max()) + 1
    part = sparse.csr_array((np.ones(len(member)), (np.arange(len(member)), member)), shape=(len(member), count))
    folded = sparse.csr_array(part.T @ matrix @ part)
    folded.sort_indices()
    return folded


def _numbered(member: Ints) -> Ints:
    return np.unique(member, return_inverse=True)[1].astype(np.int64)


def _round(matrix: sparse.csr_array, start: Ints, random: np.random.Generator, resolution: float) -> Ints:
    """One run: move, refine within what was found, fold the refined parts, go on from the coarser partition."""
    whole, level, member = matrix, np.arange(matrix.shape[0]), start.copy()
    while True:
        n = whole.shape[0]
        arrays = whole.indptr.astype(np.int64), whole.indices.astype(np.int64), whole.data
        strength = np.asarray(whole.sum(axis=1)).ravel()
        changed = _moved(*arrays, strength, member, np.zeros(n, np.int64), random.permutation(n), resolution)
        member = _numbered(member)
        refined = np.arange(n, dtype=np.int64)
        _moved(*arrays, strength, refined, member, random.permutation(n), resolution)
        refined = _numbered(refined)
        if (not changed and len(np.unique(refined)) == n) or member.max() + 1 == n:
            return np.asarray(member[level])
        coarse = np.zeros(int(refined.max()) + 1, dtype=np.int64)
        coarse[refined] = member
        whole, level, member = _folded(whole, refined), refined[level], coarse


def modularity(held: Graph, member: Any, resolution: float = 1.0) -> float:
    """Newman & Girvan (2004): share of weight inside communities less what their strengths would give by chance."""
    strength = np.asarray(held.matrix.sum(axis=1)).ravel()
    total = strength.sum()
    numbers = np.asarray(member)
    rows = np.repeat(np.arange(len(held)), np.diff(held.starts))
    inside = held.weight[numbers[rows] == numbers[held.near]].sum()
    parts: Floats = np.bincount(numbers, weights=strength)
    return float(inside / total - resolution * ((parts / total) ** 2).sum())


def communities(held: Graph, seed: int = 0, runs: int = 10, resolution: float = 1.0) -> Communities:
    """The best of `runs` partitions, the same for the same seed.

    Each run moves nodes (Blondel et al. 2008), refines every community from single nodes and folds the refined parts
    (Traag, Waltman & van Eck 2019), and starts again from its own result until modularity no longer rises. Ties by weight.
    """
    random = np.random.default_rng(seed)
    best, most = np.zeros(len(held), np.int64), -np.inf
    for _ in range(runs):
        member, reached = np.arange(len(held), dtype=np.int64), -np.inf
        while True:
            member = _numbered(_round(held.matrix, member, random, resolution))
            value = modularity(held, member, resolution)
            if value <= reached + 1e-12:
                break
            reached = value
            if value > most + 1e-12:
                best, most = member, value
    sizes = np.bincount(best)
    first = np.full(len(sizes), len(best))
    np.minimum.at(first, best, np.arange(len(best)))
    rank = np.empty(len(sizes), np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return Communities(rank[best], most)
