"""How long a company may stay: a base term and extensions by yearly evaluation, to a hard end.

The rule of Korean bio hubs is "2 + 2": two years, then up to two of one year each, each only after an evaluation that
was passed (field notes: Seoul Bio Hub). A cluster sets its own numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class StayRule:
    """Months of the base term, months of each extension, and how many of them at most. Pass mark of an evaluation."""

    base_months: int = 24
    extension_months: int = 12
    most_extensions: int = 2
    pass_mark: int = 70

    @property
    def most_months(self) -> int:
        return self.base_months + self.extension_months * self.most_extensions


@dataclass(frozen=True, slots=True)
class Stay:
    """Until when the company may stay as things are, the latest that is possible, and the sum behind it."""

    until: date
    latest: date
    extensions: int
    left: int
    arithmetic: Text


def stay(moved_in: date, extensions: int, rule: StayRule) -> Stay:
    """The stay of a company that moved in on a day and was granted so many extensions.

    Months are counted by the calendar: from 31 January one month ends on the last day of February.

    Raises:
        ValueError: more extensions than the rule knows, or fewer than none.
    """
    if not 0 <= extensions <= rule.most_extensions:
        raise ValueError(f"{extensions} extensions where {rule.most_extensions} are the most")
    months = rule.base_months + extensions * rule.extension_months
    until = moved_in + relativedelta(months=months)
    latest = moved_in + relativedelta(months=rule.most_months)
    sum_ko = f"{moved_in} + {rule.base_months}개월 + {extensions} × {rule.extension_months}개월 = {until}"
    sum_en = f"{moved_in} + {rule.base_months} months + {extensions} × {rule.extension_months} months = {until}"
    return Stay(until, latest, extensions, rule.most_extensions - extensions, Text(ko=sum_ko, en=sum_en))


def evaluations(moved_in: date, rule: StayRule, *, lead_months: int = 3) -> tuple[date, ...]:
    """The days by which evaluations are due: so many months before the base term and each extension would end."""
    ends = (rule.base_months + n * rule.extension_months for n in range(rule.most_extensions))
    return tuple(moved_in + relativedelta(months=months - lead_months) for months in ends)


def weighed(scores: Sequence[tuple[int, int]]) -> int:
    """Points out of 100 from (score 0–100, weight ≥ 0) of each criterion, rounded half up.

    Raises:
        ValueError: no weight at all, or a score outside 0–100.
    """
    total = sum(weight for _score, weight in scores)
    if total <= 0 or any(weight < 0 or not 0 <= score <= 100 for score, weight in scores):
        raise ValueError("scores are 0 to 100 and some weight is above 0")
    points = sum(score * weight for score, weight in scores)
    return (2 * points + total) // (2 * total)
