"""Until when a booking is cancelled free of charge."""

from datetime import datetime, timedelta

from squaremile.kernel.period import Period


def free_until(period: Period, cancel_free_minutes: int) -> datetime:
    """The deadline as a clock time: real minutes before the start, so a change of clocks moves nothing."""
    return period.start - timedelta(minutes=cancel_free_minutes)


def is_late(period: Period, cancel_free_minutes: int, now: datetime) -> bool:
    return now > free_until(period, cancel_free_minutes)
