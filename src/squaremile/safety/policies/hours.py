"""Hours of safety training that Korean law asks of people in laboratories, and what is still owed by when.

연구실 안전환경 조성에 관한 법률 §20 and its rules, annex 3. The figures are rows of the rule pack kr-lab-safety, each with its
source and how sure it is. They are shown with that mark and shut nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from squaremile.kernel.words import Text
from squaremile.safety.policies import packs

HIGH, MIDDLE, LOW = "high", "middle", "low"
GRADES = (HIGH, MIDDLE, LOW)
NEW, REGULAR, SPECIAL = "new", "regular", "special"
KINDS = (NEW, REGULAR, SPECIAL)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many minutes, with how sure the figure is (A official, B secondary, K to be checked, C sources disagree)."""

    minutes: int
    certainty: str
    source: Text


PACK = "kr-lab-safety"


@cache
def figure(code: str) -> Figure:
    """A figure of the pack on the act, its hours as minutes. The edition that comes with squaremile."""
    rules = packs.pack(PACK)
    found = rules.duties[code]
    return Figure(int((found.figure or 0) * 60), found.certainty, rules.sources[found.source])


def regular(grade: str) -> Figure:
    """Each half-year for high and middle risk, each year for low."""
    return figure(f"training-regular-{grade}")


@dataclass(frozen=True, slots=True)
class Duty:
    """How somebody works. `diagnosed`: in a laboratory that needs an in-depth diagnosis (정밀안전진단).

    `left_on`: her last day; nothing more is owed for time after it.
    """

    grade: str
    employee: bool
    diagnosed: bool
    joined_on: date
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """Hours taken: how many minutes, of which kind, on which day."""

    kind: str
    minutes: int
    on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """One period's account. `due_on` is the last day on which it can still be met in time."""

    kind: str
    starts_on: date
    due_on: date
    figure: Figure
    taken: int

    @property
    def left(self) -> int:
        """Minutes still owed."""
        return max(0, self.figure.minutes - self.taken)

    def late(self, day: date) -> bool:
        """Not met, and its last day is over."""
        return self.left > 0 and day > self.due_on


def half_year(day: date) -> tuple[date, date]:
    """First and last day of the half-year: January to June, July to December."""
    first = day.month <= 6
    return (date(day.year, 1, 1), date(day.year, 6, 30)) if first else (date(day.year, 7, 1), date(day.year, 12, 31))


def period(grade: str, day: date) -> tuple[date, date]:
    """The period of regular training that a day lies in."""
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if grade == LOW else half_year(day)


def months_on(day: date, months: int) -> date:
    """The same day some months later; the month's last where it has no such day (civil law, Korea §160)."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def new_duty(duty: Duty) -> tuple[Figure, date]:
    """What somebody new owes, and by when: so many months from joining."""
    whose = "employee" if duty.employee else "guest"
    owed = figure("training-new-diagnosed" if duty.employee and duty.diagnosed else f"training-new-{whose}")
    months = packs.pack(PACK).duties[f"training-new-{whose}-by"].figure or 0
    return owed, months_on(duty.joined_on, int(months))


def ledger(duty: Duty, taken: Iterable[Taken], day: date, *, periods: int = 2) -> list[Owed]:
    """The account on `day`: training for newcomers, then the present period and those before it, newest first.

    The first regular period is the one after the period in which she joined: newcomers' training covers that one (K).
    Every minute counts in one period alone, by its kind and day.
    """
    rows = [each for each in taken if each.minutes > 0]
    owed, due = new_duty(duty)
    got = sum(t.minutes for t in rows if t.kind == NEW and t.on >= duty.joined_on)
    found = [Owed(NEW, duty.joined_on, due, owed, got)]
    start, end = period(duty.grade, min(day, duty.left_on) if duty.left_on else day)
    joined_end = period(duty.grade, duty.joined_on)[1]
    for _ in range(periods):
        if end <= joined_end:
            break
        if duty.left_on is None or duty.left_on >= end:
            sum_of = sum(t.minutes for t in rows if t.kind == REGULAR and start <= t.on <= end)
            found.append(Owed(REGULAR, start, end, regular(duty.grade), sum_of))
        start, end = period(duty.grade, start - timedelta(days=1))
    return found
