"""Amounts of many uses under one price, in whole numbers: every figure of the price over one common denominator.

Where a product might not fit 64 bits the rows are named, and the caller prices them with fractions.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from squaremile.billing.policies.card import Item, Price, Tier
from squaremile.billing.policies.columns.days import Days
from squaremile.billing.policies.columns.uses import NONE, PER_UNIT, Ints, Unfit

ROOM = 2.0**62
"""A quarter of what 64 bits hold: rounding doubles a product once more."""


@dataclass(frozen=True, slots=True)
class Part:
    """Uses under one item and price. `units` and `before`, `total` are over `per_unit`."""

    item: Item
    price: Price
    units: Ints
    before: Ints
    total: Ints
    per_unit: int
    start: Ints
    end: Ints
    assisted: NDArray[np.bool_]


def over(values: list[Fraction]) -> tuple[list[int], int]:
    """Fractions as whole numbers over their common denominator."""
    below = lcm(*(v.denominator for v in values))
    return [int(v * below) for v in values], below


def times(figures: Ints, factor: int) -> Ints:
    """Raises `Unfit` where a product does not fit."""
    if float(np.abs(figures).max(initial=0)) * factor >= ROOM:
        raise Unfit(str(factor))
    return figures * factor


def counted(item: Item, quantity: Ints, used: Ints, booked: Ints) -> tuple[Ints, Ints, int]:
    """What is billed, before and after rounding and minimum, and what both are over. As `rating.billed`."""
    first = _chosen(item, quantity, used, booked)
    common = int(np.gcd.reduce(first, initial=PER_UNIT))
    (step, least), below = over([item.step, item.minimum])
    per_unit = lcm(PER_UNIT // common, below)
    first = times(first // common, per_unit // (PER_UNIT // common))
    step, least = step * (per_unit // below), least * (per_unit // below)
    rounded = first
    if step:
        rounded = {"up": -(-first // step), "down": first // step, "nearest": (2 * first + step) // (2 * step)}[item.how] * step
    return first, np.where(first != 0, np.maximum(rounded, least), 0), per_unit


def _chosen(item: Item, quantity: Ints, used: Ints, booked: Ints) -> Ints:
    used, booked = np.where(used == NONE, quantity, used), np.where(booked == NONE, quantity, booked)
    return {"recorded": quantity, "used": used, "booked": booked, "greater": np.maximum(used, booked)}[item.basis]


def amounts(part: Part, days: Days, digits: int) -> tuple[Ints, NDArray[np.bool_]]:
    """Whole minor units of each use, half up, before caps; and which rows did not fit. As `rating.use`."""
    try:
        with np.errstate(all="ignore"):  # what overflows is not used: its row is named
            return _amounts(part, days, digits)
    except OverflowError:  # a figure of the price itself is larger than 64 bits
        return np.zeros_like(part.units), part.units != 0


def _amounts(part: Part, days: Days, digits: int) -> tuple[Ints, NDArray[np.bool_]]:
    above, below, bound = _priced(part)
    if part.item.assisted:
        above, below, bound = _assisted(part, above, below, bound)
    by_row = np.ones(1, dtype=np.int64)
    if part.item.peaks:
        above, below, by_row, bound = _peaks(part, days, above, below, bound)
    if part.item.discounts:
        above, below, bound = _discounted(part, above, below, bound)
    scale = 10**digits
    whole = float(below) * by_row
    unfit = 2 * (np.maximum(bound, 1.0) * scale + whole) >= ROOM
    minor = (2 * scale * above + below * by_row) // (2 * below * by_row)
    return np.where(part.units == 0, 0, minor), unfit & (part.units != 0)


def _priced(part: Part) -> tuple[Ints, int, NDArray[np.float64]]:
    price, units = part.price, part.units
    rates, below = over([*(t.rate for t in price.tiers), price.fixed])
    fixed = rates.pop() * part.per_unit
    bound = np.abs(units).astype(float) * max(rates) + fixed
    if price.kind == "package":
        size = price.size * part.per_unit
        begun = _ceil(part.before + units, size) - _ceil(part.before, size)
        above = begun * (rates[0] * part.per_unit) + fixed
        return above, below * part.per_unit, begun.astype(np.float64) * (rates[0] * part.per_unit) + fixed
    if price.kind == "graduated":
        end = part.before + units
        above = _climbed(price.tiers, rates, end, part.per_unit) - _climbed(price.tiers, rates, part.before, part.per_unit)
        return above + fixed, below * part.per_unit, end.astype(float) * max(rates) + fixed
    sizes = {"tiered": units, "volume": part.total}
    rate = np.array(rates, dtype=np.int64)
    rate = rate[_tiers(price.tiers, sizes[price.kind], part.per_unit)] if price.kind in sizes else rate[:1]
    return units * rate + fixed, below * part.per_unit, bound


def _ceil(units: Ints, size: Fraction) -> Ints:
    return -(-(units * size.denominator) // size.numerator)


def _tiers(tiers: tuple[Tier, ...], units: Ints, per_unit: int) -> Ints:
    """The tier that each quantity lies in; its upper end belongs to it."""
    ends = [int(t.up_to * per_unit // 1) for t in tiers if t.up_to is not None]
    return np.searchsorted(np.array(ends, dtype=np.int64), units, side="left")


def _climbed(tiers: tuple[Tier, ...], rates: list[int], units: Ints, per_unit: int) -> Ints:
    """What the first so many units of a month cost, each at its tier's rate."""
    found, low = np.zeros_like(units), 0
    for tier, rate in zip(tiers, rates, strict=True):
        high = None if tier.up_to is None else int(tier.up_to * per_unit)
        found += rate * np.maximum((units if high is None else np.minimum(units, high)) - low, 0)
        low = high or 0
    return found


