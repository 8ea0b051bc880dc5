"""Runs the races from the command line.

python -m benchmarks                       everything, report in benchmarks/RESULTS.md
python -m benchmarks timed                 the timed races only
python -m benchmarks race --pairs 1000     the double-booking race only
python -m benchmarks residency             reviewers and places only (no server; a minute)
python -m benchmarks safety                verdicts and count sessions only
python -m benchmarks billing               a month's close against NEMO-billing only
python -m benchmarks report                write the report again from the kept numbers
"""

from __future__ import annotations

import argparse
import fcntl
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from . import billing, report, residency, safety, summary
from .contest import Contest
from .machine import describe
from .postgres import server
from .terms import VAR, Effort, Shape

_STARTED = time.monotonic()


def main() -> int:
    """Parse, run, report."""
    options = _options()
    if options.what != "report":
        # So that being stopped still stops the servers that this run started.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
        with _alone():
            _run(options)
    print(report.write(summary.load()))
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """Two runs at once would measure each other."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit("Another run of the races is going on.")
        yield


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=("all", "timed", "race", "residency", "safety", "billing", "report"))
    parser.add_argument("--reservations", type=int, default=Shape.reservations)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pairs", type=int, default=1_000, help="pairs per delay and product")
    parser.add_argument("--effort", type=float, default=1.0, help="scales requests per round")
    return parser.parse_args()


def _run(options: argparse.Namespace) -> None:
    if options.what in {"all", "residency"}:
        _say("residency: reviewers and places")
        summary.keep("residency", residency.measured())
    if options.what != "residency":
        _served(options)


def _served(options: argparse.Namespace) -> None:
    """The races that need a database server."""
    shape, effort = Shape(reservations=options.reservations), Effort().scaled(options.effort)
    with server() as running:
        machine = describe(running)
        if options.what in {"all", "timed"}:
            contest = Contest(running, shape, effort, _say)
            contest.run(options.rounds)
            summary.keep("timed", summary.timed(contest.results, machine, shape, effort))
        if options.what in {"all", "race"}:
            contest = Contest(running, shape, effort, _say)
            contest.race(options.pairs)
            summary.keep("race", summary.races(contest.results, machine))
        if options.what in {"all", "safety"}:
            _say("safety: verdicts and count sessions")
            summary.keep("safety", safety.measured(running))
        if options.what in {"all", "billing"}:
            _say("billing: a month closed and previewed")
            summary.keep("billing", billing.measured(running))


def _say(sentence: str) -> None:
    print(f"[{time.monotonic() - _STARTED:6.0f} s] {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
