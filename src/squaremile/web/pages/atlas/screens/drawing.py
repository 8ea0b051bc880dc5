"""A map as shapes: degrees become SVG units, evenly, so that a script can tell one from the other. No words."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from squaremile.atlas.reads.outlines import Box, Shape
from squaremile.atlas.reads.points import CITY, STEP, Sites

WIDTH = 1000
ROOM = 0.06
NARROWEST = 0.02
"""Degrees: a single site is not drawn as the whole world."""
HEAPED_ABOVE = 400
"""More places than this are drawn as heaps, one a field of `FIELD` units, each with its number."""
FIELD = 22
NOWHERE: Box = (125.0, 33.0, 131.0, 39.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place or heap: how many sites, of which organisations (positions), known how."""

    x: float
    y: float
    r: float
    sites: int
    organisations: tuple[int, ...]
    coarse: bool

    @property
    def kept(self) -> str:
        return " ".join(map(str, self.organisations))


@dataclass(frozen=True, slots=True)
class Drawing:
    """`box` are the degrees that the view box covers: west, south, east, north."""

    width: int
    height: int
    box: Box
    lands: tuple[str, ...]
    spots: tuple[Spot, ...]

    @property
    def said_box(self) -> str:
        return " ".join(f"{n:.7f}" for n in self.box)


def around(box: Box | None) -> Box:
    """The box with some room about it."""
    west, south, east, north = box or NOWHERE
    across, up = max(east - west, NARROWEST) * (0.5 + ROOM), max(north - south, NARROWEST) * (0.5 + ROOM)
    x, y = (west + east) / 2, (south + north) / 2
    return x - across, max(y - up, -89), x + across, min(y + up, 89)


def draw(sites: Sites, shapes: Sequence[Shape], box: Box | None = None) -> Drawing:
    """All of it, or what lies in the box."""
    seen = around(box or sites.focus)
    west, south, east, north = seen
    aspect = (north - south) / ((east - west) * math.cos(math.radians((south + north) / 2)))
    height = round(WIDTH * min(max(aspect, 0.3), 1.6))

    def place(lon: float, lat: float) -> tuple[float, float]:
        return (lon - west) / (east - west) * WIDTH, (north - lat) / (north - south) * height

    lands = tuple(path for shape in shapes if (path := _path(shape.outline, place)))
    return Drawing(WIDTH, height, seen, lands, _spots(sites, place))


def _path(outline: dict[str, Any], place: Any) -> str:
    polygons = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    return "".join(_ring(ring, place) for rings in polygons for ring in rings)


def _ring(ring: Iterable[Sequence[float]], place: Any) -> str:
    """Corners nearer than half a unit to the one before are left out."""
    kept: list[tuple[float, float]] = []
    for lon, lat, *_ in ring:
        x, y = place(lon, lat)
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > 0.5:
            kept.append((x, y))
    return f"M{' '.join(f'{x:.1f},{y:.1f}' for x, y in kept)}Z" if len(kept) > 2 else ""


def _spots(sites: Sites, place: Any) -> tuple[Spot, ...]:
    points = {(sites.latitude[n], sites.longitude[n]) for n in range(len(sites))}
    heaped = len(points) > HEAPED_ABOVE
    heaps: dict[tuple[int, int, bool], list[int]] = {}
    for n in range(len(sites)):
        x, y = place(sites.longitude[n] / STEP, sites.latitude[n] / STEP)
        at = (int(x // FIELD), int(y // FIELD)) if heaped else (sites.latitude[n], sites.longitude[n])
        heaps.setdefault((*at, sites.precision[n] == CITY), []).append(n)
    return tuple(_spot(sites, held, place, coarse) for (*_, coarse), held in heaps.items())


def _spot(sites: Sites, held: list[int], place: Any, coarse: bool) -> Spot:
    where = [place(sites.longitude[n] / STEP, sites.latitude[n] / STEP) for n in held]
    x, y = (sum(each[axis] for each in where) / len(where) for axis in (0, 1))
    whose = tuple(sorted({sites.organisation[n] for n in held}))
    return Spot(round(x, 2), round(y, 2), round(min(4 + 3 * math.sqrt(len(held)), 30), 1), len(held), whose, coarse)
