"""The building of the demonstration: floors 1, 2 and 4, two control areas each, drawn to the metre."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SITE, BUILDING = "JB", "JB-A"
WIDTH, DEPTH = 60.0, 24.0
SOUTH, CORRIDOR = 10.5, 3.0
"""Rooms of the south row are 10.5 m deep; a corridor of 3 m runs between the rows."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place to add: everything `spaces.add_place` asks for."""

    kind: str
    code: str
    parent: str
    name_ko: str
    name_en: str
    corners: tuple[tuple[float, float], ...] = ()
    level: int | None = None
    rentable: bool = False

    @property
    def area_m2(self) -> Decimal | None:
        xs, ys = {x for x, _ in self.corners}, {y for _, y in self.corners}
        return Decimal(str((max(xs) - min(xs)) * (max(ys) - min(ys)))) if self.corners else None


@dataclass(frozen=True, slots=True)
class Room:
    """A room in a row: its number, its names, how wide it is, and what stands in it."""

    number: str
    name_ko: str
    name_en: str
    width: float
    benches: int = 0
    suite: bool = False


# floor → (west south, west north, east south, east north); the widths of a row add up to 30 m
PLAN: dict[int, tuple[tuple[Room, ...], ...]] = {
    1: (
        (Room("101", "이미징실", "Imaging", 18), Room("102", "전자현미경실", "Electron microscopy", 12)),
        (Room("103", "시료 전처리실", "Sample preparation", 14), Room("104", "유세포분석실", "Cytometry", 16)),
        (Room("105", "질량분석실", "Mass spectrometry", 16), Room("106", "크로마토그래피실", "Chromatography", 14)),
        (Room("107", "원심분리실", "Centrifuges", 12), Room("108", "멸균·건조실", "Sterilising and drying", 18)),
    ),
    2: (
        (Room("201", "공동실험실 가", "Shared laboratory A", 30, benches=12),),
        (Room("202", "세포배양실 1", "Cell culture 1", 14), Room("203", "분자생물실", "Molecular biology", 16)),
        (Room("204", "공동실험실 나", "Shared laboratory B", 30, benches=12),),
        (Room("205", "세포배양실 2", "Cell culture 2", 14), Room("206", "단백질 분석실", "Protein analysis", 16)),
    ),
    4: (
        (Room("401", "공동실험실 다", "Shared laboratory C", 20, benches=8),
         Room("402", "공정개발실", "Process development", 10)),
        (Room("403", "독립 실험실 1", "Suite 1", 10, suite=True), Room("404", "독립 실험실 2", "Suite 2", 10,
                                                                       suite=True),
         Room("405", "독립 실험실 3", "Suite 3", 10, suite=True)),
        (Room("406", "공동실험실 라", "Shared laboratory D", 20, benches=8),
         Room("410", "시약 보관실", "Chemical store", 10)),
        (Room("407", "독립 실험실 4", "Suite 4", 10, suite=True), Room("408", "독립 실험실 5", "Suite 5", 10,
                                                                       suite=True),
         Room("409", "독립 실험실 6", "Suite 6", 10, suite=True)),
    ),
}


def spots() -> Iterator[Spot]:
    """Every place, each after the one it lies in."""
    yield Spot("building", BUILDING, SITE, "가동", "Building A")
    for level, rows in PLAN.items():
        floor = f"JB-A{level}"
        yield Spot("floor", floor, BUILDING, f"{level}층", f"Floor {level}", rectangle(0, 0, WIDTH, DEPTH), level)
        for half, (name_ko, name_en) in enumerate((("서측", "west"), ("동측", "east"))):
            left, area = half * WIDTH / 2, f"{floor}-{'WE'[half]}"
            yield Spot("control_area", area, floor, f"{level}층 {name_ko} 통제구역",
                       f"Control area {level} {name_en}", rectangle(left, 0, WIDTH / 2, DEPTH))
            for row, bottom in ((0, 0.0), (1, SOUTH + CORRIDOR)):
                yield from _row(rows[half * 2 + row], area, left, bottom)


def _row(rooms: tuple[Room, ...], area: str, left: float, bottom: float) -> Iterator[Spot]:
    for room in rooms:
        code, box = f"JB-A{room.number}", rectangle(left, bottom, room.width, SOUTH)
        if room.suite:
            yield Spot("suite", code, area, room.name_ko, room.name_en, box, rentable=True)
        else:
            yield Spot("room", code, area, f"{room.number} {room.name_ko}", f"{room.number} {room.name_en}", box)
        yield from _benches(room, code, left, bottom)
        left += room.width


def _benches(room: Room, code: str, left: float, bottom: float) -> Iterator[Spot]:
    """Two rows of benches, 3 m by 1.6 m, with an aisle between."""
    half = room.benches // 2
    pitch = room.width / half if half else 0
    for n in range(room.benches):
        x = left + (n % half) * pitch + (pitch - 3) / 2
        y = bottom + (1.5 if n < half else 7.4)
        yield Spot("bench", f"{code}-B{n + 1:02}", code, f"{room.number}호 벤치 {n + 1}",
                   f"Bench {room.number}-{n + 1}",
                   rectangle(x, y, 3, 1.6), rentable=True)


def rectangle(left: float, bottom: float, width: float, depth: float) -> tuple[tuple[float, float], ...]:
    return ((left, bottom), (left + width, bottom), (left + width, bottom + depth), (left, bottom + depth))
