"""What safety asks before a substance is received, or carried into another room: no lock, the permits that are needed, and the
courses that its classes may demand. One statement for all of it: it is asked beforehand too, of every question."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.kernel.words import both
from squaremile.safety.reads import permits, place_gates
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.permits import Held
from squaremile.safety.reads.place_gates import Need

_ASKED = f"""
SELECT 'permit', '', p.* FROM ({permits.STANDING}) AS p
UNION ALL SELECT 'course', n.scheme, n.hazard, n.course_id::text, NULL, NULL FROM safety_course_need n
 WHERE n.ended_on IS NULL AND n.needed_by = 'class'
UNION ALL SELECT 'lock', '', '', '', NULL, NULL WHERE EXISTS ({place_gates.LOCKED})
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a room, a company and a day ask of what comes in."""

    locked: bool
    permits: list[Held]
    courses: list[Need]
    """Courses that classes demand, of whichever substance."""


def asked(room: UUID, organisation: UUID | None, classes: Collection[str]) -> Asked:
    """Of a substance in some classes that comes into a room today."""
    said: dict[str, Any] = {
        "thing": "bringing", "organisation": organisation, "places": [room], "place": room, "day": today(), "classes": list(classes),
    }
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, said)
        rows = cursor.fetchall()
    held = [Held(code, both(ko, en), is_held) for what, _scheme, code, ko, en, is_held in rows if what == "permit"]
    needs = [Need(scheme, hazard, UUID(course)) for what, scheme, hazard, course, _en, _held in rows if what == "course"]
    return Asked(any(row[0] == "lock" for row in rows), sorted(held, key=lambda each: each.kind), needs)
