"""Circles around every place, growing from neighbour to neighbour, and the fullest of them by likelihood."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

ALIKE = 1e-12
"""Squared distances that differ by less than this share are one distance: their places enter together."""


@njit(cache=True)
def reaches(points, sites, most, limit):  # type: ignore[no-untyped-def]
    """How many places each circle may take in, nearest first: sites up to `most`, squared distance up to `limit`."""
    many = np.empty(len(points), np.int64)
    for i in range(len(points)):
        away = _away(points, i)
        held, k = 0.0, 0
        for j in np.argsort(away, kind="mergesort"):
            held += sites[j]
            if away[j] > limit or held > most:
                break
            k += 1
        many[i] = k
    return many


@njit(cache=True)
def orders(points, many, start):  # type: ignore[no-untyped-def]
    """The places of each circle, nearest first, and whether a circle may end after each (the next is farther)."""
    index = np.empty(start[-1], np.int32)
    ends = np.empty(start[-1], np.bool_)
    for i in range(len(points)):
        away = _away(points, i)
        order = np.argsort(away, kind="mergesort")
        for k in range(many[i]):
            index[start[i] + k] = order[k]
            last = k + 1 == len(points)
            ends[start[i] + k] = last or away[order[k + 1]] > away[order[k]] * (1 + ALIKE) + 1e-300
    return index, ends


@njit(cache=True)
def _away(points, i):  # type: ignore[no-untyped-def]
    away = np.empty(len(points))
    for j in range(len(points)):
        x, y, z = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1], points[j, 2] - points[i, 2]
        away[j] = x * x + y * y + z * z
    return away


@njit(cache=True)
def bernoulli(start, index, ends, sites, cases, logs, best, where):  # type: ignore[no-untyped-def]
    """The best log likelihood ratio of each circle's middle and how many places it takes in. `logs[k]` is k ln k."""
    all_sites, all_cases = sites.sum(), cases.sum()
    base = logs[all_cases] + logs[all_sites - all_cases] - logs[all_sites]
    for i in range(len(start) - 1):
        best[i], where[i] = 0.0, 0
        n, c = 0, 0
        for k in range(start[i], start[i + 1]):
            n += sites[index[k]]
            c += cases[index[k]]
            if not ends[k] or n == all_sites or c * (all_sites - n) <= (all_cases - c) * n:
                continue
            inside = logs[c] + logs[n - c] - logs[n]
            outside = logs[all_cases - c] + logs[all_sites - n - all_cases + c] - logs[all_sites - n]
            if inside + outside - base > best[i]:
                best[i], where[i] = inside + outside - base, k + 1 - start[i]


@njit(cache=True)
def poisson(start, index, ends, expected, cases, logs, best, where):  # type: ignore[no-untyped-def]
    """As `bernoulli`, for counts against an expectation that sums to as many."""
    total = cases.sum()
    for i in range(len(start) - 1):
        best[i], where[i] = 0.0, 0
        e, c = 0.0, 0
        for k in range(start[i], start[i + 1]):
            e += expected[index[k]]
            c += cases[index[k]]
            if not ends[k] or c <= e or e <= 0:
                continue
            ratio = logs[c] - c * math.log(e)
            if c < total:
                ratio += logs[total - c] - (total - c) * math.log(max(total - e, 1e-300))
            if ratio > best[i]:
                best[i], where[i] = ratio, k + 1 - start[i]
