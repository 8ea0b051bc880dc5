"""Three days, thirty hosts: one line a visit, with the gap to the bound that the solver proved."""

import statistics
import sys
import time

from benchmarks.scheduling.visits import drawn
from squaremile.network.policies.itinerary_solver import plan


def main(visits: int = 3) -> None:
    """Plan that many visits and print what was found."""
    print("visit  hosts  honoured  travel min  status    gap    fewest to drop  seconds (both searches)")
    gaps, spent = [], []
    for seed in range(1, visits + 1):
        wishes, terms = drawn(seed)
        began = time.perf_counter()
        made = plan(wishes, terms)
        spent.append(time.perf_counter() - began)
        gaps.append(made.gap)
        print(
            f"{seed:5}  {len(wishes):5}  {len(made.honoured):8}  {made.travel_minutes:10}  {made.status:8}  {made.gap:5.1%}"
            f"  {len(made.smallest_drop):14}  {spent[-1]:7.1f}"
        )
    print(f"median: {statistics.median(spent):.1f} s, gap {statistics.median(gaps):.1%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
