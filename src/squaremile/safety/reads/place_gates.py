"""What stands between a person and a place, an instrument or a substance: the courses that are needed there, and a lock."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from squaremile.safety.policies import packs
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.packs import Pack
from squaremile.safety.reads import rule_packs


@dataclass(frozen=True, slots=True)
class Carried:
    """Something that comes into a room, whatever it is: a gas cylinder, stock, waste. `person`: who brings it; nobody where a
    machine does."""

    room: UUID
    person: UUID | None


_NEEDED = """
WITH RECURSIVE outward AS (
  SELECT id, parent_id FROM spaces_place WHERE id = %(place)s
  UNION ALL SELECT p.id, p.parent_id FROM spaces_place p JOIN outward o ON p.id = o.parent_id
)
SELECT DISTINCT n.course_id FROM safety_course_need n
 WHERE n.ended_on IS NULL
   AND (n.needed_by = 'instrument' AND n.instrument = %(instrument)s
        OR n.needed_by = 'place' AND n.place_id IN (SELECT id FROM outward))
UNION ALL
SELECT DISTINCT NULL::uuid FROM safety_place_lock l WHERE l.released_at IS NULL AND l.place_id IN (SELECT id FROM outward)
"""


def needed(*, instrument: str, place: UUID) -> tuple[set[UUID], bool]:
    """Courses that are needed on an instrument, in its place, or in any place around it; and whether one of those places is
    locked. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_NEEDED, {"place": place, "instrument": instrument})
        found = {course for (course,) in cursor.fetchall()}
    return found - {None}, None in found


LOCKED = """
WITH RECURSIVE outward AS (
  SELECT id, parent_id FROM spaces_place WHERE id = %(place)s
  UNION ALL SELECT p.id, p.parent_id FROM spaces_place p JOIN outward o ON p.id = o.parent_id
)
SELECT 1 FROM safety_place_lock l WHERE l.released_at IS NULL AND l.place_id IN (SELECT id FROM outward) LIMIT 1
"""


def locked(place: UUID) -> bool:
    """Whether a place, or one around it, is locked. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(LOCKED, {"place": place})
        return cursor.fetchone() is not None


_ENTERED = """
WITH RECURSIVE outward AS (
  SELECT id, parent_id FROM spaces_place WHERE code = ANY (%s)
  UNION SELECT p.id, p.parent_id FROM spaces_place p JOIN outward o ON p.id = o.parent_id
)
SELECT DISTINCT n.course_id FROM safety_course_need n
 WHERE n.ended_on IS NULL AND n.needed_by = 'access' AND n.place_id IN (SELECT id FROM outward)
"""


def entering(places: Iterable[str]) -> set[UUID]:
    """Courses that are needed to be given access to some places (by code), or to any place around them. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ENTERED, (list(places),))
        return {course for (course,) in cursor.fetchall()}


class Need(NamedTuple):
    """A course that a class of a scheme demands."""

    scheme: str
    hazard: str
    course: UUID


def bringing(substance: Substance, needs: Collection[Need]) -> set[UUID]:
    """Those that a class of a substance demands: as entered or claimed in that scheme, or as the pack's own rule finds it.
    One statement, where a pack is asked."""
    every = rule_packs.in_force({each.scheme for each in needs} & set(packs.counting()))
    return {course for scheme, hazard, course in needs if hazard in _classes(scheme, substance, every.get(scheme))}


def _classes(scheme: str, substance: Substance, rules: Pack | None) -> set[str]:
    found = {*substance.entered.get(scheme, ()), *substance.claimed.get(scheme, ())}
    return found | set(classed(rules, substance).classes) if rules else found
