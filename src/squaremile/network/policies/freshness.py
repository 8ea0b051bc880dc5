"""Whether what was written some time ago should be looked at again."""

from datetime import date, timedelta


def stale(checked_on: date, today: date, days: int) -> bool:
    """True when more than `days` days have passed since somebody confirmed it; 0 days: never stale."""
    return days > 0 and today - checked_on > timedelta(days=days)
