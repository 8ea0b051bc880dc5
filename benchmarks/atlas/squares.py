"""The race of squares: the exact densest square and disc, from coordinates in memory to the members.

No library that finds it exactly was found to race against. Beside ours stand every pair of candidate edges tried with
NumPy (the only other exact way, O(n^2 log n) here), and a fixed grid, which is fast and wrong.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

SIDE = 1000.0


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas squares")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--largest", type=int, default=1_000_000)
    options = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    _correct()
    lines = [
        "## Squares: the exact densest square and disc\n",
        f"Side 1,000 m, one thread, median of {options.times}, from coordinates in memory to the members. "
        f"Load average at the start: {load:.1f}. Answers equal to all pairs of edges on 30 drawn maps before a time counts.\n",
        "| points | where | method | wall s | CPU s | count |",
        "|---|---|---|---|---|---|",
    ]
    for n in (n for n in (10_000, 100_000, 1_000_000) if n <= options.largest):
        for where, (x, y) in _maps(n).items():
            lines += _race(n, where, x, y, options.times)
    return "\n".join(lines)


def _maps(n: int) -> dict[str, tuple[Any, Any]]:
    """Evenly over 100 km x 100 km and 10 km x 10 km, and in 200 towns of which few are large."""
    dice = np.random.default_rng(n)
    town = np.minimum(dice.zipf(1.5, n), 200) - 1
    middles, spread = dice.uniform(0, 100_000, (200, 2)), dice.uniform(300, 3000, 200)
    return {
        "even, 100 km": (dice.uniform(0, 1e5, n), dice.uniform(0, 1e5, n)),
        "even, 10 km": (dice.uniform(0, 1e4, n), dice.uniform(0, 1e4, n)),
        "towns": (middles[town, 0] + dice.normal(0, 1, n) * spread[town], middles[town, 1] + dice.normal(0, 1, n) * spread[town]),
    }  # fmt: skip


def _race(n: int, where: str, x: Any, y: Any, times: int) -> list[str]:
    import squaremile.atlas as atlas

    names = np.random.default_rng(1).integers(0, max(2, n // 3), n)
    ways: dict[str, tuple[int, Callable[[], int]]] = {
        "square, rows": (times, lambda: atlas.densest(x, y, side=SIDE, plane=True).count),
        "square, organisations": (times, lambda: atlas.densest(x, y, side=SIDE, plane=True, distinct=names).count),
        "fixed grid, one origin": (times, lambda: int(atlas.naive_grid(x, y, side=SIDE, plane=True, origins=1).most)),
    }
    if n <= 100_000 and (n <= 10_000 or where == "even, 100 km"):
        ways["disc, rows"] = (times, lambda: atlas.densest(x, y, side=SIDE, plane=True, shape="disc").count)
    if n <= 10_000:
        ways["square, every pair of edges (NumPy)"] = (1, lambda: _every_pair(x, y))
    lines, counts = [], {}
    for way, (again, call) in ways.items():
        wall, cpu, counts[way] = _timed(call, again)
        lines.append(f"| {n:,} | {where} | {way} | {wall:.3f} | {cpu:.3f} | {counts[way]} |")
    if (brute := counts.get("square, every pair of edges (NumPy)")) not in (None, counts["square, rows"]):
        raise SystemExit(f"{counts['square, rows']} found, {brute} there: no time counts")
    return lines


def _timed(call: Callable[[], int], times: int) -> tuple[float, float, int]:
    walls, cpus, found = [], [], call() if times > 1 else 0  # the first call compiles
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        found = call()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return statistics.median(walls), statistics.median(cpus), found


def _every_pair(x: Any, y: Any, side: float = SIDE) -> int:
    """For each left edge: the points in its strip sorted by height, and how many lie within a side above each."""
    a, b, whole = np.rint(x * 1000).astype(np.int64), np.rint(y * 1000).astype(np.int64), round(side * 1000)
    best = 0
    for left in np.unique(a):
        strip = np.sort(b[(a >= left) & (a <= left + whole)])
        best = max(best, int((np.searchsorted(strip, strip + whole, side="right") - np.arange(len(strip))).max()))
    return best


def _correct() -> None:
    import squaremile.atlas as atlas

    for seed in range(30):
        dice = np.random.default_rng(seed)
        x, y = dice.normal(0, 2000, 400), dice.normal(0, 2000, 400)
        if atlas.densest(x, y, side=SIDE, plane=True).count != _every_pair(x, y):
            raise SystemExit(f"map {seed}: another answer than every pair of edges: no time counts")
