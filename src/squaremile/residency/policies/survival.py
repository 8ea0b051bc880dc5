"""How long companies stay, from records that began late and stays that still run: the product-limit estimate.

E. L. Kaplan and P. Meier, JASA 53 (1958) 457-481; variance after M. Greenwood (1926). The interval is that of
log(-log S) (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data, 1980, 1.3), which stays
between nought and one; the median's is its inversion (R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29-41). Whoever
was here before the record began is at risk only from then on (left truncation; J. P. Klein and M. L. Moeschberger,
Survival Analysis, 2003, 4.6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, inf, log, sqrt

from squaremile.residency.policies.shares import Z95

FEWEST_ENDED = 5
"""Ends seen, below which no length of stay is told."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in days from its own beginning: seen from `entered` (0 when seen whole) to `lasted`; `ended`, or running."""

    lasted: float
    ended: bool
    entered: float = 0.0

    def __post_init__(self) -> None:
        if not 0 <= self.entered < self.lasted:
            raise ValueError("a stay is seen from a day before its last one")


@dataclass(frozen=True, slots=True)
class Step:
    """At `day`: `ended` of `at_risk` ended; `share` are still here, from `low` to `high` at 95 %.

    `spread` is Greenwood's sum of ended / (at_risk · (at_risk - ended)); infinite where the last one at risk ended.
    """

    day: float
    at_risk: int
    ended: int
    share: float
    spread: float
    low: float
    high: float

    @property
    def error(self) -> float:
        """Greenwood's standard error of the share."""
        return 0.0 if self.share == 0 else self.share * sqrt(self.spread)


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still here by day. `seen_until` is the longest stay on record: nothing is known after it.

    `broken`: everyone at risk ended although stays that were seen later went on; late entries leave too few at the
    beginning, and the curve says nothing.
    """

    steps: tuple[Step, ...]
    stays: int
    ended: int
    seen_until: float
    broken: bool

    @property
    def too_few(self) -> bool:
        return self.broken or self.ended < FEWEST_ENDED


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its ends; None where the record does not reach so far."""

    value: float | None
    low: float | None
    high: float | None


def curve(stays: Iterable[Stay], *, after: float = 0.0) -> Curve:
    """The product-limit estimate of staying on, for those who have stayed `after` days already."""
    known = [stay for stay in stays if stay.lasted > after]
    days = sorted({stay.lasted for stay in known if stay.ended})
    share, spread, steps, broken = 1.0, 0.0, [], False
    for day in days:
        at_risk = sum(1 for stay in known if stay.entered < day <= stay.lasted)
        ended = sum(1 for stay in known if stay.ended and stay.lasted == day)
        share *= 1 - ended / at_risk
        spread += ended / (at_risk * (at_risk - ended)) if at_risk > ended else inf
        low, high = _between(share, spread)
        steps.append(Step(day, at_risk, ended, share, spread, low, high))
        if at_risk == ended:
            broken = any(stay.lasted > day for stay in known)
            break
    longest = max((stay.lasted for stay in known), default=0.0)
    return Curve(tuple(steps), len(known), sum(stay.ended for stay in known), longest, broken)


def at(estimate: Curve, day: float) -> Estimate:
    """The share still here after `day`. Beyond the longest stay on record it is None unless none was left."""
    last = None
    for step in estimate.steps:
        if step.day > day:
            break
        last = step
    if last is not None and last.share == 0:
        return Estimate(0.0, 0.0, last.high)
    if day > estimate.seen_until or not estimate.stays:
        return Estimate(None, None, None)
    return Estimate(1.0, 1.0, 1.0) if last is None else Estimate(last.share, last.low, last.high)


def median(estimate: Curve) -> Estimate:
    """The first day by which half or fewer are still here; its ends are where those of the curve come to a half."""

    def first(by: str) -> float | None:
        return next((step.day for step in estimate.steps if getattr(step, by) <= 0.5), None)

    return Estimate(first("share"), first("low"), first("high"))


def mean_within(estimate: Curve, days: float) -> Estimate:
    """Mean days stayed of the first `days` (the restricted mean: the area under the curve), normal interval.

    Variance after Klein and Moeschberger 4.5.2. None where `days` lie beyond the longest stay on record.
    """
    if at(estimate, days).value is None:
        return Estimate(None, None, None)
    marks = [step for step in estimate.steps if step.day < days]
    edges = [0.0, *(step.day for step in marks), days]
    shares = [1.0, *(step.share for step in marks)]
    areas = [s * (b - a) for s, a, b in zip(shares, edges, edges[1:], strict=False)]
    variance = sum(
        sum(areas[i + 1 :]) ** 2 * step.ended / (step.at_risk * (step.at_risk - step.ended))
        for i, step in enumerate(marks) if step.at_risk > step.ended
    )  # fmt: skip
    mean, reach = sum(areas), Z95 * sqrt(variance)
    return Estimate(mean, max(0.0, mean - reach), min(days, mean + reach))


def plain(step: Step) -> tuple[float, float]:
    """Greenwood's own interval, share ± z · error, cut at nought and one."""
    reach = Z95 * step.error
    return max(0.0, step.share - reach), min(1.0, step.share + reach)


def _between(share: float, spread: float) -> tuple[float, float]:
    if share >= 1:
        return 1.0, 1.0
    if share <= 0:
        return 0.0, 0.0
    reach = Z95 * sqrt(spread) / abs(log(share))
    return share ** exp(reach), share ** exp(-reach)
