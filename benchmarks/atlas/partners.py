"""The race of partners: the top 20 of 50,000 organisations over 4,516 topics, each with its reasons. No peer was found.

A dense computation in NumPy of a part of the scores must agree before the time counts.
"""

from __future__ import annotations

import argparse
import os
import time
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from squaremile.atlas.measures.ties.profiles import Profiles

TARGET = 60.0


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    from squaremile.atlas.measures.ties.partners import Weights, ranked

    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas partners")
    parser.add_argument("--organisations", type=int, default=50_000)
    parser.add_argument("--topics", type=int, default=4_516)
    options = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    held = drawn(options.organisations, options.topics)
    apart = _correct(held)
    who = np.arange(options.organisations)
    wall, cpu = time.perf_counter(), time.process_time()
    found = ranked(held, None, None, who, 20, Weights(), False)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    made = int((found.found >= 0).sum())
    return "\n".join([
        "## Partners: the top 20 of everybody\n",
        f"{options.organisations:,} drawn organisations, {options.topics:,} topics, {held.values.nnz:,} pairs of them, one thread, one "
        f"run, with reasons. Load average at the start: {load:.1f}. Largest difference from dense cosines: {apart:.1e}.\n",
        "| suggestions | wall s | CPU s |", "|---|---|---|", f"| {made:,} | {wall:.1f} | {cpu:.1f} |", "",
        f"Target, at most {TARGET:.0f} s of CPU: {'reached' if cpu <= TARGET else '**not reached**'}.",
    ])  # fmt: skip


def drawn(organisations: int, topics: int) -> Profiles:
    """Each with some twenty topics: most near a home of its own, the rest as popular as topics are."""
    from squaremile.atlas.measures.ties.profiles import Profiles

    dice = np.random.default_rng(0)
    many = np.clip(dice.lognormal(2.9, 0.8, organisations).astype(int), 3, 400)
    popular = 1 / np.arange(1, topics + 1) ** 0.6
    rows = np.repeat(np.arange(organisations), many)
    home = np.repeat(dice.integers(0, topics, organisations), many)
    near = (home + dice.normal(0, 40, len(rows)).astype(int)) % topics
    far = dice.choice(topics, len(rows), p=popular / popular.sum())
    columns = np.where(dice.random(len(rows)) < 0.6, near, far)
    values = sparse.csr_array(
        sparse.coo_array((dice.geometric(0.2, len(rows)).astype(float), (rows, columns)), shape=(organisations, topics))
    )
    values.sort_indices()
    return Profiles(tuple(f"o{n:06}" for n in range(organisations)), tuple(f"t{n:05}" for n in range(topics)), values)


def _correct(held: Profiles) -> float:
    from squaremile.atlas.measures.ties.partners import Weights, ranked

    some = np.arange(0, len(held.organisations), max(1, len(held.organisations) // 50))
    found = ranked(held, None, None, some, 20, Weights(1, 0, 0, 0), False)
    directions = held.directions
    dense = (directions[some] @ directions.T).toarray()
    dense[np.arange(len(some)), some] = 0
    best = -np.sort(-dense, axis=1)[:, :20]
    apart = float(np.abs(best - found.told[:, :, 0]).max())
    if apart > 1e-12:
        raise SystemExit(f"the scores differ from dense cosines by {apart:.1e}: no time counts")
    return apart
