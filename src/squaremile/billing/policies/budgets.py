"""Budgets: the span that a limit holds for on a day, and which of its limits an amount has reached."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

PERIODS = ("month", "quarter", "year", "once")
"""Of the calendar, each beginning anew; once: from its first day to its last."""
THRESHOLDS = ("soft", "hard")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both in it."""

    first: date
    last: date

    def days_until(self, day: date) -> int:
        """How many of its days have begun."""
        return max(0, (min(day, self.last) - self.first).days + 1)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def span_on(per: str, since: date, until: date | None, day: date) -> Span | None:
    """The span that holds on a day; None where the budget has not begun or is over.

    What lies before the first day or after the last is not in it: the first quarter of a budget may be a short one.
    """
    if day < since or (until is not None and day > until):
        return None
    first, last = _whole(per, since, until, day)
    return Span(max(first, since), min(last, until) if until else last)


def _whole(per: str, since: date, until: date | None, day: date) -> tuple[date, date]:
    if per == "once":
        return since, until or date.max
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    begins = (day.month - 1) // months * months + 1
    last = begins + months - 1
    return date(day.year, begins, 1), date(day.year, last, monthrange(day.year, last)[1])


def reached(spent: int, soft: int | None, hard: int | None) -> tuple[str, ...]:
    """The limits that so much has reached, the lower first."""
    return tuple(name for name, limit in (("soft", soft), ("hard", hard)) if limit is not None and spent >= limit)


def fits(spent: int, more: int, hard: int | None) -> bool:
    """May so much more be spent? What costs nothing always may."""
    return hard is None or more <= 0 or spent + more <= hard


def at_this_pace(spent: int, span: Span, today: date) -> int | None:
    """What the whole span comes to if it goes on so; None before its first day and where it has no end."""
    begun = span.days_until(today)
    if begun <= 0 or span.last == date.max:
        return None
    return round(Fraction(spent * span.days, begun))
