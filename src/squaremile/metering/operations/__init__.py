"""What metering does."""

from squaremile.metering.operations.record import add_meter, count, count_again, record_usage
from squaremile.metering.operations.record_many import Used, record_usages

__all__ = ["Used", "add_meter", "count", "count_again", "record_usage", "record_usages"]
