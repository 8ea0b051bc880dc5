"""Regions as cells: a polygon drawn once becomes integers, and membership a join on them.

A cell belongs to the region that its middle lies in, so a site within half a cell's diagonal of a border (177 m at 250 m
cells) may be counted on the other side. Where that matters, test the sites themselves.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from squaremile.atlas.engine.grid import SIZES, Floats, Ints, middle_of, place
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Ring = Sequence[Sequence[float]]
REGION_CELLS = pa.schema([("region", pa.string()), ("size", pa.int64()), ("cell", pa.int64())])


def region_cells(features: Iterable[tuple[str, Sequence[Ring]]], size: int = SIZES[0]) -> pa.Table:
    """(region, size, cell) of every cell whose middle lies in the region.

    `features` are (region, rings); a ring is a list of (longitude, latitude) in degrees, and holes are rings inside
    others (even-odd rule). A cell that two regions claim goes to the first in the order given. Raises Unmeasurable for
    a ring of fewer than three corners, or one that crosses the antimeridian.
    """
    taken: set[int] = set()
    regions: list[str] = []
    cells: list[int] = []
    for region, rings in features:
        found = [cell for cell in _cells(region, rings, size).tolist() if cell not in taken]
        taken.update(found)
        regions += [region] * len(found)
        cells += found
    return pa.table({"region": regions, "size": [size] * len(cells), "cell": cells}, schema=REGION_CELLS)


def features(document: Mapping[str, object], name: str) -> list[tuple[str, list[Ring]]]:
    """(region, rings) of a GeoJSON FeatureCollection of Polygons and MultiPolygons; `name` is the property to go by."""
    said: list[tuple[str, list[Ring]]] = []
    for feature in document.get("features", []):  # type: ignore[attr-defined]
        shape, properties = feature.get("geometry") or {}, feature.get("properties") or {}
        if name not in properties:
            raise Unmeasurable(Text(
                ko=f"지역의 속성 {name}이(가) 없습니다. 있는 것: {', '.join(sorted(properties))}",
                en=f"A region has no property {name}; it has {', '.join(sorted(properties)) or 'none'}.",
            ))  # fmt: skip
        parts = {"Polygon": [shape.get("coordinates")], "MultiPolygon": shape.get("coordinates")}.get(shape.get("type"))
        if parts is None:
            raise Unmeasurable(Text(
                ko=f"지역 {properties[name]}의 모양은 다각형이 아닙니다.", en=f"Region {properties[name]} is no polygon.",
            ))  # fmt: skip
        said.append((str(properties[name]), [ring for part in parts for ring in part]))
    return said


def _cells(region: str, rings: Sequence[Ring], size: int) -> Ints:
    corners = [np.asarray([corner[:2] for corner in ring], dtype=np.float64) for ring in rings]
    for ring in corners:
        if len(ring) < 3 or np.ptp(ring[:, 0]) > 180:
            raise Unmeasurable(Text(
                ko=f"지역 {region}의 둘레가 온전하지 않거나 날짜변경선을 넘습니다. 둘로 나누십시오.",
                en=f"Region {region}: a ring has fewer than three corners or crosses the antimeridian: cut it in two.",
            ))  # fmt: skip
    every = np.concatenate(corners)
    (west, south), (east, north) = every.min(axis=0), every.max(axis=0)
    found = []
    # A line of samples half a cell apart meets every cell of the box once or more.
    step = np.degrees(size / 6_371_008.8) / 2
    for lat in np.arange(south, north + step, step):
        wide = step / max(np.cos(np.radians(min(abs(lat) + 0.6, 89.9))), 1e-3)
        lon = np.arange(west, east + wide, wide)
        at = place(np.full(lon.shape, min(lat, 90.0)), np.clip(lon, -180, 180))
        found.append(np.unique(at.cells[size]))
    candidates = np.unique(np.concatenate(found))
    lat_m, lon_m = middle_of(candidates)
    return candidates[_inside(lon_m, lat_m, corners)]


def _inside(x: Floats, y: Floats, rings: Sequence[Floats]) -> npt.NDArray[np.bool_]:
    """The even-odd rule, one edge after the other over all points."""
    inside = np.zeros(len(x), dtype=bool)
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            crosses = (y1 > y) != (y2 > y)
            with np.errstate(divide="ignore", invalid="ignore"):
                at = (x2 - x1) * (y - y1) / (y2 - y1) + x1
            inside ^= crosses & (x < at)
    return inside
