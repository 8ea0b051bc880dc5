"""The clocks of a visit: what is due how many days before it begins or after it ends, and what is late."""

from dataclasses import dataclass
from datetime import date, timedelta

START, END = "start", "end"
DEFAULTS: dict[str, tuple[str, int]] = {
    "plan": (START, -45), "committee": (START, -30), "permit": (START, -20), "briefing": (START, -10),
    "backgrounders": (START, -5), "final": (START, -3), "thanks": (END, 1), "minutes": (END, 7), "costs": (END, 14),
    "report": (END, 30),
}  # fmt: skip
"""Days against the first (start) or last (end) day. They come from rules of 2007–09 and universities' practice (see the
guide): an installation sets its own, and the law of the place goes first."""
SOON = 3
"""Days before a due date in which it counts as near."""


@dataclass(frozen=True, slots=True)
class Due:
    """One clock of one delegation: when it is due, and its state: done, late, soon or ahead."""

    clock: str
    on: date
    state: str
    days: int
    """Days left; negative where it is late."""


def due(
    clock: str, anchor: str, days: int, *, starts_on: date, ends_on: date, today: date, done: bool
) -> Due:
    """When a clock is due, and how it stands on `today`."""
    on = (starts_on if anchor == START else ends_on) + timedelta(days=days)
    left = (on - today).days
    state = "done" if done else "late" if left < 0 else "soon" if left <= SOON else "ahead"
    return Due(clock, on, state, left)
