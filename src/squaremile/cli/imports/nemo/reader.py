"""Reading what ``django-admin dumpdata NEMO`` wrote: bytes in, records out, or one clear refusal.

Format: a JSON list of ``{"model": "NEMO.tool", "pk"?: …, "fields": {…}}`` (Django's serializer; NEMO 7.4, 8.0 and
8.1 differ in fields). Python-private names of NEMO's tool columns (``_category``) are read as ``category``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from squaremile.cli.imports.words import NOT_A_LIST, NOT_JSON, NOT_NEMO, TRUNCATED
from squaremile.core.sheets.words import EMPTY, NOT_TEXT
from squaremile.kernel.errors import Invalid

COMMAND = "django-admin dumpdata NEMO --exclude NEMO.Policy --natural-foreign --natural-primary -o nemo.json"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Record:
    """One row of NEMO's. ``pk`` is absent in natural-key dumps; ``position`` counts from 0 in the file."""

    kind: str
    pk: str | None
    fields: Mapping[str, object]
    position: int


@dataclass(frozen=True, slots=True)
class Export:
    """A whole file: NEMO's records in file order, what belongs to other apps, and places that are no record."""

    records: tuple[Record, ...]
    foreign: Counter[str]
    broken: tuple[int, ...]

    def of(self, kind: str) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.kind == kind)


def _decoded(data: bytes) -> str:
    """The text of the file; PowerShell's ``>`` writes UTF-16 with a mark, which we read too."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        values = {"place": error.start, "encodings": "UTF-8, UTF-16"}
        raise Invalid(NOT_TEXT, values) from error


def _parsed(text: str) -> object:
    if not text.strip():
        raise Invalid(EMPTY)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        opened = text.lstrip()[:1] in ("[", "{")
        at_end = not text[error.pos :].strip() or error.msg.startswith("Unterminated string")
        values = {"line": error.lineno, "column": error.colno, "command": COMMAND}
        raise Invalid(TRUNCATED if opened and at_end else NOT_JSON, values) from error
    except RecursionError as error:
        raise Invalid(NOT_JSON, {"line": 1, "column": 1, "command": COMMAND}) from error


def _public(fields: Mapping[object, object]) -> dict[str, object]:
    """Field names without NEMO's leading underscore; where both are there, the plain name wins."""
    plain = {str(name): value for name, value in fields.items()}
    return {name.lstrip("_"): value for name, value in plain.items() if name[:1] == "_"} | {
        name: value for name, value in plain.items() if name[:1] != "_"
    }


def _record(item: object, position: int) -> Record | str | None:
    """A NEMO record, the label of another app's record, or nothing where it is neither."""
    if not isinstance(item, dict):
        return None
    model, fields = item.get("model"), item.get("fields")
    if not isinstance(model, str) or "." not in model or not isinstance(fields, dict):
        return None
    app, kind = model.lower().split(".", 1)
    if app != "nemo":
        return f"{app}.{kind}"
    pk = item.get("pk")
    return Record(kind, None if pk is None else str(pk), _public(fields), position)


def read(data: bytes) -> Export:
    """Read an export.

    Raises:
        Invalid: ``imports.{not_text,empty,not_json,truncated,not_a_list,not_nemo}``.
    """
    parsed = _parsed(_decoded(data))
    if not isinstance(parsed, list):
        found = "{…}" if isinstance(parsed, dict) else str(parsed)[:20]
        raise Invalid(NOT_A_LIST, {"found": found, "command": COMMAND})
    records: list[Record] = []
    foreign: Counter[str] = Counter()
    broken: list[int] = []
    for position, item in enumerate(parsed):
        match _record(item, position):
            case Record() as record:
                records.append(record)
            case str() as label:
                foreign[label] += 1
            case _:
                broken.append(position)
    if not records:
        raise Invalid(NOT_NEMO, {"count": len(parsed), "command": COMMAND})
    return Export(tuple(records), foreign, tuple(broken))
