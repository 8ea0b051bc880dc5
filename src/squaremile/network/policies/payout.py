"""The incentive pool: points for activities, the share of dues, and what each researcher's points are worth.

The rule follows a practice of industrial liaison offices that has stood since 1974: a tenth of the members' dues is
pooled each year and shared pro rata by points, which are earned by the hour.
"""

from collections.abc import Hashable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
HUNDREDTH = Decimal("0.01")


def points(rate: Decimal, *, fixed: bool, minutes: int) -> Decimal:
    """Points of one activity, to the hundredth, halves up: the rate itself where it is fixed, else rate × hours.

    Raises:
        ValueError: an activity by the hour without a length.
    """
    if fixed:
        return rate.quantize(HUNDREDTH)
    if minutes < 1:
        raise ValueError("points by the hour need minutes")
    return (rate * minutes / 60).quantize(HUNDREDTH, ROUND_HALF_UP)


def pool(dues: Iterable[int], percent: Decimal) -> int:
    """The pool in minor units: `percent` of all dues, rounded down so that no more is shared than was set aside."""
    return int(Fraction(sum(dues)) * Fraction(percent) / 100)


def shares(earned: Mapping[K, Decimal], amount: int) -> dict[K, int]:
    """`amount` minor units shared by points: the sum of the parts is the amount, exactly.

    Each gets the whole part of amount × points / all points; what is left over goes one by one to the largest
    remainders (Hamilton's method), equal ones by the order of their keys' text. Whoever has no points, or fewer than
    none after reversals, gets nothing and is left out. Without any points there are no parts.
    """
    counted = {who: Fraction(value) for who, value in earned.items() if value > 0}
    whole = sum(counted.values())
    if not whole:
        return {}
    exact = {who: amount * value / whole for who, value in counted.items()}
    parts = {who: int(value) for who, value in exact.items()}
    left = amount - sum(parts.values())
    for who in sorted(exact, key=lambda each: (parts[each] - exact[each], str(each)))[:left]:
        parts[who] += 1
    return parts
