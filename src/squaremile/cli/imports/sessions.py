"""The meter that sessions of use are counted on, made where a new installation has none yet."""

from __future__ import annotations

from squaremile.booking.operations.use import METER
from squaremile.kernel.errors import Refused
from squaremile.metering.operations import add_meter
from squaremile.metering.words import METER_EXISTS


def ensure_meter() -> None:
    """Minutes of equipment."""
    try:
        add_meter(code=METER, unit="minute", name_ko="장비 사용 시간", name_en="Equipment time")
    except Refused as refused:
        if refused.code != METER_EXISTS:
            raise
