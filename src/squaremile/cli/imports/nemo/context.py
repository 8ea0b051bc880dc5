"""What every planner is handed: the records by identity, typed reading of fields, and the report."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.kinds import BY_NAME
from squaremile.cli.imports.nemo.reader import Export, Record
from squaremile.core.sheets.identity import bounded
from squaremile.core.sheets.report import Report


def natural_name(record: Record) -> str:
    """The name NEMO refers to a record by: a user's username, otherwise ``name``."""
    value = record.fields.get("username" if record.kind == "user" else "name")
    return value.strip() if isinstance(value, str) else ""


def _digest(record: Record) -> str:
    body = json.dumps(record.fields, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(body.encode()).hexdigest()[:16]


class Index:
    """External ids, and the two ways NEMO refers to a record: by integer pk or by natural key list.

    An external id is ``nemo:<kind>:<name>`` for kinds known by name, so that a site may be exported once with natural
    keys and once with pks and still be the same; ``nemo:<kind>:<pk>`` otherwise; a digest of the fields where there
    is neither. A name that two records share gets the pk (or the file position) appended.
    """

    def __init__(self, export: Export) -> None:
        self._ids: dict[int, str] = {}
        self._by_pk: dict[tuple[str, str], Record] = {}
        self._by_name: dict[tuple[str, str], Record] = {}
        self.shared_names: list[tuple[str, str]] = []
        grouped: defaultdict[str, list[Record]] = defaultdict(list)
        for record in export.records:
            grouped[record.kind].append(record)
        self._grouped = {kind: tuple(records) for kind, records in grouped.items()}
        for kind, records in self._grouped.items():
            self._add(kind, records)

    def _add(self, kind: str, records: tuple[Record, ...]) -> None:
        names = Counter(natural_name(record) for record in records)
        used: Counter[str] = Counter()
        for record in records:
            name = natural_name(record)
            if record.pk is not None:
                self._by_pk.setdefault((kind, record.pk), record)
            if name:
                self._by_name.setdefault((kind, name), record)
            if kind in BY_NAME and name:
                own = name if names[name] == 1 else f"{name}#{record.pk or record.position}"
            else:
                own = record.pk or _digest(record)
            used[own] += 1
            twin = f"~{used[own]}" if used[own] > 1 else ""
            self._ids[record.position] = bounded(f"nemo:{kind}:{own}{twin}")
        if kind in BY_NAME:
            self.shared_names.extend((kind, name) for name, count in names.items() if name and count > 1)

    def of(self, kind: str) -> tuple[Record, ...]:
        return self._grouped.get(kind, ())

    def id(self, record: Record) -> str:
        return self._ids[record.position]

    def find(self, kind: str, reference: object) -> Record | None:
        """The record that a foreign key means, in either style; nothing when it is empty or dangling."""
        if isinstance(reference, list):
            reference = reference[0] if len(reference) == 1 else None
            return self._by_name.get((kind, reference.strip())) if isinstance(reference, str) else None
        if reference is None or isinstance(reference, bool | float | dict):
            return None
        key = (kind, str(reference))
        return self._by_pk.get(key) or self._by_name.get(key)


@dataclass(frozen=True, slots=True)
class Context:
    """One planning run. ``zone`` is the site's: times without an offset are read in it."""

    index: Index
    report: Report
    zone: ZoneInfo

    def records(self, kind: str) -> list[tuple[str, Fields]]:
        """Every record of a kind as (external id, fields)."""
        return [(self.index.id(each), self.fields(each)) for each in self.index.of(kind)]

    def fields(self, record: Record) -> Fields:
        return Fields(record, self.index.id(record), self.report, self.zone)

    def target(self, fields: Fields, name: str, kind: str) -> str | None:
        """The external id that a foreign key points to."""
        return self._identity(fields, name, kind, fields.raw(name))

    def targets(self, fields: Fields, name: str, kind: str) -> tuple[str, ...]:
        """The external ids of a many-to-many list, in order, without dangling ones."""
        found = (self._identity(fields, name, kind, each) for each in fields.many(name))
        return tuple(dict.fromkeys(each for each in found if each))

    def _identity(self, fields: Fields, name: str, kind: str, reference: object) -> str | None:
        """The external id of what is referred to; a reference to nothing in the file is reported."""
        found = self.index.find(kind, reference)
        if found:
            return self.index.id(found)
        if reference not in (None, "", []):
            said = words.DANGLING.fill({"field": name, "value": str(reference)[:60]})
            self.report.find("dangling", fields.id, said)
        return None

    def named(self, fields: Fields, name: str, kind: str) -> str:
        """The name of the pick-list value that a foreign key points to (8.0 made some of them text)."""
        found = self.index.find(kind, fields.raw(name))
        if found:
            return natural_name(found)
        value = fields.raw(name)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        return value.strip() if isinstance(value, str) else ""
