"""NEMO's usage events are sessions: who used what, for which project, from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.equipment import Fleet
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.people import Person


@dataclass(frozen=True, slots=True)
class Use:
    """A session. ``person`` is charged, ``operator`` was at the instrument (staff for remote work).

    ``end`` is ``None`` while it was running at the time of export. ``answers`` is NEMO's JSON of the questions asked.
    """

    external_id: str
    equipment: str
    via: str | None
    person: str
    operator: str | None
    project: str | None
    start: datetime
    end: datetime | None
    remote: bool
    training: bool
    validated: bool
    waived: bool
    answers: tuple[tuple[str, str], ...]

    @property
    def minutes(self) -> int | None:
        """Whole minutes used, rounded down as NEMO bills them (``duration_minutes``)."""
        return None if self.end is None else int((self.end - self.start).total_seconds() // 60)


def _use(context: Context, fields: Fields, equipment: str, tool: str, person: str) -> Use | None:
    start, end = fields.moment("start"), fields.moment("end")
    ended = fields.raw("end") not in (None, "")
    if start is None or (ended and (end is None or end <= start)):
        return None
    answers = ((name, fields.text(name)) for name in ("pre_run_data", "run_data"))
    return Use(
        external_id=fields.id,
        equipment=equipment,
        via=tool if tool != equipment else None,
        person=person,
        operator=context.target(fields, "operator", "user"),
        project=context.target(fields, "project", "project"),
        start=start,
        end=end,
        remote=fields.flag("remote_work"),
        training=fields.flag("training"),
        validated=fields.flag("validated"),
        waived=fields.flag("waived"),
        answers=tuple((name, value) for name, value in answers if value),
    )


def _findings(context: Context, uses: Iterable[Use], names: dict[str, str], equipment: dict[str, str]) -> None:
    """Sessions still open, without a payer, or overlapping: all are imported, all are worth a look."""
    by_equipment: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_equipment[use.equipment].append(use)
        if use.project is None:
            context.report.find("no_project", use.external_id, words.NO_PROJECT)
        if use.end is None:
            since = f"{use.start.astimezone(context.zone):%Y-%m-%d %H:%M}"
            values = {"equipment": equipment[use.equipment], "person": names[use.person], "since": since}
            context.report.find("still_running", use.external_id, words.STILL_RUNNING.fill(values))
    for instrument, own in by_equipment.items():
        longest: Use | None = None
        for use in sorted(own, key=lambda each: each.start):
            if longest is not None and (longest.end is None or longest.end > use.start):
                values = {
                    "equipment": equipment[instrument],
                    "first": names[longest.person],
                    "second": names[use.person],
                }
                said = words.USE_OVERLAPS.fill(values)
                context.report.find("use_overlaps", use.external_id, said, [longest.external_id])
            if longest is None or (longest.end is not None and (use.end is None or use.end > longest.end)):
                longest = use


def plan_usage(context: Context, fleet: Fleet, people: tuple[Person, ...]) -> tuple[Use, ...]:
    """One session per usage event. Charges are facts: none is dropped for overlapping or lacking a project."""
    names = {each.external_id: each.name for each in people}
    planned: list[Use] = []
    for _, fields in context.records("usageevent"):
        tool = context.target(fields, "tool", "tool") or ""
        equipment, person = fleet.standing_for.get(tool), context.target(fields, "user", "user")
        if equipment is None or person not in names:
            context.report.skip("usageevent", "unknown_person" if equipment else "unknown_equipment")
            continue
        use = _use(context, fields, equipment, tool, person)
        if use is None:
            context.report.skip("usageevent", "no_span")
            continue
        planned.append(use)
        context.report.plan("usageevent")
    _findings(context, planned, names, fleet.names())
    return tuple(planned)
