"""NEMO's tools become equipment. An alternate (child) tool is another name for its parent, not a second machine.

Source: NEMO's ``Tool.save`` keeps only name and parent of a child tool, reads everything else from the parent, and
treats the family as one when it asks whether the tool is in use.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.prose import plain_text
from squaremile.cli.imports.nemo.rules import BookingRules, booking_rules


class Queue(StrEnum):
    """NEMO's operation mode (8.0 and later): booked ahead, first come first served, or both."""

    BOOKED = "booked"
    WAITLIST = "waitlist"
    BOTH = "both"


_MODES = {0: Queue.BOOKED, 1: Queue.WAITLIST, 2: Queue.BOTH}


@dataclass(frozen=True, slots=True)
class Alias:
    """An alternate tool: a second name that bookings and sessions may carry."""

    external_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Equipment:
    """``kind`` is NEMO's category split at ``/``; ``place`` is the area it stands in, ``location`` free text.

    NEMO always asks for a qualification, so every instrument here needs one. ``wind_down_minutes`` is how long a user
    may ask to keep the instrument after logging off.
    """

    external_id: str
    name: str
    aliases: tuple[Alias, ...]
    kind: tuple[str, ...]
    place: str | None
    location: str
    serial: str
    description: str
    properties: tuple[tuple[str, str], ...]
    owner: str | None
    backup_owners: tuple[str, ...]
    trainers: tuple[str, ...]
    staff: tuple[str, ...]
    phone: str
    email: str
    image: str
    operational: bool
    visible: bool
    queue: Queue
    qualifications_expire: bool
    wind_down_minutes: int | None
    rules: BookingRules


@dataclass(frozen=True, slots=True)
class Fleet:
    """All equipment, and which of it every tool id (alternates too) stands for."""

    equipment: tuple[Equipment, ...]
    standing_for: dict[str, str]

    def names(self) -> dict[str, str]:
        return {each.external_id: each.name for each in self.equipment}


def _properties(value: object) -> tuple[tuple[str, str], ...]:
    """NEMO 8's free properties: an object, or the same as JSON text."""
    if isinstance(value, str):
        try:
            return _properties(json.loads(value)) if value.strip() else ()
        except ValueError:
            return (("properties", value),)
    if not isinstance(value, dict):
        return ()
    said = {
        str(key): each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for key, each in value.items()
    }
    return tuple((key, each) for key, each in said.items() if each not in ("", "null", "[]", "{}"))


def _equipment(context: Context, fields: Fields, aliases: tuple[Alias, ...]) -> Equipment:
    mode = fields.whole("operation_mode") or 0
    return Equipment(
        external_id=fields.id,
        name=fields.text("name"),
        aliases=aliases,
        kind=tuple(part.strip() for part in fields.text("category").split("/") if part.strip()),
        place=context.target(fields, "requires_area_access", "area"),
        location=fields.text("location"),
        serial=fields.text("serial"),
        description=plain_text(fields.text("description")),
        properties=_properties(fields.raw("properties")),
        owner=context.target(fields, "primary_owner", "user"),
        backup_owners=context.targets(fields, "backup_owners", "user"),
        trainers=context.targets(fields, "superusers", "user"),
        staff=context.targets(fields, "staff", "user"),
        phone=fields.text("phone_number"),
        email=fields.text("notification_email_address"),
        image=fields.text("image"),
        operational=fields.flag("operational", absent=True),
        visible=fields.flag("visible", absent=True),
        queue=_MODES.get(mode, Queue.BOOKED),
        qualifications_expire=not fields.flag("qualifications_never_expire"),
        wind_down_minutes=fields.whole("max_delayed_logoff") or None,
        rules=booking_rules(fields),
    )


def _parents(context: Context, usable: dict[str, Fields]) -> dict[str, str | None]:
    """The parent of each tool; one that is lost, itself, or itself an alternate leaves the tool on its own."""
    raw = {each: context.target(fields, "parent_tool", "tool") for each, fields in usable.items()}
    parents: dict[str, str | None] = {}
    for each, fields in usable.items():
        parent = raw[each]
        sound = parent in usable and parent != each and raw.get(str(parent)) is None
        parents[each] = parent if sound else None
        if fields.raw("parent_tool") is not None and not sound:
            said = words.ORPHAN_ALTERNATE.fill({"name": fields.text("name")})
            context.report.find("orphan_alternate", each, said)
    return parents


def plan_equipment(context: Context) -> Fleet:
    """One piece of equipment per tool without a parent; alternates become its other names."""
    usable: dict[str, Fields] = {}
    for external_id, fields in context.records("tool"):
        if fields.text("name"):
            usable[external_id] = fields
            context.report.plan("tool")
        else:
            context.report.skip("tool", "no_name")
    parents = _parents(context, usable)
    aliases: defaultdict[str, list[Alias]] = defaultdict(list)
    for each, parent in parents.items():
        if parent is not None:
            aliases[parent].append(Alias(each, usable[each].text("name")))
    return Fleet(
        equipment=tuple(
            _equipment(context, usable[each], tuple(aliases[each]))
            for each, parent in parents.items()
            if parent is None
        ),
        standing_for={each: parent or each for each, parent in parents.items()},
    )
