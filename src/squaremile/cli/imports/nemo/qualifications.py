"""Who may use what, and until when.

Source of the expiry rule: NEMO's ``do_manage_tool_qualifications``: N days after the later of qualification and last
use, or M days after qualification when never used; staff and tools marked so are exempt; N and M are two
customization keys, and an unset one means no expiry in that case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.equipment import Fleet
from squaremile.cli.imports.nemo.people import Person
from squaremile.cli.imports.nemo.usage import Use


@dataclass(frozen=True, slots=True)
class Qualification:
    """``expires_on`` is the first day without it; ``None`` means it does not expire."""

    external_id: str
    person: str
    equipment: str
    since: date | None
    expires_on: date | None


def _days(context: Context, key: str) -> int | None:
    found = context.index.find("customization", key)
    value = str(found.fields.get("value") or "") if found else ""
    return int(value) if value.isdecimal() and int(value) > 0 else None


def expiry(
    since: date | None, last_use: date | None, days_after_use: int | None, days_unused: int | None
) -> date | None:
    """The first day on which the qualification no longer holds, by NEMO's rule; all ``None`` where it never ends."""
    if since is None:
        return None
    if last_use is not None:
        return max(last_use, since) + timedelta(days=days_after_use) if days_after_use else None
    return since + timedelta(days=days_unused) if days_unused else None


def plan_qualifications(
    context: Context, fleet: Fleet, people: tuple[Person, ...], uses: tuple[Use, ...]
) -> tuple[Qualification, ...]:
    """One qualification per person and instrument; of several, the latest counts and the others are duplicates."""
    after_use = _days(context, "tool_qualification_expiration_days")
    unused = _days(context, "tool_qualification_expiration_never_used_days")
    if after_use or unused:
        said = words.EXPIRY_RULE.fill({"used": after_use or "–", "unused": unused or "–"})
        context.report.find("expiry_rule", "nemo:customization:tool_qualification_expiration_days", said)
    known = {each.external_id: each for each in people}
    expiring = {each.external_id for each in fleet.equipment if each.qualifications_expire}
    last_use: dict[tuple[str, str], date] = {}
    for use in uses:
        key, day = (use.person, use.equipment), use.start.astimezone(context.zone).date()
        last_use[key] = max(day, last_use.get(key, day))
    latest: dict[tuple[str, str], Qualification] = {}
    for external_id, fields in context.records("qualification"):
        person = context.target(fields, "user", "user")
        equipment = fleet.standing_for.get(context.target(fields, "tool", "tool") or "")
        if person not in known or equipment is None:
            context.report.skip("qualification", "unknown_equipment" if person in known else "unknown_person")
            continue
        key, since = (person, equipment), fields.day("qualified_on")
        exempt = "is_staff" in known[person].suggested_roles or equipment not in expiring
        ends = None if exempt else expiry(since, last_use.get(key), after_use, unused)
        mine = Qualification(external_id, person, equipment, since, ends)
        held = latest.get(key)
        if held is not None:
            context.report.skip("qualification", "duplicate")
            if (mine.since or date.min) <= (held.since or date.min):
                continue
        else:
            context.report.plan("qualification")
        latest[key] = mine
    return tuple(latest.values())
