"""Reading a sheet by its kind: which kinds there are, and how bookings that overlap are settled."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from squaremile.cli.imports.csv.rows import BookingRow
from squaremile.cli.imports.csv.sheets import SHEETS
from squaremile.cli.imports.csv.sheets_network import NETWORK
from squaremile.cli.imports.csv.sheets_outcomes import OUTCOMES
from squaremile.cli.imports.overlaps import Claim, settle
from squaremile.cli.imports.words import NO_KIND
from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.reading import Numbered, Reading, read_sheet
from squaremile.core.sheets.report import Report
from squaremile.kernel.errors import Invalid
from squaremile.safety.policies.stock_list import CONTAINERS

ALL = {**SHEETS, **NETWORK, **OUTCOMES, CONTAINERS.kind: CONTAINERS}


def _settled(rows: list[Numbered], report: Report) -> list[Numbered]:
    """Bookings of one instrument that overlap: the one written first keeps the slot."""
    claims = [
        Claim(str(each.number), each.row.equipment.casefold(), each.row.span, (each.number,))
        for each in rows
        if isinstance(each.row, BookingRow)
    ]
    lost = {each.claim.key: each.by for each in settle(claims).displaced}
    for each in rows:
        if by := lost.get(str(each.number)):
            report.skip("bookings", "displaced")
            said = words.DISPLACED.fill({"row": each.number, "others": ", ".join(holder.key for holder in by)})
            report.find("displaced", each.row.external_id, said)
    return [each for each in rows if str(each.number) not in lost]


def read(kind: str, data: bytes, *, zone: ZoneInfo, maps: Sequence[str] = (), source: str = "csv") -> Reading:
    """Read a sheet of ``kind`` (``organisations people equipment bookings`` …), as `read_sheet`.

    Raises:
        Invalid: the file as a whole cannot be read (``imports.*``).
    """
    sheet = ALL.get(kind)
    if sheet is None:
        raise Invalid(NO_KIND, {"given": kind, "known": ", ".join(ALL)})
    return read_sheet(sheet, data, zone=zone, maps=maps, source=source, settled=_settled if kind == "bookings" else None)
