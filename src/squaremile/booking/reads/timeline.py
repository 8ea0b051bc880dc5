"""The rows of the timeline: a site's instruments by room, their state now, and whether the asker may use them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from squaremile.booking import words
from squaremile.booking.reads.reserving import unpacked
from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, catalogue, pick


@dataclass(frozen=True, slots=True)
class Row:
    """One instrument. `locked` says why the asker cannot use it at all; a time may still be refused otherwise."""

    id: UUID
    code: str
    name: str
    kind: str
    kind_name: str
    room: str
    room_name: str
    state: str
    locked: Text | None
    step_minutes: int


_ROWS = """
SELECT e.id, e.code, e.name_ko, e.name_en, k.code, k.name_ko, k.name_en, p.code, p.name_ko, p.name_en,
  e.state, r.step_minutes, e.needs_qualification,
  (SELECT max(upper(q.valid)) FROM booking_qualification q WHERE q.equipment_id = e.id AND q.person_id = %(person)s
     AND q.revoked_at IS NULL AND q.valid @> %(now)s::timestamptz),
  EXISTS (SELECT 1 FROM booking_fault f
           WHERE f.equipment_id = e.id AND f.resolved_at IS NULL AND f.severity = 'unusable'),
  (SELECT CASE WHEN b.kind = 'maintenance' THEN 'maintenance' ELSE 'in_use' END FROM booking_reservation b
    WHERE b.equipment_id = e.id AND b.period @> %(now)s::timestamptz AND b.state IN ('pending', 'confirmed', 'in_use')
    ORDER BY b.kind <> 'maintenance' LIMIT 1),
  (SELECT json_build_array(n.name_ko, n.name_en, n.state) FROM booking_link l JOIN booking_equipment n ON n.id = l.needs_id
    WHERE l.equipment_id = e.id AND (n.state <> 'in_service' OR EXISTS (SELECT 1 FROM booking_fault f
      WHERE f.equipment_id = n.id AND f.resolved_at IS NULL AND f.severity = 'unusable'))
    ORDER BY n.state = 'in_service', n.position, n.code LIMIT 1)
FROM booking_equipment e
JOIN booking_equipment_kind k ON k.id = e.kind_id
JOIN booking_rules r ON r.id = e.rules_id
JOIN spaces_place p ON p.id = e.place_id
WHERE e.site_id = %(site)s AND e.state <> 'retired'
ORDER BY p.position, p.code, e.position, e.code
"""


def rows(*, site: UUID) -> list[Row]:
    """A site's instruments in the order of rooms."""
    asking, now = require(), clock.now()
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, {"site": site, "person": asking.actor, "now": now})
        return [_row(values) for values in cursor.fetchall()]


def _row(values: tuple[Any, ...]) -> Row:
    (id_, code, ko, en, kind, kind_ko, kind_en, room, room_ko, room_en, state, step, needs, until, faulty, now_, down) = (
        values
    )
    name = Text(ko=ko or en, en=en or ko)
    locked = _locked(name, state, faulty, needs, until)
    out = faulty or state != "in_service"
    if down and not out:
        # It cannot be had without its companion: that is what is named.
        its_ko, its_en, its_state = unpacked(down)
        locked, out = _locked(Text(ko=its_ko or its_en, en=its_en or its_ko), its_state, True, needs, until), True
    shown = "fault" if out else now_ or ("locked" if locked else "free")
    return Row(
        id_,
        code,
        str(name),
        kind,
        pick(kind_ko, kind_en),
        room,
        pick(room_ko, room_en),
        "locked" if locked and not out else shown,
        locked,
        step,
    )


def _locked(name: Text, state: str, faulty: bool, needs: bool, until: datetime | None) -> Text | None:
    """Why it cannot be used by the asker, whatever the time. Staff look after it and are not locked out."""
    if state != "in_service":
        code = words.NOT_IN_SERVICE
    elif faulty:
        code = words.FAULT_OPEN
    elif needs and until is None and not require().staff:
        code = words.NOT_QUALIFIED
    else:
        return None
    return catalogue[code].text.fill({"instrument": name})
