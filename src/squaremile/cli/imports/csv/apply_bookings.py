"""A sheet of bookings, written as they were agreed: no rule is asked, and nothing may overlap."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from squaremile.booking.operations.history import record_reservation
from squaremile.booking.operations.queue import of_codes, queue_for
from squaremile.booking.reads import entries
from squaremile.booking.words import SLOT_TAKEN
from squaremile.cli.imports.applying import about
from squaremile.cli.imports.csv import apply_words as words
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.rows import BookingRow
from squaremile.core.reads import belonging, codes
from squaremile.core.sheets.reading import Numbered
from squaremile.kernel.errors import Missing, Refused

PURPOSE = 300


@dataclass(frozen=True, slots=True)
class Found:
    """What a row's words mean here, in codes."""

    equipment: str
    person: UUID
    organisation: str
    project: str


def apply_bookings(run: Applying) -> None:
    """Every row finds its instrument, person and payer first; only when all have is anything written."""
    catalogue = entries.equipment()
    found: dict[int, Found | None] = {}
    fresh: list[Numbered] = []
    for each in run.reading.rows:
        if run.ledger.subject(each.row.external_id, "reservation") is not None:
            run.report.same("bookings")
            continue
        fresh.append(each)
        found[each.number] = _found(run, each, catalogue)
    run.stop_if_unfit()
    queue_for(of_codes({meant.equipment for meant in found.values() if meant}))
    for each in run.track(run.reading.sheet.label, fresh):
        if (meant := found[each.number]) is not None:
            _record(run, each, meant)


def _found(run: Applying, each: Numbered, catalogue: list[entries.Entry]) -> Found | None:
    row = each.row
    assert isinstance(row, BookingRow)
    equipment, person = _equipment(run, each, row, catalogue), _person(run, each, row)
    payer = _payer(run, each, row, person) if person else None
    if equipment is None or person is None or payer is None:
        return None
    return Found(equipment, person, *payer)


def _equipment(run: Applying, each: Numbered, row: BookingRow, catalogue: list[entries.Entry]) -> str | None:
    meant = [entry for entry in catalogue if row.equipment.casefold() in entry.names]
    in_use = [entry for entry in meant if not entry.retired]
    if len(in_use) == 1:
        return in_use[0].code
    what = (words.SEVERAL, words.SEVERAL_DO) if in_use else (words.RETIRED, words.RETIRED_DO) if meant else (
        words.NO_EQUIPMENT, words.NO_EQUIPMENT_DO)  # fmt: skip
    run.wrong(each, "equipment", row.equipment, *what)
    return None


def _person(run: Applying, each: Numbered, row: BookingRow) -> UUID | None:
    try:
        return codes.person(row.email)
    except Missing:
        run.wrong(each, "email", row.email, words.NO_PERSON, words.NO_PERSON_DO)
        return None


def _payer(run: Applying, each: Numbered, row: BookingRow, person: UUID) -> tuple[str, str] | None:
    """Codes of the organisation and project: the project says it; without one, the person's only organisation."""
    companies = belonging.companies(person)
    if not companies:
        run.wrong(each, "email", row.email, words.NO_COMPANY, words.NO_COMPANY_DO)
        return None
    if row.project:
        meant = [p for p in belonging.projects(companies) if row.project.casefold() in p.names]
        if len(meant) == 1:
            return companies[meant[0].organisation], meant[0].code
        what = (words.SEVERAL, words.SEVERAL_DO) if meant else (words.NO_PROJECT, words.NO_PROJECT_DO)
        run.wrong(each, "project", row.project, *what)
        return None
    if len(companies) > 1:
        run.wrong(each, "email", row.email, words.WHICH_COMPANY, words.WHICH_COMPANY_DO)
        return None
    return next(iter(companies.values())), ""


def _record(run: Applying, each: Numbered, meant: Found) -> None:
    row = each.row
    assert isinstance(row, BookingRow)
    with about(f"row:{each.number}"):
        try:
            made = record_reservation(
                equipment=meant.equipment, start=row.span.start, end=row.span.end, person=meant.person,
                organisation=meant.organisation, project=meant.project, origin=row.external_id,
                state="confirmed" if row.span.end > run.now else "done",
                purpose=run.ledger.fit(row.note, PURPOSE, row.external_id),
            )  # fmt: skip
        except Refused as refused:
            if refused.code != SLOT_TAKEN:
                raise
            run.report.unplan("bookings", "already_taken")
            run.report.find("already_taken", row.external_id, words.ALREADY_TAKEN.fill({"row": each.number}))
            return
    run.ledger.told(row.external_id, "reservation", made.id)
    run.report.made("bookings")
