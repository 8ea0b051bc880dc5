"""A sheet of equipment: kinds, rooms and rules of use come along where the sheet names new ones."""

from __future__ import annotations

from math import gcd
from typing import Any

from squaremile.booking import operations as booking
from squaremile.booking.reads import entries
from squaremile.cli.imports import rooms
from squaremile.cli.imports.applying import Made, about
from squaremile.cli.imports.csv import apply_words as words
from squaremile.cli.imports.csv.applying import Applying
from squaremile.cli.imports.csv.companies_here import CompaniesHere, Company
from squaremile.cli.imports.csv.rows import EquipmentRow
from squaremile.cli.imports.sorts import ensure_kind
from squaremile.core.sheets.identity import bounded
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads import places

NAME, MAKER, SERIAL, NUMBER = 160, 120, 80, 40
STEP, FARTHEST = 15, 3650


def rules_id(row: EquipmentRow) -> str:
    return f"csv:rules:{row.minimum_minutes or 0}-{row.maximum_minutes or 0}-{row.horizon_days or 0}"


def room_id(site: str, location: str) -> str:
    return bounded(f"csv:room:{site}:{location.casefold()}")


def apply_equipment(run: Applying) -> None:
    """Owners and rooms are found for every row first; only then is anything made."""
    here, spots = CompaniesHere(), places.on_site(run.site)
    owners: dict[int, Company | None] = {}
    located: dict[str, str] = {}
    for each in run.reading.rows:
        row = each.row
        assert isinstance(row, EquipmentRow)
        found = here.called(row.owner) if row.owner else []
        owners[each.number] = found[0] if len(found) == 1 else None
        if row.owner and len(found) != 1:
            what = (words.SEVERAL, words.SEVERAL_DO) if found else (words.NO_ORGANISATION, words.NO_ORGANISATION_DO)
            run.wrong(each, "owner", row.owner, *what)
        said = row.location.casefold()
        rooms_here = [
            spot for spot in spots if said in [name.casefold() for name in (spot.code, spot.name.ko, spot.name.en)]
        ]
        if len(rooms_here) > 1:
            run.wrong(each, "location", row.location, words.SEVERAL, words.SEVERAL_DO)
        elif rooms_here:
            located[said] = rooms_here[0].code
    run.stop_if_unfit()
    kinds, made = entries.kinds(), 0
    for each in run.track(run.reading.sheet.label, run.reading.rows):
        row = each.row
        assert isinstance(row, EquipmentRow)
        if run.ledger.subject(row.external_id, "equipment") is not None:
            run.report.same("equipment")
            continue
        with about(f"row:{each.number}"):
            kind, place = ensure_kind(row.kind, kinds), _room(run, row, located)
            _add(run, row, kind=kind, place=place, owner=owners[each.number])
        made += 1
    if made:
        run.report.find("open_to_all", "", words.OPEN_TO_ALL.fill({"count": made}))


def _add(run: Applying, row: EquipmentRow, *, kind: str, place: str, owner: Company | None) -> None:
    def fit(text: str, limit: int) -> str:
        return run.ledger.fit(text, limit, row.external_id)

    made = booking.add_equipment(
        name_ko=fit(row.name_ko, NAME), name_en=fit(row.name_en, NAME), kind=kind, place=place,
        rules_of_use=_rules(run, row), maker=fit(row.maker, MAKER), model=fit(row.model, MAKER),
        serial=fit(row.serial, SERIAL), asset_number=fit(row.code, NUMBER), owner=owner.id if owner else None,
    )  # fmt: skip
    run.ledger.remember(row.external_id, "equipment", made.id)
    if not row.operational:
        booking.set_equipment_state(
            equipment=made.code, state="out_of_service", says_ko=words.DOWN.ko, says_en=words.DOWN.en
        )
    run.report.made("equipment")


def _rules(run: Applying, row: EquipmentRow) -> str:
    """Code of the rule set of these limits; what the sheet leaves open follows the house's usual rules."""
    known = run.ledger.subject(rules_id(row), "rules")
    if known is None:
        least, most = row.minimum_minutes or 0, row.maximum_minutes or 0
        numbers: dict[str, Any] = {"step_minutes": gcd(STEP, *(n for n in (least, most) if n))}
        if least:
            numbers["min_minutes"] = least
        if most or least > 480:
            numbers["max_minutes"] = most
        if most and not least:
            numbers["min_minutes"] = min(STEP, most)
        if row.horizon_days:
            numbers["horizon_days"] = min(row.horizon_days, FARTHEST)
        name = words.RULES.fill({"number": rules_id(row).removeprefix("csv:rules:")})
        known = run.ledger.once("", rules_id(row), "rules", lambda: booking.add_rules(
            name_ko=name.ko, name_en=name.en, **numbers))  # fmt: skip
    return entries.rule_sets()[known]


def _room(run: Applying, row: EquipmentRow, located: dict[str, str]) -> str:
    """Code of the place that the row names; a room of that name on the ground floor where there is none."""
    said = row.location.casefold()
    if said not in located:
        name = row.location or words.ROOM.ko

        def add() -> Made:
            names: dict[str, Any] = run.ledger.names(row.location, rooms.NAME, row.external_id) if row.location else {
                "name_ko": words.ROOM.ko, "name_en": words.ROOM.en}  # fmt: skip
            return spaces.add_place(kind="room", parent=rooms.ground_floor(run.ledger, "csv", run.site), **names)

        located[said] = rooms.code_of(run.ledger.once("", room_id(run.site, name), "place", add))
    return located[said]
