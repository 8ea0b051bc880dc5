"""The Research Organization Registry's data, schema 2 (and 1): https://ror.readme.io/docs/ror-data-structure."""

from __future__ import annotations

from typing import Any

from squaremile.cli.imports.network import words
from squaremile.cli.imports.network.objects import listed, objects, said
from squaremile.cli.imports.network.records import Body, Reading

KINDS = {
    "education": "university", "healthcare": "hospital", "company": "company", "government": "public",
    "nonprofit": "association", "facility": "institute", "funder": "public", "archive": "institute",
}  # fmt: skip


def read(data: bytes, reading: Reading) -> None:
    """A dump (a list), or one record a line. A withdrawn record is skipped."""
    for row, record in enumerate(objects(data), 1):
        if said(record, "status") == "withdrawn":
            reading.report.saw("partners")
            reading.report.skip("partners", "withdrawn")
            continue
        number = said(record, "id")
        if not number:
            reading.say(row, "id", "", words.NOT_A_RECORD, words.NOT_A_RECORD_DO)
            continue
        body = Body(row, kind=_kind(record), ror=reading.ror(row, number))
        _second(body, record) if listed(record, "names") else _first(body, record)
        if not (body.name_ko or body.name_en):
            reading.say(row, "names", number, words.NO_NAME, words.NO_NAME_DO)
        reading.bodies.append(body)


def _kind(record: Any) -> str:
    return next((KINDS[t] for t in (str(x).lower() for x in listed(record, "types")) if t in KINDS), "other")


def _second(body: Body, record: Any) -> None:
    """Schema 2: names with types and languages, places from GeoNames."""
    names = [(said(n, "value"), listed(n, "types"), said(n, "lang")) for n in listed(record, "names")]
    for name, kinds, _ in sorted(names, key=lambda each: "ror_display" not in each[1]):
        if "ror_display" in kinds or "label" in kinds:
            body.named(name[:200])
    body.also = "; ".join(name for name, _, _ in names if name not in (body.name_ko, body.name_en))[:300]
    place = next(iter(listed(record, "locations")), None)
    where = place.get("geonames_details") if isinstance(place, dict) else None
    body.country, body.city_en = said(where, "country_code").upper(), said(where, "name")[:80]
    body.latitude, body.longitude = said(where, "lat"), said(where, "lng")
    links = [said(link, "value") for link in listed(record, "links") if said(link, "type") == "website"]
    body.website = next(iter(links), "")[:300]


def _first(body: Body, record: Any) -> None:
    """Schema 1, out of use since 2025 but still in circulation."""
    body.named(said(record, "name")[:200])
    labels = [said(label, "label") for label in listed(record, "labels")]
    for name in labels:
        body.named(name[:200])
    more = [*labels, *map(str, listed(record, "aliases")), *map(str, listed(record, "acronyms"))]
    body.also = "; ".join(name for name in more if name not in (body.name_ko, body.name_en))[:300]
    place = next(iter(listed(record, "addresses")), None)
    body.country, body.city_en = said(record, "country", "country_code").upper(), said(place, "city")[:80]
    body.latitude, body.longitude = said(place, "lat"), said(place, "lng")
    body.website = next((str(link) for link in listed(record, "links")), "")[:300]
