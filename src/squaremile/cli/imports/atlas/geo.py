"""Boundaries: GeoJSON (RFC 7946) and TopoJSON (github.com/topojson/topojson-specification)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from squaremile.atlas.policies.polygons import Unsound, outline
from squaremile.atlas.policies.records import Area
from squaremile.atlas.words.regions import WHY
from squaremile.cli.imports.applying import is_korean
from squaremile.cli.imports.atlas import tables, words
from squaremile.cli.imports.atlas.reading import Options, Reading
from squaremile.kernel.errors import Invalid

CODES = ("code", "id", "geoid", "adm_cd", "sig_cd", "fips", "zcta5ce10", "zipcode", "objectid")
NAMES_EN = ("name_en", "name_eng", "sig_eng_nm", "name", "neighborhood", "label", "zipcode")
NAMES_KO = ("name_ko", "name_kor", "sig_kor_nm", "adm_nm", "name")


def features(document: Any) -> list[Any]:
    """The features of a GeoJSON or TopoJSON document; none for anything else."""
    if isinstance(document, dict) and document.get("type") == "Topology":
        return list(_topology(document))
    if isinstance(document, dict) and document.get("type") == "FeatureCollection":
        found = document.get("features")
        return found if isinstance(found, list) else []
    return [document] if isinstance(document, dict) and document.get("type") == "Feature" else []


def read(data: bytes, reading: Reading, options: Options) -> None:
    """One region a feature; codes and names by the mapping or by the names of their properties."""
    if not options.scheme:
        raise Invalid(words.NO_SCHEME)
    found = features(tables.document(data))
    records = [tables.properties(feature) for feature in found if isinstance(feature, dict)]
    header = sorted({name for record in records for name in record})
    constants = {name: str(value) for name, value in options.mapping.get("constants", {}).items()}
    records = [record | constants for record in records]
    code, ko, en = _columns([*constants, *(name for name in header if name not in constants)], options.mapping)
    if not code or not (ko or en):
        raise Invalid(words.NO_REGION_CODE, {"found": ", ".join(header)})
    thin = 0
    for row, (feature, record) in enumerate(zip(found, records, strict=True), 1):
        number = record.get(code, "").strip()
        if options.only and not number.startswith(options.only):
            continue
        reading.report.saw("regions")
        geometry, dropped = _thinned(feature.get("geometry"))
        thin += dropped
        names = [record.get(ko, ""), record.get(en, "")]
        korean, english = next((n for n in names if is_korean(n)), ""), next((n for n in names if n and not is_korean(n)), "")
        if not number or not (korean or english):
            reading.say(row, code, number, words.NO_NAME, words.NO_NAME_DO)
        try:
            shape = outline(geometry or {}).as_geojson()
        except Unsound as unsound:
            reading.say(row, "geometry", number, words.BAD_OUTLINE.fill({"why": WHY[unsound.why]}), words.BAD_OUTLINE_DO)
            shape = None
        reading.areas.append(Area(row, number[:40], korean[:200], english[:200], shape))
    if thin:
        reading.report.find("thin_ring", "", words.THIN_RING.fill({"count": thin}))


def _columns(header: list[str], mapping: dict[str, Any]) -> tuple[str, str, str]:
    """Their names of code, Korean and English name."""
    said = {ours: theirs for theirs, ours in mapping.get("columns", {}).items()}
    folded = {name.casefold(): name for name in header}

    def pick(wanted: str, known: tuple[str, ...]) -> str:
        return str(said.get(wanted, "")) or next((folded[name] for name in known if name in folded), "")

    return pick("code", CODES), pick("name_ko", NAMES_KO), pick("name_en", NAMES_EN)


def _thinned(geometry: Any) -> tuple[Any, int]:
    """Without rings that simplifying has left fewer than three points; how many they were."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return geometry, 0
    try:
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        kept, dropped = [], 0
        for rings in polygons:
            sound = [ring for ring in rings if len({tuple(point) for point in ring}) >= 3]
            dropped += len(rings) - len(sound)
            if sound and len({tuple(point) for point in rings[0]}) >= 3:
                kept.append(sound)
        return {"type": "MultiPolygon", "coordinates": kept}, dropped
    except (TypeError, KeyError):
        return geometry, 0


def _topology(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Arcs put together again; quantised ones are scaled back and their differences added up."""
    try:
        arcs = [_arc(arc, document.get("transform")) for arc in document["arcs"]]
        for named in document["objects"].values():
            for geometry in named.get("geometries", [named]):
                yield {
                    "type": "Feature", "id": geometry.get("id"), "properties": geometry.get("properties") or {},
                    "geometry": _geometry(geometry, arcs, document.get("transform")),
                }  # fmt: skip
    except (KeyError, TypeError, IndexError, AttributeError, ValueError) as error:
        raise Invalid(words.BROKEN_TOPOLOGY) from error


def _arc(arc: list[Any], transform: Any) -> list[list[float]]:
    if not transform:
        return [[float(x), float(y)] for x, y, *_ in arc]
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy, *_ in arc:
        x, y = x + dx, y + dy
        points.append([x * kx + tx, y * ky + ty])
    return points


def _geometry(geometry: dict[str, Any], arcs: list[list[list[float]]], transform: Any) -> Any:
    kind = geometry.get("type")
    if kind == "Polygon":
        return {"type": kind, "coordinates": [_ring(ring, arcs) for ring in geometry["arcs"]]}
    if kind == "MultiPolygon":
        return {"type": kind, "coordinates": [[_ring(ring, arcs) for ring in rings] for rings in geometry["arcs"]]}
    if kind == "Point":
        x, y = geometry["coordinates"][:2]
        if transform:
            (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
            x, y = x * kx + tx, y * ky + ty
        return {"type": kind, "coordinates": [x, y]}
    return None


def _ring(numbers: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    """Arcs one after the other; a negative number is that arc backwards (~n), and the joint is written once."""
    points: list[list[float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points
