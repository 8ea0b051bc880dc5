"""What metering does."""

from squaremile.metering.operations.record import add_meter, record_usage

__all__ = ["add_meter", "record_usage"]
