"""Tables to take along: CSV that spreadsheets read, and XLSX with one sheet a table."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.styles import Font

from squaremile.web.shell.cells import cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its title, heads and rows."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]


def as_csv(name: str, sheets: Sequence[Sheet]) -> HttpResponse:
    """UTF-8 with a mark; several tables one below the other, each under its title."""
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=_attached(f"{name}.csv"))
    response.write("\ufeff")
    writer = csv.writer(response)
    for number, sheet in enumerate(sheets):
        if len(sheets) > 1:
            writer.writerows(([], [sheet.title]) if number else ([sheet.title],))
        writer.writerow(sheet.heads)
        writer.writerows([cell(value) for value in row] for row in sheet.rows)
    return response


def as_xlsx(name: str, sheets: Sequence[Sheet]) -> HttpResponse:
    """Numbers as numbers, days as days; the first row stays in sight."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.title[:31].replace("/", "·"))
        page.append(list(sheet.heads))
        for row in sheet.rows:
            page.append([_typed(value) for value in row])
        for head in page[1]:
            head.font = Font(bold=True)
        page.freeze_panes = "A2"
        for column in page.columns:
            widest = max(len(str(cell.value or "")) for cell in column)
            page.column_dimensions[column[0].column_letter].width = min(60, max(10, widest + 2))
    kept = io.BytesIO()
    book.save(kept)
    return HttpResponse(kept.getvalue(), content_type=XLSX, headers=_attached(f"{name}.xlsx"))


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _typed(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    if value is None or isinstance(value, int | date | datetime):
        return value
    return cell(value)
