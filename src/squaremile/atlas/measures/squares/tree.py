"""A segment tree over candidate lower edges: add to a range, know the largest and the first place that has it."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True)
def add(top, lazy, size, first, last, value):  # type: ignore[no-untyped-def]
    """Add `value` to the leaves first..last, both included. `top[1]` is the largest of all."""
    if first > last:
        return
    left, right = first + size, last + size + 1
    a, b = left, right - 1
    while left < right:
        if left & 1:
            top[left] += value
            lazy[left] += value
            left += 1
        if right & 1:
            right -= 1
            top[right] += value
            lazy[right] += value
        left >>= 1
        right >>= 1
    a >>= 1
    b >>= 1
    while a != b:
        top[a] = max(top[2 * a], top[2 * a + 1]) + lazy[a]
        top[b] = max(top[2 * b], top[2 * b + 1]) + lazy[b]
        a >>= 1
        b >>= 1
    while a >= 1:
        top[a] = max(top[2 * a], top[2 * a + 1]) + lazy[a]
        a >>= 1


@njit(cache=True)
def first_largest(top, lazy, size, first, last, least):  # type: ignore[no-untyped-def]
    """The largest value among the leaves first..last and the first leaf that has it; (least - 1, -1) if all are less."""
    stack, sums = np.empty(128, np.int64), np.empty(128, np.int64)
    stack[0], sums[0] = 1, 0
    depth, best, where = 1, least - 1, -1
    while depth:
        depth -= 1
        node, above = stack[depth], sums[depth]
        if top[node] + above <= best:
            continue
        level = node
        reach = 1
        while level < size:
            level *= 2
            reach *= 2
        begins = level - size
        if begins > last or begins + reach - 1 < first:
            continue
        if node >= size:
            best, where = top[node] + above, node - size
            continue
        stack[depth], sums[depth] = 2 * node + 1, above + lazy[node]
        stack[depth + 1], sums[depth + 1] = 2 * node, above + lazy[node]
        depth += 2
    return best, where


@njit(cache=True)
def clear(top, lazy, size, leaves, floor):  # type: ignore[no-untyped-def]
    """All leaves zero; those that stand for nothing at `floor`."""
    for i in range(2 * size):
        top[i] = 0
        lazy[i] = 0
    for i in range(leaves, size):
        top[size + i] = floor
    for i in range(size - 1, 0, -1):
        top[i] = max(top[2 * i], top[2 * i + 1])


@njit(cache=True)
def before(active, size, at):  # type: ignore[no-untyped-def]
    """The last active place before `at`, or -1. `active` is a tree of counts with `size` leaves."""
    node = at + size
    while node > 1:
        if node & 1 and active[node - 1] > 0:
            node -= 1
            while node < size:
                node = 2 * node + 1 if active[2 * node + 1] > 0 else 2 * node
            return node - size
        node >>= 1
    return -1


@njit(cache=True)
def after(active, size, at):  # type: ignore[no-untyped-def]
    """The first active place after `at`, or -1."""
    node = at + size
    while node > 1:
        if not node & 1 and active[node + 1] > 0:
            node += 1
            while node < size:
                node = 2 * node if active[2 * node] > 0 else 2 * node + 1
            return node - size
        node >>= 1
    return -1


@njit(cache=True)
def mark(active, size, at, change):  # type: ignore[no-untyped-def]
    """Count one place in (+1) or out (-1)."""
    node = at + size
    while node >= 1:
        active[node] += change
        node >>= 1
