"""NEMO's open tasks become fault reports; one that forces a shutdown stops the instrument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.equipment import Fleet


@dataclass(frozen=True, slots=True)
class Fault:
    """``stops`` tells whether the instrument must not be used; ``urgent`` is NEMO's urgency above normal."""

    external_id: str
    equipment: str
    description: str
    progress: str
    sort: str
    stops: bool
    hazard: bool
    urgent: bool
    reported_by: str | None
    reported_at: datetime | None
    expected_until: datetime | None


_NORMAL = 0
"""NEMO's ``Task.Urgency``: -1 low, 0 normal, 1 high."""


def plan_faults(context: Context, fleet: Fleet) -> tuple[Fault, ...]:
    """Open tasks only; resolved and cancelled ones are counted as closed."""
    planned: list[Fault] = []
    for external_id, fields in context.records("task"):
        equipment = fleet.standing_for.get(context.target(fields, "tool", "tool") or "")
        if fields.flag("resolved") or fields.flag("cancelled"):
            context.report.skip("task", "closed")
            continue
        if equipment is None:
            context.report.skip("task", "unknown_equipment")
            continue
        urgency = fields.raw("urgency")
        planned.append(
            Fault(
                external_id=external_id,
                equipment=equipment,
                description=fields.text("problem_description"),
                progress=fields.text("progress_description"),
                sort=context.named(fields, "problem_category", "taskcategory"),
                stops=fields.flag("force_shutdown"),
                hazard=fields.flag("safety_hazard"),
                urgent=isinstance(urgency, int) and urgency > _NORMAL,
                reported_by=context.target(fields, "creator", "user"),
                reported_at=fields.moment("creation_time"),
                expected_until=fields.moment("estimated_resolution_time"),
            )
        )
        context.report.plan("task")
    stopped = {fault.equipment for fault in planned if fault.stops}
    for each in fleet.equipment:
        if not each.operational and each.external_id not in stopped:
            said = words.DOWN_WITHOUT_FAULT.fill({"name": each.name})
            context.report.find("down_without_fault", each.external_id, said)
    return tuple(planned)
