"""The race of quotients: LQ of 3.3 million cells from ten million coded rows, ours with exact intervals, DuckDB's bare."""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

REGIONS, ACTIVITIES = 3200, 1100
EQUAL = 1e-12
BARE = """WITH c AS (SELECT r, a, sum(v) AS x FROM rows GROUP BY r, a),
 rr AS (SELECT r, sum(x) AS xr FROM c GROUP BY r), aa AS (SELECT a, sum(x) AS xa FROM c GROUP BY a),
 t AS (SELECT sum(x) AS xt FROM c)
 SELECT r, a, (x / xr) / (xa / xt) AS lq FROM c JOIN rr USING (r) JOIN aa USING (a), t"""


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas quotients")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    dice = np.random.default_rng(0)
    r = dice.integers(REGIONS, size=options.rows).astype(np.int32)
    a = dice.integers(ACTIVITIES, size=options.rows).astype(np.int32)
    v = dice.integers(1, 200, size=options.rows).astype(np.float64)
    ours, held = _timed(lambda: _ours(r, a, v), options.times)
    peers = {f"DuckDB, {n or 'all'} thread{'s' if n != 1 else ''}": _duckdb(r, a, v, n, options.times) for n in (1, 0)}
    numpy, _ = _timed(lambda: _numpy(r, a, v), options.times)
    for name, (_, theirs) in peers.items():
        apart = float(np.max(np.abs(held.lq[theirs["r"], theirs["a"]] - theirs["lq"])))
        if len(theirs["r"]) != np.count_nonzero(held.matrix.values) or apart > EQUAL:
            raise SystemExit(f"{name} answers otherwise ({apart}): no time counts")
    best = min(peers, key=lambda name: statistics.median(peers[name][0]["wall"]))
    rows = [_line("squaremile, with exact 95 % intervals", ours), *(_line(f"{n}, bare quotient", p[0]) for n, p in peers.items())]
    rows.append(_line("NumPy bincount, bare quotient (the floor)", numpy))
    ratio = [statistics.median(peers[best][0][k]) / statistics.median(ours[k]) for k in ("wall", "cpu")]
    return "\n".join([
        "## Location quotients from rows\n",
        f"{options.rows:,} drawn rows of dense codes, {REGIONS:,} × {ACTIVITIES:,}, {len(peers[best][1]['r']):,} cells; the rows in "
        f"memory on both sides (a table of DuckDB's own). Median of {options.times}; load average {load:.1f}. Answers equal to "
        f"{EQUAL:g} first.\n",
        "| | wall s | CPU s |", "|---|---|---|", *rows,
        f"| **times faster than {best}** | **{ratio[0]:.1f}** | **{ratio[1]:.1f}** |", "",
    ])  # fmt: skip


def _ours(r: np.ndarray, a: np.ndarray, v: np.ndarray) -> Any:
    from squaremile.atlas.measures.matrices.quotient import lq
    from squaremile.atlas.measures.matrices.table import matrix_from_codes

    names = [f"r{n:04}" for n in range(REGIONS)], [f"a{n:04}" for n in range(ACTIVITIES)]
    return lq(matrix_from_codes(r, a, v, *names))


def _numpy(r: np.ndarray, a: np.ndarray, v: np.ndarray) -> np.ndarray:
    x = np.bincount(r.astype(np.int64) * ACTIVITIES + a, weights=v, minlength=REGIONS * ACTIVITIES).reshape(REGIONS, -1)
    down, across = x.sum(axis=1), x.sum(axis=0)
    quotient: np.ndarray = x * x.sum() / np.multiply.outer(down, across)
    return quotient


def _duckdb(r: np.ndarray, a: np.ndarray, v: np.ndarray, threads: int, times: int) -> tuple[dict[str, list[float]], dict[str, Any]]:
    import duckdb

    con = duckdb.connect()
    con.execute("SET enable_progress_bar = false")
    if threads:
        con.execute(f"SET threads = {threads}")
    given = {"r": r, "a": a, "v": v}
    con.execute("CREATE TABLE rows AS SELECT * FROM given")
    assert given
    told, found = _timed(lambda: con.execute(BARE).fetchnumpy(), times)
    return told, dict(found)


def _timed(run: Callable[[], Any], times: int) -> tuple[dict[str, list[float]], Any]:
    found = run()  # the first is not counted: code and memory are warm on both sides
    wall, cpu = [], []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        found = run()
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    return {"wall": wall, "cpu": cpu}, found


def _line(who: str, told: dict[str, list[float]]) -> str:
    return f"| {who} | {statistics.median(told['wall']):.2f} | {statistics.median(told['cpu']):.2f} |"
