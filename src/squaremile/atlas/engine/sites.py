"""Sites on the plane: what has coordinates gets metres and cells, once, when it is brought in."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from squaremile.atlas.engine.dataset import SITES
from squaremile.atlas.engine.grid import COLUMNS, SIZES, place
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

PRECISIONS = ("roof", "street", "postcode", "city", "unknown")
TEXTS = ("name", "kind", "country", "region", "city")


def placed(found: pa.Table) -> pa.Table:
    """The rows with plane, metres and cells: the table `sites`. Raises Unmeasurable as `grid.place` does."""
    lat, lon = (_degrees(found.column(name)) for name in ("lat", "lon"))
    at = place(lat, lon)
    columns = {name: found.column(name) for name in found.column_names}
    columns |= {"plane": pa.array(at.row), "x_m": _metres(at.x_m), "y_m": _metres(at.y_m)}
    columns |= {column: pa.array(at.cells[size]) for column, size in zip(COLUMNS, SIZES, strict=True)}
    return pa.table([columns[field.name] for field in SITES], names=SITES.names).cast(SITES)


def listed(found: pa.Table) -> tuple[pa.Table, pa.Table | None]:
    """(sites, site_activities or None) of anybody's list, whose columns are text or numbers.

    Wanted: lat, lon. Known: site (a door; else each row is one), organisation (else the name), name, activity, jobs,
    precision (roof, street, postcode, city, unknown), kind, country, region, city. Sites and organisations are numbered
    in the order of their names. Raises Unmeasurable for a missing column, a number that is none, another precision, or a
    site that is said to be in two places.
    """
    for name in ("lat", "lon"):
        if name not in found.column_names:
            raise Unmeasurable(Text(
                ko=f"sites: 열 {name}이(가) 없습니다. 있는 열: {', '.join(found.column_names)}",
                en=f"sites: there is no column {name}. There are: {', '.join(found.column_names)}.",
            ))  # fmt: skip
    rows = pa.array(range(found.num_rows), pa.int64())
    site = _numbered(found.column("site")) if "site" in found.column_names else rows
    who = next((found.column(name) for name in ("organisation", "name") if name in found.column_names), None)
    table = pa.table({
        "site": site, "organisation": _numbered(who) if who is not None else rows,
        **{name: _text(found, name) for name in TEXTS},
        "lat": _number(found, "lat"), "lon": _number(found, "lon"), "jobs": _number(found, "jobs").cast(pa.int64()),
        "precision": _precision(found),
    })  # fmt: skip
    once = table.group_by(table.column_names, use_threads=False).aggregate([]).sort_by("site")
    if once.num_rows != pc.count_distinct(once.column("site")).as_py():
        raise Unmeasurable(Text(
            ko="sites: 한 사이트가 두 가지로 적혀 있습니다.", en="sites: one site is said in two ways (place, jobs or name).",
        ))  # fmt: skip
    activities = None
    if "activity" in found.column_names:
        pairs = pa.table({"site": site, "activity": _text(found, "activity")})
        activities = pairs.filter(pc.is_valid(pairs.column("activity")))
        activities = activities.group_by(["site", "activity"], use_threads=False).aggregate([]).sort_by("site")
    return placed(once), activities


def _numbered(column: pa.ChunkedArray) -> pa.Array:
    """Numbers from 0 in the order of the texts, so that the order of rows does not matter."""
    texts = pc.coalesce(column.cast(pa.string()), pa.scalar("")).to_numpy(zero_copy_only=False)
    return pa.array(np.unique(texts.astype(str), return_inverse=True)[1].astype(np.int64))


def _text(found: pa.Table, name: str) -> pa.ChunkedArray:
    if name not in found.column_names:
        return pa.chunked_array([pa.nulls(found.num_rows, pa.string())])
    column = pc.utf8_trim_whitespace(found.column(name).cast(pa.string()))
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)


def _number(found: pa.Table, name: str) -> pa.ChunkedArray:
    text = _text(found, name)
    try:
        return text.cast(pa.float64())
    except pa.ArrowInvalid as error:
        raise Unmeasurable(Text(
            ko=f"sites: 열 {name}에 숫자가 아닌 값이 있습니다 ({error}).", en=f"sites: {name} holds what is no number ({error}).",
        )) from error  # fmt: skip


def _precision(found: pa.Table) -> pa.ChunkedArray:
    said = pc.coalesce(_text(found, "precision"), pa.scalar("unknown"))
    if odd := sorted(set(pc.unique(said).to_pylist()) - set(PRECISIONS)):
        raise Unmeasurable(Text(
            ko=f"sites: 정밀도 {odd[0]}은(는) 없습니다. 쓸 수 있는 것: {', '.join(PRECISIONS)}",
            en=f"sites: there is no precision {odd[0]}. Known: {', '.join(PRECISIONS)}.",
        ))  # fmt: skip
    return said


def _degrees(column: pa.ChunkedArray) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(pc.fill_null(column.cast(pa.float64()), float("nan")), dtype=np.float64)


def _metres(values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> pa.Array:
    """Null where there is no place: NaN compares differently between engines."""
    return pa.array(values, mask=np.isnan(values))
