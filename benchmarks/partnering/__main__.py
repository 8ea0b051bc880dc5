"""Runs the timetable at the size of a national trade fair and writes benchmarks/partnering/RESULTS.md.

python -m benchmarks.partnering
"""

import time
from pathlib import Path

from benchmarks.partnering.drawn import DAYS, MEETINGS, PEOPLE, TABLES, event
from squaremile.network.policies import partnering_slots
from squaremile.network.policies.partnering import clashes, served_by, simple_bounds

CASES = (
    ("roomy: 16 slots a day, away a fifth", {"slots_a_day": 16, "away": 0.2, "seed": 1}),
    ("usual: 14 slots a day, away a third", {"slots_a_day": 14, "away": 0.34, "seed": 2}),
    ("tight: 12 slots a day, away half", {"slots_a_day": 12, "away": 0.5, "seed": 3}),
)
SECONDS = 25.0


def main() -> None:
    """Each case once, printed and written."""
    lines = []
    for name, case in CASES:
        hall = event(**case)
        began = time.monotonic()
        plain = partnering_slots.greedy(hall, 0)
        greedy_took = time.monotonic() - began
        began = time.monotonic()
        found = partnering_slots.timetable(
            hall, seconds=SECONDS, day_of=tuple(s // case["slots_a_day"] for s in range(hall.slots))
        )
        took = time.monotonic() - began
        wrong = len(clashes(hall, found.slot_of, found.table_of))
        total, plain_weight = sum(w.weight for w in hall.wishes), sum(hall.wishes[w].weight for w in plain)
        lines.append(
            f"| {name} | {greedy_took:.1f} s: {len(plain)} meetings, weight {plain_weight}, {served_by(hall, plain)} people"
            f" | {took:.1f} s: {len(found.slot_of)} meetings, weight {found.weight} of {total}, {found.served} people"
            f" | {found.weight_bound} / {found.served_bound} (by counting {simple_bounds(hall)[1]}) | {found.gap:.2%} | {found.changes} | {wrong} |"
        )
        print(lines[-1], flush=True)
    Path(__file__).with_name("RESULTS.md").write_text(_report(lines), encoding="utf-8")


def _report(lines: list[str]) -> str:
    return "\n".join((
        "# Timetables of partnering events", "",
        f"{PEOPLE} companies, {MEETINGS} wished meetings, {DAYS} days, {TABLES} tables, two solver workers; drawn from"
        " seeds (`drawn.py`), one run of `python -m benchmarks.partnering`. A few companies are wanted by very many:"
        " what cannot be honoured is mostly theirs. The bound is proven; the gap is what the timetable may lie below"
        " it.", "",
        "| case | greedy | squaremile | bound: weight / people | gap | changes of table | clashes |",
        "|---|---|---|---|---|---|---|", *lines, "",
    ))  # fmt: skip


if __name__ == "__main__":
    main()
