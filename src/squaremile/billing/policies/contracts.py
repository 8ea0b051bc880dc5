"""Rent and membership of a month: each day at the terms of that day, by a day-count rule that is printed.

Parts of a month are rounded so that they add up to the month rounded: a whole month is the month's amount to the unit.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from squaremile.billing.policies.pricing import to_minor


@dataclass(frozen=True, slots=True)
class Term:
    """So much a month, in minor units, from a day on; 0 ends it. A later recorded one stands over earlier ones."""

    since: date
    amount: int
    recorded_at: datetime
    says: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Days `first` to `last` of one month, both in it, under one term. `charged` in minor units."""

    first: date
    last: date
    term: Term
    divisor: Fraction
    charged: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def standing(terms: Iterable[Term]) -> list[Term]:
    """The terms as they hold now, by their first day: each one that was recorded later replaces what followed its day."""
    found = list[Term]()
    for term in sorted(terms, key=lambda t: (t.recorded_at, t.since)):
        found = [earlier for earlier in found if earlier.since < term.since] + [term]
    return found


def changed(terms: Iterable[Term], since: date, amount: int, end: date | None = None) -> list[tuple[date, int]]:
    """What is said anew when an amount changes on a day: that, and what was agreed for later days, which a later word would take
    away. An amount of 0 ends it for good; an `end` stands in the place of the one agreed before."""
    later = [(t.since, t.amount) for t in standing(terms) if t.since > since] if amount else []
    if end is not None:
        later = later[:-1] if later and not later[-1][1] else later
        later = [(day, of) for day, of in later if day < end] + [(end, 0)]
    return [(since, amount), *later]


def added(before: Iterable[Term], after: Iterable[Term]) -> list[tuple[date, date | None]]:
    """First and last days of the times in which something is owed by the terms after a change and was not by those before it."""
    was, now = _owed(before), _owed(after)
    days = sorted({day for first, until in (*was, *now) for day in (first, until)})
    gained = [
        (first, until) for first, until in pairwise(days) if _within(first, now) and not _within(first, was)
    ]
    return [(first, None if until == date.max else until - timedelta(days=1)) for first, until in gained]


def _owed(terms: Iterable[Term]) -> list[tuple[date, date]]:
    """Times in which something is owed; the ends are no longer in them."""
    held = standing(terms)
    return [(one.since, after.since if after else date.max) for one, after in zip(held, [*held[1:], None][:len(held)], strict=True) if one.amount]


def _within(day: date, spans: Iterable[tuple[date, date]]) -> bool:
    return any(first <= day < until for first, until in spans)


def divisor(month: date, day_count: str) -> Fraction:
    """Days that a month's amount is divided by: the month's own, 30, or a twelfth of 365."""
    if day_count == "calendar":
        return Fraction(monthrange(month.year, month.month)[1])
    return Fraction(30) if day_count == "30" else Fraction(365, 12)


def parts(terms: Iterable[Term], month: date, day_count: str) -> list[Part]:
    """What is owed for a month, named by its first day. A month that is wholly occupied is one month, whatever the rule: where its
    terms change within it, each has its share of the month's own days."""
    end = month.replace(day=monthrange(month.year, month.month)[1]) + timedelta(days=1)
    held, exact, by = standing(terms), Fraction(0), divisor(month, day_count)
    spans = [
        (term, max(term.since, month), min(after.since, end) if after else end)
        for term, after in zip(held, [*held[1:], None][:len(held)], strict=True) if term.amount
    ]
    if sum(max(0, (until - first).days) for _, first, until in spans) == (end - month).days:
        by = Fraction((end - month).days)
    found = list[Part]()
    for term, first, until in spans:
        if first >= until:
            continue
        days, before = (until - first).days, exact
        exact += term.amount * days / by
        found.append(Part(first, until - timedelta(days=1), term, by, to_minor(exact, 0) - to_minor(before, 0)))
    return found
