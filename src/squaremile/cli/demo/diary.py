"""Six months of bookings, drawn: who used what, when. Nothing here touches the database."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import holidays

from squaremile.cli.demo.habits import HABITS, PURPOSES_EN, PURPOSES_KO, REASONS, Habit
from squaremile.cli.demo.instruments import Spec
from squaremile.kernel.period import Period

FADING = ((7, 1.0), (21, 0.55), (45, 0.25), (366, 0.1))
"""How much of the usual load is booked already, by days ahead: most people book for this week and the next."""


@dataclass(frozen=True, slots=True)
class User:
    """Someone who books: her company, what it is charged to, and how often she comes (others: 1)."""

    person: UUID
    company: str
    projects: tuple[str, ...]
    english: bool = False
    weight: float = 1.0
    trained: Mapping[str, datetime] = field(default_factory=dict)
    """Instruments she may use, each until when."""

    def may_use(self, spec: Spec, until: datetime) -> bool:
        return not spec.needs_qualification or (spec.code in self.trained and until <= self.trained[spec.code])


@dataclass(frozen=True, slots=True)
class Visit:
    """One booking before it is written. `used` is when the session ran, for what is done."""

    equipment: str
    user: User
    period: Period
    state: str
    booked_at: datetime
    project: str
    purpose: str
    assisted: bool = False
    reason: str = ""
    used: tuple[datetime, datetime] | None = None


@dataclass
class Diary:
    """Draws visits so that nothing overlaps, nobody is in two places, and nobody's share is passed."""

    users: tuple[User, ...]
    draw: Random
    zone: ZoneInfo
    now: datetime
    blocks: dict[str, list[Period]] = field(default_factory=dict)
    """Maintenance by instrument: nobody books then."""
    _where: dict[UUID, list[Period]] = field(default_factory=lambda: defaultdict(list))
    _minutes: dict[tuple[object, ...], int] = field(default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        year = self.now.year
        self._closed = holidays.country_holidays("KR", years=(year - 1, year, year + 1))

    def visits(self, specs: tuple[Spec, ...], back: int, ahead: int) -> Iterator[Visit]:
        """Every booking of every instrument, from so many days back to so many ahead."""
        today = self.now.astimezone(self.zone).date()
        for spec in specs:
            if spec.busy:
                yield from self._of(spec, today - timedelta(days=back), today + timedelta(days=ahead))

    def _of(self, spec: Spec, first: date, last: date) -> Iterator[Visit]:
        habit, free_at = HABITS[spec.rules], datetime.min.replace(tzinfo=self.zone)
        day = first
        while day <= last:
            load = spec.busy * self._load(day, habit)
            moment = self._at(day, habit.opens) if load else None
            while moment is not None and moment <= self._at(day, habit.closes):
                visit = self._visit(spec, habit, max(moment, free_at), day) if self.draw.random() < load else None
                if visit is None:
                    # An idle stretch about as long as a booking keeps the share of booked time near `busy`.
                    moment += timedelta(minutes=self._rounded(self.draw.choice(habit.lengths[:4]), habit.step))
                    continue
                yield visit
                if visit.state != "cancelled":
                    free_at = visit.period.end + timedelta(minutes=habit.after + habit.before)
                moment = self._stepped(max(free_at, visit.period.end), habit)
            day += timedelta(days=1)

    def _visit(self, spec: Spec, habit: Habit, start: datetime, day: date) -> Visit | None:
        start = self._stepped(start, habit)
        end = start + timedelta(minutes=self._rounded(self.draw.choice(habit.lengths), habit.step))
        if start > self._at(day, habit.closes) or (habit.ends and end > self._at(day, habit.ends)):
            return None
        period = Period(start, end)
        if self.now <= period.start < self.now + timedelta(minutes=habit.lead + 60):
            return None
        taken = period.padded(timedelta(minutes=habit.before), timedelta(minutes=habit.after))
        if any(block.overlaps(taken) for block in self.blocks.get(spec.code, ())):
            return None
        user = self._someone(spec, habit, period, day)
        return None if user is None else self._written(spec, habit, user, period)

    def _someone(self, spec: Spec, habit: Habit, period: Period, day: date) -> User | None:
        able = [user for user in self.users if user.may_use(spec, period.end)]
        for user in self.draw.choices(able, [u.weight for u in able], k=4) if able else ():
            attended = period.minutes <= 240
            busy = attended and any(p.overlaps(period) for p in self._where[user.person])
            mine = (spec.code, user.person, day)
            ours = (spec.code, user.company, day.isocalendar()[:2])
            if busy or (habit.per_person_day and self._minutes[mine] + period.minutes > habit.per_person_day):
                continue
            if habit.per_company_week and self._minutes[ours] + period.minutes > habit.per_company_week:
                continue
            self._minutes[mine] += period.minutes
            self._minutes[ours] += period.minutes
            if attended:
                self._where[user.person].append(period)
            return user
        return None

    def _written(self, spec: Spec, habit: Habit, user: User, period: Period) -> Visit:
        draw = self.draw
        notice = timedelta(minutes=max(habit.lead + 60, draw.choice((90, 300, 1440, 2880, 4320, 10080, 14400))))
        chance, state, used, reason = draw.random(), "confirmed", None, ""
        if period.end <= self.now:
            state = "cancelled" if chance < 0.06 else "missed" if chance < 0.1 else "done"
        elif period.start > self.now and chance < 0.04:
            state = "cancelled"
        if state == "cancelled":
            reason = draw.choice(REASONS)
        if state == "done":
            late = timedelta(minutes=draw.randint(0, min(12, period.minutes // 4)))
            early = timedelta(minutes=draw.randint(0, period.minutes // 5), seconds=draw.randint(0, 59))
            used = (period.start + late, period.end - early)
        booked_at = min(period.start - notice, self.now - timedelta(minutes=draw.randint(5, 5000)))
        return Visit(
            spec.code, user, period, state, booked_at,
            draw.choice((*user.projects, "")) if user.projects else "",
            draw.choice(PURPOSES_EN if user.english else PURPOSES_KO), spec.rules == "ASSISTED", reason, used,
        )

    def _load(self, day: date, habit: Habit) -> float:
        ahead = (day - self.now.astimezone(self.zone).date()).days
        booked = next(share for days, share in FADING if ahead <= days)
        if day.weekday() >= 5:
            return habit.weekend * booked
        return (0.1 if habit.weekend else 0.0) * booked if day in self._closed else booked

    def _at(self, day: date, minute: int) -> datetime:
        return datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=self.zone)

    @staticmethod
    def _rounded(minutes: int, step: int) -> int:
        return max(step, minutes // step * step)

    @staticmethod
    def _stepped(moment: datetime, habit: Habit) -> datetime:
        """The next step of the clock at or after the moment."""
        minutes = moment.hour * 60 + moment.minute
        return moment.replace(second=0, microsecond=0) + timedelta(minutes=-minutes % habit.step)
