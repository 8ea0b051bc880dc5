"""Repeating bookings: the dates of a weekly rule, as spans by the site's clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import MO, WEEKLY, rrule

from squaremile.kernel.period import Period

MOST = 52
"""A series has at most so many dates: a year of weeks."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every `every` weeks on `weekdays` (0 is Monday; none means the first date's own), until a day or so many times.

    Raises:
        ValueError: an unknown weekday, an interval below one, or neither or both of `until` and `count`.
    """

    weekdays: tuple[int, ...] = ()
    every: int = 1
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if any(day not in range(7) for day in self.weekdays):
            raise ValueError("weekdays run from 0 (Monday) to 6")
        if not 1 <= self.every <= 52:
            raise ValueError("every 1 to 52 weeks")
        if (self.until is None) == (self.count is None) or (self.count is not None and self.count < 1):
            raise ValueError("either a last day or a number of times")


def dates(rule: Weekly, first: date) -> list[date]:
    """The days of the rule from `first` on (which counts only if its weekday is in the rule). At most MOST + 1.

    One more than allowed tells the caller that the rule is too long. Weeks begin on Monday (RFC 5545 §3.3.10).
    """
    found = rrule(
        WEEKLY, dtstart=datetime.combine(first, time.min), interval=rule.every, wkst=MO,
        byweekday=rule.weekdays or (first.weekday(),), count=rule.count,
        until=datetime.combine(rule.until, time.min) if rule.until else None,
    )
    return [moment.date() for moment in islice(found, MOST + 1)]


def spans(days: Sequence[date], *, start: time, end: time, days_long: int, zone: ZoneInfo) -> Iterator[Period]:
    """From `start` to `end` (that many civil days later) on each day, by the site's clock.

    09:00 stays 09:00 when the clocks change. Where the change makes an end fall before its start (both in the hour
    that is left out), the booking keeps its length.
    """
    for day in days:
        begins = datetime.combine(day, start, zone)
        ends = datetime.combine(day + timedelta(days=days_long), end, zone)
        if ends.timestamp() > begins.timestamp():
            yield Period(begins, ends)
        else:
            length = datetime.combine(date.min + timedelta(days=days_long), end) - datetime.combine(date.min, start)
            moment = Period(begins, begins + timedelta(days=1)).start
            yield Period(moment, moment + length)
