"""What meters are called."""

from squaremile.kernel.words import Text, both
from squaremile.metering.models import Meter


def names() -> dict[str, Text]:
    """By their codes. One statement."""
    return {code: both(ko, en) for code, ko, en in Meter.objects.values_list("code", "name_ko", "name_en")}
