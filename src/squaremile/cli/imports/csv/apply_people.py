"""A sheet of people: accounts, and a role in the organisation each row names."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID

from squaremile.cli.imports.applying import about, is_korean, joined
from squaremile.cli.imports.csv import apply_words as words
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.companies_here import CompaniesHere, Company
from squaremile.cli.imports.csv.rows import PersonRow
from squaremile.core import operations as core
from squaremile.core.reads import codes
from squaremile.core.roles import COMPANY_ADMIN, COMPANY_ROLES, ROLES, SCIENTIST
from squaremile.core.words import GRANT_OVERLAPS
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.period import civil

NAME = 80
VALID = timedelta(days=730)
_COMPANY_ROLES = {
    word.casefold(): code for code in COMPANY_ROLES for word in (code, ROLES[code].label.ko, ROLES[code].label.en)
} | {"기업관리자": COMPANY_ADMIN, "": SCIENTIST}


def apply_people(run: Applying) -> None:
    """First every row finds its organisation; only when all have does anybody come in."""
    here = CompaniesHere()
    companies: dict[int, Company | None] = {}
    for each in run.reading.rows:
        row = each.row
        assert isinstance(row, PersonRow)
        found = here.called(row.organisation) if row.organisation else []
        companies[each.number] = found[0] if len(found) == 1 else None
        if row.organisation and len(found) != 1:
            what = (words.SEVERAL, words.SEVERAL_DO) if found else (words.NO_ORGANISATION, words.NO_ORGANISATION_DO)
            run.wrong(each, "organisation", row.organisation, *what)
    run.stop_if_unfit()
    left: list[str] = []
    for each in run.track(run.reading.sheet.label, run.reading.rows):
        row = each.row
        assert isinstance(row, PersonRow)
        left += [name for name in ("phone", "badge") if getattr(row, name)]
        with about(f"row:{each.number}"):
            person = _person(run, row)
            company = companies[each.number]
            if company is not None:
                _grant(run, row, person, company)
            else:
                said = words.WITHOUT_COMPANY.fill({"name": row.name})
                run.report.find("without_company", row.external_id, said)
    run.not_carried(left)


def _person(run: Applying, row: PersonRow) -> UUID:
    if (known := run.ledger.subject(row.external_id, "person")) is not None:
        run.report.same("people")
        return known
    try:
        found = codes.person(row.email)
    except Missing:
        korean = is_korean(row.name)
        made = core.add_person(
            email=row.email, language="ko" if korean else "en",
            name_ko=run.ledger.fit(row.name, NAME, row.external_id) if korean else "",
            name_en=run.ledger.fit(row.name_en or ("" if korean else row.name), NAME, row.external_id),
        )  # fmt: skip
        run.ledger.remember(row.external_id, "person", made.id)
        run.report.made("people")
        return made.id
    run.ledger.remember(row.external_id, "person", found)
    run.report.same("people")
    run.report.find("was_here", row.external_id, words.WAS_HERE.fill({"name": row.name}))
    return found


def _grant(run: Applying, row: PersonRow, person: UUID, company: Company) -> None:
    """Once for each person and organisation: whoever was let go since then is not let in again."""
    external_id = joined("csv:membership", row.external_id, str(company.id))
    if run.ledger.subject(external_id, "role_grant") is not None:
        return
    role = _COMPANY_ROLES.get(row.role.strip().casefold())
    values = {"name": row.name, "role": row.role}
    if role is None:
        run.report.find("role_by_hand", row.external_id, words.ROLE_BY_HAND.fill(values))
    end = run.now + VALID
    if row.access_until is not None:
        end = min(end, civil(row.access_until, time.max, run.zone))
    if end <= run.now:
        run.report.find("access_ended", row.external_id, words.ACCESS_ENDED.fill(values))
        return
    try:
        made = core.grant_role(person=person, role=role or SCIENTIST, organisation=company.id, start=run.now, end=end)
    except Refused as refused:
        if refused.code != GRANT_OVERLAPS:
            raise
        run.report.find("already_member", row.external_id, words.ALREADY_MEMBER.fill(values))
    else:
        run.ledger.remember(external_id, "role_grant", made.id)
