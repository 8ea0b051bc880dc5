"""When an unpaid invoice is reminded of, and when new bookings stop. Leaving, retrieval and safety are never barred."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ladder:
    """Days after the due day at which each step is taken."""

    remind: int
    notice: int
    warn: int
    stop: int


GAP = 7
"""Days that a payer has between two steps, however long it is overdue; fewer where the ladder itself has fewer."""


def due(ladder: Ladder, overdue: int, taken: Collection[str], rested: int | None = None) -> str:
    """The step to take now, the lowest reached that was not taken; empty where there is none. `rested`: days since the last step.

    Whoever was never reminded is reminded first, and has time to pay before the next: no invoice jumps to a stop.
    """
    steps = (("remind", ladder.remind), ("notice", ladder.notice), ("warn", ladder.warn), ("stop", ladder.stop))
    before = 0
    for level, days in steps:
        if overdue >= days and level not in taken:
            return "" if rested is not None and rested < min(GAP, days - before) else level
        before = days
    return ""


BUCKETS = ((0, "current"), (30, "to_30"), (60, "to_60"), (90, "to_90"))


def bucket(overdue: int) -> str:
    """Ageing by days after the due day: current (not due), up to 30, 60, 90 days, and over."""
    return next((name for most, name in BUCKETS if overdue <= most), "over_90")
