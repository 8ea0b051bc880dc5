"""A sheet of the directory: the same filling as files from ORCID and ROR."""

from __future__ import annotations

from squaremile.cli.imports.applying import about, is_korean
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.rows import ExpertRow, PartnerRow
from squaremile.cli.imports.network.apply import Filling
from squaremile.cli.imports.network.records import Body, Reading, Someone
from squaremile.network.reads import identified
from squaremile.network.words.directory import PARTNER_KINDS

_KINDS = {word.casefold(): code for code, label in PARTNER_KINDS.items() for word in (code, label.ko, label.en)}


def apply_network(run: Applying) -> None:
    """Every row, once: one that was brought before is found by what it was called then."""
    filling = Filling(Reading(run.report), "csv", run.track)
    kind = run.reading.sheet.kind
    for each in run.track(run.reading.sheet.label, run.reading.rows):
        row = each.row
        if run.ledger.knows(row.external_id):
            run.report.same(kind)
            continue
        with about(f"row:{each.number}"):
            if isinstance(row, PartnerRow):
                code = filling.partner(_body(each.number, row), planned=True)
            else:
                assert isinstance(row, ExpertRow)
                code = filling.person(_someone(each.number, row), planned=True)
            run.ledger.remember(row.external_id, kind.removesuffix("s"), identified.key(kind, code))


def _body(number: int, row: PartnerRow) -> Body:
    korean = is_korean(row.city)
    return Body(
        number, kind=_KINDS.get(row.sort.casefold(), "other"), name_ko=row.name_ko, name_en=row.name_en, country=row.country,
        city_ko=row.city if korean else "", city_en="" if korean else row.city, website=row.website, ror=row.ror,
        business_number=row.business_number,
    )  # fmt: skip


def _someone(number: int, row: ExpertRow) -> Someone:
    one = Someone(number, orcid=row.orcid, name_ko=row.name_ko, name_en=row.name_en, email=row.email, website=row.website)
    one.role_ko, one.role_en = (row.role, "") if is_korean(row.role) else ("", row.role)
    one.bio_ko, one.bio_en = (row.bio, "") if is_korean(row.bio) else ("", row.bio)
    one.home = Body(number).named(row.organisation) if row.organisation else None
    return one
