"""What staff look at before a bill goes out: rules of thumb of the trade, each with its figures."""

from datetime import timedelta
from fractions import Fraction

OVERRUN = Fraction(1, 5)
"""More than a fifth above what was booked."""
VARIANCE = Fraction(1, 2)
"""More than half above or below the month before."""


def overrun(booked: timedelta, used: timedelta) -> int | None:
    """By how many percent use ran over the booking, where it is more than a fifth; else None."""
    if not booked or used <= booked * (1 + float(OVERRUN)):
        return None
    return round((used / booked - 1) * 100)


def variance(now: int, before: int) -> int | None:
    """By how many percent a bill differs from the month before, where it is more than half; None without a month before."""
    if before <= 0 or abs(now - before) <= before * VARIANCE:
        return None
    return round(Fraction(now - before, before) * 100)
