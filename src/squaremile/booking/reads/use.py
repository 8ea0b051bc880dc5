"""How much the instruments of a site were used in a span, and by how many organisations: sums, nobody's own hours."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Use:
    """`hours` that were held of `open_hours`; `organisations` behind them, as far as the asker sees whose they were.

    `shared` hours on instruments that two organisations or more used, out of `hours`; `sharing` organisations used those.
    """

    instruments: int
    hours: float
    open_hours: float
    organisations: int
    shared: float
    sharing: int


_USE = """
WITH machine AS (
  SELECT e.id FROM booking_equipment e WHERE e.site_id = %(site)s AND e.state <> 'retired'
), held AS (
  SELECT r.equipment_id,
         extract(epoch FROM least(r.ends_at, %(end)s) - greatest(r.starts_at, %(start)s)) / 3600.0 AS hours,
         d.organisation_id
  FROM booking_reservation r JOIN machine m ON m.id = r.equipment_id
  LEFT JOIN booking_reservation_detail d ON d.reservation_id = r.id
  WHERE r.kind <> 'maintenance' AND r.state IN ('confirmed', 'in_use', 'done')
    AND r.starts_at < %(end)s AND r.ends_at > %(start)s
), each_machine AS (
  SELECT equipment_id, sum(hours) AS hours, count(DISTINCT organisation_id) AS organisations FROM held GROUP BY equipment_id
)
SELECT (SELECT count(*) FROM machine), coalesce(sum(hours), 0), coalesce(sum(hours) FILTER (WHERE organisations > 1), 0),
       (SELECT count(DISTINCT organisation_id) FROM held),
       (SELECT count(DISTINCT h.organisation_id) FROM held h JOIN each_machine m USING (equipment_id) WHERE m.organisations > 1)
FROM each_machine
"""


def machines(site: UUID) -> list[str]:
    """Codes of the instruments that `use` counts. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT code FROM booking_equipment WHERE site_id = %s AND state <> 'retired' ORDER BY code", [site])
        return [code for (code,) in cursor.fetchall()]


def use(site: UUID, start: datetime, end: datetime) -> Use:
    """The instruments of one site from `start` to `end`; open all hours of the day. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_USE, {"site": site, "start": start, "end": end})
        instruments, hours, shared, organisations, sharing = cursor.fetchone()
    open_hours = instruments * (end - start).total_seconds() / 3600
    return Use(instruments, float(hours), open_hours, organisations, float(shared), sharing)
