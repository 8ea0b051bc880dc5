"""Whether somebody's training counts on a day, and what she has to do next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

SOON = timedelta(days=30)
"""How long before its end a record is shown as ending, and a refresher is asked for."""

VALID, ENDING, EXPIRED, OUTDATED, REVOKED, MISSING = "valid", "ending", "expired", "outdated", "revoked", "missing"
STATES = (VALID, ENDING, EXPIRED, OUTDATED, REVOKED, MISSING)
COUNTS = (VALID, ENDING)
"""States in which the person counts as trained."""


@dataclass(frozen=True, slots=True)
class Done:
    """One completed training. `until` is its last day (None: it does not end); `number` the version of the course."""

    number: int
    completed_on: date
    until: date | None
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """A version of a course. From `redo_by` on, earlier versions count no more (None: they go on counting)."""

    number: int
    redo_by: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in a course. `until`: the last day that counts, where there is one."""

    state: str
    until: date | None = None
    completed_on: date | None = None

    @property
    def counts(self) -> bool:
        return self.state in COUNTS


def last_day(completed_on: date, valid_days: int | None) -> date | None:
    """The last day on which a training counts; the day it was done is the first. None: it does not end."""
    return None if valid_days is None else completed_on + timedelta(days=valid_days - 1)


def standing(done: Iterable[Done], editions: Iterable[Edition], day: date) -> Standing:
    """How the best of somebody's records stands on `day`.

    The record that lasts longest speaks. A record is outdated where a later version had to be taken by that day.
    """
    newest = list(editions)
    rows = [each for each in done if each.completed_on <= day]
    sound = [each for each in rows if not each.revoked]
    if not sound:
        return Standing(REVOKED if rows else MISSING)
    best = max(sound, key=lambda each: (_end(each, newest) or date.max, each.completed_on))
    until = _end(best, newest)
    if until is None or until - day >= SOON:
        return Standing(VALID, until, best.completed_on)
    if until >= day:
        return Standing(ENDING, until, best.completed_on)
    cut = best.until is None or best.until >= day
    return Standing(OUTDATED if cut else EXPIRED, until, best.completed_on)


def _end(each: Done, editions: Iterable[Edition]) -> date | None:
    """The last day a record counts: its own, or the day before a later version has to be taken."""
    ends = [e.redo_by - timedelta(days=1) for e in editions if e.redo_by is not None and e.number > each.number]
    if each.until is not None:
        ends.append(each.until)
    return min(ends, default=None)
