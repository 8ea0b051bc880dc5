"""What stands between a person and a place or instrument: the courses that are needed there, and a lock."""

from uuid import UUID

from django.db import connection

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
