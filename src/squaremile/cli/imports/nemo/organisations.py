"""NEMO's accounts are the organisations that pay; its projects are what they pay for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from squaremile.cli.imports.nemo.context import Context


@dataclass(frozen=True, slots=True)
class Organisation:
    """``sort`` is the site's own word for the account's type (Internal, Industry …)."""

    external_id: str
    name: str
    sort: str
    note: str
    since: date | None
    active: bool


@dataclass(frozen=True, slots=True)
class Project:
    """``only_equipment`` empty means all equipment may be charged to it."""

    external_id: str
    name: str
    code: str
    organisation: str
    since: date | None
    active: bool
    discipline: str
    sorts: tuple[str, ...]
    only_equipment: tuple[str, ...]


def plan_organisations(context: Context) -> tuple[Organisation, ...]:
    """One organisation per account; one without a name is skipped."""
    planned: list[Organisation] = []
    for external_id, fields in context.records("account"):
        name = fields.text("name")
        if not name:
            context.report.skip("account", "no_name")
            continue
        planned.append(
            Organisation(
                external_id=external_id,
                name=name,
                sort=context.named(fields, "type", "accounttype"),
                note=fields.text("note"),
                since=fields.day("start_date"),
                active=fields.flag("active", absent=True),
            )
        )
        context.report.plan("account")
    return tuple(planned)


def plan_projects(context: Context, organisations: tuple[Organisation, ...]) -> tuple[Project, ...]:
    """One project per project; a project needs an organisation, since someone must own its data."""
    known = {each.external_id for each in organisations}
    planned: list[Project] = []
    for external_id, fields in context.records("project"):
        name, organisation = fields.text("name"), context.target(fields, "account", "account")
        if not name or organisation not in known:
            context.report.skip("project", "no_organisation" if name else "no_name")
            continue
        sorts = (context.index.find("projecttype", each) for each in fields.many("project_types"))
        planned.append(
            Project(
                external_id=external_id,
                name=name,
                code=fields.text("application_identifier"),
                organisation=organisation,
                since=fields.day("start_date"),
                active=fields.flag("active", absent=True),
                discipline=context.named(fields, "discipline", "projectdiscipline"),
                sorts=tuple(str(each.fields.get("name", "")) for each in sorts if each),
                only_equipment=context.targets(fields, "only_allow_tools", "tool"),
            )
        )
        context.report.plan("project")
    return tuple(planned)
