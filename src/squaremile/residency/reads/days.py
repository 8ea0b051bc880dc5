"""Which day it is on the site: people join, leave and are late by the calendar on the wall."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock
from squaremile.kernel.period import civil
from squaremile.residency.policies.head_count import civil_date


def today() -> date:
    return civil_date(clock.now(), ZoneInfo(settings.TIME_ZONE))


def day_of(moment: datetime) -> date:
    """The day on the site at a moment."""
    return civil_date(moment, ZoneInfo(settings.TIME_ZONE))


def begin_of(day: date) -> datetime:
    """The moment at which a day begins on the site."""
    return civil(day, time.min, ZoneInfo(settings.TIME_ZONE))


def end_of(day: date) -> datetime:
    """The moment at which a day is over on the site."""
    return begin_of(day + timedelta(days=1))
