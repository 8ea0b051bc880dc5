"""Company lists: CSV, Excel and GeoJSON points, their columns told by a mapping or by their names."""

from __future__ import annotations

from collections import Counter
from typing import Any

from squaremile.atlas.policies.records import Doing, Entrant, Spot
from squaremile.cli.imports.applying import is_korean
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.geo import features
from squaremile.cli.imports.atlas.reading import Options, Reading, folded_key
from squaremile.kernel.errors import Invalid

KINDS = ("company", "startup", "university", "institute", "hospital", "investor", "public", "association", "other")
STATUSES, PRECISIONS = ("active", "inactive", "withdrawn"), ("roof", "street", "postcode", "city")
ALIASES: dict[str, tuple[str, ...]] = {
    "key": ("key", "id", "number", "번호", "사업자등록번호"),
    "name": ("name", "business name", "company", "company name", "organisation", "organization", "기관명", "기업명", "회사명", "이름"),
    "name_ko": ("name_ko", "korean name", "국문명"), "name_en": ("name_en", "english name", "영문명"),
    "also": ("also", "aliases", "다른 이름"), "kind": ("kind", "종류"),
    "founded": ("founded", "established", "year established", "설립연도", "설립일"),
    "status": ("status", "상태"), "country": ("country", "country_code", "국가"), "city": ("city", "도시", "시군구"),
    "ror": ("ror", "ror_id"), "openalex": ("openalex", "openalex_id"), "lei": ("lei",),
    "website": ("website", "homepage", "url", "누리집", "홈페이지"),
    "address": ("address", "street", "주소", "소재지"), "address_ko": ("address_ko",), "address_en": ("address_en",),
    "latitude": ("latitude", "lat", "위도"), "longitude": ("longitude", "lng", "lon", "long", "경도"), "precision": ("precision", "정밀도"),
    "opened": ("opened", "연 날"), "closed": ("closed", "닫은 날"), "jobs": ("jobs", "employees", "staff", "종업원수"),
    "activity": ("activity", "업종"),
}  # fmt: skip
KNOWN = tuple(ALIASES)


def read(data: bytes, reading: Reading, options: Options) -> None:
    """A list with one organisation a row. What no column of ours is said for stays behind and is reported."""
    if options.suffix in (".json", ".geojson"):
        found = list(tables.points(features(tables.document(data)), reading))
        header = sorted({name for _, record in found for name in record})
    else:
        found, header = list(tables.records(data, reading)), tables.columns(data)
    ours = mapped(header, options.mapping)
    if not {"name", "name_ko", "name_en"} & set(ours.values()):
        raise Invalid(words.NO_NAME_COLUMN, {"found": ", ".join(header)})
    left = Counter(name for _, record in found for name, value in record.items() if name not in ours and value)
    if left:
        reading.report.left_fields["organisations"] = left
    constants, doings = options.mapping.get("constants", {}), _doings(options.mapping.get("activities", {}))
    for row, record in found:
        said = {name: str(value) for name, value in constants.items()}
        said |= {ours[name]: value for name, value in record.items() if name in ours and value}
        reading.take(_entrant(reading, row, said, doings))


def mapped(header: list[str], mapping: dict[str, Any]) -> dict[str, str]:
    """Their column → ours: as the mapping says, else by its name. Raises Invalid for a mapping that names nothing."""
    for part in mapping:
        if part not in ("columns", "constants", "activities") or not isinstance(mapping[part], dict):
            raise Invalid(words.BAD_MAPPING, {"where": part, "known": ", ".join(KNOWN)})
    said = mapping.get("columns", {})
    for theirs, ours in said.items():
        if theirs not in header or ours not in KNOWN:
            raise Invalid(words.BAD_MAPPING, {"where": f"{theirs} → {ours}", "known": ", ".join(KNOWN)})
    for name in mapping.get("constants", {}):
        if name not in KNOWN:
            raise Invalid(words.BAD_MAPPING, {"where": name, "known": ", ".join(KNOWN)})
    found, taken = dict(said), set(said.values())
    for theirs in header:
        ours = next((ours for ours, names in ALIASES.items() if theirs.strip().casefold() in names), "")
        if theirs not in found and ours and ours not in taken:
            found[theirs] = ours
            taken.add(ours)
    return found


def _doings(said: Any) -> dict[str, tuple[Doing, ...]]:
    """Their word for what somebody does → codes of ours."""
    found: dict[str, tuple[Doing, ...]] = {}
    for word, codes in said.items():
        try:
            found[word.casefold()] = tuple(
                Doing(scheme=one["scheme"], code=str(one["code"]), name_ko=one.get("name_ko", ""), name_en=one.get("name_en", ""))
                for one in codes
            )
        except (TypeError, KeyError, AttributeError) as error:
            raise Invalid(words.BAD_MAPPING, {"where": word, "known": "scheme, code, name_ko, name_en"}) from error
    return found


def _entrant(reading: Reading, row: int, said: dict[str, str], doings: dict[str, tuple[Doing, ...]]) -> Entrant:
    name, address = said.get("name", ""), said.get("address", "")
    name_ko = said.get("name_ko") or (name if is_korean(name) else "")
    name_en = said.get("name_en") or ("" if is_korean(name) else name)
    words_said = [word.strip().casefold() for word in said.get("activity", "").split(",")] if doings else []
    return Entrant(
        row, said.get("key", "")[:300] or folded_key(name_en or name_ko, address or said.get("city", "")),
        kind=reading.chosen(row, "kind", said.get("kind", ""), KINDS, "company"), name_ko=name_ko[:300], name_en=name_en[:300],
        also=said.get("also", "")[:500], founded=reading.year(row, said.get("founded", "")),
        status=reading.chosen(row, "status", said.get("status", ""), STATUSES, "active"), country=said.get("country", "").upper()[:2],
        city=said.get("city", "")[:120], ror=reading.register(row, "ror", said.get("ror", "")),
        openalex=reading.register(row, "openalex", said.get("openalex", "")), lei=reading.register(row, "lei", said.get("lei", "")),
        website=said.get("website", "")[:300], sites=_spots(reading, row, said),
        activities=tuple({d.scheme + d.code: d for word in words_said for d in doings.get(word, ())}.values()),
    )  # fmt: skip


def _spots(reading: Reading, row: int, said: dict[str, str]) -> tuple[Spot, ...]:
    address = said.get("address", "")
    ko = said.get("address_ko") or (address if is_korean(address) else "")
    en = said.get("address_en") or ("" if is_korean(address) else address)
    north, east = reading.number(row, "latitude", said.get("latitude", "")), reading.number(row, "longitude", said.get("longitude", ""))
    if (north is None) != (east is None):
        reading.say(row, "latitude, longitude", f"{said.get('latitude', '')}, {said.get('longitude', '')}", words.HALF_POINT, words.HALF_POINT_DO)
    whole = north is not None and east is not None
    if not (ko or en or whole):
        return ()
    exact = reading.chosen(row, "precision", said.get("precision", ""), PRECISIONS, "street" if ko or en else "city")
    return (Spot(
        ko[:300], en[:300], north if whole else None, east if whole else None, exact if whole else "",
        reading.day(row, "opened", said.get("opened", "")), reading.day(row, "closed", said.get("closed", "")),
        reading.whole(row, "jobs", said.get("jobs", "")),
    ),)  # fmt: skip
