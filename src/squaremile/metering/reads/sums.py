"""How much was used of some things in a span, and by how many organisations: sums, nobody's own use."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection


@dataclass(frozen=True, slots=True)
class Metered:
    """`hours` that meters of time counted in `events`; `organisations` behind them, as far as the asker sees whose they were.

    `shared` hours on things that two organisations or more used, out of `hours`; `sharing` organisations used those.
    """

    events: int
    hours: float
    organisations: int
    shared: float
    sharing: int


_SUMS = """
WITH used AS (
  SELECT e.subject, e.organisation_id, e.quantity / CASE m.unit WHEN 'minute' THEN 60.0 ELSE 1.0 END AS hours
  FROM metering_usage_event e JOIN metering_meter m ON m.id = e.meter_id
  WHERE m.unit IN ('minute', 'hour') AND e.subject = ANY(%(subjects)s)
    AND lower(e.period) >= %(start)s AND lower(e.period) < %(end)s
), whose AS (
  SELECT subject, organisation_id, sum(hours) AS hours, count(*) AS events FROM used GROUP BY subject, organisation_id
), each_subject AS (
  SELECT subject, sum(hours) AS hours, count(*) FILTER (WHERE hours > 0) AS organisations FROM whose GROUP BY subject
)
SELECT (SELECT coalesce(sum(events), 0) FROM whose), coalesce(sum(hours), 0), coalesce(sum(hours) FILTER (WHERE organisations > 1), 0),
       (SELECT count(DISTINCT organisation_id) FROM whose WHERE hours > 0),
       (SELECT count(DISTINCT w.organisation_id) FROM whose w JOIN each_subject s USING (subject) WHERE s.organisations > 1 AND w.hours > 0)
FROM each_subject
"""


def metered(subjects: Collection[str], start: datetime, end: datetime) -> Metered:
    """Events of these subjects that began in [start, end), corrections taken off, of meters of time. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, {"subjects": list(subjects), "start": start, "end": end})
        events, hours, shared, organisations, sharing = cursor.fetchone()
    return Metered(int(events), float(hours), organisations, float(shared), sharing)
