"""Shares with intervals: how many of the wait-list come in, how many recommend the place."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

Z95 = NormalDist().inv_cdf(0.975)
FEWEST_DECIDED = 5
"""Decided cases, below which a share is told to rest on too few."""


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`, with the 95 % interval of Wilson; `value` None where there is nothing to divide by."""

    part: int
    whole: int
    value: float | None
    low: float
    high: float

    @property
    def too_few(self) -> bool:
        return self.whole < FEWEST_DECIDED


def wilson(part: int, whole: int) -> Share:
    """E. B. Wilson, JASA 22 (1927) 209-212: the score interval, without correction for continuity.

    With nothing decided it is the whole of [0, 1].
    """
    if not 0 <= part <= whole:
        raise ValueError("a part is between nought and its whole")
    if whole == 0:
        return Share(0, 0, None, 0.0, 1.0)
    p, z2 = part / whole, Z95 * Z95
    centre = (p + z2 / (2 * whole)) / (1 + z2 / whole)
    reach = Z95 / (1 + z2 / whole) * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole))
    low = 0.0 if part == 0 else max(0.0, centre - reach)
    high = 1.0 if part == whole else min(1.0, centre + reach)
    return Share(part, whole, p, low, high)


@dataclass(frozen=True, slots=True)
class Score:
    """Promoters less detractors, in percent of all who answered."""

    value: float
    low: float
    high: float
    answers: int


def net_promoters(answers: list[int]) -> Score | None:
    """9 and 10 promote, 0 to 6 detract (F. F. Reichheld, Harvard Business Review 81(12), 2003). None without answers.

    The interval is the normal one of a difference of two shares of the same sample (variance p + q - (p - q)² over n).
    """
    if not answers:
        return None
    if any(not 0 <= each <= 10 for each in answers):
        raise ValueError("answers are 0 to 10")
    count = len(answers)
    up, down = sum(a >= 9 for a in answers) / count, sum(a <= 6 for a in answers) / count
    reach = Z95 * sqrt(max(0.0, up + down - (up - down) ** 2) / count)
    return Score(100 * (up - down), max(-100.0, 100 * (up - down - reach)), min(100.0, 100 * (up - down + reach)), count)
