"""Months and days of the cluster, by the calendar on the wall."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock
from squaremile.kernel.period import civil


def zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def today() -> date:
    return clock.now().astimezone(zone()).date()


def first_of(day: date) -> date:
    return day.replace(day=1)


def last_of(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def after(month: date) -> date:
    return last_of(month) + timedelta(days=1)


def before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def bounds(month: date) -> tuple[datetime, datetime]:
    """The moments at which a month begins and is over on the site."""
    return civil(month, time.min, zone()), civil(after(month), time.min, zone())
