"""Shortest ways through a graph, compiled: betweenness and closeness (Brandes 2001)."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from squaremile.atlas.measures.ties.graph import Floats, Graph

SAME = 1e-12
"""Weighted ways whose lengths agree to this part are equally long: 1/3 + 1/6 is 1/2, whatever rounding says."""


@njit(cache=True)
def _sizes(starts: Any, near: Any) -> Any:
    """For each node how many nodes its connected part has."""
    n = len(starts) - 1
    part, stack, sizes = np.full(n, -1, np.int64), np.empty(n, np.int64), np.zeros(n, np.int64)
    for root in range(n):
        if part[root] < 0:
            part[root], stack[0], top = root, root, 1
            while top > 0:
                top -= 1
                v = stack[top]
                sizes[root] += 1
                for k in range(starts[v], starts[v + 1]):
                    if part[near[k]] < 0:
                        part[near[k]] = root
                        stack[top] = near[k]
                        top += 1
    return sizes[part]


@njit(cache=True)
def _spread(
    starts: Any, near: Any, source: int, size: int, order: Any, distance: Any, ways: Any, nexts: Any, ends: Any
) -> int:
    """Breadth first from `source` in a part of `size` nodes; how many of them were opened.

    Fills `order`, `distance` (-1: not reached), the numbers of shortest `ways`, and for the k-th node opened its
    successors nexts[ends[k]:ends[k + 1]]. When all are reached the last level need not be opened: it has none.
    """
    distance[:] = -1
    distance[source], ways[source] = 0, 1.0
    order[0], head, tail, p = source, 0, 1, 0
    ends[0] = 0
    while head < tail and not (tail == size and distance[order[head]] == distance[order[tail - 1]]):
        v = order[head]
        deeper, own = distance[v] + 1, ways[v]
        for k in range(starts[v], starts[v + 1]):
            w = near[k]
            if distance[w] < 0:
                distance[w], ways[w] = deeper, own
                order[tail], nexts[p] = w, w
                tail += 1
                p += 1
            elif distance[w] == deeper:
                ways[w] += own
                nexts[p] = w
                p += 1
        head += 1
        ends[head] = p
    return head  # type: ignore[no-any-return]


@njit(cache=True)
def _unweighted(starts: Any, near: Any, sizes: Any) -> Any:
    n = len(starts) - 1
    between, total = np.zeros(n), np.zeros(n)
    order, distance = np.empty(n, np.int32), np.empty(n, np.int32)
    nexts, ends = np.empty(len(near), np.int32), np.empty(n + 1, np.int64)
    ways, part = np.empty(n), np.empty(n)
    for source in range(n):
        size = sizes[source]
        opened = _spread(starts, near, source, size, order, distance, ways, nexts, ends)
        for at in range(opened, size):
            part[order[at]] = 1.0 / ways[order[at]]
        for at in range(opened - 1, -1, -1):
            v, carried = order[at], 0.0
            for k in range(ends[at], ends[at + 1]):
                carried += part[nexts[k]]
            share = ways[v] * carried
            part[v] = (1.0 + share) / ways[v]
            if at > 0:
                between[v] += share
        for at in range(size):
            total[source] += distance[order[at]]
    return between, total


@njit(cache=True)
def _sift_down(heap: Any, key: Any, where: Any, size: int, at: int) -> None:
    node = heap[at]
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and key[heap[child + 1]] < key[heap[child]]:
            child += 1
        if key[heap[child]] >= key[node]:
            break
        heap[at] = heap[child]
        where[heap[at]] = at
        at = child
    heap[at] = node
    where[node] = at


@njit(cache=True)
def _sift_up(heap: Any, key: Any, where: Any, at: int) -> None:
    node = heap[at]
    while at > 0 and key[heap[(at - 1) // 2]] > key[node]:
        heap[at] = heap[(at - 1) // 2]
        where[heap[at]] = at
        at = (at - 1) // 2
    heap[at] = node
    where[node] = at


@njit(cache=True)
def _lengths(starts: Any, near: Any, length: Any, source: int, order: Any, key: Any, heap: Any, where: Any) -> int:
    """Dijkstra from `source` with an indexed heap: nodes in order of their distance `key` (inf: not reached)."""
    key[:] = np.inf
    where[:] = -1
    key[source] = 0.0
    heap[0], where[source], size, done = source, 0, 1, 0
    while size > 0:
        v = heap[0]
        size -= 1
        if size > 0:
            heap[0] = heap[size]
            _sift_down(heap, key, where, size, 0)
        where[v] = -2
        order[done] = v
        done += 1
        for k in range(starts[v], starts[v + 1]):
            w = near[k]
            if where[w] != -2 and key[v] + length[k] < key[w]:
                key[w] = key[v] + length[k]
                if where[w] == -1:
                    heap[size] = w
                    where[w] = size
                    size += 1
                _sift_up(heap, key, where, where[w])
    return done


@njit(cache=True)
def _weighted(starts: Any, near: Any, length: Any, same: float) -> Any:
    n = len(starts) - 1
    between = np.zeros(n)
    order, heap, where = np.empty(n, np.int64), np.empty(n, np.int64), np.empty(n, np.int64)
    key, ways, share = np.empty(n), np.empty(n), np.empty(n)
    for source in range(n):
        done = _lengths(starts, near, length, source, order, key, heap, where)
        ways[:] = 0.0
        share[:] = 0.0
        ways[source] = 1.0
        for at in range(1, done):
            w = order[at]
            for k in range(starts[w], starts[w + 1]):
                v = near[k]
                if key[v] < key[w] and abs(key[v] + length[k] - key[w]) <= same * key[w]:
                    ways[w] += ways[v]
        for at in range(done - 1, 0, -1):
            w = order[at]
            for k in range(starts[w], starts[w + 1]):
                v = near[k]
                if key[v] < key[w] and abs(key[v] + length[k] - key[w]) <= same * key[w]:
                    share[v] += ways[v] / ways[w] * (1.0 + share[w])
            between[w] += share[w]
    return between


def betweenness(held: Graph) -> Floats:
    """(n,) share of all shortest ways between two others that lead through the node, ways counted in steps.

    Each unordered pair once, over (n - 1)(n - 2) / 2 (networkx's normalisation); 0 for fewer than three nodes.
    Brandes (2001) J. Math. Sociol. 25:163.
    """
    return steps(held)[0]


def betweenness_weighted(held: Graph) -> Floats:
    """As `betweenness`; a tie of weight w is 1 / w long, so that strong ties are short (Newman 2001)."""
    return _scaled(_weighted(held.starts, held.near, 1.0 / held.weight, SAME))


def steps(held: Graph) -> tuple[Floats, Floats]:
    """Betweenness and closeness from one pass.

    Closeness (n,): (r - 1) / sum of steps to the r - 1 others reached, times (r - 1) / (n - 1) (Wasserman & Faust 1994);
    0 for a node alone.
    """
    sizes = _sizes(held.starts, held.near)
    between, total = _unweighted(held.starts, held.near.astype(np.int32), sizes)
    others: NDArray[np.int64] = sizes - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        close: Floats = np.where(total > 0, others / total * others / max(1, len(held) - 1), 0.0)
    return _scaled(between), close


def _scaled(between: Floats) -> Floats:
    n = len(between)
    return between / ((n - 1) * (n - 2)) if n > 2 else np.zeros(n)
