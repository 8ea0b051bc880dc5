"""A sheet of organisations."""

from __future__ import annotations

from squaremile.cli.imports.applying import about
from squaremile.cli.imports.csv import apply_words as words
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.companies_here import CompaniesHere
from squaremile.cli.imports.csv.rows import OrganisationRow
from squaremile.cli.imports.kinds_of_organisation import organisation_kind
from squaremile.core import operations as core
from squaremile.core.sheets.reading import Numbered

NAME = 120


def apply_organisations(run: Applying) -> None:
    """One that is here under the very same name is that one: the sheet was written for this cluster."""
    here = CompaniesHere()
    left: list[str] = []
    for each in run.track(run.reading.sheet.label, run.reading.rows):
        row = each.row
        assert isinstance(row, OrganisationRow)
        left += [name for name in ("business_number", "email", "website") if getattr(row, name)]
        if run.ledger.subject(row.external_id, "organisation") is not None:
            run.report.same("organisations")
            continue
        found = {company.id for name in (row.name_ko, row.name_en) if name for company in here.called(name)}
        if len(found) > 1:
            run.wrong(each, "name_ko", row.name_ko or row.name_en, words.SEVERAL, words.SEVERAL_DO)
        elif found:
            run.ledger.remember(row.external_id, "organisation", found.pop())
            run.report.same("organisations")
            said = words.WAS_HERE.fill({"name": row.name_ko or row.name_en})
            run.report.find("was_here", row.external_id, said)
        else:
            _add(run, each, row)
    run.not_carried(left)


def _add(run: Applying, each: Numbered, row: OrganisationRow) -> None:
    fit = run.ledger.fit
    with about(f"row:{each.number}"):
        made = core.add_organisation(
            name_ko=fit(row.name_ko, NAME, row.external_id), name_en=fit(row.name_en, NAME, row.external_id),
            kind=organisation_kind(row.sort),
        )  # fmt: skip
        run.ledger.remember(row.external_id, "organisation", made.id)
    run.report.made("organisations")
