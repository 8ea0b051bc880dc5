"""NEMO's tree of areas becomes a tree of places, parents before children."""

from __future__ import annotations

from dataclasses import dataclass

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.rules import BookingRules, booking_rules


@dataclass(frozen=True, slots=True)
class Place:
    """``path`` holds the names from the top down to this one; ``capacity`` in people, 0 in NEMO means not set."""

    external_id: str
    name: str
    parent: str | None
    path: tuple[str, ...]
    category: str
    capacity: int | None
    needs_booking: bool
    rules: BookingRules


def _line(context: Context, start: str, parents: dict[str, str | None], names: dict[str, str]) -> list[str]:
    """External ids from ``start`` up to its top; a loop is cut at the area where it closes, and reported."""
    line = [start]
    while (above := parents[line[-1]]) is not None:
        if above in line:
            context.report.find("cycle", line[-1], words.CYCLE.fill({"name": names[line[-1]]}))
            parents[line[-1]] = None
            break
        line.append(above)
    return line


def plan_places(context: Context) -> tuple[Place, ...]:
    """One place per area. MPTT's own columns (``lft`` …) are ignored: the parent says it all."""
    usable: dict[str, Fields] = {}
    for external_id, fields in context.records("area"):
        if fields.text("name"):
            usable[external_id] = fields
            context.report.plan("area")
        else:
            context.report.skip("area", "no_name")
    names = {each: fields.text("name") for each, fields in usable.items()}
    parents: dict[str, str | None] = {}
    for each, fields in usable.items():
        parent = context.target(fields, "parent_area", "area")
        parents[each] = parent if parent in usable else None
    lines = {each: _line(context, each, parents, names) for each in usable}
    return tuple(
        Place(
            external_id=each,
            name=names[each],
            parent=parents[each],
            path=tuple(names[above] for above in reversed(lines[each])),
            category=usable[each].text("category"),
            capacity=usable[each].whole("maximum_capacity") or None,
            needs_booking=usable[each].flag("requires_reservation"),
            rules=booking_rules(usable[each]),
        )
        for each in sorted(usable, key=lambda each: len(lines[each]))
    )
