"""Which loads a test speaks of, and when a steriliser is to be tested again.

A biological indicator carries spores that survive a cycle which does not sterilise; its positive control, which went through no
cycle, has to grow, or the test says nothing. After a growing indicator everything is called back that the machine ran since its
last test that passed (CDC, Guideline for Disinfection and Sterilization in Healthcare Facilities, 2008: recall of items back to
the last negative indicator; certainty B).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Ran:
    """One cycle of a machine. `verdict`: negative, positive, or nothing where no test was read."""

    cycle: UUID
    started_at: datetime
    verdict: str = ""


def verdict(grew: bool, control_grew: bool) -> str:
    """What a reading means. Growth counts whatever the control did; no growth counts only beside a control that grew."""
    if grew:
        return "positive"
    return "negative" if control_grew else "invalid"


def called_back(ran: Sequence[Ran], positive: UUID) -> list[UUID]:
    """The cycles whose loads are kept back: from after the last cycle before that tested negative, up to before the next one."""
    in_turn = sorted(ran, key=lambda each: each.started_at)
    at = next(n for n, each in enumerate(in_turn) if each.cycle == positive)
    first = max((n + 1 for n, each in enumerate(in_turn[:at]) if each.verdict == "negative"), default=0)
    after = next((n for n in range(at + 1, len(in_turn)) if in_turn[n].verdict == "negative"), len(in_turn))
    return [each.cycle for each in in_turn[first:after]]


def suspect(ran: Sequence[Ran]) -> bool:
    """Was the newest test of the machine a positive one?"""
    tested = [each for each in ran if each.verdict]
    return bool(tested) and max(tested, key=lambda each: each.started_at).verdict == "positive"


def due_on(days: int | None, since: date, last_negative: date | None) -> date | None:
    """The last day for the next test; None where none is asked for."""
    return None if days is None else (last_negative or since) + timedelta(days=days)
