"""What applying a sheet is handed, and how a row that does not fit what is here becomes an error of that row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from squaremile.cli.imports.applying import Ledger
from squaremile.cli.imports.csv import apply_words as words
from squaremile.cli.imports.progress import Track
from squaremile.core.sheets.reading import Numbered, Reading, RowError
from squaremile.core.sheets.report import Report
from squaremile.kernel.words import Text


class Unfit(Exception):
    """Rows that are sound but do not fit what is here; ends the import as a whole."""


@dataclass(slots=True)
class Applying:
    """One run over a sheet. `site` is a code, needed for equipment alone."""

    reading: Reading
    ledger: Ledger
    zone: ZoneInfo
    now: datetime
    track: Track
    site: str = ""
    errors: list[RowError] = field(default_factory=list)

    @property
    def report(self) -> Report:
        return self.reading.report

    def wrong(self, row: Numbered, column: str, value: str, what: Text, todo: Text) -> None:
        """Note what is wrong and go on: all rows are told at once."""
        header = next(each.headers[0] for each in self.reading.sheet.columns if each.name == column)
        self.errors.append(RowError(row.number, header, value, what, todo))

    def stop_if_unfit(self) -> None:
        if self.errors:
            raise Unfit

    def not_carried(self, filled: Iterable[str]) -> None:
        """Columns that have no place here, each with how many rows fill it."""
        counts = Counter(filled)
        if counts:
            said = words.NOT_CARRIED.fill({"columns": ", ".join(sorted(counts)), "count": max(counts.values())})
            self.report.find("not_carried", "", said)
