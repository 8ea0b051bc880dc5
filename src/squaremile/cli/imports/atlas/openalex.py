"""OpenAlex institutions and works, JSON lines or Parquet: https://docs.openalex.org. Names of people are not kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from squaremile.atlas.policies import identifiers
from squaremile.atlas.policies.records import Doing, Entrant, Spot
from squaremile.cli.imports.applying import is_korean
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Bonds, Options, Reading, Work
from squaremile.cli.imports.network.objects import at, listed, objects, said
from squaremile.kernel.errors import Invalid
from squaremile.network.policies import identifiers as registers

KINDS = {
    "education": "university", "healthcare": "hospital", "company": "company", "government": "public", "nonprofit": "association",
    "facility": "institute", "funder": "public", "archive": "institute",
}  # fmt: skip
MOST_TOGETHER = 50
"""Papers of more organisations than these tie nobody to anybody: they are consortia of hundreds."""


def rows(data: bytes) -> Iterator[Any]:
    """Records of JSON, JSON lines (packed or not), or Parquet."""
    if data.startswith(b"PAR1"):
        yield from _parquet(data)
        return
    yield from objects(tables.opened(data))


def _parquet(data: bytes) -> Iterator[Any]:
    try:
        import pyarrow.parquet as parquet

        file = parquet.ParquetFile(io.BytesIO(data))
        for batch in file.iter_batches(batch_size=2000):
            yield from batch.to_pylist()
    except Exception as error:  # an extra that is not there, or whatever its parser raises: to the user they are one thing
        raise Invalid(words.NO_PARQUET) from error


def institutions(data: bytes, reading: Reading, options: Options) -> None:
    """Institutions with ROR id, country, city and the topics they write most about."""
    for row, record in enumerate(rows(data), 1):
        number = identifiers.openalex(said(record, "id"))
        if number is None:
            reading.say(row, "id", said(record, "id"), words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        reading.take(_entrant(row, number, record))


def _entrant(row: int, number: str, record: Any) -> Entrant:
    name, other = said(record, "display_name"), said(record, "international", "display_name", "ko")
    geo = at(record, "geo")
    try:
        north, east = Decimal(said(geo, "latitude")), Decimal(said(geo, "longitude"))
        sites: tuple[Spot, ...] = (Spot(latitude=north, longitude=east, precision="city"),) if abs(north) <= 90 and abs(east) <= 180 else ()
    except InvalidOperation:
        sites = ()
    also = [*map(str, listed(record, "display_name_alternatives")), *map(str, listed(record, "display_name_acronyms"))]
    above = [said(r, "id").rpartition("/")[2] for r in listed(record, "associated_institutions") if said(r, "relationship") == "parent"]
    return Entrant(
        row, number, KINDS.get(said(record, "type").lower(), "other"), other[:300] or (name[:300] if is_korean(name) else ""),
        "" if is_korean(name) else name[:300], "; ".join(also)[:500], country=said(record, "country_code").upper()[:2],
        city=said(geo, "city")[:120], ror=registers.ror(said(record, "ror")) or "", openalex=number,
        website=said(record, "homepage_url")[:300], parent=min(above, default=""), sites=sites,
        activities=tuple(
            _doing(topic, Decimal(said(topic, "count"))) for topic in listed(record, "topics")
            if said(topic, "id") and said(topic, "count").isdecimal() and int(said(topic, "count"))
        ),
    )  # fmt: skip


def _doing(topic: Any, weight: Decimal = Decimal(1)) -> Doing:
    return Doing(
        "topic", said(topic, "id").rpartition("/")[2][:40], name_en=said(topic, "display_name")[:200], weight=weight,
        parent=said(topic, "field", "id").rpartition("/")[2][:40],
    )


def works(data: bytes, reading: Reading, options: Options) -> None:
    """Works become ties between organisations that wrote together, and papers by region, topic and year."""
    bonds, seen = Bonds(), set()
    for row, record in enumerate(rows(data), 1):
        number, year = said(record, "id").rpartition("/")[2], said(record, "publication_year")
        if not number.startswith("W") or identifiers.year(year) is None:
            reading.say(row, "id", said(record, "id"), words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        if number in seen:
            continue
        seen.add(number)
        keys = _keys(row, record, reading)
        topic = at(record, "primary_topic")
        reading.works.append(Work(number, year[:4], keys, (_doing(topic),) if said(topic, "id") else ()))
        if len(keys) <= MOST_TOGETHER:
            for n, one in enumerate(keys):
                for other in keys[n + 1 :]:
                    bonds.add(one, other, "coauthor", year[:4], number, mutual=True)
    reading.bonds += bonds.made()


def _keys(row: int, record: Any, reading: Reading) -> tuple[str, ...]:
    """Organisations of a work, each once; those that are new in the file are entered with what it says of them."""
    found: dict[str, None] = {}
    for authorship in listed(record, "authorships"):
        for place in listed(authorship, "institutions"):
            number = identifiers.openalex(said(place, "id"))
            if number is None or not said(place, "display_name"):
                continue
            found.setdefault(number)
            if number not in reading.keys:
                reading.take(_entrant(row, number, place))
    return tuple(sorted(found))
