"""`python -m benchmarks.matching [quality|speed|million|reading|report]`: measure, keep the numbers, write RESULTS.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from .terms import VAR, Shape

_STARTED = time.monotonic()


def _say(sentence: str) -> None:
    print(f"[{time.monotonic() - _STARTED:6.0f} s] {sentence}", file=sys.stderr, flush=True)


def _machine() -> dict[str, str]:
    import numpy

    model = next((x for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("model name")), ":")
    return {
        "Date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "CPU": f"{model.split(':', 1)[1].strip()}, {len(os.sched_getaffinity(0))} cores",
        "Python, NumPy": f"{platform.python_version()}, {numpy.__version__}",
        "Load average": f"{os.getloadavg()[0]:.1f} when the last part began (other work shares the cores)",
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching")
    every = ("quality", "speed", "million", "reading", "report")
    parser.add_argument("what", nargs="*", choices=every, default=list(every), metavar="|".join(every))
    parser.add_argument("--times", type=int, default=100, help="questions timed (100)")
    parser.add_argument("--abstracts", type=int, default=10_000, help="abstracts read (10,000)")
    options = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when NumPy is loaded, which is below
    VAR.mkdir(parents=True, exist_ok=True)
    results = VAR / "results.json"
    kept = json.loads(results.read_text()) if results.exists() else {}
    kept["machine"] = _machine()
    from . import quality, speed
    from .report import report

    if "quality" in options.what:
        kept |= {"experts": quality.find_experts(_say), "pages": quality.find_pages(_say)}
    if "speed" in options.what:
        kept["speed"] = speed.need_to_people(_say, Shape(), options.times, peers=True)
    if "million" in options.what:
        many = Shape(documents=1_000_000, people=200_000, words=40, pairs=20)
        kept["million"] = speed.need_to_people(_say, many, max(10, options.times // 5), peers=False)
    if "reading" in options.what:
        kept["reading"] = speed.reading(_say, options.abstracts)
    results.write_text(json.dumps(kept, indent=1))
    Path(__file__).with_name("RESULTS.md").write_text(report(kept), encoding="utf-8")
    _say("written: benchmarks/matching/RESULTS.md")


if __name__ == "__main__":
    main()
