"""From a quantity to an exact amount: basis, rounding, minimum, the kinds of price, peak and duration discount."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil, floor
from zoneinfo import ZoneInfo

from squaremile.billing.policies.card import Discount, Item, Peak, Price, Tier
from squaremile.billing.policies.events import Event
from squaremile.kernel.period import civil

_TO_WHOLE: dict[str, Callable[[Fraction], int]] = {
    "up": ceil, "down": floor, "nearest": lambda n: floor(n + Fraction(1, 2)),
}  # fmt: skip


def chosen(item: Item, event: Event) -> Fraction:
    """The quantity that the item's basis takes, in units counted. What the meter does not know is as recorded."""
    used = event.quantity if event.used is None else event.used
    booked = event.quantity if event.booked is None else event.booked
    return {"recorded": event.quantity, "used": used, "booked": booked, "greater": max(used, booked)}[item.basis]


def stepped(quantity: Fraction, step: Fraction, how: str) -> Fraction:
    """A multiple of `step`, up, down or to the nearest (halves up); as it is where there is no step."""
    return _TO_WHOLE[how](quantity / step) * step if step else quantity


def tier_of(tiers: tuple[Tier, ...], quantity: Fraction) -> Tier:
    """The tier that a quantity lies in; its upper end belongs to it."""
    return next(t for t in tiers if t.up_to is None or quantity <= t.up_to)


def parts(tiers: tuple[Tier, ...], before: Fraction, after: Fraction) -> list[tuple[Fraction, Fraction]]:
    """(units, rate) for the units between `before` and `after`, each at the rate of the tier it falls in."""
    found, low = list[tuple[Fraction, Fraction]](), Fraction(0)
    for tier in tiers:
        high = after if tier.up_to is None else min(after, tier.up_to)
        if (units := high - max(low, before)) > 0:
            found.append((units, tier.rate))
        if tier.up_to is None or tier.up_to >= after:
            break
        low = tier.up_to
    return found


def begun(price: Price, before: Fraction, units: Fraction) -> int:
    """How many packages the units begin, after so many units of the month."""
    return ceil((before + units) / price.size) - ceil(before / price.size)


def priced(price: Price, units: Fraction, before: Fraction, total: Fraction) -> Fraction:
    """The exact amount of some units. `before`: units of the scope's month that stand before; `total`: all of that month."""
    if price.kind == "graduated":
        return sum((n * rate for n, rate in parts(price.tiers, before, before + units)), Fraction(0)) + price.fixed
    if price.kind == "package":
        return begun(price, before, units) * price.tiers[0].rate + price.fixed
    size = {"tiered": units, "volume": total}.get(price.kind, Fraction(0))
    return units * tier_of(price.tiers, size).rate + price.fixed


def inside(peak: Peak, start: datetime, end: datetime, zone: ZoneInfo) -> timedelta:
    """What of a span lies in a weekly window, by the wall clock of the zone, through clock changes as well."""
    day, last, found = start.astimezone(zone).date(), end.astimezone(zone).date(), timedelta(0)
    while day <= last:
        if day.weekday() in peak.days:
            opens = civil(day, peak.start, zone)
            closes = civil(day, peak.end, zone)
            found += max(min(closes, end) - max(opens, start), timedelta(0))
        day += timedelta(days=1)
    return found


def discount_for(discounts: tuple[Discount, ...], units: Fraction) -> Discount | None:
    """The highest step that the units of one event reach."""
    return next((d for d in reversed(discounts) if units >= d.at_least), None)


def to_minor(amount: Fraction, digits: int) -> int:
    """Whole minor units, half up: the one place where a line is rounded."""
    return floor(amount * 10**digits + Fraction(1, 2))
