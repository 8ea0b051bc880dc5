"""The race of betweenness: a hospital's real collaboration, ours beside networkx, answers equal first.

networkx (BSD) is installed from its registry into an environment of its own at the first run. The graph is that of the
published extract beside the project, else a drawn one of the same size and kind: works with a few institutions each.
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
VAR = Path(os.environ.get("SM_BENCH_VAR") or ROOT / "var" / "bench") / "atlas" / "betweenness"
DATA = Path(
    os.environ.get("SM_BENCH_DATA") or os.environ.get("SQUAREMILE_SHARED_DATA") or ROOT.parent / "shared" / "data"
)
PEER = "networkx==3.6.1"
EQUAL, TARGET = 1e-12, 50

INSIDE = """
import csv, json, sys, time
import networkx as nx
g = nx.Graph()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    g.add_edges_from(csv.reader(file))
walls, cpus = [], []
for _ in range(int(sys.argv[2])):
    wall, cpu = time.perf_counter(), time.process_time()
    found = nx.betweenness_centrality(g)
    walls.append(time.perf_counter() - wall)
    cpus.append(time.process_time() - cpu)
louvain = max(nx.community.modularity(g, nx.community.louvain_communities(g, seed=s)) for s in range(10))
print(json.dumps({"walls": walls, "cpus": cpus, "found": found, "louvain": louvain}))
"""


def section(arguments: list[str]) -> str:
    """Run it; the section of the report."""
    from squaremile.atlas.measures.ties.communities import communities
    from squaremile.atlas.measures.ties.graph import graph
    from squaremile.atlas.measures.ties.paths import betweenness

    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas betweenness")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    where, ties = _ties()
    held = graph([a for a, _ in ties], [b for _, b in ties])
    peer = _peer(ties, options.times)
    betweenness(held)
    ours = [_once(lambda: betweenness(held)) for _ in range(options.times)]
    apart = max(abs(peer["found"][name] - v) for name, v in zip(held.names, betweenness(held), strict=True))
    if apart > EQUAL:
        raise SystemExit(f"betweenness differs from networkx by {apart:.1e}: no time counts")
    parts = _once(lambda: communities(held))
    wall, cpu = (statistics.median(v) for v in zip(*ours, strict=True))
    peer_wall, peer_cpu = statistics.median(peer["walls"]), statistics.median(peer["cpus"])
    times = peer_cpu / cpu
    return "\n".join([
        "## Betweenness and communities\n",
        f"{where}: {len(held):,} nodes, {held.ties:,} ties without weights, one thread, median of {options.times}, from the "
        f"graph in memory. Largest difference from networkx: {apart:.1e}. Load average at the start: {load:.1f}.\n",
        "| | wall s | CPU s |", "|---|---|---|",
        f"| networkx 3.6.1 | {peer_wall:.2f} | {peer_cpu:.2f} |",
        f"| squaremile, closeness included | {wall:.3f} | {cpu:.3f} |", "",
        f"{times:.0f} times less CPU; target, {TARGET} times: {'reached' if times >= TARGET else '**not reached**'}. "
        "igraph 1.0 (GPL, not run here) took .162 s on another machine of this kind.\n",
        f"Communities, best of ten runs in {parts[1]:.2f} s of CPU: modularity {communities(held).modularity:.4f}; best of ten "
        f"runs of networkx's Louvain {peer['louvain']:.4f}; leidenalg (GPL, not run here) .4399.",
    ])  # fmt: skip


def _ties() -> tuple[str, list[tuple[str, str]]]:
    path = DATA / "openalex-sample" / "hospital_collaboration_2020_2023.csv.gz"
    if path.exists():
        where = "A hospital's collaboration 2020–2023 (OpenAlex)"
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            pairs = {(r["work_id"], r["collaborating_institution"]) for r in csv.DictReader(file)}
    else:
        where, dice = "A drawn collaboration", np.random.default_rng(0)
        sizes = np.minimum(1 + dice.geometric(0.2, 1288), 80)
        pairs = {(str(w), str(i)) for w, n in enumerate(sizes) for i in [0, *(dice.zipf(1.6, n) % 1346).tolist()]}
    works: dict[str, list[str]] = {}
    for work, institution in sorted(pairs):
        works.setdefault(work, []).append(institution)
    return where, sorted({(a, b) for each in works.values() for a in each for b in each if a < b})


def _peer(ties: list[tuple[str, str]], times: int) -> dict[str, Any]:
    VAR.mkdir(parents=True, exist_ok=True)
    python = VAR / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VAR / "venv")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", PEER, "numpy", "scipy"], check=True)
    path = VAR / "ties.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ties)
    done = subprocess.run(
        [str(python), "-c", INSIDE, str(path), str(times)], check=True, capture_output=True, text=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _once(call: Any) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu
