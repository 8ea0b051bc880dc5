"""120 companies on 400 places: by CP-SAT in at most ten seconds, with the gap to the bound, against a greedy hand.

Run: python -m benchmarks.residency.allocation
"""

import random
import time

from squaremile.residency.policies.allocation import allocate, greedy
from squaremile.residency.policies.space import Need, Plan, Problem, Spot, broken, moves, score

SECONDS = 8.0
MOST = 10.0
SEEDS = (7, 8, 9)


def cluster(companies: int = 120, places: int = 400, seed: int = 7) -> Problem:
    """A building of 50 rooms on five floors with two control areas each; two thirds of the companies are there already."""
    dice = random.Random(seed)
    spots = [
        Spot(
            f"p{n:03}", "suite" if room % 10 == 9 else "bay" if room % 10 in (7, 8) else "bench", f"r{room:02}",
            f"f{room // 10}", f"a{room // 5}", 2 if room % 3 == 0 else 1, n % 8,
        )
        for n in range(places) for room in [n // 8]
    ]  # fmt: skip
    needs = []
    for c in range(companies):
        counts = {"bench": dice.randint(1, 5)} if c % 8 else {dice.choice(["bay", "suite"]): dice.randint(1, 2)}
        needs.append(Need(
            f"c{c:03}", counts, growth={"bench": dice.randint(0, 2)}, bsl=1 if dice.random() < 0.75 else 2,
            hazards={"flammable": dice.randint(0, 30), "toxic": dice.randint(0, 5)}, priority=dice.randint(1, 5),
        ))
    rivals = sorted({tuple(sorted(dice.sample([n.name for n in needs], 2))) for _ in range(60)})
    limits = {(f"a{a}", kind): most for a in range(10) for kind, most in (("flammable", 200), ("toxic", 30))}
    empty = Problem(spots, needs, limits, [(a, b) for a, b in rivals])
    today = greedy(Problem(spots, [n for n in needs if int(n.name[1:]) % 3], limits, empty.rivals))
    settled = [
        Need(n.name, n.counts, n.growth, n.bsl, n.hazards, n.priority, frozenset(today.of(n.name))) for n in needs
    ]
    return Problem(spots, settled, limits, empty.rivals)


def _row(seed: int, who: str, problem: Problem, plan: Plan, took: float, bound: int) -> dict[str, str]:
    worth = score(problem, plan)
    return {
        "seed": str(seed), "who": who, "seconds": f"{took:.2f}", "worth": f"{worth:,}", "bound": f"{bound:,}",
        "gap": f"{(bound - worth) / bound:.2%}", "placed": str(len(plan.placed)),
        "moves": str(len(moves(problem, plan))), "kept for growth": str(len(plan.kept)),
    }  # fmt: skip


def rows() -> list[dict[str, str]]:
    """One row for each seed and way. Stops with an error where a hard rule is broken or the time exceeded."""
    found = []
    for seed in SEEDS:
        problem = cluster(seed=seed)
        began = time.perf_counter()
        by_hand = greedy(problem)
        simple = time.perf_counter() - began
        began = time.perf_counter()
        ours = allocate(problem, seconds=SECONDS, workers=2)
        took = time.perf_counter() - began
        if broken(problem, ours.plan) or broken(problem, by_hand):
            raise SystemExit("a hard rule is broken")
        if took > MOST:
            raise SystemExit(f"{took:.1f} s is more than {MOST} s")
        found.append(_row(seed, "outline, rooms, CP-SAT", problem, ours.plan, took, ours.bound))
        found.append(_row(seed, "greedy", problem, by_hand, simple, ours.bound))
    return found


def main() -> None:
    found = rows()
    print("| " + " | ".join(found[0]) + " |\n|" + "---|" * len(found[0]))
    for row in found:
        print("| " + " | ".join(row.values()) + " |")


if __name__ == "__main__":
    main()
