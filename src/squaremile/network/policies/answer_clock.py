"""How long a need may wait for its first answer, and how long it has.

The office's own promise, a setting; calendar days, because companies count those.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

WARN_SHARE = 0.6
"""Share of the time after which the clock turns amber."""


@dataclass(frozen=True, slots=True)
class AnswerClock:
    """`days` since it was opened, whole; `due` the moment by which an answer is promised, None once it was given.

    `look` is ok, warn or stop, and neutral where no clock runs.
    """

    days: int
    due: datetime | None
    look: str


def answer_clock(*, opened_at: datetime | None, waiting: bool, now: datetime, promised_days: int) -> AnswerClock:
    """Where the clock of one need stands. `waiting`: nobody of the office has taken it up yet."""
    if opened_at is None:
        return AnswerClock(0, None, "neutral")
    passed = max(now - opened_at, timedelta())
    if not waiting:
        return AnswerClock(passed.days, None, "neutral")
    promised = timedelta(days=promised_days)
    due = opened_at + promised
    look = "stop" if now > due else "warn" if passed >= promised * WARN_SHARE else "ok"
    return AnswerClock(passed.days, due, look)
