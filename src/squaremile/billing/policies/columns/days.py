"""Civil days and weekly windows of a zone, for many moments at once."""

from collections.abc import Callable
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from squaremile.billing.policies.card import Peak
from squaremile.billing.policies.columns.uses import Ints, microseconds, moment
from squaremile.kernel.period import civil

_DAY = timedelta(days=1)


class Days:
    """The days of a zone that a span of moments lies in; each ends where the next begins, through clock changes as well."""

    def __init__(self, zone: ZoneInfo, first: int, last: int) -> None:
        self.zone = zone
        self.first = moment(first).astimezone(zone).date()
        end = moment(last).astimezone(zone).date() + _DAY
        self.days = [self.first + n * _DAY for n in range((end - self.first).days + 1)]
        self._begins = self._each(lambda day: microseconds(civil(day, time.min, zone)))

    def _each(self, of: Callable[[date], int]) -> Ints:
        return np.array([of(day) for day in self.days], dtype=np.int64)

    def of(self, moments: Ints) -> Ints:
        """Which day each moment is on, as a place in `days`."""
        return np.searchsorted(self._begins, moments, side="right") - 1

    def ordinals(self) -> Ints:
        return self._each(date.toordinal)

    def months(self) -> Ints:
        """The first of each day's month, as an ordinal."""
        return self._each(lambda day: day.replace(day=1).toordinal())

    def inside(self, peak: Peak, start: Ints, end: Ints) -> Ints:
        """Microseconds of each span that lie in a weekly window. As `pricing.inside`."""
        held = np.array([day.weekday() in peak.days for day in self.days])
        opens = self._each(lambda day: microseconds(civil(day, peak.start, self.zone)))
        closes = self._each(lambda day: microseconds(civil(day, peak.end, self.zone)))
        closes = np.where(held, closes, opens)
        found = np.zeros(len(start), dtype=np.int64)
        day, last = self.of(start), self.of(end)
        for ahead in range(int((last - day).max(initial=0)) + 1):
            at = np.minimum(day + ahead, last)
            spent = np.minimum(closes[at], end) - np.maximum(opens[at], start)
            found += np.where(day + ahead <= last, np.maximum(spent, 0), 0)
        return found
