"""Our side of the race of complexity, in a process of its own: `python -m benchmarks.atlas.complexity_ours rows times out`."""

from __future__ import annotations

import csv
import json
import resource
import sys
import time
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from squaremile.atlas.measures.matrices.complexity import complexity
from squaremile.atlas.measures.matrices.table import matrix_from_rows

Year = tuple[pa.Array, pa.Array, np.ndarray]
"""Names as Arrow holds them, as they are in the peer's data frame."""


def measured(years: dict[int, Year]) -> dict[str, np.ndarray]:
    """The long table of every year, one below the other."""
    tables = []
    for year, (regions, activities, values) in years.items():
        long = complexity(matrix_from_rows(regions, activities, values)).long()
        tables.append(long | {"year": np.full(len(long["value"]), year)})
    return {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}


def rows(path: str) -> dict[int, Year]:
    with open(path, encoding="utf-8", newline="") as file:
        held: Sequence[dict[str, str]] = list(csv.DictReader(file))
    years: dict[int, Year] = {}
    for year in sorted({int(r["year"]) for r in held}):
        of = [r for r in held if int(r["year"]) == year]
        names = [pa.array([r[column] for r in of]) for column in ("region", "activity")]
        years[year] = names[0], names[1], np.array([float(r["value"]) for r in of])
    return years


def main() -> None:
    path, times, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    years = rows(path)
    measured(dict(list(years.items())[:1]))  # compiled code is loaded once, as in any process that stays
    wall, cpu = [], []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        found = measured(years)
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    np.savez(out, **found)
    print(json.dumps({"wall": wall, "cpu": cpu, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
