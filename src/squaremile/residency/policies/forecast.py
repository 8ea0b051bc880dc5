"""How full the house will be: who stays on, who comes, and how sure that is. No dice are thrown.

Each company stays or goes with all its places; each hold is taken up or not. These are independent yes-or-no cases with
known weights, so the places held are distributed as a weighted sum of Bernoulli variables, which is summed up exactly, one
case after the other (the Poisson-binomial distribution; Y. Hong, Computational Statistics & Data Analysis 59 (2013) 41-51).
The outer interval lets the rates themselves be as low, or as high, as their own 95 % intervals allow, all at once: it is
on the careful side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from squaremile.residency.policies.shares import Z95, Share
from squaremile.residency.policies.survival import Curve, Estimate, Stay, at, curve

LOW, HIGH = 0.025, 0.975
MOST_SUMS = 20_000
"""Different sums of money, above which the normal approximation stands in for the exact distribution."""


@dataclass(frozen=True, slots=True)
class Change:
    """From `day` on it has so many places more (or fewer), at so much a month: what it moves to, and what it gives up."""

    day: float
    places: int
    monthly: int


@dataclass(frozen=True, slots=True)
class Holder:
    """A company in residence: its places, their price a month in minor units, how long it has stayed.

    `written` days from now its places end as agreed; `leaves`: notice is given, and it will be gone then for certain.
    """

    places: int
    monthly: int
    stayed: float
    written: float
    leaves: bool = False
    changes: tuple[Change, ...] = ()

    def at(self, day: float) -> tuple[int, int]:
        """Its places on a day while it stays, and what they cost a month."""
        so_far = [change for change in self.changes if change.day <= day]
        return self.places + sum(c.places for c in so_far), self.monthly + sum(c.monthly for c in so_far)


@dataclass(frozen=True, slots=True)
class Hold:
    """An open offer: places held for somebody from `begins` days from now."""

    places: int
    monthly: int
    begins: float


@dataclass(frozen=True, slots=True)
class Chance:
    """One yes-or-no case: how likely, with the ends of what the rate may be."""

    places: int
    monthly: int
    likely: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread:
    """What is expected, where 95 % of outcomes lie at the estimated rates, and at the ends of the rates as well."""

    expected: float
    low: float
    high: float
    outer_low: float
    outer_high: float


@dataclass(frozen=True, slots=True)
class Month:
    """At `day` from now: places held, money a month, places by what is written alone, and of how many companies
    nothing is known then: they have stayed longer than any on record, or nobody who stayed so long has ever left (they are
    counted as staying, and in the outer interval as gone)."""

    day: float
    places: Spread
    money: Spread
    written: int
    beyond: int


def forecast(
    holders: Sequence[Holder], holds: Sequence[Hold], *, stays: Sequence[Stay], taken_up: Share, rentable: int,
    days: Sequence[float],
) -> list[Month]:
    """One month for each of `days` from now. `taken_up` are holds that became stays; `rentable` caps the places."""
    conditional = {h.stayed: curve(stays, after=h.stayed) for h in holders}
    found = []
    for day in days:
        cases, beyond = [], 0
        for holder in holders:
            staying = _staying(holder, day, conditional[holder.stayed])
            beyond += staying is None
            still = staying or Estimate(_last(conditional[holder.stayed]), 0.0, 1.0)
            cases.append(_chance(*holder.at(day), still))
        for hold in (each for each in holds if each.begins <= day):
            likely = taken_up.value if taken_up.value is not None else 0.5
            cases.append(Chance(hold.places, hold.monthly, likely, taken_up.low, taken_up.high))
        written = sum(h.at(day)[0] for h in holders if h.written > day)
        found.append(Month(day, places(cases, rentable), money(cases), min(written, rentable), beyond))
    return found


def _staying(holder: Holder, day: float, estimate: Curve) -> Estimate | None:
    """How likely the holder is still here then; None where nobody on record stayed so long, or none that did has ever left:
    then nothing is known of how long such a company stays."""
    if holder.leaves:
        sure = 1.0 if day < holder.written else 0.0
        return Estimate(sure, sure, sure)
    if not estimate.ended:
        return None
    found = at(estimate, holder.stayed + day)
    return found if found.value is not None else None


def _last(estimate: Curve) -> float:
    return estimate.steps[-1].share if estimate.steps else 1.0


def _chance(places_held: int, monthly: int, still: Estimate) -> Chance:
    return Chance(places_held, monthly, still.value or 0.0, still.low or 0.0, still.high or 0.0)


def places(cases: Iterable[Chance], rentable: int) -> Spread:
    """Places held. No more than `rentable` can be: what lies above counts as full."""
    cases = list(cases)

    def ends(by: str) -> tuple[float, float, float]:
        chances = [0.0] * (sum(case.places for case in cases) + 1)
        chances[0], reach = 1.0, 0
        for case in cases:
            p, width = getattr(case, by), case.places
            for total in range(reach, -1, -1):
                moved = chances[total] * p
                chances[total] -= moved
                chances[total + width] += moved
            reach += width
        pairs = [(min(total, rentable), chance) for total, chance in enumerate(chances)]
        return sum(v * c for v, c in pairs), _quantile(pairs, LOW), _quantile(pairs, HIGH)

    return _spread(ends("likely"), ends("low"), ends("high"))


def money(cases: Iterable[Chance]) -> Spread:
    """Money a month in minor units; exact while there are few enough different sums, else by the normal curve."""
    cases = [case for case in cases if case.monthly]

    def ends(by: str) -> tuple[float, float, float]:
        sums: dict[int, float] = {0: 1.0}
        for case in cases:
            p, grown = getattr(case, by), dict.fromkeys(sums, 0.0)
            for total, chance in sums.items():
                grown[total] += chance * (1 - p)
                grown[total + case.monthly] = grown.get(total + case.monthly, 0.0) + chance * p
            sums = grown
            if len(sums) > MOST_SUMS:
                return _normal([(case.monthly, getattr(case, by)) for case in cases])
        pairs = sorted(sums.items())
        return sum(v * c for v, c in pairs), _quantile(pairs, LOW), _quantile(pairs, HIGH)

    return _spread(ends("likely"), ends("low"), ends("high"))


def _normal(cases: list[tuple[int, float]]) -> tuple[float, float, float]:
    mean = sum(a * p for a, p in cases)
    reach = Z95 * sqrt(sum(a * a * p * (1 - p) for a, p in cases))
    return mean, max(0.0, mean - reach), min(float(sum(a for a, _p in cases)), mean + reach)


def _quantile(pairs: Iterable[tuple[float, float]], wanted: float) -> float:
    """The least value with at least `wanted` of the chance at or below it. A hair is left for rounding."""
    total, value = 0.0, 0.0
    for value, chance in pairs:
        total += chance
        if total >= wanted - 1e-12:
            return value
    return value


def _spread(
    likely: tuple[float, float, float], low: tuple[float, float, float], high: tuple[float, float, float]
) -> Spread:
    return Spread(*likely, min(low[1], likely[1]), max(high[2], likely[2]))
