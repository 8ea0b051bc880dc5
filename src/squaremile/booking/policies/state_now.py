"""What an instrument is doing at a moment, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from squaremile.booking.policies.slots import Hours, open_spans
from squaremile.kernel.period import Period

LOOK_AHEAD = timedelta(days=8)
"""A week and a day: the longest anyone waits for a weekly opening."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One live span on an instrument: the booking's own time, and with its buffers."""

    period: Period
    claimed: Period
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class Now:
    """`state` is a key of words.NOW. `until` is when it changes, as far as is known."""

    state: str
    until: datetime | None = None


def state_now(
    *, service: str, unusable: bool, expected_back: datetime | None, taken: Sequence[Taken], hours: Sequence[Hours],
    zone: ZoneInfo, now: datetime,
) -> Now:
    """What stops everybody first, then who has it, then the hours."""
    if service != "in_service":
        return Now(service)
    if unusable:
        return Now("fault", expected_back if expected_back and expected_back > now else None)
    for span in taken:
        if span.kind == "maintenance" and span.period.contains(now):
            return Now("maintenance", span.period.end)
    for span in taken:
        if span.state == "in_use":
            return Now("overrun") if span.period.end <= now else Now("in_use", span.period.end)
    for span in taken:
        # A session that ended early leaves its slot taken and idle: it reads as booked, like one not yet begun.
        if span.claimed.contains(now):
            return Now("booked", span.claimed.end)
    spans = open_spans(Period(now, now + LOOK_AHEAD), hours, zone)
    if not spans or spans[0].start > now:
        return Now("closed", spans[0].start if spans else None)
    starts = [span.claimed.start for span in taken if span.claimed.start > now]
    until = min([spans[0].end, *starts])
    return Now("free", until if until < now + LOOK_AHEAD else None)
