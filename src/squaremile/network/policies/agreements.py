"""The life of an agreement: its types, states and steps, what must be checked before approval, and its dates.

The life cycle follows the register rules of Korean councils (partner check, ledger, report, review, reasons for ends);
the family tree is the usual LOI → MOU → MOA → contract.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

TYPES = ("LOI", "MOU", "MOA", "NDA", "MTA", "collaborative_research", "licence", "membership")
STATES = (
    "draft", "review", "approved", "signed", "effective", "renewed", "completed", "lapsed", "terminated", "withdrawn",
)  # fmt: skip
LIVE = ("signed", "effective", "renewed")
ENDED = ("completed", "lapsed", "terminated", "withdrawn")
UNSIGNED = ("draft", "review", "approved")
RELATIONS = ("follows", "amendment", "renewal")
ROLES = ("lead", "partner", "funder", "provider", "witness")
CHECKS = ("capacity", "sanctions", "conflicts")
RESULTS = ("clear", "concern", "not_needed")
MOVES = (
    ("", "draft"), ("draft", "review"), ("review", "draft"), ("review", "approved"), ("approved", "review"),
    ("approved", "signed"), ("signed", "effective"), ("effective", "renewed"),
    *((before, end) for before in LIVE for end in ("completed", "lapsed", "terminated", "withdrawn")),
    *((before, "withdrawn") for before in UNSIGNED),
)  # fmt: skip
"""(before, after) of every step that the database lets through."""


def open_checks(latest: Mapping[str, str]) -> tuple[str, ...]:
    """Checks that keep an agreement from approval: not made yet, or found of concern. `latest`: item → result."""
    return tuple(item for item in CHECKS if latest.get(item, "concern") == "concern")


def notice_on(ends_on: date | None, notice_days: int | None) -> date | None:
    """The last day on which notice can be given: `notice_days` calendar days before the end of the term.

    None where the agreement has no end or no notice period. Calendar days, so month ends and 29 February need no rule.
    """
    if ends_on is None or notice_days is None:
        return None
    return ends_on - timedelta(days=notice_days)


def limit_on(ends_on: date | None, notice_days: int | None) -> date | None:
    """The day that renewal reminders count back to: the earlier of the end and the notice day. None without an end."""
    return notice_on(ends_on, notice_days) or ends_on


def plus_months(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where that month is shorter (31 January → 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(last, day.day))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def renews_to(ends_on: date, months: int) -> date:
    """The last day of the term after one that ended then. The last of a month stays the last of a month, so that a term
    which ends with February does not lose days in every year after it.
    """
    if (ends_on + timedelta(days=1)).day == 1:
        return plus_months(ends_on + timedelta(days=1), months) - timedelta(days=1)
    return plus_months(ends_on, months)


def makes_loop(child: str, parent: str, parents: Mapping[str, str | None]) -> bool:
    """Would `child` become its own ancestor under `parent`? `parents`: code → code of its parent."""
    seen: set[str] = set()
    step: str | None = parent
    while step is not None and step not in seen:
        if step == child:
            return True
        seen.add(step)
        step = parents.get(step)
    return False


def family(root: str, parents: Iterable[tuple[str, str | None]]) -> list[tuple[str, int]]:
    """Codes of the tree under `root` with their depth, each parent before its children, children by code."""
    children: dict[str | None, list[str]] = {}
    for code, parent in parents:
        children.setdefault(parent, []).append(code)
    found: list[tuple[str, int]] = []
    waiting = [(root, 0)]
    while waiting:
        code, depth = waiting.pop()
        found.append((code, depth))
        waiting += [(each, depth + 1) for each in sorted(children.get(code, ()), reverse=True)]
    return found
