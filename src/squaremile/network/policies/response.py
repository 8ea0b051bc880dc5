"""How fast we answer: the middle and the slow end of waiting times."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Clocked:
    """Over `count` waits: the median and the time within which nine of ten were over. None where nothing was waited."""

    count: int
    median: timedelta | None
    p90: timedelta | None


def clocked(waits: Iterable[timedelta]) -> Clocked:
    """Median (the mean of the two in the middle where they are even in number) and 90th percentile by nearest rank:
    the smallest wait that at least nine tenths do not exceed.
    """
    known = sorted(waits)
    if not known:
        return Clocked(0, None, None)
    middle = len(known) // 2
    median = known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) / 2
    return Clocked(len(known), median, known[-(-9 * len(known) // 10) - 1])
