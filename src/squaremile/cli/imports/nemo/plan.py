"""From a NEMO export to a plan of our own nouns: pure, complete, and counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context, Index
from squaremile.cli.imports.nemo.equipment import Equipment, plan_equipment
from squaremile.cli.imports.nemo.faults import Fault, plan_faults
from squaremile.cli.imports.nemo.kept import KeptRecord, plan_kept
from squaremile.cli.imports.nemo.kinds import KINDS, TAKEN, Fate
from squaremile.cli.imports.nemo.maintenance import Maintenance, plan_maintenance
from squaremile.cli.imports.nemo.organisations import Organisation, Project, plan_organisations, plan_projects
from squaremile.cli.imports.nemo.people import Person, plan_people
from squaremile.cli.imports.nemo.places import Place, plan_places
from squaremile.cli.imports.nemo.qualifications import Qualification, plan_qualifications
from squaremile.cli.imports.nemo.reader import Export
from squaremile.cli.imports.nemo.reservations import Bookings, plan_reservations
from squaremile.cli.imports.nemo.usage import Use, plan_usage
from squaremile.core.sheets.report import Report


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to be made, in the order in which it can be made."""

    organisations: tuple[Organisation, ...]
    projects: tuple[Project, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    qualifications: tuple[Qualification, ...]
    maintenance: tuple[Maintenance, ...]
    faults: tuple[Fault, ...]
    bookings: Bookings
    uses: tuple[Use, ...]
    kept: tuple[KeptRecord, ...]


def _count(export: Export, index: Index, report: Report) -> None:
    """What was read, and what of it is left behind or unknown."""
    for record in export.records:
        kind = KINDS.get(record.kind)
        report.saw(record.kind)
        if kind is None:
            report.unknown_kinds[f"nemo.{record.kind}"] += 1
            report.skip(record.kind, "unknown_kind")
        elif kind.fate is Fate.LEFT:
            report.skip(record.kind, kind.reason)
    report.unknown_kinds.update(export.foreign)
    for label, count in export.foreign.items():
        report.saw(label, count)
        report.skip(label, "billing_history" if label.startswith("nemo_billing.") else "unknown_kind", count)
    if export.broken:
        places = ", ".join(str(place) for place in export.broken[:10])
        said = words.BROKEN.fill({"count": len(export.broken), "places": places})
        report.find("broken_record", "", said)
    for kind_name, name in index.shared_names:
        said = words.SHARED_NAME.fill({"kind": kind_name, "name": name})
        report.find("shared_name", f"nemo:{kind_name}:{name}", said)


def _count_fields(index: Index, report: Report) -> None:
    """Fields of the kinds we take: unknown, left behind although filled, or absent from every record."""
    for name, kind in TAKEN.items():
        records = index.of(name)
        filled: Counter[str] = Counter()
        seen: set[str] = set()
        for record in records:
            seen.update(record.fields)
            filled.update(key for key, value in record.fields.items() if value not in (None, "", [], {}, False))
        known = kind.uses | kind.leaves
        if unknown := Counter({key: filled[key] for key in sorted(seen - known)}):
            report.unknown_fields[name] = unknown
        if left := Counter({key: filled[key] for key in sorted(seen & kind.leaves) if filled[key]}):
            report.left_fields[name] = left
        if records and (missing := tuple(sorted(kind.uses - seen))):
            report.missing_fields[name] = missing


def make_plan(export: Export, *, zone: ZoneInfo, source: str = "nemo") -> tuple[Plan, Report]:
    """The plan and its report. ``zone`` is the site's, for times without an offset and for what people read.

    Every record read is planned, kept or skipped with a reason: ``report.unaccounted()`` is empty.
    """
    report, index = Report(source), Index(export)
    context = Context(index, report, zone)
    _count(export, index, report)
    _count_fields(index, report)
    organisations = plan_organisations(context)
    projects = plan_projects(context, organisations)
    people = plan_people(context, organisations, projects)
    places = plan_places(context)
    fleet = plan_equipment(context)
    uses = plan_usage(context, fleet, people)
    maintenance = plan_maintenance(context, fleet)
    plan = Plan(
        organisations=organisations,
        projects=projects,
        people=people,
        places=places,
        equipment=fleet.equipment,
        qualifications=plan_qualifications(context, fleet, people, uses),
        maintenance=maintenance,
        faults=plan_faults(context, fleet),
        bookings=plan_reservations(context, fleet, people, maintenance),
        uses=uses,
        kept=plan_kept(context),
    )
    return plan, report
