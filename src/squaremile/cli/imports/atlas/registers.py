"""ROR: the data dump of schema 2 (and 1) in JSON, and its rows as CSV with relations in a second file.

https://ror.readme.io/docs/ror-data-structure
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.atlas.policies import identifiers
from squaremile.atlas.policies.records import Entrant, Spot
from squaremile.cli.imports.applying import is_korean
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Options, Reading
from squaremile.cli.imports.network.objects import at, listed, objects, said
from squaremile.kernel.errors import Invalid

KINDS = {
    "education": "university", "healthcare": "hospital", "company": "company", "government": "public",
    "nonprofit": "association", "facility": "institute", "funder": "public", "archive": "institute",
}  # fmt: skip
STATUSES = ("active", "inactive", "withdrawn")
_COLUMNS = {"ror_id", "name", "types", "status"}


def read(data: bytes, reading: Reading, options: Options) -> None:
    """JSON, or the CSV of the same columns; withdrawn records stay, marked: others may point to them."""
    if options.suffix in (".csv", ".tsv", ".xlsx"):
        _rows(data, reading, options)
    else:
        _objects(data, reading)


def _rows(data: bytes, reading: Reading, options: Options) -> None:
    missing = _COLUMNS - set(tables.columns(data))
    if missing:
        raise Invalid(words.NO_FIELDS, {"missing": ", ".join(sorted(missing)), "found": ", ".join(tables.columns(data))})
    for row, record in tables.records(data, reading):
        number = reading.register(row, "ror", record.get("ror_id", ""))
        name = record.get("name", "")
        reading.take(Entrant(
            row, number or record.get("ror_id", "")[:300], _kind(record.get("types", "").split("|")), name[:300] if is_korean(name) else "",
            "" if is_korean(name) else name[:300], founded=identifiers.year(record.get("established", "")),
            status=reading.chosen(row, "status", record.get("status", ""), STATUSES, "active"),
            country=record.get("country_code", "")[:2], city=record.get("city", "")[:120], ror=number,
            website=record.get("website", "")[:300], sites=_city(record.get("lat", ""), record.get("lng", "")),
        ))  # fmt: skip
    if options.relations is not None:
        _related(options.relations.read_bytes(), reading)


def _related(data: bytes, reading: Reading) -> None:
    """Rows of source, relation, destination: `parent` and its mirror `child` tell who belongs to whom."""
    above: dict[str, set[str]] = {}
    left: Counter[str] = Counter()
    for _, record in tables.records(data, reading):
        one, kind, other = record.get("src", ""), record.get("type", "").casefold(), record.get("dst", "")
        if kind == "parent":
            above.setdefault(one, set()).add(other)
        elif kind == "child":
            above.setdefault(other, set()).add(one)
        else:
            left[kind] += 1
    reading.entrants = [replace(one, parent=_first(above.get(one.key, set()), reading.keys)) for one in reading.entrants]
    if left:
        reading.report.find("left_relations", "", words.LEFT_RELATIONS.fill({"count": left.total()}))


def _first(parents: set[str], here: set[str]) -> str:
    """Of several parents the first that the file has: an organisation belongs to one here."""
    return min(parents & here, default="")


def _objects(data: bytes, reading: Reading) -> None:
    for row, record in enumerate(objects(tables.opened(data)), 1):
        number = reading.register(row, "ror", said(record, "id"))
        if not said(record, "id"):
            reading.say(row, "id", "", words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        names = _second(record) if listed(record, "names") else _first_schema(record)
        place, website = _place(record)
        above = sorted(
            said(r, "id").rpartition("/")[2] for r in listed(record, "relationships") if said(r, "type").casefold() == "parent"
        )
        reading.take(Entrant(
            row, number or said(record, "id")[:300], _kind(listed(record, "types")), names[0][:300], names[1][:300], names[2][:500],
            founded=identifiers.year(said(record, "established")), status=reading.chosen(row, "status", said(record, "status"), STATUSES, "active"),
            country=place[0], city=place[1], ror=number, website=website[:300], parent=above[0] if above else "",
            sites=_city(place[2], place[3]),
        ))  # fmt: skip


def _second(record: Any) -> tuple[str, str, str]:
    """Schema 2: names with types and languages: Korean, English, and the others."""
    found = [(said(n, "value"), listed(n, "types")) for n in listed(record, "names")]
    shown = [name for name, kinds in sorted(found, key=lambda each: "ror_display" not in each[1]) if {"ror_display", "label"} & set(kinds)]
    korean, other = next((n for n in shown if is_korean(n)), ""), next((n for n in shown if not is_korean(n)), "")
    return korean, other, "; ".join(name for name, _ in found if name not in (korean, other))


def _first_schema(record: Any) -> tuple[str, str, str]:
    names = [said(record, "name"), *(said(label, "label") for label in listed(record, "labels"))]
    korean, other = next((n for n in names if is_korean(n)), ""), next((n for n in names if n and not is_korean(n)), "")
    more = [*names, *map(str, listed(record, "aliases")), *map(str, listed(record, "acronyms"))]
    return korean, other, "; ".join(dict.fromkeys(name for name in more if name not in (korean, other, "")))


def _place(record: Any) -> tuple[tuple[str, str, str, str], str]:
    """Country, city, latitude, longitude; and the website."""
    where = at(next(iter(listed(record, "locations")), None), "geonames_details")
    if where is not None:
        links = [said(link, "value") for link in listed(record, "links") if said(link, "type") == "website"]
        return (said(where, "country_code").upper()[:2], said(where, "name")[:120], said(where, "lat"), said(where, "lng")), next(iter(links), "")
    first = next(iter(listed(record, "addresses")), None)
    country = said(record, "country", "country_code").upper()[:2]
    return (country, said(first, "city")[:120], said(first, "lat"), said(first, "lng")), next((str(x) for x in listed(record, "links")), "")


def _kind(types: Any) -> str:
    return next((KINDS[t] for t in (str(x).strip().lower() for x in types) if t in KINDS), "other")


def _city(latitude: str, longitude: str) -> tuple[Spot, ...]:
    """The register knows cities, not addresses."""
    try:
        north, east = Decimal(latitude), Decimal(longitude)
    except InvalidOperation:
        return ()
    if not (abs(north) <= 90 and abs(east) <= 180):
        return ()
    return (Spot(latitude=north, longitude=east, precision="city"),)
