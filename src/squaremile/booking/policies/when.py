"""Times of bookings in words, by the site's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from squaremile.booking.words import WEEKDAYS
from squaremile.kernel.period import Period
from squaremile.kernel.words import Text

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(moment: datetime, zone: ZoneInfo) -> Text:
    """2027년 3월 1일(월), Mon 1 Mar 2027."""
    local = moment.astimezone(zone)
    name = WEEKDAYS[local.weekday()]
    return Text(
        ko=f"{local.year}년 {local.month}월 {local.day}일({name.ko})",
        en=f"{name.en} {local.day} {MONTHS[local.month - 1]} {local.year}",
    )


def span(period: Period, zone: ZoneInfo) -> Text:
    """2027년 3월 1일(월) 10:00–11:00; with both days where it ends on another. Midnight ends a day as 24:00."""
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    first, last = day(start, zone), day(end, zone)
    if start.date() == end.date():
        tail = Text(ko=f"{end:%H:%M}", en=f"{end:%H:%M}")
    elif (end.date() - start.date()).days == 1 and (end.hour, end.minute) == (0, 0):
        tail = Text(ko="24:00", en="24:00")
    else:
        tail = Text(ko=f"{last.ko} {end:%H:%M}", en=f"{last.en} {end:%H:%M}")
    return Text(ko=f"{first.ko} {start:%H:%M}–{tail.ko}", en=f"{first.en} {start:%H:%M}–{tail.en}")
