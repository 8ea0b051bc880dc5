"""Head count by civil day: who counts, what a month comes to, and whether one more still fits.

The day-count rule: every civil day of the site from the day of joining to the last day, both counted, is one seat-day; a
month has as many days as the calendar gives it (actual/actual). Days are dates, so that clock changes cannot bend them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from squaremile.kernel.words import Text

RULE = Text(
    ko="입주일과 마지막 날을 모두 셉니다. 하루가 1좌석일이며, 그 달의 실제 날수로 나눕니다.",
    en="The day of joining and the last day both count. One day is one seat-day, divided by the days of that month.",
)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """One person's time in a company: `[first, gone)`. `gone` is the day after her last; None: no end known."""

    person: str
    first: date
    gone: date | None = None
    kind: str = "scientist"

    def __post_init__(self) -> None:
        if self.gone is not None and self.gone <= self.first:
            raise ValueError("a spell holds at least one day")

    def on(self, day: date) -> bool:
        return self.first <= day and (self.gone is None or day < self.gone)

    def days(self, start: date, end: date) -> int:
        """How many of the days `[start, end)` are hers."""
        until = end if self.gone is None else min(end, self.gone)
        return max(0, (until - max(start, self.first)).days)


def civil_date(moment: datetime, zone: ZoneInfo) -> date:
    """The day it is on the site."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(zone).date()


def month_of(day: date) -> tuple[date, date]:
    """The month around a day, `[first, first of the next)`."""
    first = day.replace(day=1)
    return first, (first + 32 * DAY).replace(day=1)


def months(start: date, end: date) -> Iterator[tuple[date, date]]:
    """Every month that `[start, end)` touches."""
    first, after = month_of(start)
    while first < end:
        yield first, after
        first, after = month_of(after)


def heads(spells: Iterable[Spell], day: date) -> int:
    """Persons there on a day: somebody with two spells at once is one head."""
    return len({spell.person for spell in spells if spell.on(day)})


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on, `count` heads, until the next step."""

    day: date
    count: int


def steps(spells: Iterable[Spell], start: date, end: date) -> list[Step]:
    """The head count over `[start, end)`: the first day and every day on which it changes."""
    listed = list(spells)
    turns = {start} | {d for s in listed for d in (s.first, s.gone) if d is not None and start < d < end}
    found: list[Step] = []
    for day in sorted(turns):
        count = heads(listed, day)
        if not found or found[-1].count != count:
            found.append(Step(day, count))
    return found


def every_step(spells: Iterable[Spell]) -> list[Step]:
    """The head count from the first day on which somebody is there, for good: what is said last goes on."""
    listed = list(spells)
    turns = [day for spell in listed for day in (spell.first, spell.gone) if day is not None]
    return steps(listed, min(turns), max(turns) + DAY) if turns else []


@dataclass(frozen=True, slots=True)
class Month:
    """Seat-days of one month, and what they are in whole seats, exact."""

    first: date
    days: int
    seat_days: int
    peak: int

    @property
    def seats(self) -> Fraction:
        return Fraction(self.seat_days, self.days)

    @property
    def arithmetic(self) -> Text:
        shown = f"{float(self.seats):.2f}"
        return Text(
            ko=f"{self.seat_days}좌석일 ÷ {self.days}일 = {shown}좌석", en=f"{self.seat_days} seat-days ÷ {self.days} days = {shown} seats"
        )


def by_month(spells: Iterable[Spell], start: date, end: date) -> list[Month]:
    """Seat-days of each month that `[start, end)` touches, within it. A person counts once a day."""
    listed = _once(spells)
    made = []
    for first, after in months(start, end):
        since, until = max(first, start), min(after, end)
        peak = max((step.count for step in steps(listed, since, until)), default=0)
        made.append(Month(first, (after - first).days, sum(s.days(since, until) for s in listed), peak))
    return made


def _once(spells: Iterable[Spell]) -> list[Spell]:
    """Each person's days without those that two of her spells share."""
    made: list[Spell] = []
    for spell in sorted(spells, key=lambda s: (s.person, s.first, s.gone or date.max)):
        last = made[-1] if made and made[-1].person == spell.person else None
        if last is None or (last.gone is not None and last.gone < spell.first):
            made.append(spell)
        elif last.gone is not None and (spell.gone is None or spell.gone > last.gone):
            made[-1] = Spell(last.person, last.first, spell.gone, last.kind)
    return made


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether one more fits under a cap: the fullest day, the heads on it before, and the cap."""

    fits: bool
    day: date
    heads: int
    cap: int

    @property
    def arithmetic(self) -> Text:
        sign = "≤" if self.fits else ">"
        return Text(
            ko=f"{self.day}: 지금 {self.heads}명 + 1명 = {self.heads + 1}명 {sign} 사용 계약 한도 {self.cap}명",
            en=f"{self.day}: {self.heads} now + 1 = {self.heads + 1} {sign} {self.cap} licensed",
        )


def room_for(spells: Iterable[Spell], new: Spell, cap: int) -> Fit:
    """Does `new` fit on every one of her days? Leavers free their seats on the day after their last."""
    others = [spell for spell in spells if spell.person != new.person]
    turns = {new.first} | {s.first for s in others if new.on(s.first)}
    day = max(sorted(turns), key=lambda d: heads(others, d))
    count = heads(others, day)
    return Fit(count + 1 <= cap, day, count, cap)
