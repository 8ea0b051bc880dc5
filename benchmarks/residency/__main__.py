"""Assign 2,000 applications to 200 reviewers, three each: `python -m benchmarks.residency`.

The answer is asserted before a time is printed: three different reviewers each, nobody over her capacity, no conflict,
and a bound that meets the objective. Beside it the greedy baseline of a careful person.
"""

import random
import time
from collections import Counter

from squaremile.residency.policies.assignment import Assigned, Judge, Paper, assign, greedy

APPLICATIONS, REVIEWERS, EACH, CAPACITY, TOPICS, CONFLICTS, SECONDS = 2000, 200, 3, 36, 60, 4000, 30.0


def drawn(seed: int) -> tuple[list[Paper], list[Judge], set[tuple[str, str]]]:
    """Applications of three topics, reviewers of six, and two conflicts an application."""
    draw = random.Random(seed)
    topics = [f"t{n}" for n in range(TOPICS)]
    papers = [Paper(f"a{n:04}", {t: draw.random() for t in draw.sample(topics, 3)}) for n in range(APPLICATIONS)]
    judges = [Judge(f"r{n:03}", {t: draw.random() for t in draw.sample(topics, 6)}, CAPACITY) for n in range(REVIEWERS)]
    barred = {(draw.choice(papers).key, draw.choice(judges).key) for _ in range(CONFLICTS)}
    return papers, judges, barred


def sound(made: Assigned, papers: list[Paper], judges: list[Judge], barred: set[tuple[str, str]]) -> None:
    """Raises AssertionError for an answer that breaks a rule."""
    assert Counter(a for a, _ in made.pairs) == dict.fromkeys((p.key for p in papers), EACH)
    assert len(set(made.pairs)) == len(made.pairs)
    assert not set(made.pairs) & barred
    load = Counter(r for _, r in made.pairs)
    assert all(load[j.key] <= j.capacity for j in judges)


def rows() -> list[dict[str, str]]:
    """One row for each seed and way."""
    found = []
    for seed in (1, 2, 3):
        papers, judges, barred = drawn(seed)
        began = time.perf_counter()
        ours = assign(papers, judges, each=EACH, barred=barred)
        took = time.perf_counter() - began
        sound(ours, papers, judges, barred)
        assert ours.gap == 0, "the bound proves the optimum"
        assert took <= SECONDS, f"{took:.1f} s is too slow"
        began = time.perf_counter()
        theirs = greedy(papers, judges, each=EACH, barred=barred, bound=ours.bound)
        simple = time.perf_counter() - began
        assert theirs.objective <= ours.objective
        for who, made, seconds in (("min-cost flow", ours, took), ("greedy", theirs, simple)):
            load, missing = made.load.values(), sum(made.short.values())
            found.append({
                "seed": str(seed), "who": who, "seconds": f"{seconds:.2f}", "objective": f"{made.objective:,}",
                "bound": f"{made.bound:,}", "gap": f"{made.gap:.3%}", "mean match": f"{made.match:.4f}",
                "load": f"{min(load)}–{max(load)}" + (f", {missing} missing" if missing else ""),
            })
    return found


def main() -> None:
    found = rows()
    print("| " + " | ".join(found[0]) + " |\n|" + "---|" * len(found[0]))
    for row in found:
        print("| " + " | ".join(row.values()) + " |")


if __name__ == "__main__":
    main()
