"""Control areas with their rooms, cabinets and the rules in force."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import civil
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Cabinet
from squaremile.safety.policies.lab_units import SQUARE_METRES_PER_SQUARE_FOOT
from squaremile.safety.words import areas as words


@dataclass(frozen=True, slots=True)
class CabinetRow:
    """One cabinet."""

    id: UUID
    code: str
    name: Text
    room: str
    approved: bool
    active: bool


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One room of an area, with its cabinets."""

    id: UUID
    code: str
    name: Text
    cabinets: tuple[CabinetRow, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One control area. `packs`: codes of those in force on the day that was asked for."""

    id: UUID
    code: str
    name: Text
    building: str
    building_name: Text
    storey: int
    sprinklered: bool
    lab_unit: str
    active: bool
    packs: tuple[str, ...]
    rooms: tuple[RoomRow, ...]
    square_metres: Decimal | None = None
    """Of its rooms together; None where the area of one of them is not known."""

    @property
    def square_feet(self) -> Decimal | None:
        return None if self.square_metres is None else self.square_metres / SQUARE_METRES_PER_SQUARE_FOOT

    @property
    def cabinets(self) -> bool:
        """Whether an approved cabinet stands in it."""
        return any(c.approved and c.active for room in self.rooms for c in room.cabinets)


def today() -> date:
    """The day it is in the cluster."""
    return clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def day_of(moment: datetime) -> date:
    """The day that it is in the cluster at a moment."""
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def begin_of(day: date) -> datetime:
    """The moment at which a day begins in the cluster."""
    return civil(day, time.min, ZoneInfo(settings.TIME_ZONE))


def areas(*, on: date | None = None, building: str = "") -> list[AreaRow]:
    """All in use, or those of one building, by building and storey from the top, as of a day (today where left out). One
    statement, as each below."""
    return _rows("a.active AND %(building)s IN ('', b.code)", on, building=building)


def area(code: str, *, on: date | None = None) -> AreaRow:
    """One by its code. Raises Missing."""
    found = _rows("a.code = %(code)s", on, code=code)
    if not found:
        raise Missing(words.AREA_UNKNOWN)
    return found[0]


def these(keys: Iterable[UUID]) -> list[AreaRow]:
    """Some by their keys, where they are in use."""
    return _rows("a.active AND a.id = ANY (%(keys)s)", None, keys=list(keys))


def of_room(room: UUID, *, on: date | None = None) -> AreaRow | None:
    """The area that a room counts in, if it counts in one."""
    within = "a.active AND a.id IN (SELECT area_id FROM safety_area_room WHERE room_id = %(room)s)"
    return next(iter(_rows(within, on, room=room)), None)


def cabinets() -> list[tuple[str, str]]:
    """Every cabinet in use with the code of its room."""
    return list(Cabinet.objects.filter(active=True).order_by("code").values_list("code", "room__code"))


def cabinet_rows() -> list[CabinetRow]:
    """Every cabinet in use, by code. One statement."""
    found = Cabinet.objects.filter(active=True).select_related("room").order_by("code")
    return [CabinetRow(c.id, c.code, both(c.name_ko, c.name_en), c.room.code, c.approved, c.active) for c in found]


_AREAS = """
SELECT a.id, a.code, a.name_ko, a.name_en, b.code, b.name_ko, b.name_en, a.storey, a.sprinklered, a.lab_unit, a.active,
       ARRAY(SELECT f.pack FROM safety_area_pack f WHERE f.area_id = a.id AND f.since <= %(day)s
               AND (f.until IS NULL OR f.until > %(day)s) ORDER BY f.pack),
       (SELECT COALESCE(jsonb_agg(jsonb_build_array(p.id, p.code, p.name_ko, p.name_en,
               (SELECT COALESCE(jsonb_agg(jsonb_build_array(c.id, c.code, c.name_ko, c.name_en, c.approved, c.active)
                                          ORDER BY c.code), '[]')
                  FROM safety_cabinet c WHERE c.room_id = p.id)) ORDER BY p.code), '[]')
          FROM safety_area_room m JOIN spaces_place p ON p.id = m.room_id WHERE m.area_id = a.id),
       (SELECT CASE WHEN count(p.area_m2) = count(*) THEN sum(p.area_m2) END
          FROM safety_area_room m JOIN spaces_place p ON p.id = m.room_id WHERE m.area_id = a.id)
  FROM safety_area a JOIN spaces_place b ON b.id = a.building_id
 WHERE {within} ORDER BY b.code, a.storey DESC, a.code
"""


def _rows(within: str, on: date | None, **values: object) -> list[AreaRow]:
    with connection.cursor() as cursor:
        cursor.execute(_AREAS.format(within=within), {"day": on or today(), **values})  # type: ignore[dict-item]
        return [_row(*row) for row in cursor.fetchall()]


def _row(*found: Any) -> AreaRow:
    key, code, ko, en, building, building_ko, building_en, storey, sprinklered, lab_unit, active, packs, rooms, metres = found
    return AreaRow(
        key, code, both(ko, en), building, both(building_ko, building_en), storey, sprinklered, lab_unit, active, tuple(packs),
        tuple(_room(*room) for room in (json.loads(rooms) if isinstance(rooms, str) else rooms)), metres,
    )


def _room(key: str, code: str, ko: str, en: str, cabinets: list[list[Any]]) -> RoomRow:
    boxes = tuple(CabinetRow(UUID(c[0]), c[1], both(c[2], c[3]), code, c[4], c[5]) for c in cabinets)
    return RoomRow(UUID(key), code, both(ko, en), boxes)
