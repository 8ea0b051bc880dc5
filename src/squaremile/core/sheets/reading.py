"""Reading a sheet: typed rows, and for every row that is not one, where it is wrong and what to do."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.cells import Trouble, plain, safe_cell
from squaremile.core.sheets.columns import Mapped, map_columns, parse_map
from squaremile.core.sheets.report import Report
from squaremile.core.sheets.sheet import RowTrouble, Sheet, TypedRow
from squaremile.core.sheets.table import Cell, CellError, Formula, Row, read_table
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one cell: the row as numbered in the sheet, their header, the value as it stands."""

    row: int
    column: str
    value: str
    what: Text
    todo: Text

    @property
    def text(self) -> Text:
        values = {"row": self.row, "column": self.column, "value": self.value, "what": self.what, "todo": self.todo}
        return words.ERROR_LINE.fill(values)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A typed row and its number in the sheet."""

    number: int
    row: TypedRow


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a sheet says: rows to import, errors, and the report that counts both."""

    sheet: Sheet
    rows: tuple[Numbered, ...]
    errors: tuple[RowError, ...]
    report: Report


def shown(cell: Cell) -> str:
    """A value as it may be printed: one line, no control characters, not endless."""
    source = cell.source if isinstance(cell, Formula | CellError) else "" if cell is None else str(cell)
    visible = "".join(c if unicodedata.category(c)[0] != "C" else "·" for c in source)
    return visible if len(visible) <= 60 else visible[:59] + "…"


def _header(row: Row) -> list[str]:
    names: list[str] = []
    for cell in row.cells:
        try:
            names.append(plain(cell))
        except Trouble:
            names.append(shown(cell))
    return names


def _read_row(
    row: Row, mapped: Sequence[Mapped], sheet: Sheet, width: int, zone: ZoneInfo
) -> TypedRow | list[RowError]:
    """The typed row, or everything that is wrong with it at once."""
    cells = {each.column.name: row.cells[each.position] if each.position < len(row.cells) else None for each in mapped}
    headers = {each.column.name: each.header for each in mapped}
    errors: list[RowError] = []

    def wrong(name: str, what: Text, todo: Text) -> None:
        header = headers.get(name) or next(c.headers[0] for c in sheet.columns if c.name == name)
        errors.append(RowError(row.number, header, shown(cells.get(name)), what, todo))

    if any(cell not in (None, "") for cell in row.cells[width:]):
        errors.append(RowError(row.number, "", shown(row.cells[width]), words.EXTRA_CELLS, words.EXTRA_CELLS_DO))
    values: dict[str, object] = {}
    for each in mapped:
        try:
            values[each.column.name] = each.column.read(cells[each.column.name], zone)
        except Trouble as trouble:
            wrong(each.column.name, trouble.what, trouble.todo)
            continue
        if each.column.required and values[each.column.name] in (None, ""):
            wrong(each.column.name, words.REQUIRED, words.REQUIRED_DO)
    if errors:
        return errors
    try:
        return sheet.build(values, zone)
    except RowTrouble as trouble:
        wrong(trouble.column, trouble.what, trouble.todo)
        return errors


def _without_duplicates(rows: list[Numbered], report: Report, sheet: Sheet) -> tuple[list[Numbered], list[RowError]]:
    """A row said twice is taken once, or is an error where each counts; one that says something else of the same thing is one."""
    first: dict[str, Numbered] = {}
    errors: list[RowError] = []
    for each in rows:
        before = first.setdefault(each.row.key, each)
        if before is each:
            continue
        if before.row == each.row and sheet.each_counts:
            errors.append(RowError(each.number, "", shown(each.row.key), words.TWICE.fill({"row": before.number}), words.TWICE_DO))
        elif before.row == each.row:
            report.skip(sheet.kind, "duplicate")
            said = words.DUPLICATE.fill({"row": each.number, "first": before.number})
            report.find("duplicate_row", each.row.external_id, said)
        else:
            what = words.SAME_KEY.fill({"row": before.number})
            errors.append(RowError(each.number, "", shown(each.row.key), what, words.SAME_KEY_DO))
    return list(first.values()), errors


Settled = Callable[[list[Numbered], Report], list[Numbered]]
"""Takes out rows that give way to others, each with its reason in the report."""


def read_sheet(
    sheet: Sheet, data: bytes, *, zone: ZoneInfo, maps: Sequence[str] = (), source: str = "csv", settled: Settled | None = None
) -> Reading:
    """Read a sheet of a kind; ``zone`` is the site's. Every row is planned or skipped with a reason; nothing is guessed.

    Raises:
        Invalid: the file as a whole cannot be read (``imports.*``).
    """
    kind, table, report = sheet.kind, read_table(data), Report(source)
    header, *body = table.rows
    headers = _header(header)
    mapped, ignored = map_columns(headers, sheet.columns, parse_map(maps, sheet.columns))
    for column in ignored:
        report.find("ignored_column", "", words.IGNORED_COLUMN.fill({"column": column}))
    if table.other_sheets:
        report.find("other_sheets", "", words.OTHER_SHEETS.fill({"sheets": ", ".join(table.other_sheets)}))
    rows: list[Numbered] = []
    errors: list[RowError] = []
    for row in body:
        report.saw(kind)
        outcome = _read_row(row, mapped, sheet, len(headers), zone)
        if isinstance(outcome, list):
            errors.extend(outcome)
        else:
            rows.append(Numbered(row.number, outcome))
    rows, clashes = _without_duplicates(rows, report, sheet)
    errors = sorted((*errors, *clashes), key=lambda error: error.row)
    report.skip(kind, "invalid_row", len({error.row for error in errors}))
    rows = settled(rows, report) if settled is not None else rows
    report.plan(kind, len(rows))
    for error in errors:
        report.find("invalid_row", f"row:{error.row}", error.text)
    return Reading(sheet, tuple(rows), tuple(errors), report)


def errors_as_csv(errors: Sequence[RowError], lang: str) -> bytes:
    """The errors as a sheet to work through in Excel (UTF-8 with mark; nothing in it computes)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(words.HEADINGS.say(lang).split(","))
    for error in errors:
        cells = (str(error.row), error.column, error.value, error.what.say(lang), error.todo.say(lang))
        writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")
