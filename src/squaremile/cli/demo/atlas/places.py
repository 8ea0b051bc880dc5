"""Jeonbuk's fifteen municipalities as a sketch: each is the ground that is nearest to its town hall."""

from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
"""Longitude, latitude."""
FRAME: tuple[Point, ...] = (
    (126.45, 35.35), (126.95, 35.30), (127.50, 35.30), (127.72, 35.45), (127.75, 35.75), (127.92, 35.95), (127.70, 36.12),
    (127.30, 36.08), (126.95, 36.14), (126.60, 36.05), (126.45, 35.90),
)  # fmt: skip
"""The province, in eleven corners."""


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality: its code of 2018, names, town hall, people (rounded), and what its companies mostly do."""

    code: str
    ko: str
    en: str
    north: float
    east: float
    people: int
    does: tuple[str, ...]


TOWNS: tuple[Town, ...] = (
    Town("35011", "전주시 완산구", "Jeonju Wansan-gu", 35.812, 127.120, 320_000, ("27199", "27112")),
    Town("35012", "전주시 덕진구", "Jeonju Deokjin-gu", 35.846, 127.134, 320_000, ("27112", "27192", "70113")),
    Town("35020", "군산시", "Gunsan-si", 35.967, 126.737, 260_000, ("21101",)),
    Town("35030", "익산시", "Iksan-si", 35.948, 126.958, 270_000, ("21230", "21300")),
    Town("35040", "정읍시", "Jeongeup-si", 35.570, 126.856, 103_000, ("70113", "21102")),
    Town("35050", "남원시", "Namwon-si", 35.416, 127.390, 76_000, ("21220",)),
    Town("35060", "김제시", "Gimje-si", 35.804, 126.881, 81_000, ("70112",)),
    Town("35310", "완주군", "Wanju-gun", 35.904, 127.162, 99_000, ("70112", "27192")),
    Town("35320", "진안군", "Jinan-gun", 35.792, 127.425, 24_000, ("21220",)),
    Town("35330", "무주군", "Muju-gun", 36.007, 127.661, 23_000, ("21220",)),
    Town("35340", "장수군", "Jangsu-gun", 35.647, 127.521, 21_000, ("70112",)),
    Town("35350", "임실군", "Imsil-gun", 35.618, 127.289, 26_000, ("21230",)),
    Town("35360", "순창군", "Sunchang-gun", 35.374, 127.137, 26_000, ("70112",)),
    Town("35370", "고창군", "Gochang-gun", 35.436, 126.702, 51_000, ("21220",)),
    Town("35380", "부안군", "Buan-gun", 35.732, 126.733, 49_000, ("21101",)),
)


def outline(town: Town) -> dict[str, Any]:
    """The part of the frame that is nearer to this town hall than to any other, as GeoJSON."""
    ring = list(FRAME)
    for other in TOWNS:
        if other is not town:
            ring = _nearer(ring, (town.east, town.north), (other.east, other.north))
    points = [[round(x, 5), round(y, 5)] for x, y in ring]
    return {"type": "Polygon", "coordinates": [[*points, points[0]]]}


def _nearer(ring: list[Point], here: Point, there: Point) -> list[Point]:
    """A convex ring cut at the line half way between two points (Sutherland and Hodgman, 1974)."""
    ax, ay = there[0] - here[0], there[1] - here[1]
    limit = (ax * (here[0] + there[0]) + ay * (here[1] + there[1])) / 2

    def side(point: Point) -> float:
        return ax * point[0] + ay * point[1] - limit

    kept: list[Point] = []
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        a, b = side(one), side(other)
        if a <= 0:
            kept.append(one)
        if (a < 0 < b) or (b < 0 < a):
            part = a / (a - b)
            kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
    return kept
