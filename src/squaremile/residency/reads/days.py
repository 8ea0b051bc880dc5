"""The civil day in the cluster's own zone."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock


def today() -> date:
    """The day it is here."""
    return clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()
