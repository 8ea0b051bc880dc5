"""From bytes to cells: CSV in the encodings Korean offices use, or the first sheet of an Excel workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import load_workbook

from squaremile.core.sheets.row_words import BROKEN_CSV
from squaremile.core.sheets.words import EMPTY, NOT_TEXT, NOT_XLSX, TOO_LARGE
from squaremile.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes: we never take what it shows, since it may show something else tomorrow."""

    source: str


@dataclass(frozen=True, slots=True)
class CellError:
    """An Excel error value such as ``#N/A``."""

    source: str


Cell = str | int | float | bool | datetime | date | time | Formula | CellError | None
LARGEST = 200 * 1024 * 1024
"""Bytes a workbook may unpack to: far above any honest sheet, far below what a zip bomb needs."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the sheet; ``number`` counts from 1, the header included."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that hold anything, in order, and the sheets that were not read."""

    rows: tuple[Row, ...]
    other_sheets: tuple[str, ...] = ()


def _decoded(data: bytes) -> str:
    """UTF-8 (marked or not), UTF-16 with its mark, or CP949, in which Korean Excel saves plain “CSV”."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    candidates = ("utf-16",) if marked else ("utf-8-sig", "cp949")
    place = 0
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            place = max(place, error.start)
    raise Invalid(NOT_TEXT, {"place": place, "encodings": "UTF-8, UTF-16, CP949"})


def _delimiter(text: str) -> str:
    """The separator that the first line has most of outside quotation marks."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(part for index, part in enumerate(first.split('"')) if index % 2 == 0)
    return max(",\t;|", key=bare.count)


def _from_csv(data: bytes) -> Table:
    text = _decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, tuple(cells)))
    except csv.Error as error:
        raise Invalid(BROKEN_CSV, {"line": reader.line_num}) from error
    return Table(tuple(rows))


def _excel_cell(value: object, data_type: str) -> Cell:
    if data_type == "f":
        return Formula(str(value))
    if data_type == "e":
        return CellError(str(value))
    return value if isinstance(value, str | int | float | bool | datetime | date | time) else None


def _from_excel(data: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST:
            raise Invalid(TOO_LARGE, {"size": size, "limit": LARGEST})
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet, *others = book.worksheets
        rows: list[Row] = []
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            read = tuple(_excel_cell(cell.value, cell.data_type) for cell in cells)
            if any(cell not in (None, "") for cell in read):
                rows.append(Row(number, read))
        used = tuple(other.title for other in others if next(other.iter_rows(values_only=True), None))
    except Invalid:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise; to the user they are all one thing
        raise Invalid(NOT_XLSX) from error
    return Table(tuple(rows), used)


def read_table(data: bytes) -> Table:
    """The rows of a CSV or Excel file; which of the two it is is read from the bytes, not from the name.

    Raises:
        Invalid: ``imports.{empty,not_text,broken_csv,not_xlsx,too_large}``.
    """
    if not data.strip():
        raise Invalid(EMPTY)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # OLE: .xls, or an encrypted workbook
        raise Invalid(NOT_XLSX)
    table = _from_excel(data) if data.startswith(b"PK") else _from_csv(data)
    if not table.rows:
        raise Invalid(EMPTY)
    return table