def _assisted(part: Part, above: Ints, below: int, bound: NDArray[np.float64]) -> tuple[Ints, int, NDArray[np.float64]]:
    assert part.item.assisted
    (share, unit), more = over([1 + part.item.assisted.percent / 100, part.item.assisted.rate])
    # The price is over per_unit × the price's own denominator; so is `units × rate` once it is brought to it.
    unit *= below // part.per_unit
    helped = np.where(part.assisted, above * share + part.units * unit, above * more)
    return helped, below * more, bound * max(share, more) + np.abs(part.units).astype(float) * unit


def _peaks(
    part: Part, days: Days, above: Ints, below: int, bound: NDArray[np.float64],
) -> tuple[Ints, int, Ints, NDArray[np.float64]]:
    """Each window changes the price by its share of the time: over the length of the use, which differs by row."""
    factors, more = over([peak.factor - 1 for peak in part.item.peaks])
    inside = [days.inside(peak, part.start, part.end) for peak in part.item.peaks]
    touched = np.any([spent > 0 for spent in inside], axis=0)
    whole = np.where(touched, part.end - part.start, 1)
    common = np.gcd.reduce([whole, *inside], axis=0)
    whole = whole // common
    share = more * whole + sum((f * (spent // common) for f, spent in zip(factors, inside, strict=True)), np.zeros_like(whole))
    return above * share, below * more, whole, bound * np.maximum(share, more * whole)


def _discounted(part: Part, above: Ints, below: int, bound: NDArray[np.float64]) -> tuple[Ints, int, NDArray[np.float64]]:
    kept, more = over([Fraction(1), *(1 - d.percent / 100 for d in part.item.discounts)])
    reached = np.zeros(len(above), dtype=np.int64)
    for place, discount in enumerate(part.item.discounts, start=1):
        least = discount.at_least * part.per_unit
        reached = np.where(part.units >= -(-least.numerator // least.denominator), place, reached)
    return above * np.array(kept, dtype=np.int64)[reached], below * more, bound * more
