"""Times across zones: the place's clock with its name, and the clock at home beside it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from squaremile.network.policies.two_clocks import at_home, on_both, there, zone_name

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(("zone", "month", "expected"), [
    ("America/New_York", 1, "10:00–11:00 EST / 00:00–01:00 KST (+1)"), ("America/New_York", 7, "11:00–12:00 EDT / 00:00–01:00 KST (+1)"),
    ("Asia/Seoul", 1, "00:00–01:00 KST"), ("Asia/Tokyo", 1, "00:00–01:00 JST"), ("Europe/Berlin", 1, "16:00–17:00 CET / 00:00–01:00 KST (+1)"),
    ("Asia/Kolkata", 1, "20:30–21:30 IST / 00:00–01:00 KST (+1)"), ("Pacific/Auckland", 7, "03:00–04:00 NZST / 00:00–01:00 KST"),
])
def test_both_clocks(zone, month, expected):
    start, end = (datetime(2027, month, 12, hour, tzinfo=UTC) for hour in (15, 16))
    assert on_both(start, end, ZoneInfo(zone), SEOUL) == expected


def test_seen_from_the_other_side_of_the_date_line():
    start, end = datetime(2027, 1, 12, 3, tzinfo=UTC), datetime(2027, 1, 12, 4, tzinfo=UTC)
    assert at_home(start, end, SEOUL, ZoneInfo("America/New_York")) == "22:00–23:00 EST (-1)"
    assert there(start, end, SEOUL) == "12:00–13:00 KST"


def test_a_zone_without_letters_is_told_by_its_offset():
    assert zone_name(datetime(2027, 1, 12, tzinfo=ZoneInfo("Asia/Dubai"))) == "UTC+04:00"
