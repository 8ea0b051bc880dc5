"""Scheduled outages become maintenance windows; one of a shared resource stops every tool that fully depends on it."""

from __future__ import annotations

from dataclasses import dataclass

from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.equipment import Fleet
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.prose import plain_text
from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Maintenance:
    """``equipment`` is stopped for ``span``, or the whole ``place`` is; ``resource`` names what was missing."""

    external_id: str
    equipment: tuple[str, ...]
    place: str | None
    resource: str
    span: Period
    title: str
    details: str
    sort: str
    planned_by: str | None


def _stopped(context: Context, fields: Fields, fleet: Fleet) -> tuple[tuple[str, ...], str]:
    """The equipment an outage stops, and the resource through which, if any."""
    direct = context.target(fields, "tool", "tool")
    if direct in fleet.standing_for:
        return (fleet.standing_for[direct],), ""
    resource = context.index.find("resource", fields.raw("resource"))
    if resource is None:
        return (), ""
    of = context.fields(resource)
    tools = context.targets(of, "fully_dependent_tools", "tool")
    stopped = dict.fromkeys(fleet.standing_for[tool] for tool in tools if tool in fleet.standing_for)
    return tuple(stopped), of.text("name")


def plan_maintenance(context: Context, fleet: Fleet) -> tuple[Maintenance, ...]:
    """One window per outage. One that names nothing we know, or has no span, is skipped."""
    planned: list[Maintenance] = []
    for external_id, fields in context.records("scheduledoutage"):
        span = fields.span()
        equipment, resource = _stopped(context, fields, fleet)
        place = context.target(fields, "area", "area")
        if span is None or not (equipment or place or resource):
            context.report.skip("scheduledoutage", "no_target" if span else "no_span")
            continue
        planned.append(
            Maintenance(
                external_id=external_id,
                equipment=equipment,
                place=place,
                resource=resource,
                span=span,
                title=fields.text("title"),
                details=plain_text(fields.text("details")),
                sort=fields.text("category"),
                planned_by=context.target(fields, "creator", "user"),
            )
        )
        context.report.plan("scheduledoutage")
    return tuple(planned)
