"""The house as it stands: rooms with their floor and building, what stands above safety and has to be told in an emergency.

Cylinders are kept in stores, badges in residency, instruments in booking, all of which stand above safety: each gives what it
knows by `attach_…`, called once when it starts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.kernel.words import Text, both
from squaremile.safety.models import ShutOff
from squaremile.safety.words import emergency as words


@dataclass(frozen=True, slots=True)
class RoomPlace:
    """A room or suite, and where it is. Building and floor are empty where nobody has entered them."""

    id: UUID
    code: str
    name: Text
    building: str
    building_name: Text
    floor: str
    floor_name: Text
    level: int


@dataclass(frozen=True, slots=True)
class Bottle:
    """A gas cylinder as it counts in an emergency. `hazard`: its class in the packs, where it burns or feeds a fire."""

    place: UUID
    code: str
    gas: Text
    hazard: str
    litres: Decimal
    bar: int
    state: Text
    empty: bool
    organisation: UUID | None = None
    """Who rents it."""


@dataclass(frozen=True, slots=True)
class Working:
    """Somebody who is at work at an instrument in a room."""

    place: UUID
    person: UUID
    organisation: UUID
    since: datetime
    instrument: Text


@dataclass(frozen=True, slots=True)
class ShutOffRow:
    """Where something is shut off."""

    code: str
    kind: str
    place: str
    place_name: Text
    where: Text

    @property
    def kind_said(self) -> Text:
        return words.SHUT_OFFS[self.kind]


_bottles: list[Callable[[], Iterable[Bottle]]] = []
_working: list[Callable[[], Iterable[Working]]] = []
_badges: list[Callable[[str], tuple[UUID, UUID] | None]] = []
_ROOMS = """
WITH RECURSIVE up AS (
  SELECT r.id AS room, r.parent_id AS at, NULL::uuid AS floor, NULL::uuid AS building
    FROM spaces_place r WHERE r.kind = ANY (ARRAY['room', 'suite']) AND r.active
  UNION ALL
  SELECT u.room, p.parent_id, CASE WHEN p.kind = 'floor' THEN p.id ELSE u.floor END,
         CASE WHEN p.kind = 'building' THEN p.id ELSE u.building END
    FROM up u JOIN spaces_place p ON p.id = u.at)
SELECT r.id, r.code, r.name_ko, r.name_en, COALESCE(b.code, ''), COALESCE(b.name_ko, ''), COALESCE(b.name_en, ''),
       COALESCE(f.code, ''), COALESCE(f.name_ko, ''), COALESCE(f.name_en, ''), COALESCE(f.level, 0)
  FROM up u JOIN spaces_place r ON r.id = u.room LEFT JOIN spaces_place f ON f.id = u.floor LEFT JOIN spaces_place b ON b.id = u.building
 WHERE u.at IS NULL ORDER BY b.code, f.level, r.position, r.code
"""


def attach_bottles(source: Callable[[], Iterable[Bottle]]) -> None:
    """Called once by whoever keeps gas cylinders."""
    if source not in _bottles:
        _bottles.append(source)


def attach_working(source: Callable[[], Iterable[Working]]) -> None:
    """Called once by whoever knows who uses an instrument now."""
    if source not in _working:
        _working.append(source)


def attach_badges(reader: Callable[[str], tuple[UUID, UUID] | None]) -> None:
    """Called once by whoever gives out badges: a number → whose it is now, and her company."""
    if reader not in _badges:
        _badges.append(reader)


def rooms() -> list[RoomPlace]:
    """Every room and suite in use, by building, storey and position. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ROOMS)
        return [
            RoomPlace(key, code, both(ko, en), b, both(b_ko, b_en), f, both(f_ko, f_en), level)
            for key, code, ko, en, b, b_ko, b_en, f, f_ko, f_en, level in cursor.fetchall()
        ]


def bottles() -> list[Bottle]:
    """Every cylinder that is here and that the asker may see."""
    return [each for source in _bottles for each in source()]


def working() -> list[Working]:
    """Everybody at an instrument whom the asker may see."""
    return [each for source in _working for each in source()]


def holder_of(badge: str) -> tuple[UUID, UUID] | None:
    """Whose badge it is now, and her company; nobody's where it is unknown, taken back, lost or has run out."""
    return next((found for reader in _badges if (found := reader(badge)) is not None), None)


def shut_offs() -> list[ShutOffRow]:
    """All in use, by place and kind. One statement."""
    found = ShutOff.objects.filter(active=True).select_related("place").order_by("place__code", "kind", "code")
    return [ShutOffRow(s.code, s.kind, s.place.code, both(s.place.name_ko, s.place.name_en), both(s.where_ko, s.where_en)) for s in found]
