"""Organisations, the projects they pay from, and closing what NEMO had closed."""

from __future__ import annotations

from functools import partial

from squaremile.cli.imports.applying import Made, about
from squaremile.cli.imports.kinds_of_organisation import organisation_kind
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying, Owner
from squaremile.cli.imports.nemo.organisations import Organisation, Project
from squaremile.core import operations as core
from squaremile.core.reads import codes, organisations

NAME, PROJECT_NAME, REFERENCE = 120, 160, 80


def apply_companies(run: Applying) -> None:
    """Make organisations and projects. Two of one name are never merged: that would show one the other's business."""
    taken = {name.casefold() for each in organisations.organisations() for name in (each.name.ko, each.name.en)}
    keys = {}
    for each in run.plan.organisations:
        before = run.report.tally("account").created
        keys[each.external_id] = run.ledger.once(
            "account", each.external_id, "organisation", partial(_organisation, run, each)
        )
        if run.report.tally("account").created > before and each.name.casefold() in taken:
            run.report.find("same_name", each.external_id, words.SAME_NAME.fill({"name": each.name}))
    made = codes.organisation_codes(keys.values())
    names = {each.external_id: each.name for each in run.plan.organisations}
    run.organisations = {key: Owner(id, made[id], names[key]) for key, id in keys.items()}
    for project in run.plan.projects:
        run.projects[project.external_id] = run.ledger.once(
            "project", project.external_id, "project", partial(_project, run, project)
        )
    run.open_projects = codes.open_projects(run.projects.values())


def _organisation(run: Applying, each: Organisation) -> Made:
    return core.add_organisation(
        **run.ledger.names(each.name, NAME, each.external_id), kind=organisation_kind(each.sort)
    )


def _project(run: Applying, each: Project) -> Made:
    return core.add_project(
        organisation=run.organisations[each.organisation].id,
        reference=run.ledger.fit(each.code, REFERENCE, each.external_id),
        **run.ledger.names(each.name, PROJECT_NAME, each.external_id),
    )


def close_companies(run: Applying, fresh: frozenset[str]) -> None:
    """What NEMO had closed is closed once its history is in; only what this run made: staff may have reopened it."""
    for project in run.plan.projects:
        if project.external_id in fresh and not project.active:
            with about(project.external_id):
                core.close_project(project=run.open_projects[run.projects[project.external_id]])
    for each in run.plan.organisations:
        if each.external_id in fresh and not each.active:
            with about(each.external_id):
                core.edit_organisation(
                    organisation=run.organisations[each.external_id].code, active=False,
                    kind=organisation_kind(each.sort), **run.ledger.names(each.name, NAME, each.external_id),
                )  # fmt: skip
