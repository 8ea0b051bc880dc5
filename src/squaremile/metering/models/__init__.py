"""Tables of metering, one noun a file."""

from squaremile.metering.models.meter import Meter
from squaremile.metering.models.usage_event import UsageEvent

__all__ = ["Meter", "UsageEvent"]
