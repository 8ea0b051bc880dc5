"""Tables as records: CSV and Excel with their header, GeoJSON points with their properties, all as text by column."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from squaremile.cli.imports.atlas import words
from squaremile.cli.imports.atlas.reading import Reading
from squaremile.cli.imports.network.letters import decoded
from squaremile.cli.imports.network.words import BROKEN_JSON
from squaremile.core.sheets.cells import Trouble, plain
from squaremile.core.sheets.table import LARGEST, read_table
from squaremile.core.sheets.words import TOO_LARGE
from squaremile.kernel.errors import Invalid

Record = dict[str, str]
MOST_BYTES = LARGEST * 4


def opened(data: bytes) -> bytes:
    """The bytes of a file, unpacked where it is gzip; refused where they are too many."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    unpacked = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        content = unpacked.decompress(data, MOST_BYTES)
        if unpacked.unconsumed_tail:
            raise Invalid(TOO_LARGE, {"size": MOST_BYTES + 1, "limit": MOST_BYTES})
        return content if unpacked.eof and not unpacked.unused_data else gzip.decompress(data)
    except (zlib.error, gzip.BadGzipFile, EOFError) as error:
        raise Invalid(BROKEN_JSON, {"line": 1}) from error


def records(data: bytes, reading: Reading) -> Iterator[tuple[int, Record]]:
    """(row as in the sheet, its cells by header). A cell that cannot be read is noted."""
    table = read_table(opened(data))
    header = [str(cell or "").strip() for cell in table.rows[0].cells]
    for row in table.rows[1:]:
        said: Record = {}
        for name, cell in zip(header, row.cells, strict=False):
            if not name:
                continue
            try:
                said[name] = plain(cell)
            except Trouble as trouble:
                reading.say(row.number, name, cell, trouble.what, trouble.todo)
        yield row.number, said


def columns(data: bytes) -> list[str]:
    """The header of a table."""
    return [str(cell or "").strip() for cell in read_table(opened(data)).rows[0].cells]


def document(data: bytes) -> Any:
    """A JSON document. Raises Invalid."""
    text, _ = decoded(opened(data))
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Invalid(BROKEN_JSON, {"line": getattr(error, "lineno", 1)}) from error


def points(features: Iterable[Any], reading: Reading) -> Iterator[tuple[int, Record]]:
    """Features that are points, as records with latitude and longitude."""
    for row, feature in enumerate(features, 1):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        at = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
        if not isinstance(feature, dict) or (geometry is not None and not (isinstance(at, list) and len(at) >= 2)):
            reading.say(row, "geometry", "", words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        said = properties(feature)
        if at is not None:
            said |= {"longitude": str(at[0]), "latitude": str(at[1])}
        yield row, said


def properties(feature: Any) -> Record:
    """The properties of a feature that are text or numbers, as text."""
    found = feature.get("properties") or {}
    said = {name: str(value) for name, value in found.items() if isinstance(value, str | int | float) and not isinstance(value, bool)}
    if isinstance(feature.get("id"), str | int) and "id" not in said:
        said["id"] = str(feature["id"])
    return said
