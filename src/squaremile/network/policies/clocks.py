"""What falls due after an agreement is signed, when to remind of it, and when to tell the head.

Defaults: council report D+50 (Korean local ordinances on the management of agreements, from 2023), action plan D+90,
progress every quarter, review at least once a year, renewal reminders 180, 90 and 30 days before the earlier of end and
notice day, escalation after 7 days without an answer. All of them are settings of the house.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from squaremile.network.policies.agreements import LIVE, limit_on, plus_months

CLOCKS = {
    "council_report": 50, "action_plan": 90, "progress": 91, "review": 365, "renewal_first": 180, "renewal_second": 90,
    "renewal_third": 30, "ahead": 14, "escalation": 7,
}  # fmt: skip
"""Clock → days by default. `ahead`: how long before a duty its reminder goes out; `escalation`: days without answer."""
ONCE = ("council_report", "action_plan")
REPEATING = ("progress", "review")
RENEWALS = ("renewal_first", "renewal_second", "renewal_third")
DUTIES = (*ONCE, *REPEATING, *RENEWALS)
_MONTHS = {("progress", 91): 3, ("review", 365): 12}
"""A quarter and a year are counted in months where the setting is the default."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the clocks ask of an agreement."""

    state: str
    binding: bool
    signed_on: date | None
    ends_on: date | None
    notice_days: int | None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due, how it is known again (clock, anchor, number), and when to speak of it."""

    clock: str
    anchor: date
    number: int
    due_on: date
    remind_on: date
    escalate_on: date

    @property
    def key(self) -> tuple[str, date, int]:
        return (self.clock, self.anchor, self.number)


def due(facts: Facts, settings: Mapping[str, int], until: date) -> list[Due]:
    """Everything that falls due, or has its reminder, by `until`; answered or not; by day, then clock.

    Without money or obligation only renewals are reminded of. After its end an agreement owes nothing new: what fell
    due before the end stays.
    """
    days = {**CLOCKS, **settings}
    if facts.signed_on is None:
        return []
    found: list[Due] = []
    if facts.binding:
        for clock in ONCE:
            found.append(_duty(clock, facts.signed_on, 1, facts.signed_on + timedelta(days[clock]), days))
        for clock in REPEATING:
            found += _repeated(clock, facts.signed_on, days, until)
    limit = limit_on(facts.ends_on, facts.notice_days)
    if limit is not None and facts.state in LIVE:
        for clock in RENEWALS:
            when = limit - timedelta(days[clock])
            found.append(Due(clock, limit, 1, when, when, when + timedelta(days["escalation"])))
    last = min(until, facts.ended_on) if facts.ended_on else until
    return sorted((d for d in found if d.remind_on <= until and (not facts.ended_on or d.due_on <= last)),
                  key=lambda d: (d.due_on, d.clock))


def _duty(clock: str, anchor: date, number: int, due_on: date, days: Mapping[str, int]) -> Due:
    return Due(clock, anchor, number, due_on, due_on - timedelta(days["ahead"]), due_on + timedelta(days["escalation"]))


def _repeated(clock: str, anchor: date, days: Mapping[str, int], until: date) -> list[Due]:
    found: list[Due] = []
    months = _MONTHS.get((clock, days[clock]))
    while True:
        number = len(found) + 1
        step = plus_months(anchor, months * number) if months else anchor + timedelta(days[clock] * number)
        made = _duty(clock, anchor, number, step, days)
        if made.remind_on > until:
            return found
        found.append(made)


def unanswered(dues: Collection[Due], answered: Collection[tuple[str, date, int]]) -> list[Due]:
    """Those nobody has answered; a later renewal reminder replaces an earlier one that is still open."""
    answers = set(answered)
    found = [d for d in dues if d.key not in answers]
    latest = {d.anchor: d for d in found if d.clock in RENEWALS}
    return [d for d in found if d.clock not in RENEWALS or latest[d.anchor] == d]


def stands(each: Due, today: date) -> str:
    """`late` past its day, `due` from its reminder on, `coming` before."""
    if today > each.due_on:
        return "late"
    return "due" if today >= each.remind_on else "coming"
