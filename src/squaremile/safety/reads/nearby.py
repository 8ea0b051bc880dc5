"""The other areas of a building as a verdict looks through them: what counts of each, without its rooms and cabinets by name."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.kernel.words import Text, both
from squaremile.safety.policies.lab_units import SQUARE_METRES_PER_SQUARE_FOOT
from squaremile.safety.reads.areas import AreaRow, today

# A laboratory unit alone has limits by its size.
_NEARBY = """
WITH RECURSIVE shut AS (
  SELECT l.place_id AS id FROM safety_place_lock l WHERE l.released_at IS NULL
  UNION SELECT p.id FROM spaces_place p JOIN shut s ON p.parent_id = s.id
)
SELECT a.id, a.code, a.name_ko, a.name_en, a.storey, a.sprinklered, a.lab_unit,
       ARRAY(SELECT f.pack FROM safety_area_pack f WHERE f.area_id = a.id AND f.since <= %(day)s
               AND (f.until IS NULL OR f.until > %(day)s) ORDER BY f.pack),
       EXISTS (SELECT FROM safety_area_room m JOIN safety_cabinet c ON c.room_id = m.room_id
                WHERE m.area_id = a.id AND c.approved AND c.active),
       CASE WHEN a.lab_unit <> '' THEN (SELECT CASE WHEN count(p.area_m2) = count(*) THEN sum(p.area_m2) END
          FROM safety_area_room m JOIN spaces_place p ON p.id = m.room_id WHERE m.area_id = a.id) END
  FROM safety_area a JOIN safety_area h ON h.building_id = a.building_id
 WHERE h.id = %(here)s AND a.id <> h.id AND a.active
   AND (NOT EXISTS (SELECT FROM shut) OR EXISTS (
     SELECT FROM safety_area_room m WHERE m.area_id = a.id AND m.room_id NOT IN (SELECT id FROM shut)))
 ORDER BY abs(a.storey - h.storey), a.storey DESC, a.code
"""


@dataclass(frozen=True, slots=True)
class Nearby:
    """One of them. Its fields say what those of `AreaRow` say."""

    id: UUID
    code: str
    name: Text
    storey: int
    sprinklered: bool
    lab_unit: str
    packs: tuple[str, ...]
    cabinets: bool
    square_metres: Decimal | None

    @property
    def square_feet(self) -> Decimal | None:
        return None if self.square_metres is None else self.square_metres / SQUARE_METRES_PER_SQUARE_FOOT


def nearby(here: AreaRow) -> list[Nearby]:
    """Those in use today in which a room is not locked, the nearest storeys first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_NEARBY, {"day": today(), "here": here.id})
        return [_row(*row) for row in cursor.fetchall()]


def _row(
    key: UUID, code: str, ko: str, en: str, storey: int, sprinklered: bool, lab_unit: str, packs: list[str], cabinets: bool,
    metres: Decimal | None,
) -> Nearby:
    return Nearby(key, code, both(ko, en), storey, sprinklered, lab_unit, tuple(packs), cabinets, metres)
