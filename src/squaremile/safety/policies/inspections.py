"""Inspections: which a room owes, when the next is due, how urgent what was found is, and when it was found before."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from squaremile.kernel.words import Text
from squaremile.safety.policies import packs

KINDS = ("daily", "regular", "precise", "us_lab")
SAID = ("good", "poor", "na")
SEVERITIES = ("minor", "major", "critical")
DAYS_TO_MEND = {"minor": 30, "major": 7, "critical": 1}
"""The operator's own house rule, not a figure of law."""
REPEAT_DAYS = 365
"""The same item in the same room within so many days is a repeat."""
SOON_DAYS = 3
SATURDAY = 5
LOOKED_BACK = 30
"""Days over which skipped daily checks are told."""
DAYS_IN = {"days": 1, "weeks": 7, "years": 365}


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist. `severity` is how urgent it is where it is poor."""

    key: str
    ko: str
    en: str
    severity: str

    @property
    def said(self) -> Text:
        return Text(ko=self.ko, en=self.en)


class UnsoundList(ValueError):
    """A checklist that nobody could carry out."""


def items(rows: Any) -> tuple[Item, ...]:
    """The lines of a checklist, as they are written. Raises UnsoundList."""
    made = []
    for row in rows or ():
        if not isinstance(row, Mapping):
            raise UnsoundList
        key, ko, en = (str(row.get(name, "")).strip() for name in ("key", "ko", "en"))
        severity = str(row.get("severity", "minor"))
        if not key or len(key) > 40 or not (ko or en) or max(len(ko), len(en)) > 300 or severity not in SEVERITIES:
            raise UnsoundList
        made.append(Item(key, ko or en, en or ko, severity))
    if not made or len({one.key for one in made}) != len(made):
        raise UnsoundList
    return tuple(made)


def intervals(every: Mapping[str, Any], grades: tuple[str, ...]) -> dict[str, int]:
    """Days from one inspection to the next, by risk grade; a grade that is left out owes none. Raises UnsoundList."""
    sound = all(g in grades and isinstance(d, int) and not isinstance(d, bool) and 1 <= d <= 3660 for g, d in every.items())
    if not every or not sound:
        raise UnsoundList
    return dict(every)


def next_due(last: date | None, since: date, every: int) -> date:
    """The day on which the next is due: `every` days after the last, or the day since which the room owes it.

    A daily check falls on working days: what would fall on a weekend is due on the Monday.
    """
    day = since if last is None else last + timedelta(days=every)
    if every == 1 and day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return day


def missed(done: Collection[date], since: date, today: date) -> tuple[date, ...]:
    """Working days before today on which a daily check was not held, the newest first; public holidays are not known here."""
    first = max(since, today - timedelta(days=LOOKED_BACK))
    days = (today - timedelta(days=n) for n in range(1, (today - first).days + 1))
    return tuple(day for day in days if day.weekday() < SATURDAY and day not in done)


def standing(due: date, today: date) -> str:
    """`overdue`, `due` (today or within three days), or `later`."""
    if due < today:
        return "overdue"
    return "due" if due <= today + timedelta(days=SOON_DAYS) else "later"


def is_repeat(found: date, before: date) -> bool:
    """Whether something found on a day repeats what was found on a day before it."""
    return timedelta(0) <= found - before <= timedelta(days=REPEAT_DAYS)


def mend_by(severity: str, found: date) -> date:
    """Until when it should be mended, where nobody says otherwise."""
    return found + timedelta(days=DAYS_TO_MEND[severity])


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The checklists that come with squaremile, by code."""
    found = (f for f in files("squaremile.safety.packs").joinpath("lists").iterdir() if f.name.endswith(".toml"))
    read = (_cycled(tomllib.loads(f.read_text(encoding="utf-8"))) for f in found)
    return {each["code"]: each for each in sorted(read, key=lambda e: (KINDS.index(e["kind"]), e["code"]))}


def _cycled(found: dict[str, Any]) -> dict[str, Any]:
    """With its cycle in days: its own, or that of the duties of a rule pack which it names."""
    if "duty_pack" not in found:
        return found
    duties = packs.pack(found["duty_pack"]).duties
    cycles = {grade: (duties[code].figure or 0) * DAYS_IN[duties[code].counted_in] for grade, code in found["every"].items()}
    rest = {name: value for name, value in found.items() if name not in ("duty_pack", "every")}
    return rest | {"every_days": {grade: int(days) for grade, days in cycles.items()}}
