"""A series before it is made: each date with its verdict, and what could be done about those that cannot be had."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from squaremile.booking import words
from squaremile.booking.policies import quota, recurrence, slots
from squaremile.booking.reads import instruments, panel, reserving
from squaremile.booking.reads.instruments import Instrument
from squaremile.core import gates
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, catalogue

FREE, CLASH, REFUSED = "free", "clash", "refused"


@dataclass(frozen=True, slots=True)
class Date:
    """One date of the series. Unless it is free, it may be skipped, shifted, or taken on another instrument."""

    period: Period
    verdict: str
    code: str = ""
    says: Text | None = None
    arithmetic: Text | None = None
    shift: Period | None = None
    """The next time of the same length that could be booked, before the series' next date."""
    others: tuple[panel.StandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    equipment: str
    name: Text
    zone: ZoneInfo
    waits: bool
    dates: tuple[Date, ...]

    @property
    def free(self) -> int:
        return sum(1 for each in self.dates if each.verdict == FREE)


def preview_series(
    *, equipment: str, start: datetime, end: datetime, weekdays: Sequence[int] = (), every_weeks: int = 1,
    until: date | None = None, count: int | None = None, organisation: str = "", person: UUID | None = None, project: str = "",
) -> Preview:
    """Every date of a weekly rule with its verdict. `start` and `end` are the first booking's; times stay civil.

    The statements do not grow with the number of dates, unless a condition of another domain stops holding within
    the series: then each date is asked for. Raises Missing, and Invalid for a rule that cannot be read, has no date
    or too many.
    """
    one = instruments.by_code(equipment)
    if one is None:
        raise Missing(NOT_FOUND)
    periods = _periods(one, start, end, weekdays, every_weeks, until, count)
    payer = panel.company(organisation)
    first = reserving.slot(
        code=equipment, person=person or require().actor, organisation=payer, period=periods[0],
        project=panel.charged_to(payer, project),
    )
    found = _verdicts(one, [replace(first, period=period) for period in periods])
    return Preview(equipment, one.name, one.zone, first.rules.needs_approval, tuple(found))


def _periods(
    one: Instrument, start: datetime, end: datetime, weekdays: Sequence[int], every: int, until: date | None,
    count: int | None,
) -> list[Period]:
    if start.tzinfo is None or end.tzinfo is None or end <= start:
        raise Invalid(words.PERIOD_EMPTY)
    begins, ends = start.astimezone(one.zone), end.astimezone(one.zone)
    try:
        rule = recurrence.Weekly(tuple(sorted(set(weekdays))), every, until, count)
    except ValueError as error:
        raise Invalid(words.RULE_UNREADABLE) from error
    days = recurrence.dates(rule, begins.date())
    if not days:
        raise Invalid(words.SERIES_EMPTY)
    if len(days) > recurrence.MOST:
        raise Invalid(words.SERIES_TOO_LONG, {"most": recurrence.MOST})
    long = (ends.date() - begins.date()).days
    return list(recurrence.spans(days, start=begins.time(), end=ends.time(), days_long=long, zone=one.zone))


def _verdicts(one: Instrument, asked: list[reserving.Slot]) -> list[Date]:
    window = Period(clock.now() - timedelta(days=1), max(asked[-1].period.end, clock.now()) + timedelta(days=8))
    busy = instruments.busy(one, instruments.taken(instruments.with_needs([one]), window))
    held = {share: _held(share, asked) for share in asked[0].shares}
    shut = _gates(asked)
    found: list[Date] = []
    for slot in asked:
        claimed = slots.claim(slot.period, slot.rules)
        verdict = _refused(slot, held, shut)
        if verdict is None and any(each.overlaps(claimed) for each in busy):
            said = catalogue[words.SLOT_TAKEN]
            verdict = Date(slot.period, CLASH, said.code, said.text)
        if verdict is None:
            verdict = Date(slot.period, FREE)
            busy.append(claimed)
            for periods in held.values():
                periods.append(slot.period)
        found.append(verdict)
    return _with_choices(one, found, sorted(busy))


def _held(share: quota.Share, asked: list[reserving.Slot]) -> list[Period]:
    first, last = asked[0], asked[-1]
    frame = Period(
        quota.window(share, first.period.start, first.zone).start, quota.window(share, last.period.end, last.zone).end
    )
    person = first.person if share.per == "person" else None
    return reserving.held(equipment=first.equipment, person=person, organisation=first.organisation, frame=frame)


def _gates(asked: list[reserving.Slot]) -> dict[Period, gates.Gate]:
    """The first shut gate of each date. Asked of the first and the last; of those between only if one is shut."""
    ends = {asked[0].period, asked[-1].period}
    shut: dict[Period, gates.Gate] = {}
    for slot in [s for s in asked if s.period in ends]:
        if gate := _first_shut(slot):
            shut[slot.period] = gate
    if shut:
        for slot in [s for s in asked if s.period not in ends]:
            if gate := _first_shut(slot):
                shut[slot.period] = gate
    return shut


def _first_shut(slot: reserving.Slot) -> gates.Gate | None:
    return next((gate for gate in gates.checklist("booking.reserve", slot) if not gate.open), None)


def _refused(
    slot: reserving.Slot, held: dict[quota.Share, list[Period]], shut: dict[Period, gates.Gate]
) -> Date | None:
    """Why the rules, a share or a gate say no to this date; None where nothing does."""
    for breach in slot.breaches(clock.now()):
        text = catalogue[breach.code].text.fill({"instrument": slot.name, **dict(breach.values)})
        return Date(slot.period, REFUSED, breach.code, text)
    for share, periods in held.items():
        for verdict in quota.judge(share, slot.period, periods, slot.zone):
            if not verdict.fits:
                code = words.QUOTA_PERSON if share.per == "person" else words.QUOTA_COMPANY
                return Date(slot.period, REFUSED, code, catalogue[code].text, quota.arithmetic(verdict))
    gate = shut.get(slot.period)
    return Date(slot.period, REFUSED, gate.code, gate.says) if gate else None


_ELSEWHERE = {
    words.NOT_QUALIFIED, words.QUALIFICATION_ENDS, words.NOT_IN_SERVICE, words.FAULT_OPEN, words.OUTSIDE_HOURS,
    words.SLOT_TAKEN, words.TOO_LONG, words.TOO_SHORT, words.TOO_SOON, words.TOO_FAR, words.OFF_STEP,
    words.QUOTA_PERSON, words.QUOTA_COMPANY,
}
"""Refusals that another instrument may not share: what an instrument's own rules and calendar say."""
_LATER = {words.SLOT_TAKEN, words.OUTSIDE_HOURS, words.TOO_SOON}
"""Refusals that another hour may mend."""


def _with_choices(one: Instrument, found: list[Date], busy: list[Period]) -> list[Date]:
    """Shifts and stand-ins for the dates that cannot be had. A shift takes its time away from the next ones."""
    wanting = [each.period for each in found if each.code in _ELSEWHERE]
    others = panel.stand_ins(one, wanting) if wanting else {}
    chosen: list[Date] = []
    for n, each in enumerate(found):
        shift = None
        if each.code in _LATER:
            limit = found[n + 1].period.start if n + 1 < len(found) else each.period.start + timedelta(days=7)
            fits = slots.next_fits(
                busy, one.rules, one.hours, minutes=each.period.minutes, after=each.period.start, now=clock.now(),
                zone=one.zone, most=1,
            )
            shift = next((fit for fit in fits if fit.start < limit), None)
            if shift:
                busy = sorted([*busy, slots.claim(shift, one.rules)])
        chosen.append(replace(each, shift=shift, others=tuple(others.get(each.period, ()))))
    return chosen
