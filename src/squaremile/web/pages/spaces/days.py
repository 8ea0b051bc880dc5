"""Leases count in days of the site: the first day from 00:00, the last day to its end."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.kernel.period import civil


def first_moment(day: date, zone: ZoneInfo) -> datetime:
    return civil(day, time.min, zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment the last day is over."""
    return civil(day, time.max, zone)


def last_day(end: datetime, zone: ZoneInfo) -> date:
    """The last day that a period touches: a lease that ends at midnight ends with the day before."""
    return (end - timedelta(microseconds=1)).astimezone(zone).date()


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
