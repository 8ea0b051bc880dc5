"""A time where it takes place and what the clock at home shows then: nobody has to reckon over an ocean."""

from datetime import datetime
from zoneinfo import ZoneInfo


def zone_name(moment: datetime) -> str:
    """`EST` or `KST`; `UTC+05:30` where the zone has no letters."""
    name = moment.tzname() or ""
    offset = f"{moment:%z}"
    return name if name.isalpha() else f"UTC{offset[:3]}:{offset[3:5]}"


def there(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """`10:00–11:00 EST`."""
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    return f"{begins:%H:%M}–{ends:%H:%M} {zone_name(begins)}"


def at_home(start: datetime, end: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """`00:00–01:00 KST (+1)`, with how many days later (or earlier) it is at home; empty where both clocks show the same."""
    begins = start.astimezone(zone)
    here = start.astimezone(home)
    if begins.utcoffset() == here.utcoffset():
        return ""
    days = (here.date() - begins.date()).days
    return f"{there(start, end, home)}{f' ({days:+d})' if days else ''}"


def on_both(start: datetime, end: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """`10:00–11:00 EST / 00:00–01:00 KST (+1)`; one of them where both are the same."""
    return " / ".join(filter(None, (there(start, end, zone), at_home(start, end, zone, home))))
