"""The race of complexity: ECI, PCI, density, COI, COG and the long table, ours and py-ecomplexity's, equal first.

The table is the published 226 × 785 of world trade where it is beside the project, else a drawn one of the same shape.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("SM_BENCH_VAR") or ROOT / "var" / "bench") / "atlas" / "complexity"
PEER = "ecomplexity==0.5.3"
EQUAL = 1e-10
COMPARED = ("value", "rca", "mcp", "diversity", "ubiquity", "eci", "pci", "density", "coi", "cog")
Row = tuple[str, str, float]


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas complexity")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 10])
    options = parser.parse_args(arguments)
    VAR.mkdir(parents=True, exist_ok=True)
    python, (name, rows) = _peer(), _table()
    lines = [
        "## Complexity: ECI, PCI, density, COI, COG and the long table\n",
        f"{name}; further years are the same with seeded noise. From rows in memory to the long table in memory, median of "
        f"{options.times}. py-ecomplexity 0.5.3 without its random check, at one thread (its fastest on "
        "most machines) and at its own default; ours on one thread. Answers equal to "
        f"{EQUAL:g} in {', '.join(COMPARED)} before a time counts. Load average at the start: {os.getloadavg()[0]:.1f}.\n",
        "| | years | wall s | CPU s | peak MB | largest difference |",
        "|---|---|---|---|---|---|",
    ]
    for years in options.years:
        lines += _race(python, rows, years, options.times)
    return "\n".join([*lines, "", *_county_table(options.times)])


def _race(python: Path, rows: list[Row], years: int, times: int) -> list[str]:
    path = VAR / f"rows_{years}.csv"
    _write(path, rows, years)
    ours = _run([sys.executable, "-m", "benchmarks.atlas.complexity_ours"], path, times, "ours", "1")
    inside = [str(python), str(Path(__file__).with_name("ecomplexity_inside.py"))]
    usual = _run(inside, path, min(times, 3), "peer", "")
    single = _run(inside, path, times, "peer", "1")
    apart = _compare()
    if apart > EQUAL:
        raise SystemExit(f"the answers differ by {apart}: no time counts")
    return [
        _line("py-ecomplexity 0.5.3, one thread", years, single, ""),
        _line("py-ecomplexity 0.5.3, its default", years, usual, ""),
        _line("squaremile", years, ours, f"{apart:.1e}"),
        _times_faster("one thread", years, single, ours),
        _times_faster("its default", years, usual, ours),
    ]


def _times_faster(of: str, years: int, peer: dict[str, Any], ours: dict[str, Any]) -> str:
    wall, cpu = (statistics.median(peer[k]) / statistics.median(ours[k]) for k in ("wall", "cpu"))
    return f"| **times faster than {of}** | {years} | **{wall:.0f}** | **{cpu:.0f}** | | |"


def _line(who: str, years: int, told: dict[str, Any], apart: str) -> str:
    wall, cpu = (statistics.median(told[k]) for k in ("wall", "cpu"))
    return f"| {who} | {years} | {wall:.3f} | {cpu:.3f} | {told['peak_mb']:.0f} | {apart} |"


def _peer() -> Path:
    """The peer in an environment of its own, made once."""
    python = VAR / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VAR / "venv")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", PEER], check=True)
    return python


def _table() -> tuple[str, list[Row]]:
    shared = Path(os.environ.get("SQUAREMILE_SHARED_DATA") or ROOT.parent / "shared" / "data")
    path = shared / "world-trade-complexity" / "trade.csv.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return "World trade 1998–2000, 226 × 785, 124,336 rows", [(r[0], r[1], float(r[2])) for r in list(csv.reader(file))[1:]]
    dice = np.random.default_rng(0)
    skill, need = dice.random(226), dice.random(785)
    values = np.floor(dice.lognormal(9, 2, (226, 785)) * (skill[:, None] > need * dice.random((226, 785))))
    return "A drawn table of 226 × 785", [
        (f"r{r:03}", f"a{a:03}", float(values[r, a])) for r in range(226) for a in range(785) if values[r, a] > 0
    ]


def _write(path: Path, rows: list[Row], years: int) -> None:
    dice = np.random.default_rng(years)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("year", "region", "activity", "value"))
        for year in range(2001, 2001 + years):
            noise = np.ones(len(rows)) if year == 2001 else dice.lognormal(0, 0.3, len(rows))
            writer.writerows((year, r, a, repr(v * n)) for (r, a, v), n in zip(rows, noise.tolist(), strict=True))


def _run(command: list[str], path: Path, times: int, name: str, threads: str) -> dict[str, Any]:
    env = dict(os.environ)
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        env.pop(variable, None)
        if threads:
            env[variable] = threads
    words = [*command, str(path), str(times), str(VAR / f"{name}.npz")]
    said = subprocess.run(words, check=True, capture_output=True, text=True, env=env, cwd=ROOT)
    told: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    return told


def _compare() -> float:
    """The largest difference over every column and row; the rows must be the same."""
    ours, peer = np.load(VAR / "ours.npz"), np.load(VAR / "peer.npz")
    for name in ("year", "region", "activity"):
        if not np.array_equal(ours[name], peer[name]):
            raise SystemExit(f"the rows differ in {name}")
    apart = 0.0
    for name in COMPARED:
        size = np.maximum(1.0, np.abs(peer[name].astype(float)))
        apart = max(apart, float(np.nanmax(np.abs(ours[name] - peer[name].astype(float)) / size)))
        if np.isnan(ours[name]).any() or np.isnan(peer[name].astype(float)).any():
            raise SystemExit(f"{name} has cells without a value")
    return apart


def _county_table(times: int) -> list[str]:
    """Relatedness and density of 3,200 × 1,100: no peer with a published time; here is ours."""
    from squaremile.atlas.measures.matrices.relatedness import density, proximity

    dice = np.random.default_rng(0)
    present = (dice.random((3200, 1100)) < 0.15).astype(np.float64)
    wall, cpu = [], []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        density(present, proximity(present))
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    return [
        f"Proximity and density of 3,200 regions × 1,100 activities (drawn): {statistics.median(wall):.2f} s wall, "
        f"{statistics.median(cpu):.2f} s CPU; no peer has a published time.\n"
    ]
