"""Permits: when somebody is reminded, and how one stands on a day. Plain rules on plain values."""

from collections.abc import Sequence
from datetime import date

HELD_BY = ("cluster", "company", "either")
BLOCKS = ("booking", "licence", "bringing", "access")
STATES = ("recorded", "in_force", "refused", "ended")
MOVES = (
    ("", "recorded"), ("", "in_force"), ("recorded", "in_force"), ("recorded", "refused"), ("recorded", "ended"), ("in_force", "ended"),
)  # fmt: skip
REMIND = (90, 30, 7)


def due(days_left: int, remind: Sequence[int]) -> int | None:
    """Which of its reminders is due: the nearest one that has been reached; -1 once it has expired."""
    if days_left < 0:
        return -1
    return min((each for each in remind if days_left <= each), default=None)


def standing(state: str, issued_on: date, expires_on: date | None, day: date, remind: Sequence[int]) -> str:
    """recorded, to_come, in_force, soon, expired, refused or ended: how it stands on a day."""
    if state != "in_force":
        return state
    if issued_on > day:
        return "to_come"
    if expires_on is None:
        return "in_force"
    left = (expires_on - day).days
    return "expired" if left < 0 else "soon" if due(left, remind) is not None else "in_force"
