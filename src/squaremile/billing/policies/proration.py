"""Places held by the month: each day at the card of that day, the first place at its rate and further ones at theirs."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from squaremile.billing.policies.card import Price, Version
from squaremile.billing.policies.pricing import tier_of


@dataclass(frozen=True, slots=True)
class Held:
    """So many places from a day to another, which is no longer in it."""

    first: date
    end: date
    places: int


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days of one month at one price. `share` of the month; `rates` of the month, one a place."""

    first: date
    days: int
    version: Version
    price: Price
    rank: int
    rates: tuple[Fraction, ...]

    @property
    def month(self) -> date:
        return self.first.replace(day=1)

    @property
    def divisor(self) -> Fraction:
        """Days that a month's rate is divided by, by the day-count rule of the price."""
        if self.price.day_count == "calendar":
            return Fraction(monthrange(self.first.year, self.first.month)[1])
        return Fraction(30) if self.price.day_count == "30" else Fraction(365, 12)

    @property
    def amount(self) -> Fraction:
        return sum(self.rates, Fraction(0)) * self.days / self.divisor


def civil_days(start: datetime, end: datetime, zone: ZoneInfo) -> tuple[date, date]:
    """The first day and the day after the last of a span; a day that is begun counts."""
    first, last = start.astimezone(zone), end.astimezone(zone) - timedelta(microseconds=1)
    return first.date(), last.date() + timedelta(days=1)


def held(quantity: Fraction, first: date, end: date) -> Held | None:
    """Unit-days as places: a whole number over all the days, or None."""
    places = quantity / (end - first).days
    return Held(first, end, int(places)) if places.denominator == 1 and places > 0 else None


def runs(
    this: Held, earlier: Sequence[Held], price_on: Callable[[date], tuple[Version, Price] | None],
) -> list[Run]:
    """The days of a place in runs of one month, one version and one rank.

    `earlier`: places of the same company and item that stand before it in the canonical order; those held on a day take
    the lower ranks of that day. Days that no version prices are left out: the caller compares the days.
    """
    found = list[Run]()
    day = this.first
    while day < this.end:
        if (known := price_on(day)) is not None:
            version, price = known
            rank = 1 + sum(h.places for h in earlier if h.first <= day < h.end)
            rates = tuple(tier_of(price.tiers, Fraction(n)).rate for n in range(rank, rank + this.places))
            last = found[-1] if found else None
            if last and last.first + timedelta(days=last.days) == day and day.day != 1 and (
                (last.version.number, last.rank) == (version.number, rank)
            ):
                found[-1] = Run(last.first, last.days + 1, version, price, rank, rates)
            else:
                found.append(Run(day, 1, version, price, rank, rates))
        day += timedelta(days=1)
    return found
