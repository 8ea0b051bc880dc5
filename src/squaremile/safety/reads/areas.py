"""Control areas with their rooms, cabinets and the rules in force."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.period import civil
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Area, AreaPack, AreaRoom, Cabinet
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

    @property
    def cabinets(self) -> bool:
        """Whether an approved cabinet stands in it."""
        return any(c.approved and c.active for room in self.rooms for c in room.cabinets)


def today() -> date:
    """The day it is in the cluster."""
    return clock.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()


def begin_of(day: date) -> datetime:
    """The moment at which a day begins in the cluster."""
    return civil(day, time.min, ZoneInfo(settings.TIME_ZONE))


def areas(*, on: date | None = None) -> list[AreaRow]:
    """All in use, by building and storey from the top, as of a day (today where left out). Four statements."""
    found = Area.objects.filter(active=True).select_related("building").order_by("building__code", "-storey", "code")
    return _rows(list(found), on or today())


def area(code: str, *, on: date | None = None) -> AreaRow:
    """One by its code. Raises Missing."""
    found = list(Area.objects.filter(code=code).select_related("building"))
    if not found:
        raise Missing(words.AREA_UNKNOWN)
    return _rows(found, on or today())[0]


def of_room(room: UUID, *, on: date | None = None) -> AreaRow | None:
    """The area that a room counts in, if it counts in one."""
    found = list(Area.objects.filter(rooms__room_id=room, active=True).select_related("building"))
    return _rows(found, on or today())[0] if found else None


def _rows(found: list[Area], day: date) -> list[AreaRow]:
    ids = [each.id for each in found]
    rooms, boxes, packs = defaultdict(list), defaultdict(list), defaultdict(list)
    members = list(AreaRoom.objects.filter(area_id__in=ids).select_related("room").order_by("room__code"))
    for box in Cabinet.objects.filter(room_id__in=[m.room_id for m in members]).order_by("code"):
        boxes[box.room_id].append(box)
    for member in members:
        room = member.room
        cabinets = tuple(
            CabinetRow(b.id, b.code, both(b.name_ko, b.name_en), room.code, b.approved, b.active) for b in boxes[room.id]
        )
        rooms[member.area_id].append(RoomRow(room.id, room.code, both(room.name_ko, room.name_en), cabinets))
    for force in AreaPack.objects.filter(area_id__in=ids, since__lte=day).exclude(until__lte=day).order_by("pack"):
        packs[force.area_id].append(force.pack)
    return [
        AreaRow(
            a.id, a.code, both(a.name_ko, a.name_en), a.building.code, both(a.building.name_ko, a.building.name_en), a.storey,
            a.sprinklered, a.lab_unit, a.active, tuple(packs[a.id]), tuple(rooms[a.id]),
        )
        for a in found
    ]
