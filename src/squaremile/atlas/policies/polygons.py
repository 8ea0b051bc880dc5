"""Outlines of regions: what a sound one is, whether a point lies in it, its box and its area.

Outlines are GeoJSON geometries (RFC 7946): Polygon or MultiPolygon, longitude first, the first ring outside and the
others holes, edges straight in degrees. A point on an edge is inside: municipalities that share a border share what
stands on it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""

MOST_POINTS, MOST_DRAWN = 200_000, 5_000
"""Of an outline from a file, and of one that is drawn or posted while others wait: each site of its box is asked of each edge."""
Ring = tuple[tuple[float, float], ...]


class Unsound(ValueError):
    """Not an outline: `why` is a word for it (kind, empty, open, number, range, too_many)."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Outline:
    """Polygons, each a tuple of rings of (longitude, latitude); and the box around them."""

    polygons: tuple[tuple[Ring, ...], ...]
    west: float
    south: float
    east: float
    north: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Does the point lie inside, or on an edge?"""
        if not (self.south <= latitude <= self.north and self.west <= longitude <= self.east):
            return False
        return any(_in_polygon(rings, longitude, latitude) for rings in self.polygons)

    @property
    def area_km2(self) -> float:
        """On the sphere of mean radius, exact for edges along the cylindrical equal-area projection."""
        return sum(abs(_area(rings[0])) - sum(abs(_area(hole)) for hole in rings[1:]) for rings in self.polygons)

    def as_geojson(self) -> dict[str, Any]:
        """A MultiPolygon, or a Polygon where there is one only."""
        said = [[[list(point) for point in ring] for ring in rings] for rings in self.polygons]
        return {"type": "Polygon", "coordinates": said[0]} if len(said) == 1 else {"type": "MultiPolygon", "coordinates": said}


def outline(geometry: Mapping[str, Any], most: int = MOST_POINTS) -> Outline:
    """The outline behind a GeoJSON geometry (or a Feature with one), of at most so many points. Raises Unsound."""
    if geometry.get("type") == "Feature":
        geometry = geometry.get("geometry") or {}
    kind, said = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(said, Sequence) or isinstance(said, str):
        raise Unsound("kind")
    polygons = tuple(_polygon(each) for each in ([said] if kind == "Polygon" else said))
    if not polygons:
        raise Unsound("empty")
    points = [point for rings in polygons for ring in rings for point in ring]
    if len(points) > most:
        raise Unsound("too_many")
    east_most, north_most = max(p[0] for p in points), max(p[1] for p in points)
    return Outline(polygons, min(p[0] for p in points), min(p[1] for p in points), east_most, north_most)


def _polygon(said: Any) -> tuple[Ring, ...]:
    if not isinstance(said, Sequence) or isinstance(said, str) or not said:
        raise Unsound("empty")
    return tuple(_ring(each) for each in said)


def _ring(said: Any) -> Ring:
    if not isinstance(said, Sequence) or isinstance(said, str):
        raise Unsound("kind")
    ring = tuple(_point(each) for each in said)
    if len(ring) >= 3 and ring[0] != ring[-1]:
        raise Unsound("open")
    if len(set(ring)) < 3:
        raise Unsound("empty")
    return ring


def _point(said: Any) -> tuple[float, float]:
    if not isinstance(said, Sequence) or isinstance(said, str) or len(said) < 2:
        raise Unsound("number")
    if any(isinstance(n, bool) or not isinstance(n, int | float) for n in said[:2]):
        raise Unsound("number")
    east, north = float(said[0]), float(said[1])
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise Unsound("range")
    return east, north


def _in_polygon(rings: Iterable[Ring], x: float, y: float) -> bool:
    """Even-odd over all rings; on an edge is in."""
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if _on_edge(x, y, x1, y1, x2, y2):
                return True
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def _on_edge(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> bool:
    if not (min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2)):
        return False
    return (x2 - x1) * (y - y1) == (y2 - y1) * (x - x1)


def _area(ring: Ring) -> float:
    """Signed area in km² on the sphere, by the equal-area cylinder: x = longitude, y = sine of latitude."""
    total = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        total += math.radians(x2 - x1) * (math.sin(math.radians(y1)) + math.sin(math.radians(y2))) / 2
    return total * EARTH_KM**2


def metres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine) in metres."""
    one, other = math.radians(lat1), math.radians(lat2)
    half = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * 1000 * math.asin(math.sqrt(half))
