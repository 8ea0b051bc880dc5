"""May an instrument be used from then until then? Pure arithmetic of rules, hours and the clock."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from squaremile.kernel.period import Period, civil, gaps


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of one rule set. Minutes and days; a `max_minutes` of zero is no limit."""

    step_minutes: int = 15
    min_minutes: int = 15
    max_minutes: int = 480
    lead_minutes: int = 0
    horizon_days: int = 60
    buffer_before_minutes: int = 0
    buffer_after_minutes: int = 0
    cancel_free_minutes: int = 120
    needs_approval: bool = False
    offers_assistance: bool = False
    early_start_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Hours:
    """Open on `weekday` (0 is Monday) from minute `opens` to minute `closes` of the civil day."""

    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a period breaks: the refusal's code, and the numbers its sentence needs."""

    code: str
    values: tuple[tuple[str, object], ...] = ()


def claim(period: Period, rules: Rules) -> Period:
    """The span that the instrument is really taken: the booking with its buffers."""
    return period.padded(
        timedelta(minutes=rules.buffer_before_minutes), timedelta(minutes=rules.buffer_after_minutes)
    )


def open_spans(window: Period, hours: Sequence[Hours], zone: ZoneInfo) -> list[Period]:
    """When it is open inside `window`, by the site's clock; spans that touch (24:00 and 00:00) are joined."""
    day = window.start.astimezone(zone).date()
    last = window.end.astimezone(zone).date()
    spans: list[Period] = []
    week: list[list[Hours]] = [[] for _ in range(7)]
    for opening in sorted(hours, key=lambda h: h.opens):
        week[opening.weekday].append(opening)
    while day <= last:
        for opening in week[day.weekday()]:
            start, end = civil(day, _clock(opening.opens), zone), civil(day, _clock(opening.closes), zone)
            if end <= start:  # the hour that a change of clocks leaves out
                continue
            span = Period(start, end)
            if spans and span.start <= spans[-1].end:
                spans[-1] = Period(spans[-1].start, max(span.end, spans[-1].end))
            else:
                spans.append(span)
        day += timedelta(days=1)
    return [part for span in spans if (part := span.clipped(window))]


def _clock(minute: int) -> time:
    return time.max if minute >= 1440 else time(minute // 60, minute % 60)


def _off_step(moment: datetime, step: int, zone: ZoneInfo) -> bool:
    local = moment.astimezone(zone)
    return bool(local.second or local.microsecond or _minute(moment, zone) % step)


def breaches(
    period: Period, rules: Rules, hours: Sequence[Hours], *, now: datetime, zone: ZoneInfo
) -> Iterator[Breach]:
    """Every rule of form that a new booking would break, most telling first."""
    if period.start < now:
        yield Breach("booking.in_past")
    elif period.start < now + timedelta(minutes=rules.lead_minutes):
        yield Breach("booking.too_soon", (("lead", rules.lead_minutes),))
    if period.end > now + timedelta(days=rules.horizon_days):
        yield Breach("booking.too_far", (("days", rules.horizon_days),))
    yield from length_breaches(period, rules, zone=zone)
    if open_spans(period, hours, zone) != [period]:
        yield Breach("booking.outside_hours")


def length_breaches(period: Period, rules: Rules, *, zone: ZoneInfo) -> Iterator[Breach]:
    """Steps and lengths alone: what still binds when a running booking changes its end."""
    if _off_step(period.start, rules.step_minutes, zone) or _off_step(period.end, rules.step_minutes, zone):
        yield Breach("booking.off_step", (("step", rules.step_minutes),))
    if period.minutes < rules.min_minutes:
        yield Breach("booking.too_short", (("least", rules.min_minutes), ("asked", period.minutes)))
    if rules.max_minutes and period.minutes > rules.max_minutes:
        yield Breach("booking.too_long", (("most", rules.max_minutes), ("asked", period.minutes)))


def next_gaps(
    busy: Sequence[Period], rules: Rules, hours: Sequence[Hours], *, now: datetime, zone: ZoneInfo, most: int = 3
) -> list[Period]:
    """The next free spans long enough for the shortest booking, within opening hours and the horizon.

    `busy` are claimed spans; the returned spans leave room for the buffers, and begin and end on a step.
    """
    return _gaps(busy, rules, hours, _bookable(rules, now), zone=zone, least=rules.min_minutes, most=most)


def next_fits(
    busy: Sequence[Period], rules: Rules, hours: Sequence[Hours], *, minutes: int, after: datetime, now: datetime,
    zone: ZoneInfo, most: int = 3,
) -> list[Period]:
    """Bookings of `minutes` that could be made now, the first in each gap, beginning at `after` or later."""
    window = _bookable(rules, now)
    if after >= window.end:
        return []
    window = Period(max(after, window.start), window.end)
    found = _gaps(busy, rules, hours, window, zone=zone, least=minutes, most=most)
    fits = [Period(gap.start, gap.start + timedelta(minutes=minutes)) for gap in found]
    return [fit for fit in fits if not any(breaches(fit, rules, hours, now=now, zone=zone))]


def _bookable(rules: Rules, now: datetime) -> Period:
    """From the shortest notice to the horizon (never empty: a notice longer than the horizon leaves a second)."""
    start = now + timedelta(minutes=rules.lead_minutes)
    return Period(start, max(now + timedelta(days=rules.horizon_days), start + timedelta(seconds=1)))


def _gaps(
    busy: Sequence[Period], rules: Rules, hours: Sequence[Hours], window: Period, *, zone: ZoneInfo, least: int,
    most: int,
) -> list[Period]:
    before = timedelta(minutes=rules.buffer_before_minutes)
    after = timedelta(minutes=rules.buffer_after_minutes)
    blocked = sorted(Period(b.start - after, b.end + before) for b in busy)
    found: list[Period] = []
    for span in open_spans(window, hours, zone):
        for free in gaps(span, (b for b in blocked if b.overlaps(span))):
            gap = _stepped(free, rules.step_minutes, zone)
            if gap and gap.minutes >= least:
                found.append(gap)
            if len(found) >= most:
                return found
    return found


def _stepped(free: Period, step: int, zone: ZoneInfo) -> Period | None:
    """From the first step in `free` to the last. Moments move in real time: a change of clocks loses no hour."""
    first = free.start.replace(second=0, microsecond=0)
    if first < free.start:
        first += timedelta(minutes=1)
    while first < free.end and _off_step(first, step, zone):
        first += timedelta(minutes=-_minute(first, zone) % step)
    last = free.end.replace(second=0, microsecond=0)
    while last > first and _off_step(last, step, zone):
        last -= timedelta(minutes=_minute(last, zone) % step)
    return Period(first, last) if first < last else None


def _minute(moment: datetime, zone: ZoneInfo) -> int:
    """Minute of the civil day."""
    local = moment.astimezone(zone)
    return local.hour * 60 + local.minute
