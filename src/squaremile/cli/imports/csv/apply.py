"""Applying a sheet: every row or none, by the same operations as pages and API call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from squaremile.cli.imports.applying import Ledger, whole
from squaremile.cli.imports.csv.apply_bookings import apply_bookings
from squaremile.cli.imports.csv.apply_containers import apply_containers
from squaremile.cli.imports.csv.apply_equipment import apply_equipment, room_id, rules_id
from squaremile.cli.imports.csv.apply_network import apply_network
from squaremile.cli.imports.csv.apply_organisations import apply_organisations
from squaremile.cli.imports.csv.apply_outcomes import apply_outcomes
from squaremile.cli.imports.csv.apply_people import apply_people
from squaremile.cli.imports.csv.apply_words import ROOM
from squaremile.cli.imports.csv.applying import Applying, Unfit
from squaremile.cli.imports.csv.rows import EquipmentRow, PersonRow
from squaremile.cli.imports.progress import Track, silent
from squaremile.cli.imports.rooms import site_ids
from squaremile.core.reads import external
from squaremile.core.sheets.reading import Reading, RowError
from squaremile.kernel import clock

_PARTS: dict[str, Callable[[Applying], None]] = {
    "organisations": apply_organisations, "people": apply_people, "equipment": apply_equipment,
    "bookings": apply_bookings, "partners": apply_network, "experts": apply_network,
    "outcomes": apply_outcomes, "containers": apply_containers,
}  # fmt: skip


def apply(
    reading: Reading, *, zone: ZoneInfo, site: str = "", dry_run: bool = False, track: Track = silent
) -> tuple[RowError, ...]:
    """Bring the sheet in; what is wrong with its rows, if anything: then nothing was saved.

    Raises:
        Stopped: an operation refused a row in a way that no row check foresaw; nothing was saved.
    """
    if reading.errors:
        return reading.errors
    errors: list[RowError] = []

    def body() -> None:
        ledger = Ledger(reading.report, _ids(reading, site))
        run = Applying(reading, ledger, zone, clock.now(), track, site, errors)
        _PARTS[reading.sheet.kind](run)
        run.stop_if_unfit()

    try:
        whole(reading.report, body, dry_run=dry_run)
    except Unfit:
        for _ in {error.row for error in errors}:
            reading.report.unplan(reading.sheet.kind, "invalid_row")
        for error in errors:
            reading.report.find("invalid_row", f"row:{error.row}", error.text)
    return tuple(errors)


def _ids(reading: Reading, site: str) -> Iterator[str]:
    """Every external id that an earlier run of this sheet may have left behind."""
    yield from site_ids("csv", site)
    yield room_id(site, ROOM.ko)
    for each in reading.rows:
        yield each.row.external_id
        if isinstance(each.row, EquipmentRow):
            yield rules_id(each.row)
            yield room_id(site, each.row.location or ROOM.ko)
    if any(isinstance(each.row, PersonRow) for each in reading.rows):
        yield from external.of("role_grant")
