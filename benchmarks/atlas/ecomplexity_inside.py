"""Runs in the peer's own environment: py-ecomplexity on the rows given, timed; its long table for the comparison.

`python ecomplexity_inside.py rows.csv times out.npz`. None of the peer's code is kept here.
"""

import json
import resource
import sys
import time
import warnings

import numpy as np
import pandas as pd
from ecomplexity import ecomplexity

warnings.simplefilter("ignore")
COLUMNS = {"time": "year", "loc": "region", "prod": "activity", "val": "value"}


def main() -> None:
    rows, times, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    held = pd.read_csv(rows, dtype={"region": str, "activity": str}, keep_default_na=False)
    wall, cpu = [], []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        # Its check of log-supermodularity samples at random and only prints: left out, which is its fastest way.
        found = ecomplexity(held, COLUMNS, check_logsupermodularity=False, verbose=False)
        wall.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
    found = found.sort_values(["year", "region", "activity"])
    columns = {name: found[name].to_numpy() for name in found.columns if found[name].dtype != object}
    columns |= {name: found[name].to_numpy().astype("U16") for name in ("region", "activity")}
    np.savez(out, **columns)
    print(json.dumps({"wall": wall, "cpu": cpu, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
