"""Typed reading of one record's fields: a value of the wrong shape is reported and read as absent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.reader import Record
from squaremile.core.sheets.report import Report
from squaremile.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of ``record``, whose external id is ``id``."""

    record: Record
    id: str
    report: Report
    zone: ZoneInfo

    def raw(self, name: str) -> object:
        return self.record.fields.get(name)

    def _trouble(self, name: str, value: object) -> None:
        said = words.UNREADABLE.fill({"field": name, "value": repr(value)[:60]})
        self.report.find("unreadable_value", self.id, said)

    def text(self, name: str) -> str:
        """Text without surrounding blanks; a number becomes its digits; absent is empty."""
        value = self.raw(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value.strip().replace("\x00", "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        self._trouble(name, value)
        return ""

    def flag(self, name: str, *, absent: bool = False) -> bool:
        value = self.raw(name)
        if value is None:
            return absent
        if value in (True, False):  # 0 and 1 as well: what some databases hand to dumpdata
            return bool(value)
        self._trouble(name, value)
        return absent

    def whole(self, name: str) -> int | None:
        """A whole number that is not negative; NEMO writes limits as minutes, days or counts."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value.strip().isdecimal():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self._trouble(name, value)
        return None

    def many(self, name: str) -> list[object]:
        value = self.raw(name)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        self._trouble(name, value)
        return []

    def moment(self, name: str) -> datetime | None:
        """A moment in UTC. One without an offset is civil time of the site (said once per record)."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        try:
            read = datetime.fromisoformat(value) if isinstance(value, str) else None
            if read is not None and read.tzinfo is None:
                self.report.find("naive_time", self.id, words.NAIVE_TIME.fill({"value": value, "zone": self.zone.key}))
                read = read.replace(tzinfo=self.zone)
            if read is not None:
                return read.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        self._trouble(name, value)
        return None

    def day(self, name: str) -> date | None:
        """A civil date. A moment written where NEMO has a date is read as the date in the site's zone."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                if len(value) == len("2026-01-01"):
                    return date.fromisoformat(value)
                read = datetime.fromisoformat(value)
                return (read.astimezone(self.zone) if read.tzinfo else read).date()
            except (ValueError, OverflowError):
                pass
        self._trouble(name, value)
        return None

    def clock(self, name: str) -> time | None:
        value = self.raw(name)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, str):
                return time.fromisoformat(value)
        except ValueError:
            pass
        self._trouble(name, value)
        return None

    def span(self) -> Period | None:
        """From ``start`` to ``end``; nothing when either is absent or they do not make a span."""
        start, end = self.moment("start"), self.moment("end")
        return Period(start, end) if start and end and start < end else None
