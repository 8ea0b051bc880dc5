"""When to look again after a meeting, when a promise is late, and when a membership's end is near."""

from collections.abc import Iterable
from datetime import date, timedelta


def weeks(text: str) -> tuple[int, ...]:
    """Whole weeks from a setting such as "2,6,12", in order and each once.

    Raises:
        ValueError: something that is no whole number of weeks between 1 and 520.
    """
    found = sorted({int(part) for part in text.split(",") if part.strip()})
    if any(not 1 <= each <= 520 for each in found):
        raise ValueError(f"weeks between 1 and 520, not {text!r}")
    return tuple(found)


def follow_ups(day: date, after: Iterable[int]) -> list[tuple[int, date]]:
    """(weeks, due date) for each follow-up of a meeting held that day."""
    return [(each, day + timedelta(weeks=each)) for each in after]


def lateness(due: date, today: date, escalate_after: int) -> str:
    """"" until the day after it was due, then "late", and "escalated" once it is late by more than so many days."""
    late = (today - due).days
    return "" if late < 1 else "late" if late <= escalate_after else "escalated"


def reminder(end: date, today: date, days: Iterable[int]) -> int | None:
    """The smallest of `days` within which the end now lies: the reminder that is due; None before them and after it."""
    left = (end - today).days
    return min((each for each in days if 0 <= left <= each), default=None)
