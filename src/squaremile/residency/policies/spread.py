"""How reviewers differ: each one's mean and spread, and how far they agree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from squaremile.residency.policies.calibration import Score


@dataclass(frozen=True, slots=True)
class Habit:
    """How one reviewer scores. `spread` is the standard deviation, None with fewer than two reviews."""

    reviewer: str
    count: int
    mean: float
    spread: float | None


def habits(scores: Sequence[Score]) -> list[Habit]:
    """One line a reviewer, the strictest first."""
    by: dict[str, list[float]] = defaultdict(list)
    for one in scores:
        by[one.reviewer].append(one.value)
    lines = [Habit(r, len(v), mean(v), stdev(v) if len(v) > 1 else None) for r, v in by.items()]
    return sorted(lines, key=lambda h: (h.mean, h.reviewer))


def alpha(scores: Sequence[Score]) -> float | None:
    """Krippendorff's alpha for interval data: 1 agreement, 0 no better than chance, below 0 worse.

    Applications with one review say nothing and are left out. None where nothing can be compared, or nothing differs.
    Krippendorff, *Content Analysis* (3rd ed., 2013), ch. 12: 1 − observed over expected disagreement, both as squared
    differences of pairs; a unit's pairs weigh 1/(m − 1).
    """
    by: dict[str, list[float]] = defaultdict(list)
    for one in scores:
        by[one.application].append(one.value)
    units = [values for values in by.values() if len(values) > 1]
    every = [value for values in units for value in values]
    if not every:
        return None
    expected = _pairs(every) / (len(every) - 1)
    if expected == 0:
        return None
    observed = sum(_pairs(values) / (len(values) - 1) for values in units)
    return 1 - observed / expected


def _pairs(values: Sequence[float]) -> float:
    """Sum of squared differences over ordered pairs, without forming them; shifted so that little is lost to rounding."""
    first = values[0]
    shifted = [value - first for value in values]
    return 2 * (len(shifted) * sum(v * v for v in shifted) - sum(shifted) ** 2)
